"""Guards that go with their rule, and each refusal with the words it marks."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Guards, Measured, Method, Treatment
from tests.engine import errors_of, indicator_of

MORE, LESS = "甲 >= 9 件 weight 10", "甲 <= 9 件 weight 10 by inverse"


def guards(text: str) -> Guards:
    measure = indicator_of(text).measure
    assert isinstance(measure, Measured)
    return measure.guards


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("甲 <= 9 件 weight 10 by pass cap 120%", ("guard-unfit", "cap 120%")),
        (f"{MORE} by line from 5 to 9 cap 120%", ("guard-unfit", "cap 120%")),
        (f"{MORE} cap 99%", ("guard-unfit", "cap 99%")),
        (f"{LESS} zero below 5 件", ("guard-unfit", "zero below 5 件")),
        (f"{MORE} zero above 20 件", ("guard-unfit", "zero above 20 件")),
        (f"{MORE} zero from 20 件", ("guard-unfit", "zero from 20 件")),
        (f"{MORE} zero below 5 天", ("unit-mismatch", "5 天")),
        (f"{MORE} zero below 60%", ("unit-mismatch", "60%")),
        (f"{LESS} over 130% explain", ("over-unfit", "over 130% explain")),
        (f"{LESS} over 130% less 10%", ("over-unfit", "over 130% less 10%")),
        ("甲 in 5..9 件 weight 1 by pass over 130% less 1%", ("over-unfit", "over 130% less 1%")),
        (f"{MORE} cap 120% cap 150%", ("clause-repeated", "cap 150%")),
        (f"{MORE} missing zero missing error", ("clause-repeated", "missing error")),
        (f"{MORE} n/a drop n/a full", ("clause-repeated", "n/a full")),
        (
            f"{MORE} over 150% less 1 points over 150% less 10%",
            ("clause-repeated", "over 150% less 10%"),
        ),
        (
            "甲 >= 0 件 weight 1 by pass zero below 60% of target",
            ("target-not-positive", "zero below 60% of target"),
        ),
        ("甲 >= 0 件 weight 1 by pass over 130% less 1%", ("over-unfit", "over 130% less 1%")),
        ("甲 >= 0 件 weight 1 zero target error", ("target-not-positive", ">= 0 件")),
        (
            "甲 >= 2024-12-31 weight 1 zero below 60% of target",
            ("target-not-positive", "zero below 60% of target"),
        ),
        ("甲 >= 2024-12-31 weight 1 zero below 60", ("guard-unfit", "zero below 60")),
        ("甲 >= 2024-12-31 weight 1 over 130% explain", ("over-unfit", "over 130% explain")),
        ("甲 = 是 weight 1 zero below 5 件", ("method-on-scale", "zero below 5 件")),
        ("甲 = 是 weight 1 cap 120%", ("method-on-scale", "cap 120%")),
        (
            "甲 weight 1 by points over 130% explain\n- 一: 1",
            ("method-on-scale", "over 130% explain"),
        ),
        (
            "scale 表 = 优 100\n甲 is 表 weight 1 zero target pass",
            ("method-on-scale", "zero target pass"),
        ),
        (f"{MORE} when 乙 > 3 件\ninput 乙 件", ("when-alone", "when 乙 > 3 件")),
        (f"{MORE} n/a drop when 乙 > 3 件", ("name-unknown", "乙")),
    ],
)
def test_what_does_not_go_together(text: str, error: tuple[str, str]) -> None:
    assert [error] == errors_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲 >= 0 件 weight 5 zero target pass",
        "甲 <= 0 件 weight 5 zero target pass",
        "甲 >= -3 件 weight 5 zero target pass",
        "甲 >= 0 件 weight 5 by ratio zero target pass",
        "甲 >= 0 件 weight 5 zero target pass over 130% explain over 150% less 10%",
        "甲 >= 0 件 weight 5 zero target pass cap 120% zero below 60% of target",
        "甲 <= 0 件 weight 5 by less 1 per 5% of target zero target pass",
    ],
)
def test_zero_target_pass_settles_method_and_shares(text: str) -> None:
    rule = indicator_of(text)
    assert isinstance(rule.measure, Measured)
    assert (Method.PASS, Guards(), ()) == (rule.measure.method, rule.measure.guards, rule.duties)


def test_zero_target_pass_forgives_no_method_that_does_not_serve() -> None:
    text = "甲 <= 0 件 weight 5 by ratio zero target pass"
    assert [("method-unfit", "by ratio")] == errors_of(text)


def test_zero_target_pass_says_nothing_of_a_target_above_zero() -> None:
    rule = indicator_of(f"{MORE} zero target pass over 130% explain")
    assert isinstance(rule.measure, Measured)
    assert Method.RATIO is rule.measure.method
    assert 1 == len(rule.duties)


def test_guards_as_they_are_kept() -> None:
    text = f"{MORE} zero below 60% of target cap 120% over 150% less 10% zero below 3"
    found = guards(text)
    assert found.cap is not None
    assert 120 == found.cap * 100
    (over,) = found.overs
    assert ["weight", Fraction(3, 2), Fraction(1, 10)] == [over.of, over.share, over.amount]
    assert [Fraction(27, 5), 3] == [each.bound.magnitude for each in found.zeros]


@pytest.mark.parametrize("treatment", ["full", "zero", "drop", "move to [效益]"])
def test_what_does_not_apply(treatment: str) -> None:
    rule = indicator_of(f"[效益]\n{MORE} n/a {treatment} missing zero")
    assert rule.not_applicable is not None
    assert Treatment(treatment.removesuffix(" [效益]")) is rule.not_applicable.treatment
    assert rule.missing_is_zero
