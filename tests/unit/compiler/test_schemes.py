"""Lines, bands and steps that fit their target, and each refusal with the words it marks."""

from datetime import date
from fractions import Fraction

import pytest

from indicator_dsl.model import Bands, Line, Measured, Reading, TwoSided
from tests.engine import errors_of, indicator_of

MORE, LESS, DAY = "甲 >= 95 件 weight 10", "甲 <= 95 件 weight 10", "甲 <= 2024-12-31 weight 5"


def measured(text: str) -> Measured:
    measure = indicator_of(text).measure
    assert isinstance(measure, Measured)
    return measure


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (f"{MORE} by line from 95 to 60", ("line-backwards", "line from 95 to 60")),
        (f"{LESS} by line from 60 to 95", ("line-backwards", "line from 60 to 95")),
        ("甲 = 9 件 weight 1 by line from 60 to 60", ("line-backwards", "line from 60 to 60")),
        (f"{MORE} by bands >= 80: 5, >= 90: 10, else 0", ("bands-unordered", ">= 90: 10")),
        (f"{MORE} by bands >= 90: 10, >= 90: 8, else 0", ("bands-unordered", ">= 90: 8")),
        (f"{MORE} by bands >= 90: 10, > 90: 8, else 0", ("bands-unordered", "> 90: 8")),
        (f"{MORE} by bands >= 90: 5, <= 30: 2, else 0", ("bands-unordered", "<= 30: 2")),
        (f"{LESS} by bands <= 90: 5, <= 30: 2, else 0", ("bands-unordered", "<= 30: 2")),
        (f"{MORE} by bands >= 90: 12, else 0", ("points-over-weight", "12")),
        (f"{MORE} by bands >= 90: 120%, else 0", ("points-over-weight", "120%")),
        (f"{MORE} by bands >= 90: 9, else 11", ("points-over-weight", "11")),
        (f"{MORE} by bands >= 90 天: 9, else 1", ("unit-mismatch", "90 天")),
        (f"{MORE} by less 11 per 5 件", ("points-over-weight", "11")),
        (f"{MORE} by less 1 per 5 件 at most 12", ("points-over-weight", "12")),
        (f"{MORE} by less 1 per 5 天", ("unit-mismatch", "5 天")),
        (f"{MORE} by less 1 per 0 件", ("number-malformed", "0 件")),
        (f"{MORE} by less 1 per 0% of target", ("number-malformed", "0%")),
        (f"{MORE} by less 1 per 5%", ("step-ambiguous", "5%")),
        ("甲 >= 95 % weight 10 by less 1 per 5%", ("step-ambiguous", "5%")),
        (f"{MORE} by below 1 per 1 件, below 2 per 1 件", ("clause-repeated", "below 2 per 1 件")),
        # A share of a target that is zero, less, or a day.
        (
            "甲 = 0 次 weight 5 by less 1 per 5% of target",
            ("target-not-positive", "by less 1 per 5% of target"),
        ),
        (
            "甲 >= -9 次 weight 5 by line from 60% to 100% of target",
            ("target-not-positive", "by line from 60% to 100% of target"),
        ),
        (
            f"{DAY} by less 1 per 5% of target",
            ("target-not-positive", "by less 1 per 5% of target"),
        ),
        (f"{DAY} by less 1 per 0 天", ("number-malformed", "0 天")),
        (f"{DAY} by less 1 per 1 件", ("unit-mismatch", "1 件")),
        (f"{DAY} by less 1 per 5%", ("step-ambiguous", "5%")),
        (f"{DAY} by line from 30 to 15", ("method-unfit", "by line from 30 to 15")),
        (f"{DAY} by bands <= 5: 5, else 0", ("method-unfit", "by bands <= 5: 5, else 0")),
        (f"{DAY} by inverse", ("method-unfit", "by inverse")),
        ("甲 = 是 weight 5 by ratio", ("method-unfit", "by ratio")),
    ],
)
def test_what_does_not_fit(text: str, error: tuple[str, str]) -> None:
    assert [error] == errors_of(text)


def test_both_ends_of_a_line_are_told() -> None:
    expected = [("unit-mismatch", "60%"), ("unit-mismatch", "100%")]
    assert expected == errors_of(f"{MORE} by line from 60% to 100%")


def test_a_line() -> None:
    line = measured(f"{MORE} by line from 60 to 95").scheme
    assert isinstance(line, Line)
    assert not line.of_target
    assert [60, 95] == [line.start.magnitude, line.end.magnitude]
    line = measured("甲 >= 200 件 weight 10 by line from 60% to 100% of target").scheme
    assert isinstance(line, Line)
    assert line.of_target
    assert [120, 200] == [line.start.magnitude, line.end.magnitude]


def test_bands() -> None:
    bands = measured(f"{MORE} by bands > 90: 100%, >= 90: 8, else 10%").scheme
    assert isinstance(bands, Bands)
    assert [10, 8, 1] == [*(band.points for band in bands.bands), bands.otherwise]


@pytest.mark.parametrize(
    ("words", "reading"),
    [("1 件", Reading.PROPORTIONAL), ("full 1 件", Reading.FULL), ("1 件 or part", Reading.PART)],
)
def test_three_readings_of_a_step(words: str, reading: Reading) -> None:
    step = words.removeprefix("full ")
    text = f"{MORE} by less 5% per {'full ' if 'full' in words else ''}{step}"
    sides = measured(text).scheme
    assert isinstance(sides, TwoSided)
    assert sides.below is not None
    assert (reading, Fraction(1, 2)) == (sides.below.reading, sides.below.points)


@pytest.mark.parametrize(
    ("target", "below", "above"), [(">=", True, False), ("<=", False, True), ("=", True, True)]
)
def test_a_plain_deduction_is_for_the_side_that_misses(
    target: str,
    below: bool,  # noqa: FBT001 - a table of truths
    above: bool,  # noqa: FBT001 - a table of truths
) -> None:
    sides = measured(f"甲 {target} 95 件 weight 10 by less 1 per 5 件").scheme
    assert isinstance(sides, TwoSided)
    assert (below, above) == (sides.below is not None, sides.above is not None)


@pytest.mark.parametrize("step", ["7 天", "1 周", "7", "7 日"])
def test_steps_of_days(step: str) -> None:
    curve = measured(f"{DAY} by less 1 per {step}").curve
    day = date(2024, 12, 31).toordinal()
    assert [5, 4, 3] == [curve.at(day + late) for late in (0, 7, 14)]
