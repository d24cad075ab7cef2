"""The numbers of published practice, M1 to M18, each worked out by hand beside its rule."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from indicator_dsl.model import Actuals, Entry
from indicator_dsl.scoring import LineScore, Status, evaluate
from tests.engine import card_of, ruleset_of

ASYMMETRIC = (
    "报价 = 100 万元 weight 30 by below 0.3 per 1 万元 at most 5, above 1 per 1 万元 at most 20"
)


def line_of(rule: str, cell: object, items: Mapping[str, object] | None = None) -> LineScore:
    ruleset = ruleset_of(rule)
    ticks = tuple((items or {}).items())
    entry = Entry(name=ruleset.indicators[0].name, cell=cell, items=ticks)
    return evaluate(ruleset, Actuals(entries=(entry,))).lines[0]


@pytest.mark.parametrize(
    ("rule", "cell", "earned"),
    [
        # M1 all or nothing
        ("预算资金是否被核减 = 否 weight 25", "是", "0"),
        ("预算资金是否被核减 = 否 weight 25", "否", "25"),
        # M2 capped ratio: 0.9 x 20
        ("年办件量 >= 200000 件 weight 20", "180000 件", "18"),
        ("年办件量 >= 200000 件 weight 20", "332344 件", "20"),
        ("年办件量 >= 200000 件 weight 20", "-5 件", "0"),
        # M3 three readings of a ceiling of 90 at 99 and at 180
        ("成本 <= 90 万元 weight 10 by excess", "99 万元", "9"),
        ("成本 <= 90 万元 weight 10 by inverse", "99 万元", "9.09"),
        ("成本 <= 90 万元 weight 10 by pass", "99 万元", "0"),
        ("成本 <= 90 万元 weight 10 by excess", "180 万元", "0"),
        ("成本 <= 90 万元 weight 10 by inverse", "180 万元", "5"),
        ("成本 <= 90 万元 weight 10 by pass", "180 万元", "0"),
        # M4 plan 100, actual 109: nine per cent are three steps
        ("计划 = 100 件 weight 15 by less 1 per 3% of target", "109 件", "12"),
        ("计划 = 100 件 weight 15 by less 1 per 3% of target", "91 件", "12"),
        ("差异 in -30..30 % weight 3 by bands <= 30: 3, <= 35: 2, <= 40: 1, else 0", "35 %", "2"),
        (
            "差异 in -30..30 % weight 3 by bands <= 30: 3, <= 35: 2, <= 40: 1, else 0",
            "35.01 %",
            "1",
        ),
        # M5 the threshold of 60 %, raw and rescaled
        ("完成 >= 100 件 weight 10 by ratio zero below 60% of target", "60 件", "6"),
        ("完成 >= 100 件 weight 10 by ratio zero below 60% of target", "59.99 件", "0"),
        ("完成 >= 100 件 weight 10 by ratio zero below 60% of target", "80 件", "8"),
        ("完成 >= 100 件 weight 10 by line from 60% to 100% of target", "60 件", "0"),
        ("完成 >= 100 件 weight 10 by line from 60% to 100% of target", "80 件", "5"),
        # M6 0.5 x 10 / 15; (90 - 80) / (100 - 80)
        ("分配天数 <= 15 天 weight 0.5 by line from 30 to 15", "20 天", "0.33"),
        ("分配天数 <= 15 天 weight 0.5 by line from 30 to 15", "30 天", "0"),
        ("分配天数 <= 15 天 weight 0.5 by line from 30 to 15", "15 天", "0.5"),
        ("功效 >= 100 分 weight 100 by line from 80 to 100", "90 分", "50"),
        # M7 ends of bands
        (
            "控制率 <= 0 % weight 5 by bands <= 0: 5, <= 10: 4, <= 20: 3, <= 30: 2, else 0",
            "10.0 %",
            "4",
        ),
        (
            "控制率 <= 0 % weight 5 by bands <= 0: 5, <= 10: 4, <= 20: 3, <= 30: 2, else 0",
            "10.01 %",
            "3",
        ),
        (
            "控制率 <= 0 % weight 5 by bands <= 0: 5, <= 10: 4, <= 20: 3, <= 30: 2, else 0",
            "30.01 %",
            "0",
        ),
        ("执行率 >= 100 % weight 10 by bands >= 100: 10, >= 80: 7, >= 60: 5, else 0", "80 %", "7"),
        (
            "执行率 >= 100 % weight 10 by bands >= 100: 10, >= 80: 7, >= 60: 5, else 0",
            "79.99 %",
            "5",
        ),
        # M8 a shortfall of 3.6 points: 3.6, 3 or 4 steps of 0.5
        ("完成率 >= 100 % weight 10 by less 0.5 per 1 pp", "96.4 %", "8.2"),
        ("完成率 >= 100 % weight 10 by less 0.5 per full 1 pp", "96.4 %", "8.5"),
        ("完成率 >= 100 % weight 10 by less 0.5 per 1 pp or part", "96.4 %", "8"),
        ("完成率 >= 100 % weight 10 by less 0.5 per 1 pp", "50 %", "0"),
        # 1 % of 95 % is 0.95 of a point: three points are 3.1578… steps
        ("满意度 >= 95 % weight 10 by less 1 per 1% of target", "92 %", "6.84"),
        (
            ASYMMETRIC,
            "70 万元",
            "25",
        ),
        (
            ASYMMETRIC,
            "190 万元",
            "10",
        ),
        # M9 one finding costs 0.5, the second everything
        ("问题 = 0 次 weight 1.5 by less 0.5 per 1 次 zero from 2 次", "1 次", "1"),
        ("问题 = 0 次 weight 1.5 by less 0.5 per 1 次 zero from 2 次", "2 次", "0"),
        # M12 88.8 and 90 straddle a band
        ("满意度 >= 90 % weight 10 by bands >= 90: 10, >= 80: 8, >= 60: 5, else 0", "90.0 %", "10"),
        ("满意度 >= 90 % weight 10 by bands >= 90: 10, >= 80: 8, >= 60: 5, else 0", "88.8 %", "8"),
        # M14 166 % of the target: a tenth of the weight
        ("年办件量 >= 200000 件 weight 20 over 130% less 10% of weight", "332344 件", "18"),
        ("年办件量 >= 200000 件 weight 20 over 130% less 10% of weight", "260000 件", "18"),
        ("年办件量 >= 200000 件 weight 20 over 130% less 10% of weight", "259999 件", "20"),
        # Guards in their order: raw 32, capped 24, less 2; only the highest reduction reached
        ("甲 >= 100 件 weight 20 over 150% less 2 points cap 120%", "160 件", "22"),
        ("甲 >= 100 件 weight 20 over 120% less 5 points over 150% less 2 points", "160 件", "18"),
        ("甲 >= 100 件 weight 20 over 120% less 30 points", "160 件", "0"),
        ("甲 >= 100 件 weight 20 over 150% less 50% of earned cap 120%", "160 件", "12"),
        # L14 the form's own progress line: 100 against a ceiling of 80
        ("进度 <= 80 % weight 10 by excess", "100 %", "7.5"),
        ("进度 <= 80 % weight 10 by inverse", "100 %", "8"),
        # Zero targets
        ("投诉 <= 0 件 weight 5 zero target pass", "0 件", "5"),
        ("投诉 <= 0 件 weight 5 zero target pass", "1 件", "0"),
        ("甲 >= 0 件 weight 5 over 130% less 10% zero target pass", "3 件", "5"),
    ],
)
def test_figures(rule: str, cell: str, earned: str) -> None:
    assert Fraction(earned) == line_of(rule, cell).earned


RANGES = "scale 达 = 达成 100..80, 部分达成 80..60, 未达成 60..0\n甲 is 达 weight 30"


@pytest.mark.parametrize(
    ("cell", "earned"),
    [
        ("达成 100 %", "30"),
        ("达成 80 %", "24"),
        ("部分达成 75 %", "22.5"),
        ("部分达成 60 %", "18"),
        ("未达成 0 %", "0"),
    ],
)
def test_ranged_levels(cell: str, earned: str) -> None:  # M10
    assert Fraction(earned) == line_of(RANGES, cell).earned


@pytest.mark.parametrize("cell", ["部分达成 80 %", "部分达成 83.3 %", "未达成 60 %", "达成 101 %"])
def test_a_share_outside_its_range(cell: str) -> None:  # M10
    line = line_of(RANGES, cell)
    assert (None, Status.INVALID) == (line.earned, line.status)


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [("达成", 24, 30), ("部分达成", 18, 24), ("未达成", 0, 18), (None, 0, 30)],
)
def test_a_level_whose_share_is_missing(cell: str | None, low: int, high: int) -> None:
    line = line_of(RANGES, cell)
    assert [None, low, high] == [line.earned, line.low, line.high]


def test_a_checklist_and_its_residue() -> None:  # M11
    three = "制度 weight 3\n  by points\n  - 一: 1\n  - 二: 1\n  - 三: 1"
    assert 2 == line_of(three, None, {"一": "是", "二": "否", "三": "√"}).earned
    ten = "制度 weight 10\n  by points\n  - 一: 3.33\n  - 二: 3.33\n  - 三: rest"
    assert 10 == line_of(ten, None, dict.fromkeys("一二三", "是")).earned
    assert Fraction("3.34") == line_of(ten, None, {"一": "否", "二": "否", "三": "是"}).earned
    half = line_of(ten, None, {"一": "是", "三": "是"})
    assert [None, Fraction("6.67"), 10] == [half.earned, half.low, half.high]


@pytest.mark.parametrize(("budget", "earned"), [("1523.36 万元", "10"), ("1599.56 万元", "9.52")])
def test_budget_execution(budget: str, earned: str) -> None:  # M13
    text = "input 执行数 万元\ninput 预算数 万元\n"
    text += "let 执行率 = 执行数 / 预算数\n执行率 >= 100 % weight 10"
    assert Fraction(earned) == card_of(text, {"执行数": "1523.36 万元", "预算数": budget}).total


@pytest.mark.parametrize(
    ("bonus", "penalty", "total"),
    [(2, 0, "92"), (9, 0, "93"), (0, 2, "80"), (0, 99, "60"), (9, 99, "63")],
)
def test_bonus_and_penalty(bonus: int, penalty: int, total: str) -> None:  # M15
    text = 'bonus "创新" 1 each cap 3\npenalty "违规" 5 each cap 30\n甲 >= 10 件 weight 100'
    assert Fraction(total) == card_of(text, {"甲": 9, "创新": bonus, "违规": penalty}).total


def test_vetoes() -> None:  # M16
    grades = "grades 优 >= 90, 良 >= 80, else 差\n"
    text = grades + 'veto "虚报" grade <= 良\nveto "事故" total <= 60\n甲 >= 10 件 weight 100'
    told = [
        card_of(text, {"甲": 10, "虚报": lied, "事故": hurt})
        for lied, hurt in (("否", 0), ("是", 0), ("否", 1))
    ]
    assert [100, 100, 60] == [card.total for card in told]
    assert ["优", "良", "差"] == [card.grade for card in told]


@pytest.mark.parametrize(
    ("treatment", "total"), [("drop", "82.32"), ("full", "83"), ("zero", "75")]
)
def test_what_does_not_apply(treatment: str, total: str) -> None:  # M17: 75 / 82 x 90
    text = f"甲 >= 82 件 weight 82\n乙 >= 1 件 weight 8 n/a {treatment}"
    assert Fraction(total) == card_of(text, {"甲": 75, "乙": "不适用"}).total


def test_points_moved_to_another_section() -> None:  # M17: 30 points become 40
    text = "[效益] 30\n甲 >= 10 件 weight 30\n[满意度] 10\n乙 >= 90 % weight 10 n/a move to [效益]"
    assert [40, 20] == [card_of(text, {"甲": x, "乙": "n/a"}).total for x in (10, 5)]


def test_rounding_and_inner_hundreds() -> None:  # M18: 3 x 3.335
    lines = "".join(f"{name} >= 1 件 weight 3.335\n" for name in "甲乙丙")
    cells = dict.fromkeys("甲乙丙", 1)
    told = [card_of(f"round 2 {when}\n{lines}", cells).total for when in ("each", "total")]
    assert [Fraction("10.02"), Fraction("10.01")] == told
    nested = "[甲部] 50 of inner 100\n甲 >= 10 件 weight 100\n"
    nested += "[乙部] 25 of inner 100\n乙 >= 10 件 weight 100"
    assert 65 == card_of(nested, {"甲": 9, "乙": 8}).total


@pytest.mark.parametrize(("rate", "total"), [(80, 100), (79, 89), (69, 79), (59, 69), (49, 59)])
def test_a_platforms_caps(rate: int, total: int) -> None:
    text = "input 执行率 %\n甲 >= 1 件 weight 100\n" + "".join(
        f"limit total {cap} when 执行率 < {below} %\n"
        for below, cap in ((80, 89), (70, 79), (60, 69), (50, 59))
    )
    assert total == card_of(text, {"甲": 1, "执行率": rate}).total
