"""Whatever the rule and the actual, the drawing holds the target and fits its frame."""

import re
from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.explanation import explain_card
from indicator_dsl.model import Measured
from indicator_dsl.rendering import picture_of, report_html
from indicator_dsl.rendering.charts import chart_lines
from indicator_dsl.rendering.curve_plots import curve_lines
from indicator_dsl.rendering.curve_svg import curve_svg
from indicator_dsl.rendering.marks import PLAIN, SIGNS
from tests import oracle
from tests.cards import CardSheet, card_for, card_sheets
from tests.engine import card_of, ruleset_of
from tests.pages import Page
from tests.schemes import UNITS, number, rule_text, schemed_rules, turning_points, with_neighbours
from tests.strategies import decimal_text

NUMBER = re.compile(r"(?:[xy]|cx|cy)=\"(-?[\d.]+)\"")


@st.composite
def actuals(draw: st.DrawFn, rule: oracle.Rule) -> str:
    far = st.integers(-(10**15), 10**15).map(Fraction)
    near = [x for x in with_neighbours(turning_points(rule)) if decimal_text(x) is not None]
    return number(draw(st.sampled_from(near) | far))


@given(schemed_rules(), st.sampled_from(UNITS), st.data())
def test_a_rule(rule: oracle.Rule, unit: str, data: st.DataObject) -> None:
    text = rule_text("甲", rule, unit)
    cell = data.draw(st.none() | actuals(rule).map(lambda x: f"{x} {unit}"))
    told = explain_card(card_of(text, {} if cell is None else {"甲": cell})).lines[0]
    picture = picture_of(told.line.indicator, told)
    assert isinstance(told.line.indicator.measure, Measured)
    assert picture is not None
    assert picture.left < picture.right
    assert all(picture.left <= mark.at <= picture.right for mark in picture.targets)
    for stroke in picture.strokes:
        for point in stroke.points:
            assert picture.left <= point.x <= picture.right
            assert 0 <= point.y <= picture.top
    actual = picture.actual
    if actual is not None and actual.side == "inside":
        assert picture.left <= actual.x <= picture.right
        assert told.line.indicator.measure.curve.at(actual.x) == actual.y
    drawn = curve_svg(picture, "zh", key="k")
    assert all(-1 <= float(found) <= 361 for found in NUMBER.findall(drawn))
    for marks in (SIGNS, PLAIN):
        assert all(line.cell_len <= 60 for line in curve_lines(picture, "en", marks, 60))


@given(card_sheets() | card_sheets(nested=True, shared=True), st.data())
def test_a_card(sheet: CardSheet, data: st.DataObject) -> None:
    entries = sheet.entries()
    kept = data.draw(st.sets(st.sampled_from(sorted(entries))))
    shown = {name: entry for name, entry in entries.items() if name in kept}
    told = explain_card(card_for(ruleset_of(sheet.text()), shown))
    for lang in ("zh", "en"):
        page = Page(report_html(told, lang))
        assert len(told.lines) == len(page.tags("article"))
        for rect in page.tags("rect"):
            start, width = (float(rect.attributes[key]) for key in ("x", "width"))
            assert start >= 0
            assert width > 0
            assert start + width <= 100.01
    for marks in (SIGNS, PLAIN):
        assert all(line.cell_len <= 60 for line in chart_lines(told, "en", marks, 60))
