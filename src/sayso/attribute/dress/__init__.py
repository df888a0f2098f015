"""From literal spans to attributions: manner, stance, addressee, venue, parent."""
