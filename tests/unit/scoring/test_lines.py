"""One line at a time: points by every method, reasons, statuses and what can still be earned."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from indicator_dsl.model import Rounding
from indicator_dsl.quantities import Flag, Missing, NotApplicable
from indicator_dsl.scoring import LineScore, Status, score_line
from indicator_dsl.scoring.cells import Refused
from indicator_dsl.wording import same
from tests.engine import card_of, indicator_of

SCALE = "scale 等次 = 优 100, 良 80, 中 60.5, 差 0\n"


def line_of(text: str, cell: object) -> LineScore:
    (line,) = card_of(
        text, {text.rsplit("\n", maxsplit=1)[-1].split(" ", maxsplit=1)[0]: cell}
    ).lines
    return line


# Worked out by hand from the table of methods: weight 10 but where another is written.
@pytest.mark.parametrize(
    ("rule", "cell", "earned", "reason"),
    [
        # ratio: x/T below the target, nothing below zero
        ("甲 >= 200000 件 weight 20", "180000件", "18.00", "shortfall"),
        ("甲 >= 200000 件 weight 20", "200000 件", "20", "met"),
        ("甲 >= 200000 件 weight 20", "332344件", "20", "met"),
        ("甲 >= 200000 件 weight 20", "0 件", "0", "shortfall"),
        ("甲 >= 200000 件 weight 20", "-5 件", "0", "floor"),
        ("甲 > 95 % weight 10 by ratio", "95 %", "10", "shortfall"),
        ("甲 > 95 % weight 10 by ratio", "95.01 %", "10", "met"),
        ("甲 = 80 个 weight 10 by ratio", "100 个", "8.00", "deviation"),
        ("甲 = 80 个 weight 10 by ratio", "40 个", "5.00", "deviation"),
        ("甲 = 80 个 weight 10 by ratio", "80 个", "10", "met"),
        ("甲 in 20..40 ℃ weight 10 by ratio", "15 ℃", "7.50", "deviation"),
        ("甲 in 20..40 ℃ weight 10 by ratio", "50 ℃", "8.00", "deviation"),
        ("甲 in 20..40 ℃ weight 10 by ratio", "-1 ℃", "0", "floor"),
        ("甲 in 20..40 ℃ weight 10 by ratio", "20 ℃", "10", "met"),
        # inverse: T/x above the target
        ("甲 <= 80 % weight 10 by inverse", "100%", "8.00", "overrun"),
        ("甲 <= 90 万元 weight 10 by inverse", "99 万元", "9.09", "overrun"),
        ("甲 <= 90 万元 weight 10 by inverse", "-1 万元", "10", "met"),
        ("甲 < 90 万元 weight 10 by inverse", "90 万元", "10", "overrun"),
        # excess: 1 − (x − T)/T above the target, nothing from twice the target
        ("甲 <= 80 % weight 10 by excess", "100%", "7.50", "overrun"),
        ("甲 <= 90 万元 weight 10 by excess", "99 万元", "9.00", "overrun"),
        ("甲 <= 90 万元 weight 10 by excess", "180 万元", "0", "overrun"),
        ("甲 <= 90 万元 weight 10 by excess", "181 万元", "0", "floor"),
        ("甲 < 90 万元 weight 10 by excess", "90 万元", "10", "overrun"),
        # pass: all or nothing
        ("甲 <= 80 % weight 10 by pass", "80.000000001 %", "0", "overrun"),
        ("甲 >= 80 % weight 10 by pass", "79.999999999 %", "0", "shortfall"),
        ("甲 = 0 件 weight 10 by pass", "1 件", "0", "deviation"),
        ("甲 = 0 件 weight 10 by pass", "0", "10", "met"),
        ("甲 in 20..40 ℃ weight 10 by pass", "40 ℃", "10", "met"),
        ("甲 > 0 件 weight 10 by pass", "0 件", "0", "shortfall"),
        # half up: 2/3 of 10, and 20 × 199950/200000 = 19.995
        ("甲 >= 3 件 weight 10", "2 件", "6.67", "shortfall"),
        ("甲 >= 200000 件 weight 20", "199950 件", "20", "shortfall"),
    ],
)
def test_what_a_line_earns(rule: str, cell: str, earned: str, reason: str) -> None:
    line = line_of(rule, cell)
    assert Status.SCORED is line.status
    assert Fraction(earned) == line.earned
    assert reason == line.reason
    assert line.indicator.weight - Fraction(earned) == line.lost


@pytest.mark.parametrize(
    ("label", "earned", "reason"),
    [("优", "30", "met"), ("良", "24", "grade"), ("中", "18.15", "grade"), ("差", "0", "grade")],
)
def test_what_a_level_earns(label: str, earned: str, reason: str) -> None:
    line = line_of(f"{SCALE}甲 is 等次 weight 30", label)
    assert (Fraction(earned), reason) == (line.earned, line.reason)
    assert (label == "优") == line.is_met
    assert label == line.observed
    assert line.share is None


def test_the_best_level_is_what_is_asked_even_when_it_pays_less_than_all() -> None:
    line = line_of("scale 等次 = 良 80, 差 0\n甲 is 等次 weight 10", "良")
    assert (Fraction(8), True, "grade") == (line.earned, line.is_met, line.reason)


def test_a_yes_or_no_may_be_a_level() -> None:
    text = "scale 有无 = 是 100, 否 0\n甲 is 有无 weight 10"
    assert [10, 0, 10, 0] == [line_of(text, cell).earned for cell in ("是", "否", True, "×")]


def test_points_are_not_rounded_where_only_the_total_is() -> None:
    line = line_of("round 2 total\n甲 >= 3 件 weight 10", "2 件")
    assert Fraction(20, 3) == line.earned == line.exact == line.low == line.high
    assert Fraction(10, 3) == line.lost


def test_steps_are_kept() -> None:
    line = line_of("甲 >= 200000 件 weight 20", "-5 件")
    assert [("ratio", "shortfall", Fraction(-1, 2000)), ("floor", "floor", Fraction(0))] == [
        (step.clause, step.reason, step.points) for step in line.steps
    ]


@pytest.mark.parametrize(
    ("rule", "cell", "share"),
    [
        ("甲 >= 200000 件 weight 20", "332344 件", Fraction(332344, 200000)),
        ("甲 = 80 个 weight 20 by ratio", "40 个", Fraction(1, 2)),
        ("甲 >= 0 个 weight 20 by pass", "40 个", None),
        ("甲 <= 80 个 weight 20 by pass", "40 个", None),
        ("甲 in 1..2 个 weight 20 by pass", "40 个", None),
    ],
)
def test_the_share_of_a_target_is_told_where_it_has_a_meaning(
    rule: str, cell: str, share: Fraction | None
) -> None:
    assert share == line_of(rule, cell).share


def test_a_miss_that_rounds_to_full_points_is_known() -> None:
    rule = "甲 >= 200000 件 weight 20"
    assert [True, False, False] == [
        line_of(rule, cell).is_rounded_to_full for cell in ("199950 件", "199949 件", "200000 件")
    ]
    assert not line_of(rule, None).is_rounded_to_full
    # Just at a strict target the points are full without any rounding.
    assert not line_of("甲 > 95 % weight 10 by ratio", "95 %").is_rounded_to_full


# ---- lines that cannot be scored


@pytest.mark.parametrize(
    ("cell", "status", "why"),
    [
        (None, Status.MISSING, "no actual was given"),
        ("", Status.MISSING, "no actual was given"),
        ("缺失", Status.MISSING, "no actual was given"),
        ("n/a", Status.NOT_APPLICABLE, "reported as not applicable"),
        ("不适用", Status.NOT_APPLICABLE, "reported as not applicable"),
        ("12 天", Status.INVALID, "it is counted in 天, the target in 件"),
        ("95 %", Status.INVALID, "it is counted in %, the target in 件"),
        ("优", Status.INVALID, "it is not a number"),
        ("是", Status.INVALID, "it is not a number"),
        ("部分达成 75 %", Status.INVALID, "it is not a number"),
        ("2024-12-31", Status.INVALID, "it is not a number"),
        (date(2024, 12, 31), Status.INVALID, "it is not a number"),
        (True, Status.INVALID, "it is not a number"),
        ("2024-02-30", Status.INVALID, "there is no such day"),
        ("1e5 件", Status.INVALID, "write plain digits, no exponent"),
        ("1234567890123456789 件", Status.INVALID, "more than 18 digits before the point"),
        ("0.1234567890 件", Status.INVALID, "more than 9 digits behind the point"),
        ("12,34 件", Status.INVALID, "its number cannot be read"),
        ("5 件//人", Status.INVALID, "its unit cannot be read"),
        ("5\u200b件", Status.INVALID, "it holds the invisible character U+200B"),
        ("件" * 1001, Status.INVALID, "it is too long"),
        (float("nan"), Status.INVALID, "its number cannot be read"),
        (float("inf"), Status.INVALID, "its number cannot be read"),
        (1j, Status.INVALID, "a complex is no value of a cell"),
        ([1], Status.INVALID, "a list is no value of a cell"),
    ],
)
def test_a_cell_that_cannot_be_scored(cell: object, status: Status, why: str) -> None:
    line = line_of("甲 >= 200000 件 weight 20", cell)
    assert status is line.status
    assert status.value == line.reason
    assert line.why_unscored is not None
    assert why in line.why_unscored.en
    assert line.why_unscored.zh
    assert (None, None, None, None) == (line.earned, line.lost, line.exact, line.observed)
    assert (Fraction(0), Fraction(20)) == (line.low, line.high)
    assert () == line.steps


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("很棒", "the scale 等次 has no such level: it has 优, 良, 中, 差"),
        ("95 %", "the scale 等次 has no such level: it has 优, 良, 中, 差"),
        (3, "the scale 等次 has no such level: it has 优, 良, 中, 差"),
        ("是", "the scale 等次 has no such level: it has 优, 良, 中, 差"),
        ("优\x00", "it holds the invisible character U+0000"),
        ([], "a list is no value of a cell"),
    ],
)
def test_a_label_that_no_level_has(cell: object, why: str) -> None:
    line = line_of(f"{SCALE}甲 is 等次 weight 30", cell)
    assert Status.INVALID is line.status
    assert line.why_unscored is not None
    assert why == line.why_unscored.en
    assert (Fraction(0), Fraction(30)) == (line.low, line.high)


def test_the_levels_that_may_be_meant_are_named_alone() -> None:
    line = line_of("scale 等次 = 基本达成 100, 部分达成 80, 差 0\n甲 is 等次 weight 30", "基本达到")
    assert line.why_unscored is not None
    assert "did you mean 基本达成?" in line.why_unscored.en
    assert "差" not in line.why_unscored.zh


def test_a_judged_line_may_be_missing_or_not_applicable() -> None:
    text = f"{SCALE}甲 is 等次 weight 30"
    assert [Status.MISSING, Status.NOT_APPLICABLE] == [
        line_of(text, c).status for c in (None, "n/a")
    ]


def test_bounds_of_a_scale_are_its_least_and_its_best() -> None:
    line = line_of("scale 等次 = 优 90.005, 良 50\n甲 is 等次 weight 10", None)
    # 9.0005 is rounded to two places like every line.
    assert (Fraction(5), Fraction(9)) == (line.low, line.high)


def test_bounds_are_not_rounded_where_only_the_total_is() -> None:
    line = line_of("round 1 total\n甲 >= 5 件 weight 3.335", None)
    assert (Fraction(0), Fraction("3.335")) == (line.low, line.high)


def test_an_observation_of_another_kind_does_not_fit() -> None:
    measured, rounding = indicator_of("甲 >= 5 件 weight 3"), Rounding()
    flag = score_line(measured, Flag(value=True), rounding)  # type: ignore[arg-type]
    assert (Status.INVALID, "the actual does not fit the target") == (
        flag.status,
        flag.why_unscored and flag.why_unscored.en,
    )
    assert Status.MISSING is score_line(measured, Missing(), rounding).status
    assert Status.NOT_APPLICABLE is score_line(measured, NotApplicable(), rounding).status
    assert same("x") == score_line(measured, Refused(same("x")), rounding).why_unscored


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("  180000件 ", "180000件"),
        (180_000, "180000"),
        (Decimal("1.50"), "1.50"),
        (None, ""),
        ("x" * 70, "x" * 60 + "…"),
        pytest.param(10**5000, "<class 'int'>", id="too long for a text"),
    ],
)
def test_a_cell_is_shown_as_its_author_would_know_it(cell: object, written: str) -> None:
    assert written == line_of("甲 >= 200000 件 weight 20", cell).written
