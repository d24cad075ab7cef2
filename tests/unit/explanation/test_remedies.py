"""The least change that meets the target in full."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from indicator_dsl.explanation import CardExplanation

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]

SCALE = "scale 优良中低差 = 优 100, 良 80, 中 60, 低 30, 差 0\n"


@pytest.mark.parametrize(
    ("target", "actual", "en", "zh"),
    [
        (
            ">= 200000 件 weight 20",
            "180000件",
            "指标 needs at least 200000 件: 20000 件 more",
            "指标须达到 200000 件，即增加 20000 件",
        ),
        (
            ">= 20 万件 weight 20",
            "180000件",
            "指标 needs at least 20 万件: 2 万件 more",
            "指标须达到 20 万件，即增加 2 万件",
        ),
        (
            ">= 200000 件 weight 20",
            "199950件",  # earns full points once rounded, and still misses the target
            "指标 needs at least 200000 件: 50 件 more",
            "指标须达到 200000 件，即增加 50 件",
        ),
        (
            "<= 80 % weight 10 by inverse",
            "100%",
            "指标 needs at most 80 %: 20 percentage points less",
            "指标须不超过 80%，即降低 20 个百分点",
        ),
        (
            "> 95 % weight 10 by pass",
            "92%",
            "指标 needs more than 95 %: over 3 percentage points above the actual",
            "指标须高于 95%，即提高超过 3 个百分点",
        ),
        (
            "> 95 % weight 10 by ratio",
            "95%",
            "指标 needs more than 95 %: any increase will do",
            "指标须高于 95%，略有提高即可",
        ),
        (
            "< 80 件 weight 10 by pass",
            "90件",
            "指标 needs less than 80 件: over 10 件 below the actual",
            "指标须低于 80 件，即减少超过 10 件",
        ),
        (
            "= 100 件 weight 10 by ratio",
            "110件",
            "指标 needs exactly 100 件: 10 件 less",
            "指标须等于 100 件，即减少 10 件",
        ),
        (
            "in 18..26 ℃ weight 10 by ratio",
            "15℃",
            "指标 needs 18 ℃ to 26 ℃: 3 ℃ more",
            "指标须在 18 ℃ 至 26 ℃ 之间，即提高 3 ℃",
        ),
        (
            "in 18..26 ℃ weight 10 by ratio",
            "30℃",
            "指标 needs 18 ℃ to 26 ℃: 4 ℃ less",
            "指标须在 18 ℃ 至 26 ℃ 之间，即降低 4 ℃",
        ),
    ],
)
def test_measured(explain: Explain, target: str, actual: str, en: str, zh: str) -> None:
    (line,) = explain(f"指标 {target}", {"指标": actual}).lines
    assert line.remedy is not None
    assert (en, zh) == (line.remedy.en, line.remedy.zh)


@pytest.mark.parametrize("actual", ["200000件", "300000件", None, "abc", "n/a"])
def test_nothing_to_mend_when_met_or_unknown(explain: Explain, actual: object) -> None:
    (line,) = explain("指标 >= 200000 件 weight 20", {"指标": actual}).lines
    assert line.remedy is None


def test_judged(explain: Explain) -> None:
    rules = f"{SCALE}水平 is 优良中低差 weight 30"
    (line,) = explain(rules, {"水平": "良"}).lines
    assert line.remedy is not None
    assert ("水平 needs the level 优", "水平须评为“优”") == (line.remedy.en, line.remedy.zh)
    (line,) = explain(rules, {"水平": "优"}).lines
    assert line.remedy is None


def test_a_derived_figure_is_told_as_itself(explain: Explain) -> None:
    rules = "input 支出 元\ninput 预算 元\nlet 执行率 = 支出 / 预算\n执行率 >= 90 % weight 10"
    (line,) = explain(rules, {"支出": "3 元", "预算": "4 元"}).lines
    assert line.remedy is not None
    assert "执行率 needs at least 90 %: 15 percentage points more" == line.remedy.en
    assert line.derivation is not None
    assert "执行率 = 支出 / 预算 = 3 元 / 4 元 = 75%" == line.derivation.zh
