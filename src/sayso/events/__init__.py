"""events: Parsed, Resolved -> Drafted: PLOVER events with arguments and facts."""
