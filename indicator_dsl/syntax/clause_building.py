"""Trees of clauses and methods as nodes, by explicit functions. Knows no statement."""

from collections.abc import Callable
from typing import Final

from indicator_dsl.syntax import clauses as c
from indicator_dsl.syntax.leaves import Leaves, path_of_heading
from indicator_dsl.syntax.sums import condition_from_tree
from indicator_dsl.syntax.trees import Tree, branch, branches, token, tokens

_METHODS: Final = ("PASS", "RATIO", "INVERSE", "EXCESS", "POINTS")
_TREATMENTS: Final = {"FULL": "full", "DROP": "drop", "ZERO_POINTS": "zero", "MOVE": "move"}
_SIDES: Final = {"BELOW": "below", "ABOVE": "above", "REACH": "from"}


def clause_from_tree(tree: Tree, leaves: Leaves) -> c.ClauseNode:
    """The node of one clause."""
    return _CLAUSES[tree.data](tree, leaves)


def method_from_tree(tree: Tree, leaves: Leaves) -> c.MethodNode:
    """The node of `by …`."""
    span = leaves.span(tree)
    plain = tokens(tree, *_METHODS)
    if plain:
        return c.MethodNode(method=plain[0].type, span=span)
    detail = branch(tree.children[1])
    if detail.data == "line":
        return c.MethodNode(method="LINE", detail=_line(detail, leaves), span=span)
    if detail.data == "bands":
        return c.MethodNode(method="BANDS", detail=_bands(detail, leaves), span=span)
    if detail.data == "less":
        return c.MethodNode(method="LESS", detail=_less(detail, leaves), span=span)
    sides = tuple(_side(part, leaves) for part in branches(tree, "side"))
    return c.MethodNode(method="SIDES", detail=c.SidesNode(sides=sides, span=span), span=span)


def _points(tree: Tree, leaves: Leaves) -> c.PointsNode:
    return c.PointsNode(
        number=leaves.number(token(tree, "NUMBER")),
        is_percent=bool(tokens(tree, "PERCENT")),
        span=leaves.span(tree),
    )


def _line(tree: Tree, leaves: Leaves) -> c.LineNode:
    start, end = (leaves.quantity(part) for part in branches(tree, "amount"))
    of_target = bool(tokens(tree, "OF_TARGET", "COMPLETION"))
    return c.LineNode(start=start, end=end, of_target=of_target, span=leaves.span(tree))


def _bands(tree: Tree, leaves: Leaves) -> c.BandsNode:
    bands = tuple(
        c.BandNode(
            operator=leaves.operator(token(band, "GE", "GT", "LE", "LT")),
            bound=leaves.quantity(branches(band, "amount")[0]),
            points=_points(branches(band, "points")[0], leaves),
            span=leaves.span(band),
        )
        for band in branches(tree, "band")
    )
    otherwise = _points(branches(tree, "points")[0], leaves)
    return c.BandsNode(bands=bands, otherwise=otherwise, span=leaves.span(tree))


def _less(tree: Tree, leaves: Leaves) -> c.LessNode:
    (step,) = branches(tree, "step")
    ceilings = branches(tree, "at_most")
    is_part = bool(tokens(tree, "PART") or tokens(step, "PART"))
    return c.LessNode(
        points=_points(branches(tree, "points")[0], leaves),
        step=c.StepNode(
            amount=leaves.quantity(branches(step, "amount")[0]),
            of_target=bool(tokens(step, "OF_TARGET")),
            reading="part"
            if is_part
            else ("full" if tokens(step, "FULL_STEP") else "proportional"),
            span=leaves.span(step),
        ),
        ceiling=_points(branches(ceilings[0], "points")[0], leaves) if ceilings else None,
        span=leaves.span(tree),
    )


def _side(tree: Tree, leaves: Leaves) -> c.SideNode:
    side = _SIDES[token(tree, "BELOW", "ABOVE").type]
    return c.SideNode(side=side, less=_less(tree, leaves), span=leaves.span(tree))


# ---- clauses


def _weight(tree: Tree, leaves: Leaves) -> c.WeightNode:
    return c.WeightNode(points=leaves.number(token(tree, "NUMBER")), span=leaves.span(tree))


def _over(tree: Tree, leaves: Leaves) -> c.OverNode:
    return c.OverNode(percent=leaves.number(token(tree, "NUMBER")), span=leaves.span(tree))


def _over_less(tree: Tree, leaves: Leaves) -> c.OverLessNode:
    (deduction,) = branches(tree, "deduction")
    of = "weight" if tokens(deduction, "PERCENT") else "points"
    if tokens(deduction, "OF_EARNED"):
        of = "earned"
    return c.OverLessNode(
        percent=leaves.number(token(tree, "NUMBER")),
        amount=leaves.number(token(deduction, "NUMBER")),
        of=of,
        span=leaves.span(tree),
    )


def _cap(tree: Tree, leaves: Leaves) -> c.CapNode:
    return c.CapNode(percent=leaves.number(token(tree, "NUMBER")), span=leaves.span(tree))


def _zero(tree: Tree, leaves: Leaves) -> c.ZeroNode:
    return c.ZeroNode(
        side=_SIDES[token(tree, "BELOW", "ABOVE", "REACH").type],
        bound=leaves.quantity(branches(tree, "amount")[0]),
        of_target=bool(tokens(tree, "OF_TARGET", "COMPLETION")),
        span=leaves.span(tree),
    )


def _zero_target(tree: Tree, leaves: Leaves) -> c.ZeroTargetNode:
    return c.ZeroTargetNode(passes=bool(tokens(tree, "PASS")), span=leaves.span(tree))


def _missing(tree: Tree, leaves: Leaves) -> c.MissingNode:
    return c.MissingNode(is_zero=bool(tokens(tree, "ZERO_POINTS")), span=leaves.span(tree))


def _not_applicable(tree: Tree, leaves: Leaves) -> c.NotApplicableNode:
    headings = tokens(tree, "HEADING")
    return c.NotApplicableNode(
        treatment=_TREATMENTS[token(tree, *_TREATMENTS).type],
        section=path_of_heading(headings[0]) if headings else (),
        span=leaves.span(tree),
    )


def _when(tree: Tree, leaves: Leaves) -> c.WhenNode:
    (condition,) = (part for part in tree.children if isinstance(part, Tree))
    return c.WhenNode(condition=condition_from_tree(condition, leaves), span=leaves.span(tree))


def _allow(tree: Tree, leaves: Leaves) -> c.AllowNode:
    why = leaves.word(token(tree, "STRING"))
    return c.AllowNode(code=token(tree, "CODE").text, why=why, span=leaves.span(tree))


def _basis(tree: Tree, leaves: Leaves) -> c.BasisNode:
    articles = tokens(tree, "ARTICLE")
    return c.BasisNode(
        document=leaves.word(token(tree, "STRING")),
        article=articles[0].text if articles else "",
        span=leaves.span(tree),
    )


def _note(tree: Tree, leaves: Leaves) -> c.NoteNode:
    return c.NoteNode(words=leaves.word(token(tree, "STRING")), span=leaves.span(tree))


def _assume(tree: Tree, leaves: Leaves) -> c.AssumeNode:
    return c.AssumeNode(words=leaves.word(token(tree, "STRING")), span=leaves.span(tree))


def _item(tree: Tree, leaves: Leaves) -> c.ItemNode:
    points = branches(tree, "points")
    return c.ItemNode(
        name=leaves.word(token(tree, "ITEM_NAME")),
        points=_points(points[0], leaves) if points else None,
        span=leaves.span(tree),
    )


_CLAUSES: Final[dict[str, Callable[[Tree, Leaves], c.ClauseNode]]] = {
    "weight": _weight,
    "method": method_from_tree,
    "over": _over,
    "over_less": _over_less,
    "cap": _cap,
    "zero": _zero,
    "zero_target": _zero_target,
    "missing": _missing,
    "not_applicable": _not_applicable,
    "when": _when,
    "allow": _allow,
    "basis": _basis,
    "note": _note,
    "assume": _assume,
    "item": _item,
}
