"""resolve: Parsed, Attributed -> Resolved: who, where, when, how many; the only coreference in the house."""
