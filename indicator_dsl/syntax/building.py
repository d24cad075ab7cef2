"""Lark's trees and tokens as our nodes, by explicit functions.

Nothing behind this module ever sees a tree.
"""

from typing import TYPE_CHECKING, Final

from indicator_dsl.source import Span
from indicator_dsl.syntax import actuals_statements as a, nodes as n, statements as s
from indicator_dsl.syntax.clause_building import clause_from_tree, method_from_tree
from indicator_dsl.syntax.clauses import WeightNode
from indicator_dsl.syntax.leaves import Leaves, path_of_heading
from indicator_dsl.syntax.sums import condition_from_tree, expression_from_tree
from indicator_dsl.syntax.trees import (
    DIGITS,
    Tree,
    branch,
    branches,
    digits,
    leaf,
    token,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_OPERATORS: Final = ("GE", "GT", "LE", "LT", "EQ", "IN")
_TARGETS: Final = ("bound", "range", "graded")


class Builder:
    """Builds nodes from one parsed stretch of text that begins at `offset`."""

    def __init__(self, offset: int = 0) -> None:
        self._leaves = Leaves(offset)
        self._statements: dict[str, Callable[[Tree], s.StatementNode]] = {
            "ruleset": self._ruleset,
            "total": self._total,
            "round": self._round,
            "grades": self._grades,
            "scale": self._scale,
            "default": self._default,
            "unit": self._unit,
            "section": self._section,
            "input": self._input,
            "let": self._let,
            "check": self._check,
            "assume": self._assumption,
            "use": self._use,
            "example": self._example,
            "limit": self._limit,
            "veto": self._veto,
            "bonus": self._extra,
            "penalty": self._extra,
            "indicator": self._indicator,
        }

    def statement(self, tree: Tree) -> s.StatementNode:
        """The node of one statement of a ruleset file."""
        return self._statements[tree.data](tree)

    def actuals_statement(self, tree: Tree) -> a.ActualsStatementNode:
        """The node of one statement of an actuals file."""
        if tree.data == "actuals":
            title, *year = tokens(tree, "STRING", "YEAR")
            return a.ActualsNode(
                title=self._leaves.word(title), year=digits(year), span=self._leaves.span(tree)
            )
        if tree.data == "reported_total":
            return a.ReportedTotalNode(
                points=self._leaves.number(token(tree, "NUMBER")), span=self._leaves.span(tree)
            )
        return self._entry(tree)

    # ---- statements

    def _ruleset(self, tree: Tree) -> s.RulesetNode:
        title, *year = tokens(tree, "STRING", "YEAR")
        return s.RulesetNode(
            title=self._leaves.word(title), year=digits(year), span=self._leaves.span(tree)
        )

    def _total(self, tree: Tree) -> s.TotalNode:
        return s.TotalNode(
            points=self._leaves.number(token(tree, "NUMBER")),
            since=_since(tree),
            span=self._leaves.span(tree),
        )

    def _round(self, tree: Tree) -> s.RoundNode:
        return s.RoundNode(
            places=self._leaves.number(token(tree, "NUMBER")),
            each=bool(tokens(tree, "EACH")),
            since=_since(tree),
            span=self._leaves.span(tree),
        )

    def _grades(self, tree: Tree) -> s.GradesNode:
        bands = tuple(
            s.GradeBandNode(
                label=self._leaves.word(token(band, "LABEL")),
                points=self._leaves.number(token(band, "NUMBER")),
                span=self._leaves.span(band),
            )
            for band in branches(tree, "grade_band")
        )
        otherwise = self._leaves.word(token(tree, "LABEL"))
        return s.GradesNode(
            bands=bands, otherwise=otherwise, since=_since(tree), span=self._leaves.span(tree)
        )

    def _scale(self, tree: Tree) -> s.ScaleNode:
        levels = tuple(self._scale_level(level) for level in branches(tree, "scale_level"))
        return s.ScaleNode(
            name=self._leaves.word(token(tree, "LABEL")),
            levels=levels,
            since=_since(tree),
            span=self._leaves.span(tree),
        )

    def _scale_level(self, tree: Tree) -> s.ScaleLevelNode:
        first, *rest = tokens(tree, "NUMBER")
        return s.ScaleLevelNode(
            label=self._leaves.word(token(tree, "LABEL")),
            percent=self._leaves.number(first),
            to=self._leaves.number(rest[0]) if rest else None,
            span=self._leaves.span(tree),
        )

    def _default(self, tree: Tree) -> s.DefaultNode:
        (operator,) = branches(tree, "operator")
        (method,) = branches(tree, "method")
        return s.DefaultNode(
            operator=self._leaves.operator(token(operator, *_OPERATORS)),
            method=method_from_tree(method, self._leaves),
            since=_since(tree),
            span=self._leaves.span(tree),
        )

    def _unit(self, tree: Tree) -> s.UnitNode:
        name, unit = tokens(tree, "UNIT")
        return s.UnitNode(
            name=self._leaves.unit(name),
            amount=self._leaves.number(token(tree, "NUMBER")),
            unit=self._leaves.unit(unit),
            span=self._leaves.span(tree),
        )

    def _section(self, tree: Tree) -> s.SectionNode:
        numbers = [self._leaves.number(found) for found in tokens(tree, "NUMBER")]
        return s.SectionNode(
            path=path_of_heading(token(tree, "SECTION")),
            points=numbers[0] if numbers else None,
            inner=numbers[1] if len(numbers) > 1 else None,
            span=self._leaves.span(tree),
        )

    def _input(self, tree: Tree) -> s.InputNode:
        return s.InputNode(
            name=self._leaves.word(token(tree, "INPUT_NAME", "QUOTED_TERM")),
            unit=self._leaves.unit(token(tree, "UNIT")),
            span=self._leaves.span(tree),
        )

    def _let(self, tree: Tree) -> s.LetNode:
        name = self._leaves.word(token(tree, "LET_NAME", "QUOTED_NAME"))
        return s.LetNode(
            name=name,
            value=expression_from_tree(tree.children[-1], self._leaves),
            span=self._leaves.span(tree),
        )

    def _check(self, tree: Tree) -> s.CheckNode:
        _, condition, message = tree.children
        return s.CheckNode(
            condition=condition_from_tree(condition, self._leaves),
            message=self._leaves.word(leaf(message)),
            span=self._leaves.span(tree),
        )

    def _assumption(self, tree: Tree) -> s.AssumptionNode:
        return s.AssumptionNode(
            words=self._leaves.word(token(tree, "STRING")), span=self._leaves.span(tree)
        )

    def _use(self, tree: Tree) -> s.UseNode:
        return s.UseNode(
            profile=self._leaves.word(token(tree, "PROFILE", "STRING")),
            span=self._leaves.span(tree),
        )

    def _example(self, tree: Tree) -> s.ExampleNode:
        return s.ExampleNode(
            name=self._leaves.word(token(tree, "LET_NAME", "QUOTED_NAME")),
            cell=self._leaves.word(token(tree, "EXAMPLE_CELL")),
            points=self._leaves.number(token(tree, "NUMBER")),
            span=self._leaves.span(tree),
        )

    def _limit(self, tree: Tree) -> s.LimitNode:
        conditions = [c for c in tree.children if isinstance(c, Tree) and c.data != "since"]
        return s.LimitNode(
            points=self._leaves.number(token(tree, "NUMBER")),
            condition=condition_from_tree(conditions[0], self._leaves) if conditions else None,
            since=_since(tree),
            span=self._leaves.span(tree),
        )

    def _veto(self, tree: Tree) -> s.VetoNode:
        labels, numbers = tokens(tree, "LABEL"), tokens(tree, "NUMBER")
        return s.VetoNode(
            name=self._leaves.word(token(tree, "STRING")),
            grade=self._leaves.word(labels[0]) if labels else None,
            points=self._leaves.number(numbers[0]) if numbers else None,
            missing_is_zero=_missing_is_zero(tree),
            span=self._leaves.span(tree),
        )

    def _extra(self, tree: Tree) -> s.ExtraNode:
        caps = branches(tree, "ceiling")
        return s.ExtraNode(
            is_bonus=tree.data == "bonus",
            name=self._leaves.word(token(tree, "STRING")),
            each=self._leaves.number(token(tree, "NUMBER")),
            cap=self._leaves.number(token(caps[0], "NUMBER")) if caps else None,
            missing_is_zero=_missing_is_zero(tree),
            span=self._leaves.span(tree),
        )

    def _indicator(self, tree: Tree) -> s.IndicatorNode:
        name, *parts = tree.children
        targets = [p for p in parts if branch(p).data in _TARGETS]
        clauses = [
            clause_from_tree(branch(part), self._leaves) for part in parts if part not in targets
        ]
        return s.IndicatorNode(
            name=self._leaves.word(leaf(name)),
            target=self._target(branch(targets[0])) if targets else None,
            clauses=tuple(sorted(clauses, key=lambda c: not isinstance(c, WeightNode))),
            span=self._leaves.span(tree),
        )

    def _target(self, tree: Tree) -> n.TargetNode:
        span = self._leaves.span(tree)
        if tree.data == "graded":
            return n.GradedNode(scale=self._leaves.word(token(tree, "LABEL", "STRING")), span=span)
        if tree.data == "range":
            low, high = (self._leaves.quantity(part) for part in branches(tree, "quantity"))
            return n.RangeNode(low=low, high=high, span=span)
        operator, value = tree.children
        return n.BoundNode(
            operator=self._leaves.operator(leaf(operator)),
            quantity=self._leaves.value(branch(value)),
            span=span,
        )

    # ---- actuals

    def _entry(self, tree: Tree) -> a.EntryNode:
        name = token(tree, "ENTRY_NAME", "QUOTED_NAME", "REPORTED_NAME", "BARE_NAME")
        cells = tokens(tree, "CELL")
        cell = self._leaves.word(cells[0]) if cells else None
        equals = tokens(tree, "EQ")
        if equals and cell is None:
            end = self._leaves.span_of(equals[0]).end
            cell = n.WordNode(text="", span=Span(end, end))
        reported = [self._leaves.number(token(b, "NUMBER")) for b in branches(tree, "reported")]
        reasons = [self._leaves.word(token(b, "STRING")) for b in branches(tree, "reason")]
        return a.EntryNode(
            name=self._leaves.word(name),
            cell=cell,
            items=tuple(
                (self._leaves.word(token(b, "ITEM_NAME")), self._leaves.word(token(b, "CELL")))
                for b in branches(tree, "item")
            ),
            reported=reported[-1] if reported else None,
            reason=reasons[-1] if reasons else None,
            span=self._leaves.span(tree),
        )


def _since(tree: Tree) -> str:
    found = branches(tree, "since")
    return token(found[0], "DATE").text.translate(DIGITS) if found else ""


def _missing_is_zero(tree: Tree) -> bool | None:
    found = branches(tree, "missing")
    return bool(tokens(found[0], "ZERO_POINTS")) if found else None
