"""engine: where work runs; it maps a function over plain data and knows nothing of reports."""
