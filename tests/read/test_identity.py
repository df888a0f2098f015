"""Digests, ids, versions, publishers: who a report is."""

import hashlib

from sayso.read.identity import canonical
from sayso.read.options import Options
from sayso.read.text import from_text

STORY = "Police arrested twelve people on Monday."


def test_id_is_the_text_digest_where_nothing_else_is_known() -> None:
    """Without id and URL, the digest of the text is the id; its first 12 digits are the version."""
    report = from_text(STORY + "\r\n", Options()).report
    expected = hashlib.sha256(STORY.encode()).hexdigest()

    assert (expected, expected[:12], expected) == (report.id, report.version, report.text_digest)
    assert hashlib.sha256((STORY + "\r\n").encode()).hexdigest() == report.raw_digest


def test_id_holds_publisher_and_date_where_there_is_no_url() -> None:
    """Each outlet's print of a text is a report; the same outlet's on the same day, however spelt, is one."""
    ids = {
        name: from_text(STORY, Options.of(**given)).report.id
        for name, given in {
            "nothing": {},
            "one": {"publisher": "The Post"},
            "other": {"publisher": "The Herald"},
            "dated": {"publisher": "The Post", "published": "2024-03-12"},
            "later": {"publisher": "The Post", "published": "2024-03-13"},
            "day": {"published": "2024-03-12"},
        }.items()
    }

    assert len(set(ids.values())) == 6
    assert from_text(STORY, Options(publisher=" the  POST")).report.id == ids["one"]
    assert from_text(STORY, Options(publisher="The Post", url="https://post.example/a")).report.id == (
        "https://post.example/a"
    )


def test_id_is_the_canonical_url_and_a_given_id_outranks_it() -> None:
    """Tracking parameters and fragments are no part of a report's identity."""
    url = "https://Post.example/a?id=7&utm_source=x#top"

    assert from_text(STORY, Options(url=url)).report.id == "https://post.example/a?id=7"
    assert from_text(STORY, Options(url=url, id="r1")).report.id == "r1"


def test_same_id_other_text_is_another_version() -> None:
    """A changed text keeps its id and gets another version."""
    one, other = (from_text(text, Options(id="r1")).report for text in (STORY, STORY + " One was hurt."))

    assert (one.id, one.version) != (other.id, other.version)
    assert one.id == other.id


def test_publisher_given_outranks_the_url() -> None:
    """The publisher is the one given, else the URL's domain; each with its reason."""
    given = from_text(STORY, Options(publisher="The Post", url="https://www.post.example/a"))
    found = from_text(STORY, Options(url="https://www.post.example/a"))
    unknown = from_text(STORY, Options())

    assert (given.publisher, given.publisher_why) == ("The Post", "given")
    assert (found.publisher, found.publisher_why) == ("post.example", "the domain of the URL")
    assert (unknown.publisher, unknown.publisher_why) == (None, "none given, and none found in the text")


def test_broken_urls_are_kept_as_they_are() -> None:
    """What is no URL is still an identity."""
    assert canonical("http://[broken") == "http://[broken"
