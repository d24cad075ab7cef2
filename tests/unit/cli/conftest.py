"""An empty folder to give commands in, in English and without colour."""

from pathlib import Path

import pytest

from tests.prompt import Give, given


@pytest.fixture
def give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Give:
    """Gives a command line in `tmp_path`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INDICATOR_DSL_LANG", "en")
    for variable in ("COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    return given
