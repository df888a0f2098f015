"""An e-mailed press release or story (.eml) -> Draft, by the standard library's parser."""

import email
import email.policy
import re
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from sayso.errors import InputRefused
from sayso.read.assemble import check_length
from sayso.read.characters import keep_characters
from sayso.read.decode import decode
from sayso.read.draft import Draft
from sayso.read.identity import digest
from sayso.read.markup import paragraphs_in
from sayso.read.paragraphs import split_paragraphs

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_PREFIX = re.compile(r"^(?:(?:re|fwd?|fw|press release)\s*:\s*)+", re.IGNORECASE)


def draft_email(data: bytes, name: str, max_chars: int) -> Draft:
    """A mail's text as a draft: subject as title, sender as publisher, date as written by the sender.

    The plain part is taken, else the HTML part; attachments are counted and left out. Raises InputRefused
    for a mail without text.
    """
    message: Any = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputRefused("read", name, "it is no e-mail: it has no header lines such as 'Subject:'")
    try:
        paragraphs, removed = _body(message, name, max_chars)
    except (LookupError, ValueError, KeyError, AttributeError) as error:
        raise InputRefused("read", name, f"the mail's parts cannot be read: {error}") from error
    if not paragraphs:
        raise InputRefused("read", name, "the mail has no text part; its attachments are not read")
    sent = _sent(message)
    sender = _sender(message)
    subject = _PREFIX.sub("", " ".join(_header(message, "subject").split()))
    return Draft(
        name=name,
        paragraphs=paragraphs,
        raw_digest=digest(data),
        title=keep_characters(subject, name)[0] or None,
        published=sent,
        published_from="the mail's Date" if sent else "none given, and the mail has no date that can be read",
        publisher=sender,
        publisher_from="the mail's sender" if sender else "none given, and the mail names no sender",
        removed=removed,
    )


def _body(message: EmailMessage, name: str, max_chars: int) -> tuple[tuple[str, ...], dict[str, int]]:
    part = message.get_body(preferencelist=("plain", "html"))
    attached = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    removed = {"attachment": attached} if attached else {}
    if part is None:
        return (), removed
    payload = part.get_payload(decode=True)
    text = decode(
        payload if isinstance(payload, bytes) else b"", name, declared=part.get_content_charset()
    ).text
    if part.get_content_type() == "text/html":
        return tuple(keep_characters(p, name)[0] for p in paragraphs_in(text, name)), removed
    check_length(len(text), name, max_chars)
    kept, lost = keep_characters(text, name)
    story, *signature = _SIGNATURE.split(kept, maxsplit=1)
    if signature:
        removed["signature"] = 1
    return split_paragraphs(story), {**removed, **lost}


def _sent(message: EmailMessage) -> date | None:
    try:
        header = message["date"]
        return header.datetime.date() if header is not None and header.datetime else None
    except (ValueError, AttributeError, TypeError):
        return None


def _sender(message: EmailMessage) -> str | None:
    shown, address = parseaddr(_header(message, "from"))
    return shown.strip() or address.rpartition("@")[2] or None


def _header(message: EmailMessage, field: str) -> str:
    try:
        return str(message[field] or "")
    except (ValueError, IndexError, KeyError, AttributeError, TypeError):
        return ""
