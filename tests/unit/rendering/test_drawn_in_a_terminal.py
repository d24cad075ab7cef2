"""Curves and charts in a terminal: golden in both languages, plain signs, any width."""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import pytest
from attrs import evolve
from rich.cells import cell_len
from rich.console import Console, RenderableType

from indicator_dsl import indicator
from indicator_dsl.explanation import CardExplanation, waterfall_of
from indicator_dsl.rendering import ChartView, CurveView, chart_text, curve_text, picture_of
from indicator_dsl.rendering.bars import fall_bar
from indicator_dsl.rendering.canvases import Canvas
from indicator_dsl.rendering.charts import chart_lines
from indicator_dsl.rendering.curve_plots import curve_lines
from indicator_dsl.rendering.marks import PLAIN, SIGNS
from indicator_dsl.wording import Lang

Explain: TypeAlias = Callable[[str, str], CardExplanation]
Golden: TypeAlias = Callable[[str, str], None]
MakeConsole: TypeAlias = Callable[..., Console]

CURVES = (
    ("年办件量 >= 200000 件 weight 20", "332344件"),
    ("项目开展进度 <= 80 % weight 10 by inverse", "100%"),
    ("安全事故 = 0 次 weight 10 by less 2 per 1 次 or part zero from 4 次", "2 次"),
    ("完工时间 <= 2024-12-31 weight 5 by less 0.5 per 1 天", "2025-01-03"),
    ("居民满意度 in 90..100 % weight 5 by ratio", "88 %"),
    ("满意度 >= 90 分 weight 10 by bands >= 90: 10, >= 80: 8, >= 60: 5, else 0", None),
    ("新增管网 >= 10 公里 weight 10 by ratio cap 120% over 150% less 2 points", "99999 公里"),
)
RULES = """ruleset "大厅" 2024
round 2 each
grades 优 >= 50, 良 >= 20, else 差
[产出] 40
[产出 / 数量]
年办件量 >= 200000 件 weight 30
[产出 / 质量]
进度 <= 80 % weight 10 by inverse
[效益] 20 of inner 100
效果 >= 10 件 weight 100 by ratio cap 110%
bonus "机制创新" 1 each cap 3
limit total 55
"""
SETTLED = "年办件量 = 180000件\n进度 = 100%\n效果 = 12 件\n机制创新 = 2"
OPEN = "年办件量 = 180000件\n进度 = 100%\n"


def printed(console: Console, view: RenderableType) -> str:
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def curve_of(text: str, actual: object) -> CurveView:
    view = indicator(text).evaluate(actual).curve("zh")
    assert view is not None
    return view


def test_curves_in_chinese(golden: Golden, console: MakeConsole) -> None:
    shown = [f"{text}\n\n{printed(console(), curve_of(text, cell))}" for text, cell in CURVES]
    golden("plot.zh.txt", f"\n{'=' * 80}\n".join(shown))


def test_curves_in_plain_signs(golden: Golden) -> None:
    drawn = [f"{text}\n\n{curve_text(curve_of(text, cell).picture)}" for text, cell in CURVES]
    golden("plot.en.plain.txt", f"\n{'=' * 80}\n".join(drawn))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_charts(explain: Explain, golden: Golden, console: MakeConsole, lang: Lang) -> None:
    shown = [printed(console(), ChartView(explain(RULES, act), lang)) for act in (SETTLED, OPEN)]
    both = "\n".join(shown)
    golden(f"chart.{lang}.txt", f"{RULES}\n{'=' * 80}\n{both}")


def test_a_chart_in_plain_signs(explain: Explain, golden: Golden) -> None:
    golden("chart.en.plain.txt", f"{RULES}\n{'=' * 80}\n{chart_text(explain(RULES, OPEN))}")


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_nothing_is_wider_than_the_screen(explain: Explain, width: int) -> None:
    for marks in (SIGNS, PLAIN):
        for text, cell in CURVES:
            for line in curve_lines(curve_of(text, cell).picture, "zh", marks, width):
                assert line.cell_len <= width
        for line in chart_lines(explain(RULES, SETTLED), "zh", marks, width):
            assert line.cell_len <= width


def test_plain_signs_are_plain(explain: Explain) -> None:
    drawn = curve_text(curve_of(*CURVES[2]).picture) + chart_text(explain(RULES, OPEN))
    signs = {sign for sign in drawn if cell_len(sign) == 1}
    assert signs <= {chr(code) for code in range(32, 127)} | {"\n"}


def test_author_text_is_made_visible() -> None:
    rule = evolve(indicator("甲 >= 1 件 weight 1").model, name="a\u202e\x1b[31m")
    picture = picture_of(rule)
    assert picture is not None
    assert "a<U+202E><U+001B>[31m" in curve_text(picture)


def test_a_canvas_draws_what_it_is_told() -> None:
    canvas = Canvas(columns=4, rows=2, is_plain=True)
    canvas.line(0, Fraction(0), Fraction(1))
    canvas.line(3, Fraction(1), Fraction(1))
    canvas.line(9, Fraction(0), Fraction(1))  # outside
    canvas.sign(1, 1, "X", "actual")
    canvas.sign(7, 7, "X")  # outside
    assert ["*  *", "*X  "] == ["".join(s for s, _ in canvas.cells(row)) for row in (0, 1)]
    assert not canvas.is_free(0, 0)
    assert canvas.is_free(1, 0)


def test_fine_dots() -> None:
    canvas = Canvas(columns=1, rows=1, is_plain=False)
    canvas.line(0, Fraction(0), Fraction(0))
    canvas.line(1, Fraction(1), Fraction(1))
    assert [("⡈", "curve")] == canvas.cells(0)  # dots 7 and 4


def test_bars_of_a_way(explain: Explain) -> None:
    told = [
        (fall.name.zh, [(part.kind, str(part.start), str(part.end)) for part in fall_bar(fall)])
        for fall in waterfall_of(explain(RULES, OPEN))
    ]
    # 30 + 10 + 20 in all; the inner 100 count 20, and so cost 20 at most and gain 2.
    assert ("满分", [("kept", "0", "60")]) == told[0]
    assert ("年办件量", [("lost", "57", "60")]) == told[1]
    assert ("进度", [("lost", "55", "57")]) == told[2]
    assert ("效果", [("open", "35", "57")]) == told[3]


def test_a_place_that_has_no_room_beside_another_stands_below_it() -> None:
    text = "甲 >= 100 件 weight 30 by ratio cap 103%"
    view = indicator(text).evaluate("102件").curve("zh")
    assert view is not None
    first, second, *_ = curve_text(view.picture, "zh").splitlines()[-3:]
    assert ["0", "100", "件"] == first.split()
    assert ["103"] == second.split()
    assert abs(first.index("100") - second.index("103")) <= 3
