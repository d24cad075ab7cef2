"""Points recalculated by LibreOffice are ours to the digit, whatever is entered into the sheet."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from openpyxl import Workbook

from indicator_dsl import Ruleset, load_actuals, load_ruleset, parse_ruleset
from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import shipped_rulesets
from indicator_dsl.forms import forms_from_bytes
from indicator_dsl.forms.writing.audited import official_from_audit
from indicator_dsl.forms.writing.filled import official_from_card
from indicator_dsl.forms.writing.workbook import workbook_of_form
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring import Scorecard, holds
from indicator_dsl.testing import from_ruleset
from tests.audits_made import audit_made
from tests.forms_at_hand import records
from tests.laws.test_drawn_actuals_score import OPEN, WHOLE
from tests.recalculating import SUMS, Sums, recalculated, with_other_values

External = Callable[..., str]
pytestmark = pytest.mark.external
CORPUS: Final = Path(__file__).parents[1] / "corpus"
_AT_ONCE: Final = 6  # workbooks to one start of the program
TOTAL: Final = parse_ruleset(
    "round 1 total\n"
    "甲 >= 7 件 weight 10\n乙 >= 90 % weight 20 by less 1 per full 1 pp\n"
    "丙 <= 3 天 weight 3.335 by excess\n"
    "丁 = 是 weight 5 missing zero\n戊 in 8..12 天 weight 7 by ratio"
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
    book: Workbook, sums: Sums, card: Scorecard, before: Scorecard | None = None, *, has_total: bool
) -> None:
    """Points of live lines are the card's, those of others stay as they were written."""
    places = card.ruleset.rounding.places
    for name, row in sums.lines.items():
        line = (card if sums.is_live(row) else before or card).line(name)
        assert line is not None
        if has_changed(sums, name, before, card):
            assert number_of(book[SUMS].cell(row, 8).value) is None
            continue
        ours = None if line.earned is None else half_up(line.earned, places)
        assert ours == number_of(book[SUMS].cell(row, 8).value), (name, line.observed)
    if has_total:
        assert card.total == number_of(book[SUMS].cell(sums.total, 8).value)


def applies(card: Scorecard, name: str) -> bool | None:
    """What is known of a line's own condition; True where it has none."""
    line = card.line(name)
    assert line is not None
    figures = {each.name: each.quantity for each in card.figures if each.quantity is not None}
    return line.indicator.when is None or holds(line.indicator.when, figures)


def has_changed(sums: Sums, name: str, before: Scorecard | None, after: Scorecard) -> bool:
    """Whether a line does not apply any more as its points were written for."""
    stands = applies(after, name)
    if before is None or sums.is_live(sums.lines[name]):
        return stands is not True
    return stands != applies(before, name)


def test_the_hall(soffice: str, tmp_path: Path) -> None:
    actuals = load_actuals(str(rulesets() / "chaoyang-window-2024" / "actuals.act"))
    card = load_ruleset("chaoyang-window-2024").evaluate(actuals).model
    content = written(card)
    book = recalculated(soffice, [Sums(content).content()], tmp_path)[0]
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
        facts = {each.name for each in ruleset.model.extras}
        facts |= {each.name for each in ruleset.model.vetoes}
        kept = {name: cell for name, cell in first.items() if name in facts}
        wanted = ruleset.evaluate({**second, **kept}).model
        sums = Sums(written(before))
        entered = dict(with_other_values(sums, wanted, first))
        after = ruleset.evaluate(entered).model
        tried.append((sums, before, after))
    with TemporaryDirectory() as folder:
        books = recalculated(soffice, [sums.content() for sums, _, _ in tried], Path(folder))
    for book, (sums, before, after) in zip(books, tried, strict=True):
        # Once a line begins or ceases to apply, the sheet has no total.
        is_so = not any(has_changed(sums, name, before, after) for name in sums.lines)
        is_live = all(
            sums.is_live(row)
            for name, row in sums.lines.items()
            if any(name == figure.name for figure in before.ruleset.derived)
        )
        has_total = is_so and is_live and sums.is_live(sums.total)
        assert_same(book, sums, after, before, has_total=has_total)


AUDITS: Final = [
    audit
    for form in records(CORPUS / "forms.jsonl")
    for audit in (audit_made(form),)
    if audit.card is not None  # not where no row has points: nothing to work out
]


def test_forms_as_offices_reported_them(soffice: str, tmp_path: Path) -> None:
    made = [workbook_of_form(official_from_audit(audit)) for audit in AUDITS]
    assert 10 <= len(made)
    assert [()] * len(made) == [book.not_live for book in made]
    contents = [Sums(book.content).content() for book in made]  # without the values told in it
    for audit, content, book in zip(
        AUDITS, contents, recalculated(soffice, contents, tmp_path), strict=True
    ):
        assert audit.card is not None
        assert_same(book, Sums(content), audit.card, has_total=True)


@settings(
    max_examples=1, phases=[Phase.reuse, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(st.data())
def test_other_values_entered_into_forms(soffice: str, data: st.DataObject) -> None:
    tried = []
    for audit in AUDITS:
        assert audit.card is not None
        ruleset = Ruleset(model=audit.card.ruleset)
        wanted = ruleset.evaluate(data.draw(from_ruleset(ruleset))).model
        sums = Sums(workbook_of_form(official_from_audit(audit)).content)
        cells = {entry.name: entry.cell for entry in audit.card.actuals.entries}
        after = ruleset.evaluate(dict(with_other_values(sums, wanted, cells))).model
        tried.append((sums, audit.card, after))
    with TemporaryDirectory() as folder:
        books = recalculated(soffice, [sums.content() for sums, _, _ in tried], Path(folder))
    for book, (sums, before, after) in zip(books, tried, strict=True):
        assert_same(book, sums, after, before, has_total=sums.is_live(sums.total))


def test_a_recalculated_form_reads_back_the_same(soffice: str, tmp_path: Path) -> None:
    actuals = load_actuals(str(rulesets() / "chaoyang-window-2024" / "actuals.act"))
    content = written(load_ruleset("chaoyang-window-2024").evaluate(actuals).model)
    recalculated(soffice, [content], tmp_path)
    worked_out = (tmp_path / "out" / "0.xlsx").read_bytes()
    ours, theirs = (cells_read(each) for each in (content, worked_out))
    assert ours == theirs


def cells_read(content: bytes) -> list[list[str]]:
    """The cells of a form's rows, and its total, as its reader takes them."""
    collector = Collector()
    (form,) = forms_from_bytes(content, "自评表.xlsx", collector)
    assert () == collector.sorted()
    rows = [[row.name.text, row.target.text, row.actual.text, row.score.text] for row in form.rows]
    return [*rows, [form.total_score.text]]
