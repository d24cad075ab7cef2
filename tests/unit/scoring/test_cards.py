"""A whole card: totals, bounds, grades, assumptions, and the real case from end to end."""

from fractions import Fraction

import pytest

from indicator_dsl.assets import rulesets
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.scoring import Scorecard, Status, evaluate
from tests.engine import card_of, compiled_actuals, ruleset_of

GRADED = """\
grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
甲 >= 100 件 weight 50
乙 >= 100 件 weight 50
"""


def test_a_total_and_its_grade() -> None:
    card = card_of(GRADED, {"甲": 100, "乙": 80})
    assert {Fraction(90)} == {card.total, card.low, card.high}
    assert Fraction(100) == card.full
    assert ("优", ("优",)) == (card.grade, card.grades)


@pytest.mark.parametrize(
    ("actual", "grade"),
    [
        (100, "优"),
        (80, "优"),
        ("79.98", "良"),
        (60, "良"),
        ("59.98", "中"),
        (20, "中"),
        ("19.98", "差"),
        (0, "差"),
    ],
)
def test_a_grade_begins_at_its_bound(actual: object, grade: str) -> None:
    assert grade == card_of(GRADED, {"甲": 100, "乙": actual}).grade


@pytest.mark.parametrize(
    ("cells", "bounds", "grades"),
    [
        ({}, (0, 100), ("优", "良", "中", "差")),
        ({"甲": 100}, (50, 100), ("优", "良", "中", "差")),
        ({"甲": 20}, (10, 60), ("中", "差")),
        ({"甲": 0}, (0, 50), ("差",)),
    ],
)
def test_what_is_still_open_is_an_interval(
    cells: dict[str, object], bounds: tuple[int, int], grades: tuple[str, ...]
) -> None:
    card = card_of(GRADED, cells)
    assert card.total is None
    assert tuple(map(Fraction, bounds)) == (card.low, card.high)
    assert grades == card.grades
    assert (grades[0] if len(grades) == 1 else None) == card.grade


def test_no_grades_no_grade() -> None:
    card = card_of("甲 >= 1 件 weight 1", {"甲": 1})
    assert (None, ()) == (card.grade, card.grades)


@pytest.mark.parametrize(
    ("rounding", "earned", "total"),
    [
        # Two thirds of 5.00 each: 3.3333… three times.
        ("2 each", "3.33", "9.99"),
        ("2 total", Fraction(10, 3), "10"),
        ("0 each", "3", "9"),
        ("0 total", Fraction(10, 3), "10"),
    ],
)
def test_rounding_each_or_the_total(rounding: str, earned: Fraction, total: str) -> None:
    text = f"round {rounding}\n" + "".join(f"{name} >= 3 件 weight 5\n" for name in "甲乙丙")
    card = card_of(text, dict.fromkeys("甲乙丙", 2))
    assert {Fraction(earned)} == {line.earned for line in card.lines}
    assert Fraction(total) == card.total


def test_three_times_the_weight_of_a_half_hundredth() -> None:
    lines = "".join(f"{name} >= 1 件 weight 3.335\n" for name in "甲乙丙")
    cells = dict.fromkeys("甲乙丙", 1)
    assert Fraction("10.02") == card_of(f"round 2 each\n{lines}", cells).total
    assert Fraction("10.01") == card_of(f"round 2 total\n{lines}", cells).total


def test_a_line_and_an_indicator_are_found_by_name() -> None:
    card = card_of(GRADED, {"甲": 100, "乙": 80})
    line = card.line("乙")
    assert line is not None
    assert line.indicator == card.ruleset.indicator("乙")
    assert card.line("丙") is None
    assert card.ruleset.indicator("丙") is None


def assumed(card: Scorecard) -> list[str]:
    return [text.en for text in card.assumptions]


def test_assumptions_of_the_ruleset_its_rules_and_the_reading() -> None:
    text = 'assume "一"\n甲 >= 1 件 weight 1 assume "二"\n乙 >= 1 件 weight 1\n丙 >= 1 weight 1\n'
    card = card_of(text, {"甲": "1", "乙": "1 件", "丙": "1"})
    assert [
        "一",
        "二",
        "The ruleset does not say how to round: half-up to 2 places, line by line.",
        "Actuals without a unit are read in the target's: 甲.",
    ] == assumed(card)
    assert [] == assumed(card_of("round 2 each\n甲 >= 1 件 weight 1", {"甲": 1}))


def test_a_value_given_for_a_derived_figure_is_not_assumed_to_have_a_unit() -> None:
    text = "round 2 each\ninput 甲 元\nlet 乙 = 甲 * 2\n乙 >= 3 元 weight 1\n"
    assert [] == assumed(card_of(text, {"甲": "2 元", "乙": "3"}))


def test_the_last_entry_of_a_name_counts_in_actuals_made_by_hand() -> None:
    entries = (Entry(name="甲", cell=50), Entry(name="甲", cell=100))
    card = evaluate(ruleset_of(GRADED), Actuals(entries=entries))
    assert [50, None] == [line.earned for line in card.lines]


def test_the_real_case() -> None:
    folder = rulesets().joinpath("chaoyang-window-2024")
    ruleset = ruleset_of(folder.joinpath("ruleset.ind").read_text(encoding="utf-8"))
    actuals, said = compiled_actuals(folder.joinpath("actuals.act").read_text(encoding="utf-8"))
    assert () == said
    assert actuals is not None
    card = evaluate(ruleset, actuals)
    # Every line in full but the progress of 100 % against at most 80 %: 10 × 80/100.
    assert (Fraction(98), Fraction(100), "优") == (card.total, card.full, card.grade)
    assert {"项目开展进度": Fraction(2)} == {
        line.indicator.name: line.lost for line in card.lines if line.lost
    }
    assert {Status.SCORED} == {line.status for line in card.lines}
    assert [
        ("reported-score-differs", "项目开展进度"),
        ("total-differs", ""),
        ("overachieved-without-reason", "年办件量"),
    ] == [(finding.name, finding.indicator) for finding in card.findings]
    assert len(card.assumptions) >= 3


def test_a_card_keeps_what_was_handed_in() -> None:
    entry = Entry(name="年办件量", cell="180000件")
    odd = Entry(name="制度", cell=[1], items=(("甲", object()), ("乙", "是")))
    ruleset = ruleset_of("年办件量 >= 200000 件 weight 20")
    kept = evaluate(ruleset, Actuals(entries=(entry, odd))).actuals
    # An object that no cell can be read from is left out, so that a card can be kept and sent.
    assert kept.entries == (entry, Entry(name="制度", cell=(), items=(("甲", ()), ("乙", "是"))))
    plain = Actuals(entries=(entry,))
    assert evaluate(ruleset, plain).actuals is plain
