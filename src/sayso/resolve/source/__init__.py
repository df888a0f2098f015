"""Sources: who the literal source of a statement is, its class, and whom it was said to."""

from sayso.resolve.source.find import Sources, speakers_before

__all__ = ["Sources", "speakers_before"]
