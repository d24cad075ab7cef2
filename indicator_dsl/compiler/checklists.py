"""The items of a checklist and their points, which must add up to the weight."""

from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import Checklist, Item
from indicator_dsl.quantities import half_up, text_from_number
from indicator_dsl.syntax import IndicatorNode, ItemNode, MethodNode
from indicator_dsl.wording import Text, same


def checklist_from_node(node: IndicatorNode, weight: Fraction, desk: Desk) -> Checklist | None:
    """The checklist; None, with a diagnostic, when its points do not add up."""
    items = [clause for clause in node.clauses if isinstance(clause, ItemNode)]
    name = name_of(node.name)
    if not items:
        advice = same(f"- 制度健全: {text_from_number(weight)}")
        place = desk.place(node.name.span)
        desk.collector.add(
            codes.CHECKLIST_SUM.at(
                place, advice=advice, name=name, sum="0", weight=text_from_number(weight)
            )
        )
        return None
    _refuse_same_names(items, name, desk)
    stated = {index: _points(item, weight, desk) for index, item in enumerate(items) if item.points}
    known = [points for points in stated.values() if points is not None]
    if len(known) < len(stated):
        return None
    rest = weight - sum(known, Fraction(0))
    open_items = [index for index in range(len(items)) if index not in stated]
    if len(open_items) > 1 or rest < 0 or (rest > 0 and not open_items):
        _refuse_sum(node, items, sum(known, Fraction(0)), weight, desk)
        return None
    worth = {
        **{i: p for i, p in stated.items() if p is not None},
        **dict.fromkeys(open_items, rest),
    }
    return Checklist(
        items=tuple(Item(name=name_of(item.name), points=worth[i]) for i, item in enumerate(items))
    )


def _points(item: ItemNode, weight: Fraction, desk: Desk) -> Fraction | None:
    if item.points is None:
        return None
    number = desk.number(item.points.number)
    if number is None:
        return None
    return weight * number / 100 if item.points.is_percent else number


def _refuse_same_names(items: list[ItemNode], name: str, desk: Desk) -> None:
    seen: dict[str, ItemNode] = {}
    for item in items:
        first = seen.setdefault(name_of(item.name), item)
        if first is not item:
            other = Label(desk.place(first.span), Text("first here", "第一处"))
            desk.collector.add(
                codes.LABEL_DUPLICATE.at(
                    desk.place(item.span), other, level=item.name.text, name=same(name)
                )
            )


def _refuse_sum(
    node: IndicatorNode, items: list[ItemNode], found: Fraction, weight: Fraction, desk: Desk
) -> None:
    """Says what the items come to, and offers the last one the rest."""
    count = len(items)
    if found == 0:
        each = half_up(weight / count, 2)
        shares = [each] * (count - 1) + [weight - each * (count - 1)]
        lines = [
            f"- {i.name.text}: {text_from_number(p)}" for i, p in zip(items, shares, strict=True)
        ]
        advice = Text("\n".join(lines), "\n".join(lines))
    else:
        last = items[-1].name.text
        advice = Text(
            f"let the last item take the rest: - {last}: rest", f"让最后一项取余数：- {last}: 其余"
        )
    rule = [clause for clause in node.clauses if isinstance(clause, MethodNode)]
    place = desk.place(rule[0].span if rule else node.name.span)
    others = [Label(desk.place(item.span), Text("", "")) for item in items]
    desk.collector.add(
        codes.CHECKLIST_SUM.at(
            place,
            *others,
            advice=advice,
            name=name_of(node.name),
            sum=text_from_number(found),
            weight=text_from_number(weight),
        )
    )
