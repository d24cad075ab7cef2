"""Every view of one sheet that uses the whole language; the source stands first in each file."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest
from rich.console import Console, RenderableType

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import (
    ExplanationView,
    RulesetTable,
    ScorecardView,
    card_html,
    card_markdown,
    card_text,
    card_to_json,
    explanation_markdown,
    ruleset_markdown,
    ruleset_text,
)
from indicator_dsl.wording import Lang

Explain: TypeAlias = Callable[[str, str], CardExplanation]
Golden: TypeAlias = Callable[[str, str], None]
MakeConsole: TypeAlias = Callable[..., Console]

RULES: Final = """ruleset "城市供水保障项目支出绩效自评" 2024
total 100
round 2 each
grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
scale 达成 = 达成 100..80, 部分达成 80..60, 未达成 60..0
scale 优良中差 = 优 100, 良 80, 中 60, 差 0
default <= by inverse
assume "反向指标没有写明扣分办法，这里按反比"

[预算执行] 10
input 全年预算数 万元
input 全年执行数 万元
let 预算执行率 = 全年执行数 / 全年预算数
预算执行率 >= 100 % weight 10 by bands >= 100: 10, >= 80: 7, >= 60: 5, else 0

[产出指标] 50
[产出指标 / 数量指标]
供水量 >= 200000 吨 weight 5
  over 130% less 10% of weight
  over 120% explain
  basis "财预〔2020〕10号" 第十七条
新增管网 >= 100 公里 weight 5 by ratio cap 120% over 150% less 2 points
巡检完成率 >= 95 % weight 5 by line from 60 to 95
抽检次数 = 12 次 weight 5 by below 0.5 per 1 次 at most 2, above 1 per 1 次
[产出指标 / 质量指标]
水质合格率 >= 100 % weight 10 by less 0.5 per full 1 pp
设备完好率 >= 98 % weight 3 by less 0.5 per 1 pp or part
投诉处理率 >= 95 % weight 2 by less 1 per 5% of target zero below 60% of target
制度建设 weight 5 by points
- 制度健全: 1.67
- 执行有效: 1.67
- 档案齐全: rest
[产出指标 / 时效指标]
完工时间 <= 2024-12-31 weight 5 by less 0.5 per 1 天
安全事故 = 0 次 weight 2 by less 0.5 per 1 次 zero from 2 次
预算资金是否被核减 = 否 weight 3

[成本指标] 10
单位成本 <= 1500 元 weight 6
漏损率 <= 10 % weight 4 by excess

[效益指标] 20 of inner 100
服务保障水平 is 达成 weight 40
社会影响 is 优良中差 weight 30
节水收入 >= 10 万元 weight 30 n/a drop when 全年执行数 >= 500 万元

[满意度指标] 10
居民满意度 in 90..100 % weight 5 by ratio
回访人次 >= 500 人次 weight 2 by pass missing zero
回访率 >= 60 % weight 3 n/a full

limit total 89 when 预算执行率 < 80 %
limit total 100
veto "虚报绩效数据" grade <= 良
bonus "机制创新" 1 each cap 2
penalty "违规" 5 each cap 30 missing zero
check 全年执行数 <= 全年预算数 "执行数不应超过预算数"
"""
ACTUALS: Final = """actuals for "城市供水保障项目支出绩效自评" 2024
全年预算数 = 600 万元
全年执行数 = 450 万元
预算执行率 reported 10
供水量 = 332344吨
新增管网 = 160 公里
巡检完成率 = 81 %
抽检次数 = 7 次
水质合格率 = 96.4 %
设备完好率 = 94.4 %
投诉处理率 = 50 %
制度建设
- 制度健全: 是
- 执行有效: 否
- 档案齐全: 是
完工时间 = 2025-01-03
安全事故 = 2 次
预算资金是否被核减 = 是
单位成本 = 1650 元
漏损率 = 12 %
服务保障水平 = 部分达成 75 %   reported 40
社会影响 = 优
居民满意度 = 88.2 %
回访率 = n/a
虚报绩效数据 = 是
机制创新 = 3 项
"""
# In the middle of the year: four values are still to come.
SO_FAR: Final = """全年预算数 = 600 万元
全年执行数 = 540 万元
供水量 = 332344吨
巡检完成率 = 95 %
制度建设
- 制度健全: 是
- 档案齐全: 是
完工时间 = 2024-12-03
预算资金是否被核减 = 否
单位成本 = 1450 元
服务保障水平 = 达成 90 %
社会影响 = 优
居民满意度 = 92 %
回访率 = 70 %
新增管网 = 100 公里
抽检次数 = 12 次
安全事故 = 0 次
漏损率 = 9 %
投诉处理率 = 96 %
节水收入 = 12 万元
回访人次 = 500 人次
虚报绩效数据 = 否
"""


def printed(console: Console, view: RenderableType) -> str:
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def with_source(output: str, actuals: str = ACTUALS) -> str:
    return f"{RULES}\n{actuals}\n{'=' * 80}\n{output}"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_score_sheet(
    explain: Explain, golden: Golden, console: MakeConsole, lang: Lang, width: int
) -> None:
    shown = printed(console(width=width), ScorecardView(explain(RULES, ACTUALS), lang))
    golden(f"whole/card.{lang}.{width}.txt", with_source(shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_explanation(explain: Explain, golden: Golden, console: MakeConsole, lang: Lang) -> None:
    shown = printed(console(), ExplanationView(explain(RULES, ACTUALS), lang, depth="all"))
    golden(f"whole/explanation.{lang}.txt", with_source(shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_in_the_middle_of_the_year(
    explain: Explain, golden: Golden, console: MakeConsole, lang: Lang
) -> None:
    told = explain(RULES, SO_FAR)
    shown = printed(console(), ScorecardView(told, lang))
    shown += printed(console(), ExplanationView(told, lang))
    golden(f"whole/so-far.{lang}.txt", with_source(shown, SO_FAR))


def test_markdown_and_html(explain: Explain, golden: Golden) -> None:
    told = explain(RULES, ACTUALS)
    golden("whole/card.zh.md.txt", with_source(card_markdown(told, "zh")))
    golden("whole/explanation.zh.md.txt", with_source(explanation_markdown(told, "zh")))
    golden("whole/card.zh.html.txt", with_source(card_html(told, "zh")))


def test_plain_text_and_json(explain: Explain, golden: Golden) -> None:
    told = explain(RULES, ACTUALS)
    golden("whole/card.en.plain.txt", with_source(card_text(told, "en")))
    golden("whole/card.zh.json.txt", with_source(card_to_json(told.card, "zh")))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_the_rules_as_a_table(golden: Golden, console: MakeConsole, lang: Lang, width: int) -> None:
    shown = printed(console(width=width), RulesetTable(parse_ruleset(RULES).model, lang))
    golden(f"whole/rules.{lang}.{width}.txt", f"{RULES}\n{'=' * 80}\n{shown}")


def test_the_rules_as_text_and_markdown(golden: Golden) -> None:
    ruleset = parse_ruleset(RULES).model
    both = f"{ruleset_text(ruleset, 'zh')}\n{'-' * 80}\n{ruleset_markdown(ruleset, 'zh')}"
    golden("whole/rules.zh.md.txt", f"{RULES}\n{'=' * 80}\n{both}")
