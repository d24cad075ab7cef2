"""What is printed reads as the nodes it was printed from, in either language, and prints the same again."""

import pytest
from hypothesis import given

from indicator_dsl.diagnostics import Collector
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import (
    ActualsFileNode,
    RulesetFileNode,
    parse_actuals,
    parse_ruleset,
    print_actuals,
    print_ruleset,
)
from indicator_dsl.wording import Lang
from tests.strategies import actuals_files, ruleset_files

LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


@LANGUAGES
@given(file=ruleset_files())
def test_a_ruleset(lang: Lang, file: RulesetFileNode) -> None:
    collector = Collector()
    text = print_ruleset(file, lang)
    again = parse_ruleset(SourceText("a.ind", text), collector)
    assert () == collector.sorted()
    assert file == again
    assert text == print_ruleset(again, lang)


@LANGUAGES
@given(file=actuals_files())
def test_actuals(lang: Lang, file: ActualsFileNode) -> None:
    collector = Collector()
    text = print_actuals(file, lang)
    again = parse_actuals(SourceText("a.act", text), collector)
    assert () == collector.sorted()
    assert file == again
    assert text == print_actuals(again, lang)
