"""encode: Parsed -> Encoded: what a small transformer reads in the report, in one pass."""
