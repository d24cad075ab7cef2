"""Neighbouring rules of one line stand in columns, measured as they are displayed."""

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import parse_ruleset, print_ruleset


def laid_out(text: str) -> str:
    collector = Collector()
    file = parse_ruleset(SourceText("a.ind", text), collector)
    assert () == collector.sorted()
    printed = print_ruleset(file)
    again = parse_ruleset(SourceText("a.ind", printed), Collector())
    assert (file, printed) == (again, print_ruleset(again))
    return printed


def test_name_operator_value_unit_and_weight_are_columns() -> None:
    text = (
        "年办件量 >= 200000 件 weight 20 by ratio\n"
        "满意度 > 95 % weight 5\n"
        "uptime 不低于 99.9 % weight 10 by pass  # 一\n"
    )
    assert (
        "年办件量 >=     200000 件 weight 20 by ratio\n"
        "满意度   >      95     %  weight 5\n"
        "uptime   不低于 99.9   %  weight 10 by pass  # 一\n"
    ) == laid_out(text)


def test_targets_without_a_unit_take_both_columns() -> None:
    text = (
        "A >= 5 万元 weight 1\nB is 优良中低差 weight 1\nC in 18..26 ℃ weight 1\nD >= 5 weight 1\n"
    )
    assert (
        "A >= 5 万元     weight 1\n"
        "B is 优良中低差 weight 1\n"
        "C in 18..26 ℃   weight 1\n"
        "D >= 5          weight 1\n"
    ) == laid_out(text)


@pytest.mark.parametrize(
    "between", ["\n", "# note\n", "[段]\n", "C >= 1 件 weight 1\n  note “x”\n"]
)
def test_only_neighbours_share_columns(between: str) -> None:
    printed = laid_out(f"长长的名称 >= 1 件 weight 1\n{between}B >= 1 件 weight 1\n").splitlines()
    assert ("长长的名称 >= 1 件 weight 1", "B >= 1 件 weight 1") == (printed[0], printed[-1])


def test_no_line_grows_beyond_a_hundred_cells() -> None:
    name = "名" * 38
    rest = "B >= 1 件 weight 1 by line from 60% to 100% of target"
    assert f"{name} >= 1 件 weight 1\n{rest}\n" == laid_out(f"{name} >= 1 件 weight 1\n{rest}\n")
    aligned = laid_out(f"{name} >= 1 件 weight 1\nB >= 1 件 weight 1\n").splitlines()
    assert f"B{' ' * 75} >= 1 件 weight 1" == aligned[1]


def test_a_quoted_name_is_as_wide_as_its_quotes() -> None:
    text = '"a>=5 的样本" >= 1 件 weight 1\nb>=1件 weight 1\n'
    gap = " " * 12  # the longer name has 13 cells: two quotes, five narrow and three wide ones
    assert f'"a>=5 的样本" >= 1 件 weight 1\nb{gap} >= 1 件 weight 1\n' == laid_out(text)
