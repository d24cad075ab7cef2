"""Every static check of a score sheet, in one visible row. Holds no check of its own."""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from indicator_dsl.checks.allowing import loud
from indicator_dsl.checks.directions import direction_suspect
from indicator_dsl.checks.doubles import measured_twice, shared_numerator
from indicator_dsl.checks.forms import empty_section, levels_out_of_order, rounding_matters
from indicator_dsl.checks.names import alike, one_apart, units_alike
from indicator_dsl.checks.noticed import Noticed, RuleCheck, SheetCheck
from indicator_dsl.checks.points import (
    against_direction,
    never_missed,
    out_of_reach,
    target_not_full,
)
from indicator_dsl.checks.shares import exactly_whole, over_whole, written_as_ratio
from indicator_dsl.checks.weights import heavy_judgement, heavy_line, too_few, without_basis
from indicator_dsl.diagnostics import Collector, Diagnostic, moved
from indicator_dsl.model import Indicator, Ruleset

OF_RULES: Final[tuple[RuleCheck, ...]] = (
    never_missed,
    out_of_reach,
    target_not_full,
    against_direction,
    direction_suspect,
    over_whole,
    written_as_ratio,
)
OF_SHEETS: Final[tuple[SheetCheck, ...]] = (
    exactly_whole,
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


@frozen(kw_only=True)
class CheckedSheet:
    """What is said of a score sheet, and what the next state of it can take over."""

    diagnostics: tuple[Diagnostic, ...]
    rules: Mapping[str, "CheckedRule"] = field(repr=False)


@frozen
class CheckedRule:
    """A rule with what is said of it by itself."""

    rule: Indicator
    noticed: tuple[Noticed, ...]

    def is_of(self, rule: Indicator) -> bool:
        """Whether the same is to be said of another state of a rule, but for its places."""
        # A measure that was taken over is the very same; one that points elsewhere is looked at.
        mine = self.rule
        return mine.measure is rule.measure and mine.weight == rule.weight

    def moved_to(self, rule: Indicator) -> "CheckedRule":
        """The same of another state of the rule."""
        if not self.noticed:
            return CheckedRule(rule, ())
        by = rule.place.span.start - self.rule.place.span.start
        source = rule.place.source
        said = (moved(each.diagnostic, lambda at: at.moved(source, by)) for each in self.noticed)
        return CheckedRule(rule, tuple(Noticed(each, (rule,)) for each in said))


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
    return recheck_sheet(ruleset, None).diagnostics


def recheck_sheet(ruleset: Ruleset, earlier: CheckedSheet | None) -> CheckedSheet:
    """What `check_sheet` gives, the findings about rules that stand as they stood taken over.

    Args:
        ruleset: The score sheet.
        earlier: Of an earlier state of it; None where there was none.
    """
    known = {} if earlier is None else earlier.rules
    rules: dict[str, CheckedRule] = {}
    found: list[Noticed] = []
    for rule in ruleset.indicators:
        before = known.get(rule.name)
        if before is not None and before.is_of(rule):
            checked = before.moved_to(rule)
        else:
            checked = CheckedRule(rule, tuple(one for check in OF_RULES for one in check(rule)))
        rules[rule.name] = checked
        found += checked.noticed
    found += [each for check in OF_SHEETS for each in check(ruleset)]
    collector = Collector()
    collector.extend(tuple(loud(ruleset, found)))
    return CheckedSheet(diagnostics=collector.sorted(), rules=rules)
