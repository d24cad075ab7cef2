"""Statements for the whole ruleset: heading, total, rounding, grades, scales, assumptions."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Grade, Rounding
from tests.engine import errors_of, ruleset_of

RULE = "甲 >= 1 元 weight 1\n"


def test_a_ruleset_of_one_line() -> None:
    ruleset = ruleset_of(RULE)
    assert ("", None, Fraction(1), None) == (
        ruleset.title,
        ruleset.year,
        ruleset.total,
        ruleset.grades,
    )
    assert Rounding(places=2, each=True, is_assumed=True) == ruleset.rounding


def test_the_heading() -> None:
    ruleset = ruleset_of(f"规则集 “自评” ２０２４\n{RULE}")
    assert ("自评", 2024) == (ruleset.title, ruleset.year)
    assert ("自评", None) == (ruleset_of(f'ruleset "自评"\n{RULE}').title, None)


@pytest.mark.parametrize(
    ("line", "rounding"),
    [
        ("round 0 each", Rounding(places=0, each=True)),
        ("round 6 total", Rounding(places=6, each=False)),
        ("保留 1 位 汇总", Rounding(places=1, each=False)),
    ],
)
def test_rounding(line: str, rounding: Rounding) -> None:
    assert rounding == ruleset_of(f"{line}\n{RULE}").rounding


def test_grades_and_assumptions() -> None:
    ruleset = ruleset_of(f'grades 优 >= 90, 良 >= 80.5, else 差\nassume "一"\nassume "二"\n{RULE}')
    assert ruleset.grades is not None
    assert (
        Grade(label="优", points=Fraction(90)),
        Grade(label="良", points=Fraction("80.5")),
    ) == ruleset.grades.bands
    assert "差" == ruleset.grades.otherwise
    assert ["一", "二"] == [text.zh for text in ruleset.assumptions]


def test_the_text_is_known_by_its_hash_and_compared_without_it() -> None:
    one, other = ruleset_of(RULE), ruleset_of(f"\n{RULE}")
    assert one == other
    assert one.sha256 != other.sha256
    assert 64 == len(one.sha256)


@pytest.mark.parametrize(
    ("line", "errors"),
    [
        ("total 0", [("total-not-positive", "0")]),
        ("total 1234567890123456789", [("number-too-long", "1234567890123456789")]),
        ("total 1\ntotal 2", [("statement-repeated", "total 2")]),
        ("round 7 each", [("places-out-of-range", "7")]),
        ("round 1.5 each", [("places-out-of-range", "1.5")]),
        ("round 0.1234567890 each", [("number-too-long", "0.1234567890")]),
        ("round 1 each\nround 2 each", [("statement-repeated", "round 2 each")]),
        ('ruleset "一"\nruleset "二"', [("statement-repeated", 'ruleset "二"')]),
        ("grades 优 >= 90, 良 >= 90, else 差", [("grades-not-descending", "良 >= 90")]),
        ("grades 优 >= 90, 良 >= 95, else 差", [("grades-not-descending", "良 >= 95")]),
        ("grades 优 >= 90, 优 >= 80, else 差", [("label-duplicate", "优")]),
        ("grades 优 >= 90, else 优", [("label-duplicate", "优")]),
        ("grades 优 >= 1234567890123456789, else 差", [("number-too-long", "1234567890123456789")]),
        (
            "grades 优 >= 90, else 差\ngrades 良 >= 90, else 差",
            [("statement-repeated", "grades 良 >= 90, else 差")],
        ),
        ("scale 等次 = 优 100, 优 80", [("label-duplicate", "优")]),
        ("scale 等次 = 优 100.1, 差 0", [("share-out-of-range", "优 100.1")]),
        ("scale 等次 = 优 100, 差 -1", [("share-out-of-range", "差 -1")]),
        ("scale 等次 = 优 0.1234567890, 差 0", [("number-too-long", "0.1234567890")]),
    ],
)
def test_what_is_refused(line: str, errors: list[tuple[str, str]]) -> None:
    assert errors == errors_of(f"{line}\n{RULE}")


def test_everything_wrong_is_said_in_one_run() -> None:
    text = "total 0\nround 9 each\n???\n甲 <= 1 元 weight 0\n乙 <= 1 元 weight 1\nlet 一 = 丙\n"
    assert [
        "total-not-positive",
        "places-out-of-range",
        "not-understood",
        "weight-not-positive",
        "method-missing",
        "name-unknown",
    ] == [name for name, _ in errors_of(text)]
