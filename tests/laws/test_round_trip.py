"""What is printed reads as the nodes it was printed from, in either language, and so again."""

import pytest
from hypothesis import assume, given

from indicator_dsl.diagnostics import Severity
from indicator_dsl.syntax import ActualsFileNode, RulesetFileNode, print_actuals, print_ruleset
from indicator_dsl.wording import Lang
from tests.engine import compiled, read_actuals, read_ruleset
from tests.strategies import ACTUALS, RULESET, actuals_files, damaged, ruleset_files

LANGUAGES = pytest.mark.parametrize("lang", ["en", "zh"])


@LANGUAGES
@given(file=ruleset_files)
def test_a_ruleset(lang: Lang, file: RulesetFileNode) -> None:
    text = print_ruleset(file, lang)
    again, said = read_ruleset(text)
    assert () == said
    assert file == again
    assert text == print_ruleset(again, lang)


@LANGUAGES
@given(file=actuals_files)
def test_actuals(lang: Lang, file: ActualsFileNode) -> None:
    text = print_actuals(file, lang)
    again, said = read_actuals(text)
    assert () == said
    assert file == again
    assert text == print_actuals(again, lang)


@LANGUAGES
@given(text=damaged(RULESET))
def test_whatever_can_be_read_as_a_ruleset(lang: Lang, text: str) -> None:
    file, said = read_ruleset(text)
    assume(Severity.ERROR not in {each.severity for each in said})
    printed = print_ruleset(file, lang)
    assert (file, ()) == read_ruleset(printed)
    assert compiled(text)[0] == compiled(printed)[0]


@LANGUAGES
@given(text=damaged(ACTUALS))
def test_whatever_can_be_read_as_actuals(lang: Lang, text: str) -> None:
    file, said = read_actuals(text)
    assume(Severity.ERROR not in {each.severity for each in said})
    assert (file, ()) == read_actuals(print_actuals(file, lang))
