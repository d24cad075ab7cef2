"""What-if, reach and sensitivity of one sheet in every view; the source stands first."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest
from jsonschema import Draft202012Validator
from rich.console import Console

from indicator_dsl import Scorecard, parse_actuals, parse_ruleset
from indicator_dsl.rendering import (
    json_text,
    outline_text,
    reach_outline,
    reach_schema,
    scorecard_schema,
    sensitivity_schema,
    what_if_outline,
    what_if_schema,
)
from indicator_dsl.wording import Lang

Golden: TypeAlias = Callable[[str, str], None]
MakeConsole: TypeAlias = Callable[..., Console]

RULES: Final = """ruleset "政务服务大厅综合窗口服务" 2024
round 2 each
grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
scale 优良中低差 = 优 100, 良 80, 中 60, 低 30, 差 0
scale 达 = 达成 100..80, 部分达成 80..60, 未达成 60..0
limit total 89 when 预算执行率 < 80 %
bonus "机制创新" 1 each cap 3 missing zero

[预算执行] 10
input 全年预算数 万元
input 全年执行数 万元
let 预算执行率 = 全年执行数 / 全年预算数
预算执行率 >= 100 % weight 10

[产出指标] 60
年办件量 >= 200000 件 weight 20
  over 130% explain
网上办件率 >= 95 % weight 10 by bands >= 95: 10, >= 85: 8, >= 60: 5, else 0
办结时限 <= 5 工作日 weight 10 by less 2 per 1 工作日 or part
服务水平 is 优良中低差 weight 10
制度建设 weight 10
  by points
  - 制度健全: 6
  - 执行有效: 4

[效益指标] 30 of inner 60
群众满意度 > 95 % weight 30 by ratio
带动效果 is 达 weight 20
完工时间 <= 2024-12-20 weight 10 by less 1 per 1 天
"""
ACTUALS: Final = """全年预算数 = 1500 万元
全年执行数 = 1140 万元
年办件量 = 180000件 reported 20
网上办件率 = 88 %
办结时限 = 6.5 工作日
服务水平 = 良
制度建设 =
- 制度健全: 是
- 执行有效: 否
群众满意度 = 95 %
带动效果 = 部分达成 75 %
完工时间 = 2024-12-24
"""
CHANGED: Final = {
    "全年执行数": "1275 万元",
    "服务水平": "优",
    "制度建设/执行有效": "是",
    "机制创新": 2,
}
GOALS: Final = ("84", "优", "100", "150")


@pytest.fixture
def card() -> Scorecard:
    return parse_ruleset(RULES).evaluate(parse_actuals(ACTUALS))


def with_source(output: str) -> str:
    return f"{RULES}\n{ACTUALS}\n{'=' * 80}\n{output}"


def printed(console: Console, view: object) -> str:
    with console.capture() as capture:
        console.print(view)
    return capture.get()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_if(card: Scorecard, golden: Golden, console: MakeConsole, lang: Lang) -> None:
    told = card.what_if(CHANGED)
    rule = "-" * 80
    shown = [
        printed(console(), told.view(lang)),
        told.to_text(lang),
        told.to_markdown(lang),
        outline_text(what_if_outline(told.model, lang, depth=1)),
        outline_text(what_if_outline(told.model, lang, depth="all")),
    ]
    golden(f"what-if.{lang}.txt", with_source(f"\n{rule}\n".join(shown)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reach(card: Scorecard, golden: Golden, console: MakeConsole, lang: Lang) -> None:
    rule = "-" * 80
    found = [card.reach(goal) for goal in GOALS]
    shown = [printed(console(), each.view(lang)) for each in found]
    costs = {"全年执行数": "never", "制度建设": 3}
    shown += [card.reach("优", costs).to_text(lang), found[1].to_markdown(lang)]
    shown += [outline_text(reach_outline(found[1].model, lang, depth=1))]
    golden(f"reach.{lang}.txt", with_source(f"\n{rule}\n".join(shown)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sensitivity(card: Scorecard, golden: Golden, console: MakeConsole, lang: Lang) -> None:
    told = card.sensitivity()
    rule = "-" * 80
    shown = [printed(console(), told.view(lang)), told.to_text(lang), told.to_markdown(lang)]
    golden(f"sensitivity.{lang}.txt", with_source(f"\n{rule}\n".join(shown)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_record_satisfies_its_schema(card: Scorecard, lang: Lang) -> None:
    sheet = Draft202012Validator(scorecard_schema())
    supposed = Draft202012Validator(what_if_schema())
    for values in (CHANGED, {"年办件量": None}, {}):
        record = card.what_if(values).to_dict(lang)
        supposed.validate(record)
        sheet.validate(record["before"])
        sheet.validate(record["after"])
    for goal in ("84", "81", "150", "60"):
        found = card.reach(goal, {"全年执行数": "never", "服务水平": "1.5"}).to_dict(lang)
        Draft202012Validator(reach_schema()).validate(found)
    sensed = Draft202012Validator(sensitivity_schema())
    sensed.validate(card.sensitivity().to_dict(lang))
    sensed.validate(parse_ruleset(RULES).evaluate({}).sensitivity().to_dict(lang))


def test_records(card: Scorecard, golden: Golden) -> None:
    records = [card.reach("84").to_dict("zh"), card.sensitivity().to_dict("zh")]
    golden("suppositions.zh.json.txt", with_source("".join(map(json_text, records))))
