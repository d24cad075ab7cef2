"""The statements that speak for the whole ruleset: total, rounding, grades, scales, defaults."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, TypeVar

from indicator_dsl import codes
from indicator_dsl.compiler.choices import method_unfit
from indicator_dsl.compiler.expressions import OPERATORS
from indicator_dsl.compiler.measures import Inherited
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.schemes import METHODS
from indicator_dsl.diagnostics import Label
from indicator_dsl.methods import methods_for
from indicator_dsl.model import Grade, Grades, Level, Operator, Rounding, Scale
from indicator_dsl.syntax import (
    DefaultNode,
    GradesNode,
    RoundNode,
    RulesetFileNode,
    ScaleLevelNode,
    ScaleNode,
    StatementNode,
    TotalNode,
    WordNode,
)
from indicator_dsl.wording import Text

MAX_PLACES: Final = 6
_Node = TypeVar("_Node", bound=StatementNode)


def only(kind: type[_Node], file: RulesetFileNode, desk: Desk) -> _Node | None:
    """The one statement of a kind.

    None when there is none, the first when it is repeated, which is reported.
    """
    found = [node for node in file.statements if isinstance(node, kind)]
    for again in found[1:]:
        first = Label(desk.place(found[0].span), Text("first here", "第一处"))
        word = again.span.text_of(desk.source.text).split()[0]
        desk.collector.add(
            codes.STATEMENT_REPEATED.at(desk.place(again.span), first, statement=word)
        )
    return found[0] if found else None


def total_from(file: RulesetFileNode, desk: Desk) -> Fraction | None:
    """The stated total; None when none is."""
    node = only(TotalNode, file, desk)
    total = desk.number(node.points) if node else None
    if node and total is not None and total <= 0:
        place = desk.place(node.points.span)
        desk.collector.add(codes.TOTAL_NOT_POSITIVE.at(place, total=node.points.text))
        return None
    return total


def rounding_from(file: RulesetFileNode, desk: Desk) -> Rounding:
    """How points are rounded; 2 places line by line, said to be assumed, when nothing is stated."""
    node = only(RoundNode, file, desk)
    if node is None:
        return Rounding(is_assumed=True)
    places = desk.number(node.places)
    if places is None or places.denominator != 1 or not 0 <= places <= MAX_PLACES:
        if places is not None:
            desk.collector.add(
                codes.PLACES_OUT_OF_RANGE.at(desk.place(node.places.span), places=node.places.text)
            )
        return Rounding()
    return Rounding(places=int(places), each=node.each, place=desk.place(node.span))


def grades_from(file: RulesetFileNode, desk: Desk) -> Grades | None:
    """The grades; None when the ruleset states none."""
    node = only(GradesNode, file, desk)
    if node is None:
        return None
    bands: list[Grade] = []
    for band in node.bands:
        points = desk.number(band.points)
        if points is None:
            continue
        if bands and points >= bands[-1].points:
            desk.collector.add(
                codes.GRADES_NOT_DESCENDING.at(
                    desk.place(band.span),
                    level=band.label.text,
                    points=points,
                    before=bands[-1].points,
                )
            )
        bands.append(Grade(label=band.label.text, points=points))
    _refuse_same_labels(
        [*(band.label for band in node.bands), node.otherwise], Text("grades", "等级"), desk
    )
    return Grades(bands=tuple(bands), otherwise=node.otherwise.text)


def scales_from(file: RulesetFileNode, desk: Desk) -> dict[str, Scale]:
    """Every scale by its name."""
    scales: dict[str, Scale] = {}
    for node in file.statements:
        if not isinstance(node, ScaleNode):
            continue
        name = name_of(node.name)
        if name in scales:
            desk.collector.add(codes.NAME_DUPLICATE.at(desk.place(node.name.span), name=name))
        _refuse_same_labels([level.label for level in node.levels], Text(name, name), desk)
        levels = [_level(level_node, desk) for level_node in node.levels]
        known = tuple(level for level in levels if level is not None)
        scales[name] = Scale(name, known, place=desk.place(node.span))
    return scales


def _level(node: ScaleLevelNode, desk: Desk) -> Level | None:
    percent = desk.number(node.percent)
    if percent is None:
        return None
    place = desk.place(node.span)
    ends = [percent]
    if node.to is not None:
        other = desk.number(node.to)
        if other is None:
            return None
        ends.append(other)
    if not all(0 <= end <= 100 for end in ends):  # noqa: PLR2004 - per cent
        written = node.span.text_of(desk.source.text)
        desk.collector.add(codes.SHARE_OUT_OF_RANGE.at(place, level=node.label.text, share=written))
        return None
    least = min(ends) / 100 if node.to is not None else None
    return Level(name_of(node.label), max(ends) / 100, least)


def _refuse_same_labels(labels: Iterable[WordNode], where: Text, desk: Desk) -> None:
    seen: dict[str, WordNode] = {}
    for label in labels:
        first = seen.setdefault(name_of(label), label)
        if first is not label:
            other = Label(desk.place(first.span), Text("first here", "第一处"))
            desk.collector.add(
                codes.LABEL_DUPLICATE.at(
                    desk.place(label.span), other, level=label.text, name=where
                )
            )


def defaults_from(file: RulesetFileNode, desk: Desk) -> dict[Operator, Inherited]:
    """The method each operator falls back on, for the operators that have one."""
    defaults: dict[Operator, Inherited] = {}
    for node in file.statements:
        if not isinstance(node, DefaultNode):
            continue
        operator, method = OPERATORS[node.operator.kind], METHODS.get(node.method.method)
        is_plain = node.method.detail is None
        if method is None or (is_plain and method not in methods_for(operator)):
            words = node.method.span.text_of(desk.source.text)
            place = desk.place(node.method.span)
            desk.collector.add(method_unfit(place, words, operator, methods_for(operator)))
        elif operator in defaults:
            desk.collector.add(
                codes.STATEMENT_REPEATED.at(
                    desk.place(node.span), statement=f"default {operator.value}"
                )
            )
        else:
            defaults[operator] = Inherited(node.method, desk)
    return defaults
