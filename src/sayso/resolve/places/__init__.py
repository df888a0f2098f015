"""Places: toponyms found in the report, told from actors, and resolved to GeoNames offline."""

from sayso.resolve.places.find import PlaceFinding, find_places

__all__ = ["PlaceFinding", "find_places"]
