"""attribute: Parsed -> Attributed: source, cue and content as literal spans."""
