"""JSON lines: one record a line, the same bytes for the same record."""

import msgspec

from sayso.records.coded import CodedReport


def encode(record: CodedReport) -> bytes:
    """The record as one line of UTF-8 JSON, its line end included; fields in the contract's order."""
    return msgspec.json.encode(record, order="deterministic") + b"\n"


def decode(line: bytes | str) -> CodedReport:
    """The record of one line; it is checked as when it was made. Raises msgspec.ValidationError."""
    return msgspec.json.decode(line, type=CodedReport)
