"""Conditions that should hold: resolved, joined, and refused where they make no sense."""

import pytest

from indicator_dsl.model import AllOf, AnyOf, Comparison, Operator
from tests.engine import errors_of, ruleset_of

INPUTS = "input 甲 元\ninput 乙 万元\ninput 人数 人\n甲 >= 1 元 weight 1\n"


@pytest.mark.parametrize(
    ("written", "operator"),
    [
        (">=", Operator.AT_LEAST),
        ("≤", Operator.AT_MOST),
        ("大于", Operator.MORE_THAN),
        ("低于", Operator.LESS_THAN),
        ("=", Operator.EQUAL),
    ],
)
def test_a_comparison(written: str, operator: Operator) -> None:
    (check,) = ruleset_of(f'{INPUTS}check 甲 {written} 乙 "须核实"').checks
    assert isinstance(check.condition, Comparison)
    assert operator is check.condition.operator
    assert "须核实" == check.message


def test_and_binds_before_or() -> None:
    (check,) = ruleset_of(f'{INPUTS}check 甲 > 乙 and 甲 > 1 元 or 人数 = 3 人 "m"').checks
    assert isinstance(check.condition, AnyOf)
    assert [AllOf, Comparison] == [type(part) for part in check.condition.parts]


def test_brackets_group_conditions() -> None:
    (check,) = ruleset_of(f'{INPUTS}核对 甲 > 乙 且 （甲 > 1 元 或 人数 = 3 人） "m"').checks
    assert isinstance(check.condition, AllOf)
    assert [Comparison, AnyOf] == [type(part) for part in check.condition.parts]


@pytest.mark.parametrize(
    ("condition", "errors"),
    [
        ("甲 > 人数", [("unit-mismatch", "人数")]),
        ("甲 > 3", [("unit-mismatch", "3")]),
        ("甲 > 丙", [("name-unknown", "丙")]),
        ("丙 > 甲 and 甲 > 丁", [("name-unknown", "丙"), ("name-unknown", "丁")]),
        ("甲 > 乙 or 甲 > 3", [("unit-mismatch", "3")]),
        (f"{' + '.join(['甲'] * 66)} > 乙", [("too-deep", " + ".join(["甲"] * 66))]),
    ],
)
def test_what_makes_no_sense(condition: str, errors: list[tuple[str, str]]) -> None:
    assert errors == errors_of(f'{INPUTS}check {condition} "m"')
