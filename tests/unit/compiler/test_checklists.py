"""Checklists whose items make up the weight, and each refusal with the words it marks."""

from fractions import Fraction

import pytest

from indicator_dsl.model import Checklist
from tests.engine import compiled, errors_of, indicator_of

HEAD = "制度 weight 5 by points"


@pytest.mark.parametrize(
    ("items", "points"),
    [
        ("- 一: 3\n- 二: 2", ["3", "2"]),
        ("- 一: 50%\n- 二: 2.5", ["2.5", "2.5"]),
        ("- 一: 1.67\n- 二: 1.67\n- 三: rest", ["1.67", "1.67", "1.66"]),
        ("- 一: 其余\n- 二: 4", ["1", "4"]),
        ("- 一: 5\n- 二: rest", ["5", "0"]),
    ],
)
def test_items(items: str, points: list[str]) -> None:
    measure = indicator_of(f"{HEAD}\n{items}").measure
    assert isinstance(measure, Checklist)
    assert [Fraction(each) for each in points] == [item.points for item in measure.items]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (HEAD, ("checklist-sum", "制度")),
        (f"{HEAD}\n- 一: 3\n- 二: 1", ("checklist-sum", "by points")),
        (f"{HEAD}\n- 一: 3\n- 二: 3", ("checklist-sum", "by points")),
        (f"{HEAD}\n- 一: 6\n- 二: rest", ("checklist-sum", "by points")),
        (f"{HEAD}\n- 一: 1\n- 二: rest\n- 三: rest", ("checklist-sum", "by points")),
        (f"{HEAD}\n- 一: 3\n- 一: 2", ("label-duplicate", "- 一: 2")),
    ],
)
def test_items_that_do_not_make_up_the_weight(text: str, error: tuple[str, str]) -> None:
    assert [error] == errors_of(text)


def test_ten_thirds_and_their_residue_are_offered() -> None:
    said = compiled("制度 weight 10 by points\n- 一: rest\n- 二: rest\n- 三: rest")[1]
    (found,) = [each for each in said if each.name == "checklist-sum"]
    assert found.help is not None
    assert "- 一: 3.33\n- 二: 3.33\n- 三: 3.34" == found.help.en
