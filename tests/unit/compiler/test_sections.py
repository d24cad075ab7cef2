"""Headings above a line, and whether weights add up to what headings and total promise."""

import pytest

from tests.engine import compiled, ruleset_of, said_of


def warnings(text: str) -> list[tuple[str, str]]:
    return [each for each in said_of(f"round 2 each\n{text}") if "assumed" not in each[0]]


def test_every_line_stands_under_the_last_heading() -> None:
    ruleset = ruleset_of(
        "甲 >= 1 件 weight 1\n[产出]\n乙 >= 1 件 weight 1\n"
        "[产出 / 数量]\n丙 >= 1 件 weight 1\n[效益]\n丁 >= 1 件 weight 1\n"
    )
    assert [(), ("产出",), ("产出", "数量"), ("效益",)] == [i.section for i in ruleset.indicators]
    assert [("产出",), ("产出", "数量"), ("效益",)] == [
        section.path for section in ruleset.sections
    ]


def test_places_name_the_headings() -> None:
    said = compiled("[产出 / 数量]\n甲 <= 1 件 weight 1")[1]
    (found,) = [each for each in said if each.name == "method-missing"]
    assert found.place is not None
    assert ("产出", "数量") == found.place.headings


@pytest.mark.parametrize(
    "text",
    [
        "[产出] 3\n甲 >= 1 件 weight 1\n[产出 / 数量] 2\n乙 >= 1 件 weight 2\n",
        "total 3\n甲 >= 1 件 weight 1\n乙 >= 1 件 weight 2\n",
        "total 0.3\n甲 >= 1 件 weight 0.1\n乙 >= 1 件 weight 0.2\n",
        "[产出] 2\n甲 >= 1 件 weight 1\n[效益]\n乙 >= 1 件 weight 5\n[产出]\n丙 >= 1 件 weight 1\n",
    ],
)
def test_weights_that_add_up(text: str) -> None:
    assert [] == warnings(text)


@pytest.mark.parametrize(
    ("text", "warning", "sentence"),
    [
        (
            "total 100\n甲 >= 1 件 weight 60\n乙 >= 1 件 weight 30\n",
            ("weights-not-total", "total 100"),
            "the weights add up to 90, not to the total of 100",
        ),
        (
            "[产出 / 数量] 5\n甲 >= 1 件 weight 2.5\n",
            ("section-weight-differs", "[产出 / 数量] 5"),
            "the section `产出 / 数量` promises 5 points, its lines add up to 2.5",
        ),
        (
            "[产出] 5\n[效益]\n甲 >= 1 件 weight 5\n",
            ("section-weight-differs", "[产出] 5"),
            "the section `产出` promises 5 points, its lines add up to 0",
        ),
    ],
)
def test_weights_that_do_not_add_up_are_a_warning(
    text: str, warning: tuple[str, str], sentence: str
) -> None:
    assert [warning] == warnings(text)
    ruleset, said = compiled(text)
    assert ruleset is not None
    assert sentence in [each.message.en for each in said]


def test_the_total_is_the_sum_of_the_weights_when_none_is_stated() -> None:
    assert 3 == ruleset_of("甲 >= 1 件 weight 1\n乙 >= 1 件 weight 2\n").total
    assert 100 == ruleset_of("total 100\n甲 >= 1 件 weight 1\n").total


def test_a_section_out_of_its_own_hundred() -> None:
    lines = "甲 >= 1 件 weight 60\n乙 >= 1 件 weight 40\n"
    ruleset = ruleset_of(f"[效益] 30 of inner 100\n{lines}")
    assert [30, 100] == [ruleset.sections[0].points, ruleset.sections[0].inner]
    assert 30 == ruleset.total
    assert [] == warnings(f"total 30\n[效益] 30 of inner 100\n{lines}")
    assert [("section-weight-differs", "[效益] 30 of inner 90")] == warnings(
        f"[效益] 30 of inner 90\n{lines}"
    )


def test_a_heading_worth_nothing_adds_nothing() -> None:
    text = (
        "total 10\n[产出] 10\n甲 >= 1 件 weight 10\n[效益] 0 of inner 100\n乙 >= 1 件 weight 100\n"
    )
    assert [] == warnings(text)


def test_headings_inside_scaled_headings() -> None:
    # 乙 counts 40 · 30/50 · 10/40 = 6, and with 甲, 10 · 30/50 = 6, makes 12 of the sheet.
    outer = "[效益] 30 of inner 50\n甲 >= 1 件 weight 10\n"
    text = f"{outer}[效益 / 社会] 10 of inner 40\n乙 >= 1 件 weight 40\n"
    assert 12 == ruleset_of(text).total
    assert [] == warnings(f"total 12\n{text}")


def test_points_cannot_be_moved_to_a_section_that_is_not_there() -> None:
    rule = "甲 >= 1 件 weight 6 n/a move to [效益]"
    assert [("section-unknown", rule)] == warnings(f"[产出]\n{rule}")
    assert [] == warnings(f"[产出]\n{rule}\n[效益]\n乙 >= 1 件 weight 4")
