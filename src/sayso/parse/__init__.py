"""parse: Article -> Parsed, with spaCy, once."""
