"""Last mends to what was found, and what is no statement; `refine` runs them in their order."""
