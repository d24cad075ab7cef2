"""What is known besides the lines."""

from fractions import Fraction

import pytest

from indicator_dsl import parse_ruleset
from indicator_dsl.model import Actuals, Entry, Veto
from indicator_dsl.scoring import evaluate
from indicator_dsl.scoring.facts import Facts


@pytest.mark.parametrize(
    ("said", "missing_is_zero", "truth"),
    [
        (True, False, True),
        (False, False, False),
        (None, False, None),
        (None, True, False),
        (True, True, True),
    ],
)
def test_whether_a_veto_holds(said: bool | None, missing_is_zero: bool, truth: bool | None) -> None:  # noqa: FBT001 - a table of truths
    veto = Veto(name="虚报", grade="良", missing_is_zero=missing_is_zero)
    assert truth is Facts(vetoes={"虚报": said}).holds(veto)


def test_nothing_said_is_not_known() -> None:
    assert Facts().holds(Veto(name="虚报", grade="良")) is None


UNREAD = """total 100
veto "虚报" total 60 missing zero
bonus "创新" 1 each cap 3 missing zero
年办件量 >= 10 件 weight 100
"""


def test_what_cannot_be_read_is_not_what_is_missing() -> None:
    rules = parse_ruleset(UNREAD).model
    missing = evaluate(rules, Actuals(entries=(Entry(name="年办件量", cell="10件"),)))
    unread = (Entry(name="虚报", cell="也许"), Entry(name="创新", cell="-1"))
    open_card = evaluate(rules, Actuals(entries=(*missing.actuals.entries, *unread)))
    assert Fraction(100) == missing.total
    assert open_card.total is None
    assert (Fraction(60), Fraction(103)) == (open_card.low, open_card.high)


@pytest.mark.parametrize(
    ("cell", "bounds"),
    [
        ("2项", (102, 102)),
        ("１项", (101, 101)),
        ("1_000", (100, 103)),
        ("0x10", (100, 103)),
        ("1项2", (100, 103)),
    ],
)
def test_what_goes_on_in_digits_is_no_count(cell: str, bounds: tuple[int, int]) -> None:
    entries = (Entry(name="年办件量", cell="10件"), Entry(name="创新", cell=cell))
    card = evaluate(parse_ruleset(UNREAD).model, Actuals(entries=entries))
    assert tuple(map(Fraction, bounds)) == (card.low, card.high)
