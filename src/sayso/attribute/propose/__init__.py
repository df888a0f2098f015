"""Rules that propose attributions, a family a file; `rules` runs them all."""
