"""Points recalculated by LibreOffice are ours to the digit, whatever is entered into the sheet."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from indicator_dsl import Ruleset, load_actuals, load_ruleset, parse_ruleset
from indicator_dsl.assets import rulesets
from indicator_dsl.files import shipped_rulesets
from indicator_dsl.forms.writing.filled import official_from_card
from indicator_dsl.forms.writing.workbook import workbook_of_form
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring import Scorecard
from indicator_dsl.testing import from_ruleset
from tests.laws.test_drawn_actuals_score import OPEN, WHOLE
from tests.recalculating import SUMS, Sums, recalculated, with_other_values

External = Callable[..., str]
pytestmark = pytest.mark.external
_AT_ONCE: Final = 6  # workbooks to one start of the program
TOTAL: Final = parse_ruleset(
    "round 1 total\n"
    "甲 >= 7 件 weight 10\n乙 >= 90 % weight 20 by less 1 per full 1 pp\n"
    "丙 <= 3 天 weight 3.335 by excess\n丁 = 是 weight 5 missing zero\n戊 in 8..12 天 weight 7 by ratio"
)


@pytest.fixture
def soffice(external: External) -> str:
    return external("soffice", "libreoffice")


def written(card: Scorecard) -> bytes:
    return workbook_of_form(official_from_card(card)).content


def number_of(value: object) -> Fraction | None:
    """A cell's points: what a binary number of the spreadsheet was meant to be."""
    if value in (None, ""):
        return None
    assert isinstance(value, int | float), value
    return Fraction(repr(value))


def assert_same(
    book: Any, sums: Sums, card: Scorecard, before: Scorecard | None = None, *, has_total: bool
) -> None:
    """Points of live lines are the card's, those of others stay as they were written."""
    places = card.ruleset.rounding.places
    for name, row in sums.lines.items():
        line = (card if sums.is_live(row) else before or card).line(name)
        assert line is not None
        ours = None if line.earned is None else half_up(line.earned, places)
        assert ours == number_of(book[SUMS].cell(row, 8).value), (name, line.observed)
    if has_total:
        assert card.total == number_of(book[SUMS].cell(sums.total, 8).value)


def test_the_hall(soffice: str, tmp_path: Path) -> None:
    actuals = load_actuals(str(rulesets() / "chaoyang-window-2024" / "actuals.act"))
    card = load_ruleset("chaoyang-window-2024").evaluate(actuals).model
    content = written(card)
    book = recalculated(soffice, [content], tmp_path)[0]
    assert_same(book, Sums(content), card, has_total=True)
    form = book["自评表"]
    assert [20, 10, 8, 10, 30, 10, 98] == [form.cell(row, 8).value for row in range(13, 20)]
    assert 10 == form["I6"].value


SHEETS: Final = {"open": OPEN, "whole": WHOLE, "total": TOTAL}


def sheet_called(name: str) -> Ruleset:
    return SHEETS.get(name) or load_ruleset(name)


@pytest.mark.parametrize(
    "name", [*SHEETS, *(shipped.id for shipped in shipped_rulesets() if shipped.id != "mof-2020")]
)
@settings(
    max_examples=2,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_other_values_entered(name: str, soffice: str, data: st.DataObject) -> None:
    ruleset = sheet_called(name)
    drawn = data.draw(
        st.lists(
            st.tuples(from_ruleset(ruleset), from_ruleset(ruleset)),
            min_size=_AT_ONCE,
            max_size=_AT_ONCE,
        )
    )
    tried = []
    for first, second in drawn:
        before = ruleset.evaluate(first).model
        facts = {x.name for x in (*ruleset.model.extras, *ruleset.model.vetoes)}
        second = {**second, **{n: c for n, c in first.items() if n in facts}}
        wanted = ruleset.evaluate(second).model
        sums = Sums(written(before))
        entered = dict(with_other_values(sums, wanted, first))
        after = ruleset.evaluate(entered).model
        tried.append((sums, before, after))
    with TemporaryDirectory() as folder:
        books = recalculated(soffice, [sums.content() for sums, _, _ in tried], Path(folder))
    for book, (sums, before, after) in zip(books, tried, strict=True):
        # Whether ceilings hold and which lines are left out is taken as it stood.
        stood = before.facts.limits, [line.is_dropped for line in before.lines]
        stands = after.facts.limits, [line.is_dropped for line in after.lines]
        is_live = all(
            sums.is_live(row)
            for name, row in sums.lines.items()
            if any(name == figure.name for figure in before.ruleset.derived)
        )
        has_total = stood == stands and is_live and sums.is_live(sums.total)
        assert_same(book, sums, after, before, has_total=has_total)
