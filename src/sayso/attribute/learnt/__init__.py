"""What the encoder tagged, as attributions, and where the parse overrules it."""
