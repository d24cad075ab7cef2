"""Whatever a form holds, its transcript compiles, keeps its rows and says what the cells said."""

import re
from fractions import Fraction

from hypothesis import given, settings, strategies as st

from indicator_dsl.compiler import compile_actuals, compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.model import Form, FormCell, FormRow, MoneyRow
from indicator_dsl.scoring import evaluate
from indicator_dsl.source import SourceText
from indicator_dsl.transcription import import_texts, prints_back, transcribe
from tests.forms_at_hand import cell, form, row

_OPERATORS = (
    "≥",
    "≧",
    ">=",
    "＞＝",
    "不低于",
    "不少于",
    "至少",
    "≤",
    "<=",
    "不超过",
    "=",
    "﹦",
    "",
)
_SIGNS = {
    **dict.fromkeys(("≥", "≧", ">=", "＞＝", "不低于", "不少于", "至少"), ">="),
    **dict.fromkeys(("≤", "<=", "不超过"), "<="),
    **dict.fromkeys(("=", "﹦"), "="),
}
_UNITS = ("件", "个", "人次", "%", "％", "万元", "元/人*月", "平方米", "")
_READ = {"％": "%", "元/人*月": "元/人·月"}

numbers = st.fractions(min_value=1, max_value=10**6, max_denominator=100).map(
    lambda number: f"{float(number):.2f}".rstrip("0").rstrip(".")
)
cells = st.text(max_size=30) | st.sampled_from(
    [
        "≥95%",
        "达成",
        "9月前",
        "完成",
        "/",
        "优良中差",
        "1-12月",
        "5",
        "10元/人",
        '"',
        "#",
        "=",
        "[",
        "(",
    ]
)


def _digits(text: str) -> set[int]:
    """Every run of digits, in one width."""
    narrow = text.translate({0xFF10 + n: 48 + n for n in range(10)})
    whole = re.sub("(?<=[0-9]),(?=[0-9]{3})", "", narrow)
    return {int(run) for run in re.findall("[0-9]+", whole)}


points = st.sampled_from(["5", "10.00", "20分", "0", "2.5", None])


@st.composite
def drawn_rows(draw: st.DrawFn) -> FormRow:
    """A row with anything in any of its cells."""
    keys = ("level1", "level2", "nature", "target", "unit", "actual", "weight", "score", "reason")
    given = {key: draw(cells | st.none()) for key in keys}
    given["weight"] = draw(points | cells)
    given["score"] = draw(points | cells)
    return row(draw(cells), **given)


_some_cells = cells.map(lambda text: FormCell(text=text))
drawn_money = st.builds(
    MoneyRow,
    **dict.fromkeys(("label", "initial", "budget", "executed", "rate", "score"), _some_cells),
    weight=(points | cells).map(cell),
)
drawn_forms = st.builds(
    Form,
    name=cells,
    year=_some_cells | st.just(FormCell(text="2022")),
    project=_some_cells,
    money_unit=_some_cells,
    money=st.lists(drawn_money, max_size=1).map(tuple),
    rows=st.lists(drawn_rows(), max_size=4).map(tuple),
    headings=st.lists(drawn_rows(), max_size=1).map(tuple),
    total_score=_some_cells,
)


@given(
    number=numbers,
    actual=numbers,
    sign=st.sampled_from(_OPERATORS),
    unit=st.sampled_from(_UNITS),
    is_column=st.booleans(),
    has_own_unit=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_a_figure_in_any_spelling(
    number: str, actual: str, sign: str, unit: str, *, is_column: bool, has_own_unit: bool
) -> None:
    spelled = row(
        "甲",
        nature=sign if is_column else "",
        target=f"{'' if is_column else sign}{number}{'' if has_own_unit else unit}",
        unit=unit if has_own_unit else "",
        actual=f"{actual}{unit}",
        weight="5",
    )
    found = transcribe(form(spelled)).rows[0]
    assert found.is_understood
    operator = _SIGNS.get(sign, ">=")
    asked = f"{operator} {number} {_READ.get(unit, unit)}".strip()
    assert found.rule == f"甲 {asked} weight 5"
    assert found.actual == f"{actual}{_READ.get(unit, unit)}"
    assert prints_back(found)


@given(drawn_forms)
@settings(max_examples=150, deadline=None)
def test_what_is_understood_prints_back(drawn: Form) -> None:
    found = transcribe(drawn)
    assert tuple(reading.row for reading in found.rows) == drawn.rows
    for reading in found.rows:
        assert bool(reading.puzzles) != reading.is_understood
        if reading.is_understood:
            assert prints_back(reading)
            said = f"{reading.rule} {reading.actual} {' '.join(t.zh for t in reading.assumed)}"
            if reading.target_kind.value != "not-applicable":
                assert _digits(reading.row.target.text) <= _digits(said)
            assert _digits(reading.row.actual.text) <= _digits(said)
            assert "\n" not in reading.rule
        else:
            assert (reading.rule, reading.actual) == ("", "")


@given(drawn_forms)
@settings(max_examples=100, deadline=None)
def test_the_texts_of_an_import_score_the_same(drawn: Form) -> None:
    found = transcribe(drawn)
    ruleset_text, actuals_text = import_texts(found)
    collector = Collector()
    ruleset = compile_ruleset(SourceText("a.ind", ruleset_text), collector)
    actuals = compile_actuals(SourceText("a.act", actuals_text), collector)
    assert not collector.has_errors
    assert ruleset is not None
    assert actuals is not None
    if any(reading.is_scored for reading in found.rows):
        assert found.ruleset is not None
    if found.ruleset is not None:
        once, again = evaluate(found.ruleset, found.actuals), evaluate(ruleset, actuals)
        assert (once.total, once.low, once.high) == (again.total, again.low, again.high)
        assert len(once.lines) - sum(reading.is_scored for reading in found.rows) in {0, 1}


@given(number=numbers, actual=numbers)
def test_a_number_is_never_lost_or_made(number: str, actual: str) -> None:
    found = transcribe(
        form(row("甲", target=f"≥{number}件", actual=f"{actual}件", weight="5"))
    ).rows[0]
    said = [Fraction(each) for each in re.findall(r"\d+(?:\.\d+)?", f"{found.rule} {found.actual}")]
    assert said == [Fraction(number), Fraction(5), Fraction(actual)]
