"""Every view of one sheet that has a line of every kind; the source stands first in each file."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest
from rich.console import Console, RenderableType

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import (
    ExplanationView,
    LineView,
    ScorecardView,
    card_html,
    card_markdown,
    card_text,
    card_to_json,
    explanation_markdown,
    explanation_text,
)
from indicator_dsl.wording import Lang

Explain: TypeAlias = Callable[[str, str], CardExplanation]
Golden: TypeAlias = Callable[[str, str], None]
MakeConsole: TypeAlias = Callable[..., Console]

RULES: Final = """ruleset "政务服务大厅综合窗口服务" 2024
round 2 each
grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
scale 优良中低差 = 优 100, 良 80, 中 60, 低 30, 差 0
default <= by inverse
assume "反向指标没有写明扣分办法，这里按反比"

[预算执行] 10
input 全年预算数 万元
input 全年执行数 万元
let 预算执行率 = 全年执行数 / 全年预算数
预算执行率 >= 100 % weight 10

[产出指标] 50
[产出指标 / 数量指标]
年办件量 >= 200000 件 weight 20
  over 130% explain
  basis "财预〔2020〕10号" 第十七条
网上办件量 >= 200000 件 weight 10
[产出指标 / 质量指标]
为办事群众提供进驻可事项现场咨询受理服务 is 优良中低差 weight 10
[产出指标 / 时效指标]
项目开展进度 <= 80 % weight 10

[成本指标] 10
年度项目成本 <= 1500 万元 weight 10 by excess
  note "含上年结转"

[满意度指标] 30
办事群众满意度 > 95 % weight 10 by ratio
室内温度 in 18..26 ℃ weight 5 by ratio
投诉件数 <= 0 件 weight 5 by pass
回访率 >= 60 % weight 5
培训次数 = 4 次 weight 5 by pass

check 全年执行数 <= 全年预算数 "执行数不应超过预算数"
"""
ACTUALS: Final = """actuals for "政务服务大厅综合窗口服务" 2024
全年预算数 = 1523.36 万元
全年执行数 = 1000 万元
预算执行率 reported 10
年办件量 = 180000件 reported 20 reason "窗口改造停业"
网上办件量 = 199950件 reported 10
为办事群众提供进驻可事项现场咨询受理服务 = 良
项目开展进度 = 100 % reported 10
年度项目成本 = 1523.36 万元
办事群众满意度 = 95 %
室内温度 = 27.5 ℃
投诉件数 = 2
回访率 = 约六成
total reported 100
"""


def printed(console: Console, view: RenderableType) -> str:
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def with_source(output: str) -> str:
    return f"{RULES}\n{ACTUALS}\n{'=' * 80}\n{output}"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [48, 80, 120])
def test_score_sheet(
    explain: Explain, golden: Golden, console: MakeConsole, lang: Lang, width: int
) -> None:
    shown = printed(console(width=width), ScorecardView(explain(RULES, ACTUALS), lang))
    golden(f"card.{lang}.{width}.txt", with_source(shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("depth", [1, 2, "all"])
def test_explanation(
    explain: Explain, golden: Golden, console: MakeConsole, lang: Lang, depth: object
) -> None:
    told = explain(RULES, ACTUALS)
    assert depth == 1 or depth == 2 or depth == "all"  # noqa: PLR1714 - narrows the type
    shown = printed(console(), ExplanationView(told, lang, depth=depth))
    golden(f"explanation.{lang}.{depth}.txt", with_source(shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_plain_text(explain: Explain, golden: Golden, lang: Lang) -> None:
    told = explain(RULES, ACTUALS)
    shown = f"{card_text(told, lang)}\n{'-' * 80}\n{explanation_text(told, lang)}"
    golden(f"plain.{lang}.txt", with_source(shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_markdown(explain: Explain, golden: Golden, lang: Lang) -> None:
    golden(f"card.{lang}.md.txt", with_source(card_markdown(explain(RULES, ACTUALS), lang)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_explanation_in_markdown(explain: Explain, golden: Golden, lang: Lang) -> None:
    shown = explanation_markdown(explain(RULES, ACTUALS), lang)
    golden(f"explanation.{lang}.md.txt", with_source(shown))


def test_html(explain: Explain, golden: Golden) -> None:
    golden("card.zh.html.txt", with_source(card_html(explain(RULES, ACTUALS), "zh")))


def test_json(explain: Explain, golden: Golden) -> None:
    golden("card.zh.json.txt", with_source(card_to_json(explain(RULES, ACTUALS).card, "zh")))


def test_one_line(explain: Explain, golden: Golden, console: MakeConsole) -> None:
    told = explain(RULES, ACTUALS).line("年办件量")
    assert told is not None
    shown = printed(console(), LineView(told, "zh")) + printed(console(), LineView(told, "en"))
    golden("line.txt", with_source(shown))
