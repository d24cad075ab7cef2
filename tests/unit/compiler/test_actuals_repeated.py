"""What actuals say twice is reported where both stand; the last one never wins silently."""

import pytest

from tests.engine import compiled_actuals


@pytest.mark.parametrize(
    ("text", "name", "message", "marked"),
    [
        (
            "total reported 10\ntotal  reported 20",
            "statement-repeated",
            "`total reported` is said twice",
            ["total  reported 20", "total reported 10"],
        ),
        (
            "总分 自评 10\n总分 自评 10",
            "statement-repeated",
            "`总分 自评` is said twice",
            ["总分 自评 10", "总分 自评 10"],
        ),
        (
            'actuals for "甲" 2024\n实际完成值 “乙” 2025',
            "statement-repeated",
            "`实际完成值` is said twice",
            ["实际完成值 “乙” 2025", 'actuals for "甲" 2024'],
        ),
        ("甲 = 5\n甲 = 6", "actual-duplicate", "`甲` is given twice", ["甲 = 6", "甲 = 5"]),
    ],
)
def test_both_places_are_shown(text: str, name: str, message: str, marked: list[str]) -> None:
    actuals, said = compiled_actuals(text)
    (only,) = said
    assert actuals is None
    assert (name, message) == (only.name, only.message.en)
    assert marked == [label.place.text for label in only.labels]
    assert [2, 1] == [label.place.start.line for label in only.labels]


def test_each_further_one_points_at_the_first() -> None:
    _, said = compiled_actuals("total reported 1\ntotal reported 2\ntotal reported 3")
    assert [(2, 1), (3, 1)] == [
        tuple(label.place.start.line for label in each.labels) for each in said
    ]


def test_what_is_said_once_is_kept() -> None:
    actuals, said = compiled_actuals('actuals for "甲" 2024\n甲 = 5\ntotal reported 9.5')
    assert () == said
    assert actuals is not None
    assert ("甲", 2024, 19) == (actuals.title, actuals.year, 2 * (actuals.reported_total or 0))
