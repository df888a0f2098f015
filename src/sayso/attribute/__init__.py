"""attribute: Parsed, Encoded -> Attributed: source, cue and content as literal spans."""
