"""What is printed reads as the nodes it was printed from, in either language, and so again."""

from typing import Final, get_args

from hypothesis import given

from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.syntax import ActualsFileNode, RulesetFileNode, print_actuals, print_ruleset
from indicator_dsl.wording import Lang
from tests.engine import compiled, read_actuals, read_ruleset
from tests.strategies import ACTUALS, RULESET, actuals_files, damaged, ruleset_files

LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)


def has_no_error(said: tuple[Diagnostic, ...]) -> bool:
    return Severity.ERROR not in {each.severity for each in said}


@given(ruleset_files)
def test_a_ruleset(file: RulesetFileNode) -> None:
    for lang in LANGUAGES:
        text = print_ruleset(file, lang)
        again, said = read_ruleset(text)
        assert () == said
        assert file == again
        assert text == print_ruleset(again, lang)


@given(actuals_files)
def test_actuals(file: ActualsFileNode) -> None:
    for lang in LANGUAGES:
        text = print_actuals(file, lang)
        again, said = read_actuals(text)
        assert () == said
        assert file == again
        assert text == print_actuals(again, lang)


@given(damaged(RULESET))
def test_whatever_can_be_read_of_a_ruleset(text: str) -> None:
    file, said = read_ruleset(text)
    for lang in LANGUAGES:
        again, said_again = read_ruleset(print_ruleset(file, lang))
        assert file == again
        assert () == said_again
    if has_no_error(said):
        assert compiled(text)[0] == compiled(print_ruleset(file))[0]


@given(damaged(ACTUALS))
def test_whatever_can_be_read_of_actuals(text: str) -> None:
    file, said = read_actuals(text)
    for lang in LANGUAGES:
        again, said_again = read_actuals(print_actuals(file, lang))
        assert file == again
        assert () == said_again or not has_no_error(said)
