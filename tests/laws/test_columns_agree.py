"""Not one cell of a scored frame differs from the scalar engine or from the oracle."""

import random
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given, settings, strategies as st

from indicator_dsl.frames import evaluate_frame, scored_row
from indicator_dsl.model import Ruleset
from tests import oracle
from tests.cards import CardSheet, card_sheets
from tests.columns import EDGES, amounts, by_every_engine, drawn_frame, rows_of
from tests.engine import ruleset_of
from tests.schemes import rule_text, schemed_rules, turning_points, with_neighbours
from tests.sparks import by_spark

FINEST = Fraction(1, 10**4)
# Four engines an example: seconds, not minutes, in every run. `pytest -m columns` draws them all.
FEW = settings(max_examples=min(40, settings().max_examples))
# A second an example. `pytest -m spark` draws them, by Spark Connect under SPARK_REMOTE=local[2].
BY_SPARK = settings(max_examples=min(100, settings().max_examples))

Engines = Callable[[Ruleset, pl.DataFrame], dict[str, list[dict[str, object]]]]


def differences(
    wanted: Sequence[Mapping[str, object]], found: dict[str, list[dict[str, object]]]
) -> list[tuple[object, ...]]:
    return [
        (engine, place, name, value, row[name])
        for engine, rows in found.items()
        for place, (want, row) in enumerate(zip(wanted, rows, strict=True))
        for name, value in want.items()
        if value != row[name]
    ]


def agree(sheet: CardSheet, seed: int, engines: Engines = by_every_engine) -> None:
    """Holds every engine against the scalar one."""
    text = sheet.text().replace(" total\nscale", " each\nscale") if seed % 2 else sheet.text()
    ruleset = ruleset_of(text)
    frame = drawn_frame(sheet, seed)
    wanted = [scored_row(ruleset, cells) for cells in rows_of(frame)]
    found = engines(ruleset, frame)
    assert [] == differences(wanted, found), text
    apart = [row["row_by_row"] for row in evaluate_frame(ruleset, frame).to_dicts()]
    assert all(apart == [row["row_by_row"] for row in rows] for rows in found.values())


@FEW
@given(card_sheets(), st.integers(0, 10**6))
def test_whole_sheets(sheet: CardSheet, seed: int) -> None:
    agree(sheet, seed)


def line_agrees(rule: oracle.Rule, seed: int, engines: Engines = by_every_engine) -> None:
    """Ties and turning points, one step beside each, and the edges of what a column can hold."""
    draw = random.Random(seed)  # noqa: S311 - rows for a test
    places, when = seed % 4, draw.choice(["each", "total"])
    ruleset = ruleset_of(f"round {places} {when}\n{rule_text('线甲', rule, '件')}")
    points = [*turning_points(rule), *with_neighbours(turning_points(rule))]
    near = [x + step * FINEST for x in points for step in (-1, 0, 1)]
    kind = draw.choice(["whole", "decimal", "float", "text"])
    frame = pl.DataFrame({"线甲": amounts([*near, *EDGES], kind, draw.choice(["", "件"]))})
    wanted: list[dict[str, object]] = []
    for cells in rows_of(frame):
        cell = cells["线甲"]
        x = _amount(cell)
        if x is None:
            continue
        earned = oracle.half_up(oracle.exact(rule, x), places)
        wanted.append({"earned:线甲": earned, "total": earned})
    found = engines(ruleset, frame)
    kept = [n for n, cells in enumerate(rows_of(frame)) if _amount(cells["线甲"]) is not None]
    assert [] == differences(
        wanted, {engine: [rows[n] for n in kept] for engine, rows in found.items()}
    )
    assert [] == differences([scored_row(ruleset, cells) for cells in rows_of(frame)], found)


def _amount(cell: object) -> Fraction | None:
    """What a cell says, read without the library; None where it says no number it can hold."""
    if cell is None:
        return None
    if isinstance(cell, float):
        steps = Fraction(f"{cell:.15g}") * 10**9
        x = oracle.half_up(steps, 0) / 10**9
    else:
        x = Fraction(str(cell).removesuffix("件"))
    return x if abs(x) < 10**18 else None


@FEW
@given(schemed_rules(), st.integers(0, 10**6))
def test_one_line_against_the_oracle(rule: oracle.Rule, seed: int) -> None:
    line_agrees(rule, seed)


DERIVED = """
round 2 each
grades 优 >= 40, 良 >= 25, else 差
input 执行数 万元
input 预算数 元
input 人数 人
let 执行率 = 执行数 / 预算数
let 节约率 = (预算数 - 执行数) / 预算数
let 人均 = 执行数 / 人数
let 合计 = -执行数 + 预算数 * 2
limit total 30 when 执行率 < 50 % or 人数 > 100 人
执行率 >= 100 % weight 20 by ratio
节约率 >= 5 % weight 10 by less 0.5 per full 1 pp
人均 <= 3 元/人 weight 10 by inverse
合计 >= 100 元 weight 5 by pass
满意度 >= 95 % weight 5 by less 1 per 2 pp or part
  when 人数 >= 3 人
  n/a full
"""


def sums_agree(seed: int, engines: Engines = by_every_engine) -> None:
    """Shares, differences and conditions of columns, ties among them."""
    draw = random.Random(seed)  # noqa: S311 - rows for a test
    when = draw.choice(["each", "total"])
    ruleset = ruleset_of(DERIVED.replace("each", when, 1))
    budgets = [draw.choice([1, 3, 2000, 10**6, draw.randint(-50, 10**9)]) for _ in range(40)]
    # Ties at every 1/2000 of the budget, one step beside them, nothing, zero and the edges.
    done = [Fraction(b * draw.randint(0, 2400), 2000 * 10**4) for b in budgets]
    columns: dict[str, Sequence[Fraction | int | None]] = {
        "预算数": [draw.choice([b, b, b, b, 0, None, *EDGES[:4]]) for b in budgets],
        "执行数": [draw.choice([d, d, d + FINEST, d - FINEST, None, 0]) for d in done],
        "人数": [draw.choice([1, 2, 3, 100, 101, 0, None]) for _ in budgets],
        "满意度": [Fraction(draw.randint(8000, 10000), 100) for _ in budgets],
    }
    kinds = ["decimal", "float", "text"]
    frame = pl.DataFrame(
        {
            name: amounts(values, draw.choice(kinds if name == "执行数" else [*kinds, "whole"]))
            for name, values in columns.items()
        }
    )
    found = engines(ruleset, frame)
    wanted = [scored_row(ruleset, cells) for cells in rows_of(frame)]
    assert [] == differences(wanted, found)
    rows = next(iter(found.values()))
    for cells, row in zip(rows_of(frame), rows, strict=True):
        above, below = _amount(cells["执行数"]), _amount(cells["预算数"])
        if above is not None and below:
            share = min(max(above * 10**4 / below, Fraction(0)), Fraction(1))
            assert oracle.half_up(20 * share, 2) == row["earned:执行率"]
    assert when == "total" or not all(row["row_by_row"] for row in rows)


@FEW
@given(st.integers(0, 10**9))
def test_sums_of_columns(seed: int) -> None:
    sums_agree(seed)


def ties_agree(kind: str, engines: Engines = by_every_engine) -> None:
    """20 × a / 200000 = a / 10000 points: a tie in the third decimal at every a = 100k + 50."""
    ruleset = ruleset_of("round 2 each\n年办件量 >= 200000 件 weight 20 by ratio")
    ties = [50 + 100 * k + near for k in range(0, 2000, 7) for near in (-1, 0, 1)]
    frame = pl.DataFrame({"年办件量": amounts(ties, kind)})
    found = engines(ruleset, frame)
    wanted = [{"total": Fraction((2 * a + 100) // 200, 100)} for a in ties]
    assert [] == differences(wanted, found)
    assert not any(row["row_by_row"] for rows in found.values() for row in rows)


@pytest.mark.parametrize("kind", ["whole", "decimal", "float", "text"])
def test_ties_are_rounded_up_in_every_engine(kind: str) -> None:
    ties_agree(kind)


@pytest.mark.columns
@given(card_sheets(), st.integers(0, 10**9))
def test_many_whole_sheets(sheet: CardSheet, seed: int) -> None:
    agree(sheet, seed)


@pytest.mark.columns
@given(schemed_rules(), st.integers(0, 10**9))
def test_many_lines_against_the_oracle(rule: oracle.Rule, seed: int) -> None:
    line_agrees(rule, seed)


@pytest.mark.spark
@BY_SPARK
@given(card_sheets(), st.integers(0, 10**6))
def test_whole_sheets_by_spark(sheet: CardSheet, seed: int) -> None:
    agree(sheet, seed, by_spark)


@pytest.mark.spark
@BY_SPARK
@given(schemed_rules(), st.integers(0, 10**6))
def test_one_line_by_spark(rule: oracle.Rule, seed: int) -> None:
    line_agrees(rule, seed, by_spark)


@pytest.mark.spark
@BY_SPARK
@given(st.integers(0, 10**9))
def test_sums_of_columns_by_spark(seed: int) -> None:
    sums_agree(seed, by_spark)


@pytest.mark.spark
@pytest.mark.parametrize("kind", ["whole", "decimal", "float", "text"])
def test_ties_are_rounded_up_by_spark(kind: str) -> None:
    ties_agree(kind, by_spark)
