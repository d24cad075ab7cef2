"""Each further value that becomes known leaves bounds that lie inside the earlier ones."""

from random import Random

from hypothesis import given, strategies as st

from tests.engine import card_of, ruleset_of
from tests.strategies import Sheet, derived_sheets, sheets


@given(sheets() | derived_sheets(), st.randoms(use_true_random=False))
def test_one_value_after_another(sheet: Sheet, chance: Random) -> None:
    names = sorted(sheet.cells)
    chance.shuffle(names)
    ruleset = ruleset_of(sheet.text())
    known: dict[str, object] = {}
    before = card_of(ruleset, known)
    for name in names:
        known[name] = sheet.cells[name]
        after = card_of(ruleset, known)
        assert before.low <= after.low <= after.high <= before.high
        assert {*after.grades} <= {*before.grades}
        before = after
