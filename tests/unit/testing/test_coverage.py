"""What no trial reached is told: pieces with their interval and points, levels, items."""

from collections.abc import Mapping

from indicator_dsl import Ruleset, parse_ruleset
from indicator_dsl.testing import Gap
from indicator_dsl.testing.coverage import Reached


def gaps_of(sheet: Ruleset, *tried: Mapping[str, object]) -> list[Gap]:
    reached = Reached()
    for cells in tried:
        reached.add(sheet.evaluate(cells).model)
    return [gap for line in reached.of(sheet.model, "a.ind").lines for gap in line.gaps]


def said(gaps: list[Gap]) -> list[tuple[str, str]]:
    return [(gap.what.en, gap.gives.en) for gap in gaps]


def test_pieces_below_zero_are_not_asked_for() -> None:
    sheet = parse_ruleset("A >= 10 件 weight 20 by ratio\n  zero below 60% of target")
    assert [
        ("≥ 0 件, < 6 件", "0 points"),
        ("≥ 6 件, < 10 件", "12–20 points"),
        ("≥ 10 件", "20 points"),
    ] == said(gaps_of(sheet))


def test_a_piece_is_reached_by_any_value_on_it() -> None:
    sheet = parse_ruleset("A >= 10 件 weight 20 by ratio\n  zero below 60% of target")
    cells: list[dict[str, object]] = [{"A": "5.9 件"}, {"A": "6 件"}]
    assert [("≥ 10 件", "20 points")] == said(gaps_of(sheet, *cells))
    assert [] == gaps_of(sheet, *cells, {"A": "10 件"})


def test_what_cannot_be_read_reaches_nothing() -> None:
    sheet = parse_ruleset("A >= 10 件 weight 20 by ratio")
    assert 2 == len(gaps_of(sheet, {"A": "9 天"}, {"A": None}, {"A": "n/a"}))


def test_each_gap_names_a_cell_that_fills_it() -> None:
    sheet = parse_ruleset(
        """
A >= 10 件 weight 20 by ratio
  zero below 60% of target
B <= 2024-12-31 weight 5 by less 0.5 per 1 天
C <= 3 % weight 10 by bands <= 3: 10, <= 4.5: 6, else 0
D in 18..26 ℃ weight 3 by ratio
E = 0 次 weight 5 by less 2 per 1 次 zero from 2 次
scale 达成 = 达成 100..80, 部分达成 80..60, 未达成 60..0
F is 达成 weight 10
G > 300 件 weight 10 by ratio
"""
    )
    model = sheet.model
    reached = Reached()
    for line in reached.of(model, "").lines:
        assert line.gaps
        for gap in line.gaps:
            assert gap.attempt, gap
            before = Reached().of(model, "")
            after = Reached()
            after.add(sheet.evaluate({line.indicator: gap.attempt}).model)
            assert before.reached + 1 == after.of(model, "").reached
            filled = next(e for e in after.of(model, "").lines if e.indicator == line.indicator)
            assert gap not in filled.gaps


def test_levels_and_items() -> None:
    sheet = parse_ruleset(
        """
scale 优中差 = 优 100, 中 60, 差 0
A is 优中差 weight 10
B weight 5
  by points
  - 健全: 3
  - 执行: 2
"""
    )
    cells: dict[str, object] = {"A": "优", "B": {"健全": "是", "执行": "否"}}
    assert [("中", "6 points"), ("差", "0 points"), ("执行", "2 points")] == said(
        gaps_of(sheet, cells)
    )
    assert ["level", "level", "item"] == [gap.kind.value for gap in gaps_of(sheet, cells)]


def test_a_single_value_and_a_day() -> None:
    sheet = parse_ruleset("A = 3 件 weight 5 by pass\nB <= 2024-12-31 weight 5")
    assert ("= 3 件", "5 points") in said(gaps_of(sheet))
    assert ("≤ 2024-12-31", "5 points") in said(gaps_of(sheet))


def test_counts_add_up() -> None:
    sheet = parse_ruleset("A >= 10 件 weight 20 by ratio\nB <= 5 天 weight 10 by inverse")
    reached = Reached()
    reached.add(sheet.evaluate({"A": 9, "B": 4}).model)
    told = reached.of(sheet.model, "a.ind")
    assert (2, 4) == (told.reached, told.of)
