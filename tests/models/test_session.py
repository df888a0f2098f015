"""Models are checked before they are opened, and opened once."""

import pytest

from sayso.errors import DamagedInstall, UsageError, WrongModel
from sayso.models import session as sessions
from sayso.models.catalogue import Entry


@pytest.fixture
def entry(monkeypatch):
    """A catalogue with one entry, made as asked."""

    def make(**facts):
        known = {"task": "test", "version": "1", "source": "invented", "licence": "none", "digest": "0" * 64}
        made = {"thing": Entry(**{**known, **facts})}
        monkeypatch.setattr(sessions, "catalogue", lambda: made)
        monkeypatch.setattr("sayso.models.catalogue.catalogue", lambda: made)
        return made["thing"]

    return make


def test_a_changed_file_is_refused(entry):
    """What is on disk must be what the catalogue names."""
    entry(file="catalogue.toml")

    with pytest.raises(WrongModel, match="thing"):
        sessions.session("thing")


def test_a_missing_file_is_named(entry):
    """A file that is not there says which, and what to do."""
    entry(file="nowhere.onnx")

    with pytest.raises(DamagedInstall, match=r"nowhere\.onnx.*Reinstall"):
        sessions.session("thing")


def test_a_session_is_opened_once():
    """The second call gives the first one's session."""
    assert sessions.session("attribution") is sessions.session("attribution")


@pytest.mark.parametrize(("value", "expected"), [("", None), ("two", None), ("-1", None), ("2", 2), ("0", 0)])
def test_threads_are_a_number(monkeypatch, value, expected):
    """The setting is a number or an error that names it."""
    monkeypatch.setenv("SAYSO_THREADS", value)

    if expected is None:
        with pytest.raises(UsageError, match="SAYSO_THREADS"):
            sessions.threads()
    else:
        assert sessions.threads() == expected
