"""Every static check of a score sheet, in one visible row. Holds no check of its own."""

from typing import Final

from indicator_dsl.checks.allowing import loud
from indicator_dsl.checks.directions import direction_suspect
from indicator_dsl.checks.doubles import measured_twice, shared_numerator
from indicator_dsl.checks.forms import empty_section, levels_out_of_order, rounding_matters
from indicator_dsl.checks.names import alike, one_apart, units_alike
from indicator_dsl.checks.noticed import Check
from indicator_dsl.checks.points import (
    against_direction,
    never_missed,
    out_of_reach,
    target_not_full,
)
from indicator_dsl.checks.shares import exactly_whole, over_whole, written_as_ratio
from indicator_dsl.checks.weights import heavy_judgement, heavy_line, too_few, without_basis
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.model import Ruleset

CHECKS: Final[tuple[Check, ...]] = (
    never_missed,
    out_of_reach,
    target_not_full,
    against_direction,
    direction_suspect,
    over_whole,
    exactly_whole,
    written_as_ratio,
    measured_twice,
    shared_numerator,
    heavy_line,
    heavy_judgement,
    too_few,
    without_basis,
    one_apart,
    alike,
    units_alike,
    empty_section,
    levels_out_of_order,
    rounding_matters,
)


def check_sheet(ruleset: Ruleset) -> tuple[Diagnostic, ...]:
    """Warnings and notes about a score sheet that compiles, by position.

    A rule's own `allow IND6nn "why"` silences a check where that rule takes part.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.source import SourceText
        >>> text = "项目开展进度 <= 80 % weight 10 by inverse"
        >>> ruleset = compile_ruleset(SourceText("a.ind", text), Collector())
        >>> [found.name for found in check_sheet(ruleset)]
        ['direction-suspect']
    """
    collector = Collector()
    noticed = [found for check in CHECKS for found in check(ruleset)]
    collector.extend(tuple(loud(ruleset, noticed)))
    return collector.sorted()
