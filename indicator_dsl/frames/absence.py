"""What a ruleset needs of a frame that has no column for it. Knows no engine."""

from collections.abc import Iterator

from indicator_dsl.frames.planning import plan_of
from indicator_dsl.frames.sheet import Plan, item_column, names_of
from indicator_dsl.frames.sources import Column, Emptiness, Kind
from indicator_dsl.model import Checklist, Ruleset, names_in
from indicator_dsl.wording import name_from_text


def absent_from(plan: Plan) -> tuple[str, ...]:
    """The columns a ruleset needs and a frame has not: what rests on them is open in every row.

    A checklist is not among them while one of its items has a column, nor is what counts as 0
    without one, nor an input that no points rest on.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "满意度 >= 95 % weight 10")
        >>> absent_from(plan_of(compile_ruleset(text, Collector()), {}))
        ('满意度',)
    """
    ruleset, there = plan.ruleset, {name_from_text(name) for name in plan.columns}
    names = names_of(ruleset)
    whole = plan_of(ruleset, {name: Column(name, Kind.TEXT) for name in names})
    wanted = {r.column.name for r in whole.readings if not isinstance(r, Emptiness)}
    wanted.difference_update(_of_no_weight(ruleset))
    for rule in ruleset.indicators:
        if isinstance(rule.measure, Checklist):
            answers = {item_column(rule.name, item.name) for item in rule.measure.items}
            wanted -= answers
            if there.isdisjoint(answers):
                wanted.add(rule.name)
    return tuple(name for name in names if name in wanted - there)


def _of_no_weight(ruleset: Ruleset) -> Iterator[str]:
    """What counts as 0 when it is missing, and inputs that no points rest on."""
    yield from (extra.name for extra in ruleset.extras if extra.missing_is_zero)
    yield from (veto.name for veto in ruleset.vetoes if veto.missing_is_zero)
    counted = {name for figure in ruleset.derived for name in names_in(figure.value)}
    for rule in ruleset.indicators:
        counted.update(() if rule.when is None else names_in(rule.when))
    for limit in ruleset.limits:
        counted.update(() if limit.condition is None else names_in(limit.condition))
    yield from (figure.name for figure in ruleset.inputs if figure.name not in counted)
