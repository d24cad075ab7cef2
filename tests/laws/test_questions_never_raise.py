"""Whatever is handed in, a card can be asked what if, to what and at the margin, and tells it."""

import json
from typing import Final

from hypothesis import given, strategies as st

from indicator_dsl import Scorecard
from indicator_dsl.api import parse_ruleset
from indicator_dsl.model import Actuals
from indicator_dsl.wording import Lang
from tests.cards import CardSheet, card_sheets

LANGS: Final[tuple[Lang, ...]] = ("en", "zh")
sheets = card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True)
goals = st.sampled_from(["优", "差", 0, 7.5, "12.34", 10**12])
cells = st.none() | st.sampled_from(
    ["0", "-5", "999999999999999999", "0.000000001", "1e5", "不详", "n/a", "优", "2024-12-31", "是"]
)


def _asked(sheet: CardSheet, data: st.DataObject) -> Scorecard:
    entries = sheet.entries()
    kept = data.draw(st.sets(st.sampled_from(sorted(entries))))
    given_ = Actuals(entries=tuple(e for name, e in entries.items() if name in kept))
    card = parse_ruleset(sheet.text()).evaluate(given_)
    name = data.draw(st.sampled_from(sorted(entries)))
    return card.what_if({name: data.draw(cells)}).after


@given(sheets, goals, st.data())
def test_of_sheets_with_gaps(sheet: CardSheet, goal: str | float, data: st.DataObject) -> None:
    card = _asked(sheet, data)
    goal = "差" if goal == "优" and not card.grades else goal
    for told in (card.reach(goal), card.sensitivity(), card.what_if({})):
        for lang in LANGS:
            assert str(told.to_text(lang))
            assert told.to_markdown(lang).endswith("\n")
            assert json.dumps(told.to_dict(lang))
