"""Model files and the catalogue that names their digests, data and scores."""
