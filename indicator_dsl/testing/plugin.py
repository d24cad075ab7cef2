"""The pytest plugin: its switches only, so that loading it costs nothing where it is not wanted.

What it collects stands in `collecting`.
"""

from importlib import import_module

import pytest

_COLLECTING = "indicator_dsl.testing.collecting"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option `--indicator-dsl` and the ini setting `indicator_dsl`, both off by default."""
    group = parser.getgroup("indicator_dsl", "rulesets of indicator-dsl")
    group.addoption(
        "--indicator-dsl",
        action="store_true",
        help="collect examples of rulesets (*.ind) and cases (cases/*.toml beside a ruleset.ind)",
    )
    parser.addini(
        "indicator_dsl",
        "collect rulesets and cases as with --indicator-dsl",
        type="bool",
        default=False,
    )


def pytest_configure(config: pytest.Config) -> None:
    """Collects when it was asked for, and never by surprise."""
    if config.getoption("--indicator-dsl") or config.getini("indicator_dsl"):
        config.pluginmanager.register(import_module(_COLLECTING), _COLLECTING)
