"""Statements about the total: limits, vetoes, bonuses and penalties. Knows no line."""

from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.compiler.expressions import Known, condition_from_node
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.model import Extra, Grades, Limit, Veto
from indicator_dsl.quantities import text_from_number
from indicator_dsl.syntax import ExtraNode, LimitNode, RulesetFileNode, VetoNode
from indicator_dsl.wording import Text


def limits_from(file: RulesetFileNode, desk: Desk, figures: Known) -> tuple[Limit, ...]:
    """Every ceiling of the total, in order."""
    limits: list[Limit] = []
    for node in file.statements:
        if not isinstance(node, LimitNode):
            continue
        points = desk.number(node.points)
        condition = None
        if node.condition is not None:
            condition = condition_from_node(node.condition, desk, figures)
            if condition is None:
                continue
        if points is not None:
            limits.append(Limit(points=points, condition=condition, place=desk.place(node.span)))
    return tuple(limits)


def vetoes_from(file: RulesetFileNode, desk: Desk, grades: Grades | None) -> tuple[Veto, ...]:
    """Every veto, in order; one that names an unknown grade is reported and left out."""
    known = [*(g.label for g in grades.bands), grades.otherwise] if grades else []
    vetoes: list[Veto] = []
    for node in file.statements:
        if not isinstance(node, VetoNode):
            continue
        grade = name_of(node.grade) if node.grade else None
        if node.grade is not None and grade not in known:
            advice = (
                Text(" / ".join(known), "、".join(known))
                if known
                else Text(
                    "state the grades: grades 优 >= 90, else 差",
                    "请先写等级：等级 优 >= 90, 其余 差",
                )
            )
            place = desk.place(node.grade.span)
            desk.collector.add(codes.GRADE_UNKNOWN.at(place, advice=advice, name=node.grade.text))
            continue
        points = desk.number(node.points) if node.points else None
        vetoes.append(
            Veto(
                name=name_of(node.name),
                grade=grade,
                points=points,
                missing_is_zero=bool(node.missing_is_zero),
                place=desk.place(node.span),
            )
        )
    return tuple(vetoes)


def extras_from(file: RulesetFileNode, desk: Desk) -> tuple[Extra, ...]:
    """Every bonus and penalty, in order; a bonus without a ceiling is refused."""
    extras: list[Extra] = []
    for node in file.statements:
        if not isinstance(node, ExtraNode):
            continue
        each = desk.number(node.each)
        cap = desk.number(node.cap) if node.cap else None
        name = name_of(node.name)
        if node.is_bonus and node.cap is None:
            place = desk.place(node.span)
            desk.collector.add(codes.BONUS_WITHOUT_CAP.at(place, name=name, each=node.each.text))
        elif each is not None:
            extras.append(
                Extra(
                    name=name,
                    is_bonus=node.is_bonus,
                    each=each,
                    cap=cap,
                    missing_is_zero=bool(node.missing_is_zero),
                    place=desk.place(node.span),
                )
            )
    return tuple(extras)


def note_unlimited_total(
    extras: tuple[Extra, ...], limits: tuple[Limit, ...], total: Fraction, desk: Desk
) -> None:
    """Notes that bonuses can lift the total past the full score without a word on it."""
    bonuses = [extra for extra in extras if extra.is_bonus]
    if not bonuses or any(limit.condition is None for limit in limits):
        return
    most = total + sum((extra.cap or Fraction(0) for extra in bonuses), Fraction(0))
    desk.collector.add(
        codes.TOTAL_UNLIMITED.at(
            bonuses[0].place, most=text_from_number(most), total=text_from_number(total)
        )
    )
