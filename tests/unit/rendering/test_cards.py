"""The score sheet on a terminal: its width, its colours, what it does with strange text."""

from collections.abc import Callable
from io import BytesIO, StringIO, TextIOWrapper
from typing import TypeAlias

import pytest
from rich.cells import cell_len
from rich.console import Console

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import CardExplanation, explain_card
from indicator_dsl.rendering import Depth, ExplanationView, ScorecardView, card_text, console_for
from indicator_dsl.wording import Lang

Explain: TypeAlias = Callable[[str, str], CardExplanation]
MakeConsole: TypeAlias = Callable[..., Console]

RULES = """ruleset "政务服务大厅综合窗口服务项目支出绩效自评与考核评价" 2024
[产出指标与成本控制情况（含质量、时效）]
为办事群众提供进驻可事项现场咨询受理服务完成情况 >= 123456789012 件/10万人·月 weight 22.25
[产出指标与成本控制情况（含质量、时效） / a section with a rather long English name]
the-name-of-an-indicator-without-a-single-blank-in-it >= 5 件 weight 10
"""
ACTUALS = """为办事群众提供进驻可事项现场咨询受理服务完成情况 = 123456789 件/10万人·月
the-name-of-an-indicator-without-a-single-blank-in-it = about half of what was wanted
"""


@pytest.mark.parametrize("width", [48, 60, 72, 80, 100, 111, 112, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_screen(
    explain: Explain, console: MakeConsole, width: int, lang: Lang
) -> None:
    screen = console(width=width)
    with screen.capture() as capture:
        screen.print(ScorecardView(explain(RULES, ACTUALS), lang))
        screen.print(ExplanationView(explain(RULES, ACTUALS), lang))
    assert [] == [line for line in capture.get().splitlines() if cell_len(line) > width]


def coloured(told: CardExplanation) -> str:
    stream = StringIO()
    screen = Console(
        file=stream, force_terminal=True, color_system="standard", width=80, _environ={}
    )
    screen.print(ScorecardView(told, "zh"))
    return stream.getvalue()


def test_red_is_for_losses_and_yellow_for_the_unknown(explain: Explain) -> None:
    red, yellow = "\x1b[31m", "\x1b[33m"
    rules = "round 2 each\n甲 >= 9 件 weight 10"
    lossless = coloured(explain(rules, "甲 = 9件"))
    assert red not in lossless
    assert yellow not in lossless
    lost = coloured(explain(rules, "甲 = 8件"))
    assert f"{red}1.11" in lost
    assert yellow not in lost
    assert yellow in coloured(explain(rules, ""))


def test_a_pipe_gets_no_colour(explain: Explain) -> None:
    stream = StringIO()
    console_for(stream).print(ScorecardView(explain(RULES, ACTUALS), "zh"))
    assert "\x1b" not in stream.getvalue()


def test_a_chinese_windows_pipe_can_write_all_of_it(explain: Explain) -> None:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="cp936", write_through=True)
    told = explain("round 2 each\n甲 <= 8 件 weight 10 by excess", "甲 = 9件")
    console_for(stream).print(ScorecardView(told, "zh"))
    console_for(stream).print(ExplanationView(told, "zh"))
    shown = raw.getvalue().decode("cp936")
    assert "<= 8 件" in shown
    assert "10 × (1 - (9 - 8) / 8) = 8.75" in shown
    assert "?" not in shown


@pytest.mark.parametrize("depth", [1, 2, "all"])
def test_control_characters_of_a_cell_are_shown(depth: Depth) -> None:
    rules = parse_ruleset("甲 >= 9 件 weight 10")
    told = explain_card(rules.evaluate({"甲": "\x1b[31m9件\u202e"}).model)
    stream = StringIO()
    console_for(stream).print(ScorecardView(told, "zh"), ExplanationView(told, "zh", depth=depth))
    text = stream.getvalue() + card_text(told)
    assert not {"\x1b", "\u202e"} & set(text)
    assert "<U+001B>[31m9件<U+202E>" in text.replace("\n", "").replace(" ", "")


def test_rounding_of_the_total_has_its_own_row(explain: Explain) -> None:
    rules = "round 2 total\n甲 >= 9 件 weight 10\n乙 >= 9 件 weight 10"
    rows = card_text(explain(rules, "甲 = 8件\n乙 = 8件"), "zh").splitlines()
    # 160/9 = 17.7777… is told as 17.78: rounding gives 1/450
    (row,) = [row for row in rows if "总分舍入" in row]
    assert ["总分舍入", "~+0.0022", "~-0.0022"] == row.split()


def test_a_sheet_without_title_or_sections(explain: Explain) -> None:
    rows = card_text(explain("round 2 each\n甲 >= 9 件 weight 10", "甲 = 9件"), "zh").splitlines()
    assert " 评分表" == rows[0]
    assert ["甲", ">=", "9", "件", "9", "件", "10", "10.00"] == rows[4].split()
    assert " 总分 10.00（满分 10）" == rows[-1]


OPEN = """round 2 each
input 收入 万元
甲 >= 10 件 weight 10 by bands >= 10: 8, else 2 when 收入 >= 5 万元 n/a drop
乙 >= 10 件 weight 20 by ratio
"""


def test_a_line_that_may_not_apply_is_told_by_one_number_and_what_hangs_on_it(
    explain: Explain,
) -> None:
    # 甲 earns 2, or nothing and then 乙 has 30 points instead of 20: 10 + 2 or 15.
    rows = card_text(explain(OPEN, "甲 = 5件\n乙 = 5件"), "zh").splitlines()
    (row,) = [row for row in rows if row.lstrip().startswith("甲")]
    assert ["甲", ">=", "10", "件", "5件", "10", "2"] == row.split()
    assert "   是否适用尚不清楚；适用则得 2 分" in rows
    assert "   如不适用，其分值由其余指标承担：甲" in rows
    assert " 总分在 12.00 至 15.00 之间（满分 30）：甲尚无得分" in rows


def test_no_row_of_a_sheet_is_blank_but_the_one_below_the_total(explain: Explain) -> None:
    other = 'limit total 5\nbonus "创新" 2 each cap 4\n甲 >= 1 件 weight 9\n'
    for rules, actuals in ((OPEN, "乙 = 5件"), (other, "甲 = 1件")):
        rows = card_text(explain(rules, actuals), "zh").splitlines()
        total = next(place for place, row in enumerate(rows) if row.startswith(" 总分"))
        assert all(row.strip() for row in rows[: total + 1])
