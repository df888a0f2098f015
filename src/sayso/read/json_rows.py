"""JSON and JSON lines, one object at a time: memory does not grow with the file."""

import codecs
import io
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from sayso.errors import InputRefused
from sayso.read.decode import UNDECODABLE, decode, encoding_of
from sayso.read.source import head_of, page_limit, read_all

Objects = Iterator[tuple[str, dict[str, Any] | InputRefused]]
"""Pairs of where it stands ("line 3", "item 3") and the object, or why it cannot be read."""

_CHUNK = 1 << 18
_SPACE = " \t\r\n"


def json_lines(stream: IO[bytes], name: str, max_chars: int) -> Objects:
    """The objects of a JSON-lines file; a broken line costs that line alone."""
    encoding, limit = _start(stream, name), page_limit(max_chars)
    lines = io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="\n")
    number = 0
    while line := lines.readline(limit):
        number += 1
        where = f"line {number}"
        if len(line) == limit and not line.endswith("\n"):
            while (more := lines.readline(_CHUNK)) and not more.endswith("\n"):
                pass
            yield where, InputRefused("read", f"{name}, {where}", f"it is longer than {limit / 1e6:.0f} MB")
        elif line.strip():
            yield where, _parsed(line, encoding, f"{name}, {where}")
    lines.detach()


def json_items(stream: IO[bytes], name: str, max_chars: int) -> Objects:
    """The objects of a JSON file: one object, an array of them, or an object that holds one array of them."""
    encoding = _start(stream, name)
    start = stream.tell()
    head = stream.read(4096).decode(encoding, "replace").lstrip()
    stream.seek(start)
    if head.startswith("["):
        yield from _array(stream, encoding, name, page_limit(max_chars))
        return
    text = decode(read_all(stream, page_limit(max_chars), name), name).text.lstrip("\ufeff")
    found = _parsed(text, encoding, name)
    inside = _inner_array(found) if isinstance(found, dict) else None
    if inside is None:
        yield "", found
        return
    for number, item in enumerate(inside, 1):
        yield f"item {number}", item


def _array(stream: IO[bytes], encoding: str, name: str, limit: int) -> Objects:
    """Elements of a top-level array, each decoded as soon as it is whole."""
    decoder = json.JSONDecoder(strict=False)
    buffer, number, reader = "", 0, codecs.getreader(encoding)(stream, "surrogateescape")
    wanted = _CHUNK
    buffer = reader.read(wanted).lstrip(_SPACE)[1:]
    while True:
        buffer = buffer.lstrip(_SPACE + ",")
        if buffer.startswith("]"):
            return
        where = f"item {number + 1}"
        try:
            item, end = decoder.raw_decode(buffer)
            if end == len(buffer) and buffer[-1:] not in "}]":
                raise ValueError
        except (ValueError, RecursionError) as error:
            more = reader.read(wanted) if len(buffer) <= limit else ""
            if not more:
                yield where, InputRefused("read", f"{name}, {where}", _broken(error, len(buffer) > limit))
                return
            buffer, wanted = buffer + more, wanted * 2
            continue
        number, buffer, wanted = number + 1, buffer[end:], _CHUNK
        yield where, _object(item, f"{name}, {where}")


def _start(stream: IO[bytes], name: str) -> str:
    """The encoding; the stream stands behind its byte order mark."""
    encoding, skip = encoding_of(head_of(stream))
    if encoding is None:
        raise InputRefused("read", name, UNDECODABLE)
    stream.seek(skip)
    return encoding


def _parsed(text: str, encoding: str, name: str) -> dict[str, Any] | InputRefused:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        try:
            text = decode(text.encode(encoding, "surrogateescape"), name).text
        except InputRefused as error:
            return error
    try:
        return _object(json.loads(text, strict=False), name)
    except (ValueError, RecursionError) as error:
        return InputRefused("read", name, _broken(error, False))


def _object(item: Any, name: str) -> dict[str, Any] | InputRefused:
    if isinstance(item, dict):
        return item
    kind = {list: "list", str: "string", bool: "boolean", type(None): "null"}.get(type(item), "number")
    return InputRefused("read", name, f"it is a JSON {kind}, not an object with fields")


def _inner_array(item: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The only array of objects in an object that has no text of its own ({"articles": [...]}), or None."""
    lists = [v for v in item.values() if isinstance(v, list) and v and all(isinstance(i, dict) for i in v)]
    return lists[0] if len(lists) == 1 and "uri" not in item and not _has_words(item) else None


def _has_words(item: Mapping[str, Any]) -> bool:
    return any(isinstance(value, str) and len(value) > 200 for value in item.values())


def _broken(error: Exception, too_long: bool) -> str:
    if too_long:
        return "it is too long for one report"
    if isinstance(error, json.JSONDecodeError):
        return f"it is not valid JSON: {error.msg} at character {error.pos}"
    return "it is not valid JSON: it breaks off, or is nested too deeply"
