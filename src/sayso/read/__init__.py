"""read: bytes -> Article."""
