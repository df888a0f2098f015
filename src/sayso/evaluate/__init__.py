"""evaluate: gold data, scores and their intervals."""
