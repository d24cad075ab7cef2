"""Statements that speak of rules and figures, read once all of those are known. Scores nothing."""

from indicator_dsl import codes
from indicator_dsl.compiler.expressions import Known, condition_from_node
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.model import Check, Derived, Example, Indicator, Limit, names_in
from indicator_dsl.syntax import CheckNode, ExampleNode, RulesetFileNode


def checks_from(file: RulesetFileNode, desk: Desk, figures: Known) -> tuple[Check, ...]:
    """The checks of a file; those that make no sense are reported and left out."""
    checks: list[Check] = []
    for node in file.statements:
        if isinstance(node, CheckNode):
            condition = condition_from_node(node.condition, desk, figures)
            if condition is not None:
                place = desk.place(node.span)
                checks.append(Check(condition=condition, message=node.message.text, place=place))
    return tuple(checks)


def examples_from(
    file: RulesetFileNode, desk: Desk, indicators: tuple[Indicator, ...]
) -> tuple[Example, ...]:
    """The examples of a file; one of a rule that does not exist is reported and left out."""
    known = {indicator.name for indicator in indicators}
    examples: list[Example] = []
    for node in file.statements:
        if not isinstance(node, ExampleNode):
            continue
        name, points = name_of(node.name), desk.number(node.points)
        if name not in known:
            if not desk.collector.has_errors:
                desk.collector.add(codes.NAME_UNKNOWN.at(desk.place(node.name.span), name=name))
        elif points is not None:
            examples.append(
                Example(name=name, cell=node.cell.text, points=points, place=desk.place(node.span))
            )
    return tuple(examples)


def warn_unused(
    derived: tuple[Derived, ...],
    indicators: tuple[Indicator, ...],
    checks: tuple[Check, ...],
    limits: tuple[Limit, ...],
    desk: Desk,
) -> None:
    """Warns of figures that are worked out and never used."""
    if desk.collector.has_errors:
        return
    used = {indicator.name for indicator in indicators}
    used.update(name for figure in derived for name in names_in(figure.value))
    used.update(name for check in checks for name in names_in(check.condition))
    conditions = [limit.condition for limit in limits] + [rule.when for rule in indicators]
    used.update(name for c in conditions if c is not None for name in names_in(c))
    for figure in derived:
        if figure.name not in used:
            desk.collector.add(codes.LET_UNUSED.at(figure.place, name=figure.name))
