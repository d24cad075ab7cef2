"""Where a rule's method comes from: stated, inherited from `default`, or built in."""

import pytest

from indicator_dsl.model import Measured, Method
from tests.engine import errors_of, indicator_of


def measured(text: str) -> Measured:
    measure = indicator_of(text).measure
    assert isinstance(measure, Measured)
    return measure


def test_only_at_least_has_a_built_in_method() -> None:
    found = measured("A >= 5 件 weight 3")
    assert (Method.RATIO, True, False) == (found.method, found.is_builtin, found.is_inherited)


@pytest.mark.parametrize(
    ("target", "method"),
    [
        (">= 5", "pass"),
        ("> 5", "ratio"),
        ("<= 5", "excess"),
        ("< 5", "inverse"),
        ("= 5", "ratio"),
        ("in 1..5", "pass"),
    ],
)
def test_a_default_serves_its_operator(target: str, method: str) -> None:
    operator = target.split(maxsplit=1)[0]
    found = measured(f"default {operator} by {method}\nA {target} 件 weight 3")
    assert (method, False, True) == (found.method.value, found.is_builtin, found.is_inherited)


def test_a_default_may_stand_below_and_under_any_glyph() -> None:
    found = measured("A <= 5 件 weight 3\n默认 不超过 按 反比")
    assert (Method.INVERSE, True) == (found.method, found.is_inherited)


def test_a_stated_method_goes_before_a_default() -> None:
    found = measured("default <= by inverse\nA <= 5 件 weight 3 by excess")
    assert (Method.EXCESS, False) == (found.method, found.is_inherited)


def test_a_default_goes_before_the_built_in_method() -> None:
    assert Method.PASS is measured("default >= by pass\nA >= 5 件 weight 3").method


def test_a_default_for_another_operator_is_none() -> None:
    assert ["method-missing"] == [
        name for name, _ in errors_of("default <= by inverse\nA < 5 件 weight 3")
    ]


@pytest.mark.parametrize(
    ("operator", "method"),
    [
        (">=", "inverse"),
        (">=", "excess"),
        (">", "inverse"),
        ("<=", "ratio"),
        ("<", "ratio"),
        ("=", "inverse"),
        ("in", "excess"),
    ],
)
def test_a_method_that_does_not_serve_an_operator(operator: str, method: str) -> None:
    target = "in 1..5" if operator == "in" else f"{operator} 5"
    assert [("method-unfit", f"by {method}")] == errors_of(f"A {target} 件 weight 3 by {method}")
    default = f"default {operator} by {method}\nB >= 5 件 weight 3 by pass"
    assert [("method-unfit", f"by {method}")] == errors_of(default)


def test_a_second_default_for_one_operator_is_refused() -> None:
    text = "default <= by inverse\ndefault ≤ by excess\nA >= 5 件 weight 3"
    assert [("statement-repeated", "default ≤ by excess")] == errors_of(text)
