"""A content never begins with a closing bracket: what stands before it belongs to it."""

from __future__ import annotations

from sayso.attribute.found import Found
from sayso.attribute.mend.mending import with_content
from sayso.attribute.reading import Reading

_CLOSING = {")": "(", "]": "["}


def with_open_bracket(reading: Reading, each: Found) -> Found:
    """ "Said hundreds of rebels (the Red Front) escaped": a reading that begins at ")" begins behind the cue."""
    content, cue = reading.within(each.content), reading.within(each.cue)
    if len(each.content) != 1 or not content or not cue or content[0].text not in _CLOSING:
        return each
    begin = cue[-1].i + 1
    before = reading.doc[begin : content[0].i]
    opened = any(token.text == _CLOSING[content[0].text] for token in before)
    taken = any(span.start >= before.start_char and span.end <= content[0].idx for span in each.source)
    if not opened or taken or content[0].sent.start > cue[0].i:
        first = content[1].i if len(content) > 1 else content[0].i
        return with_content(reading, each, (first, content[-1].i + 1), "without a closing bracket")
    return with_content(
        reading, each, (begin, content[-1].i + 1), "with what stands before its closing bracket"
    )
