"""Coreference: which mentions name the same actor, over the whole report."""
