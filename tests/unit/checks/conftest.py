"""The shipped form, compiled once for the checks."""

import pytest

from indicator_dsl.assets import rulesets
from indicator_dsl.model import Ruleset
from tests.engine import ruleset_of


@pytest.fixture(scope="session")
def shipped() -> Ruleset:
    file = rulesets().joinpath("chaoyang-window-2024").joinpath("ruleset.ind")
    return ruleset_of(file.read_text(encoding="utf-8"))
