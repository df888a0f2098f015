"""Tests of evaluate: readers of public gold data, scores and intervals."""
