"""Which report it is: digests, canonical URL, id and version."""

import hashlib
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKERS = (
    "utm_",
    "fbclid",
    "gclid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "cmpid",
    "ocid",
    "ref",
    "ref_src",
    "at_",
)


def digest(data: bytes | str) -> str:
    """SHA-256 in hexadecimal; text as UTF-8 (a lone surrogate as its three bytes)."""
    given = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(given).hexdigest()


def print_id(text_digest: str, publisher: str | None, published: date | None) -> str:
    """The id of a report without URL: a digest of text, publisher and date; the text's where neither is known.

    Outlets print one text of an agency word for word: each print is a report.
    """
    if publisher is None and published is None:
        return text_digest
    name = " ".join(publisher.casefold().split()) if publisher else ""
    return digest("\n".join((text_digest, name, str(published or ""))))


def canonical(url: str) -> str:
    """The URL without fragment and tracking parameters, scheme and host in lower case.

    >>> canonical("HTTPS://News.Example/a?id=7&utm_source=x#top")
    'https://news.example/a?id=7'
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.startswith(_TRACKERS)]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, urlencode(kept), ""))


def domain(url: str) -> str | None:
    """The host of a URL without "www.", or None."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
