"""pipeline: the order of the stages, and one report through them."""
