"""A test that needs a program from outside is skipped without it, and fails where it must be."""

import shutil
from collections.abc import Callable

import pytest

External = Callable[..., str]


def test_one_that_is_there(external: External) -> None:
    assert shutil.which("sh") == external("no-such-program", "sh")


def test_a_missing_one_skips(external: External, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REQUIRE_EXTERNAL", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no no-such-program or other on this machine"):
        external("no-such-program", "other")


def test_a_missing_one_fails_where_all_must_be_there(
    external: External, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUIRE_EXTERNAL", "1")
    with pytest.raises(pytest.fail.Exception):
        external("no-such-program")
