"""Names of a ruleset.

Inputs, figures worked out, indicators; each unique, each resolved, in an order that can be worked
out.
"""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import Final

from indicator_dsl import codes
from indicator_dsl.compiler.expressions import Known, expression_from_node
from indicator_dsl.compiler.reading import Desk, look, name_of
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import Derived, Input
from indicator_dsl.quantities import Unit
from indicator_dsl.source import Place
from indicator_dsl.syntax import (
    ExpressionNode,
    GradedNode,
    IndicatorNode,
    InputNode,
    LetNode,
    NegativeNode,
    RulesetFileNode,
    SumNode,
    TermNode,
    WordNode,
)
from indicator_dsl.wording import Text

_MOST_CIRCLES: Final = 50  # a file with more is not worth reading on


def refuse_confusable_names(file: RulesetFileNode, desk: Desk) -> None:
    """Reports names used twice in one part, and names that look alike without being alike."""
    used: dict[tuple[str, str], WordNode] = {}
    looks: dict[str, WordNode] = {}
    for node in file.statements:
        if not isinstance(node, InputNode | LetNode | IndicatorNode):
            continue
        name = name_of(node.name)
        uses = [(part, name) for part in _parts_of(node)]
        twin = next((used[use] for use in uses if use in used), None)
        if twin is not None:
            first = Label(desk.place(twin.span), Text("first here", "第一处"))
            desk.collector.add(
                codes.NAME_DUPLICATE.at(desk.place(node.name.span), first, name=name)
            )
        for use in uses:
            used.setdefault(use, node.name)
        alike = looks.setdefault(look(name), node.name)
        if name_of(alike) != name:
            other = Label(desk.place(alike.span), Text("and this", "与此处"))
            desk.collector.add(
                codes.NAME_LOOK_ALIKE.at(
                    desk.place(node.name.span), other, name=name, other=name_of(alike)
                )
            )


def _parts_of(node: InputNode | LetNode | IndicatorNode) -> tuple[str, ...]:
    """Where a name may stand once: a figure may be scored too, but not be judged on a scale."""
    if not isinstance(node, IndicatorNode):
        return ("figure",)
    return ("rule", "figure") if isinstance(node.target, GradedNode) else ("rule",)


def inputs_from(file: RulesetFileNode, desk: Desk) -> tuple[Input, ...]:
    """Every input with its unit."""
    inputs: list[Input] = []
    for node in file.statements:
        if isinstance(node, InputNode):
            unit = desk.unit(node.unit)
            if unit is None:
                desk.unresolved.add(name_of(node.name))
            else:
                inputs.append(
                    Input(name=name_of(node.name), unit=unit, place=desk.place(node.span))
                )
    return tuple(inputs)


def derived_from(
    file: RulesetFileNode, desk: Desk, known: dict[str, tuple[Unit, Place]]
) -> tuple[Derived, ...]:
    """Every figure worked out, in an order in which each comes after those it needs.

    `known` learns their units.
    """
    lets = {name_of(node.name): node for node in file.statements if isinstance(node, LetNode)}
    needs = {
        name: [used for used in _names_in(node.value) if used in lets]
        for name, node in lets.items()
    }
    order = _ordered(needs, lets, desk)
    desk.unresolved |= lets.keys() - set(order)
    derived: list[Derived] = []
    for name in order:
        node = lets[name]
        found = expression_from_node(node.value, desk, known)
        if found is None:
            desk.unresolved.add(name)
        else:
            place = desk.place(node.span)
            derived.append(Derived(name=name, value=found[0], unit=found[1], place=place))
            known[name] = (found[1], desk.place(node.name.span))
    return tuple(derived)


def _ordered(needs: dict[str, list[str]], lets: dict[str, LetNode], desk: Desk) -> list[str]:
    """The names in an order that can be worked out; those that go round in circles are left out."""
    rest = needs
    for _ in range(_MOST_CIRCLES):
        try:
            return list(TopologicalSorter(rest).static_order())
        except CycleError as cycle:
            circle: list[str] = cycle.args[1]
        _report_circle(circle, lets, desk)
        rest = {
            name: [other for other in used if other not in circle]
            for name, used in rest.items()
            if name not in circle
        }
    return []


def _report_circle(circle: list[str], lets: dict[str, LetNode], desk: Desk) -> None:
    name, *others = dict.fromkeys(circle)
    through = [
        Label(desk.place(lets[other].name.span), Text("through this", "经过此处"))
        for other in others
    ]
    place = desk.place(lets[name].name.span)
    path = " → ".join(reversed(circle))
    desk.collector.add(codes.LET_CYCLIC.at(place, *through, name=name, path=path))


def _names_in(node: ExpressionNode) -> Iterable[str]:
    waiting = [node]
    while waiting:
        part = waiting.pop()
        match part:
            case TermNode():
                yield name_of(part.name)
            case SumNode():
                waiting += [part.left, part.right]
            case NegativeNode():
                waiting.append(part.operand)
            case _:
                pass


def known_units(
    inputs: tuple[Input, ...], targets: Iterable[tuple[str, Unit, Place]]
) -> dict[str, tuple[Unit, Place]]:
    """The unit and the place of every figure with a declared one; inputs first."""
    known: dict[str, tuple[Unit, Place]] = {name: (unit, place) for name, unit, place in targets}
    known.update({figure.name: (figure.unit, figure.place) for figure in inputs})
    return known


__all__ = ["Known", "derived_from", "inputs_from", "known_units", "refuse_confusable_names"]
