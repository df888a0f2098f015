"""assess: Parsed, Resolved, Drafted -> Assessed: polarity, time, certainty and status of each event."""
