"""The benchmark runs, compares like with like and prints one row a figure; no time is judged."""

import doctest
from pathlib import Path

import pytest

from bench import byhand, cards, compiling, records, starting, tables
from bench.byhand import integers_from_cells, points_by_hand
from bench.measuring import Figure, measured
from bench.tables import HEADINGS, machine, table
from indicator_dsl import parse_ruleset


def test_every_kind_of_figure_is_a_row_of_the_table(tmp_path: Path) -> None:
    scratch = str(tmp_path)
    figures = (
        compiling.figure(2, repetitions=1, long_enough=0),
        *records.figures(repetitions=1, long_enough=0),
        *cards.figures(repetitions=1, long_enough=0),
        measured(
            ("import", lambda: starting.process(starting.IMPORT, scratch)),
            ("bare Python", lambda: starting.process(starting.BARE, scratch)),
            repetitions=1,
            long_enough=0,
        ),
    )
    headings, rule, *rows = table(figures).splitlines()
    assert [] == [heading for heading in HEADINGS if heading not in headings]
    assert {"─", " "} == set(rule)
    assert [figure.subject for figure in figures] == [
        row[: len(figure.subject)] for row, figure in zip(rows, figures, strict=True)
    ]


def test_a_row_tells_median_range_aim_and_yardstick() -> None:
    figure = Figure(
        subject="this", yardstick="that", ratios=(3.0, 2.0, 123.4), yardstick_seconds=2e-6, aim=1.2
    )
    row = table([figure]).splitlines()[2]
    assert ["this", "that", "3.00×", "2.00–123", "1.2×", "3", "2.00", "µs"] == row.split()


def test_the_machine_and_the_library_are_named() -> None:
    assert "Python 3." in machine()
    assert "indicator-dsl 0." in machine()


def test_both_works_warm_up_and_then_take_turns_at_going_first() -> None:
    order: list[str] = []
    measured(
        ("subject", lambda: order.append("s")),
        ("yardstick", lambda: order.append("y")),
        repetitions=3,
        long_enough=0,
    )
    assert "ssyy" + "sy" + "ys" + "sy" == "".join(order)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (0, (1000, 2000, 1000, 800, 1000, 3000, 1000, 9800)),
        # 1599.2/1600 of 10 is 9.995 and 180050/200000 of 20 is 18.005: both ties, both go up.
        (3, (1000, 1801, 600, 625, 500, 900, 10, 5436)),
    ],
)
def test_points_by_hand(record: int, expected: tuple[int, ...]) -> None:
    assert expected == points_by_hand(*integers_from_cells(records.cells_of_records()[record]))


def test_a_library_that_scores_otherwise_is_not_timed() -> None:
    with pytest.raises(records.ResultsDiffer):
        records.refuse_differences(parse_ruleset("年办件量 >= 200000 件 weight 20"))


def test_a_library_that_says_something_else_of_a_line_is_not_timed() -> None:
    other = parse_ruleset("年办件量 >= 200000 件 weight 20")
    with pytest.raises(cards.AnswersDiffer):
        cards.refuse_differences(other, records.cells_of_records(), integers_from_cells)


def test_the_examples_in_its_docstrings_hold() -> None:
    tried = [doctest.testmod(module) for module in (byhand, compiling, tables)]
    assert [0, 0, 0] == [each.failed for each in tried]
    assert all(each.attempted for each in tried)
