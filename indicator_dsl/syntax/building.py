"""Lark's trees and tokens as our nodes, by explicit functions.

Nothing behind this module ever sees a tree.
"""

from typing import TYPE_CHECKING, Final

from indicator_dsl.source import Span
from indicator_dsl.syntax import nodes as n
from indicator_dsl.syntax import statements as s
from indicator_dsl.syntax.leaves import Leaves
from indicator_dsl.syntax.sums import condition_from_tree, expression_from_tree
from indicator_dsl.syntax.trees import Branch, branch, branches, digits, leaf, token, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

_OPERATORS: Final = frozenset({"GE", "GT", "LE", "LT", "EQ", "IN"})
_METHODS: Final = frozenset({"PASS", "RATIO", "INVERSE", "EXCESS"})


class Builder:
    """Builds nodes from one parsed stretch of text that begins at `offset`."""

    def __init__(self, offset: int = 0) -> None:
        self._leaves = Leaves(offset)
        self._statements: dict[str, Callable[[Branch], s.StatementNode]] = {
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
            "indicator": self._indicator,
        }
        self._clauses: dict[str, Callable[[Branch], n.ClauseNode]] = {
            "weight": self._weight,
            "method": self._method,
            "over": self._over,
            "basis": self._basis,
            "note": self._note,
            "assume": self._assume,
        }

    def statement(self, tree: Branch) -> s.StatementNode:
        """The node of one statement of a ruleset file."""
        return self._statements[str(tree.data)](tree)

    def actuals_statement(self, tree: Branch) -> s.ActualsStatementNode:
        """The node of one statement of an actuals file."""
        if tree.data == "actuals":
            title, *year = tokens(tree, "STRING", "YEAR")
            return s.ActualsNode(
                title=self._leaves.word(title), year=digits(year), span=self._leaves.span(tree)
            )
        if tree.data == "reported_total":
            return s.ReportedTotalNode(
                points=self._leaves.number(token(tree, "NUMBER")), span=self._leaves.span(tree)
            )
        return self._entry(tree)

    # ---- statements

    def _ruleset(self, tree: Branch) -> s.RulesetNode:
        title, *year = tokens(tree, "STRING", "YEAR")
        return s.RulesetNode(
            title=self._leaves.word(title), year=digits(year), span=self._leaves.span(tree)
        )

    def _total(self, tree: Branch) -> s.TotalNode:
        return s.TotalNode(
            points=self._leaves.number(token(tree, "NUMBER")), span=self._leaves.span(tree)
        )

    def _round(self, tree: Branch) -> s.RoundNode:
        return s.RoundNode(
            places=self._leaves.number(token(tree, "NUMBER")),
            each=bool(tokens(tree, "EACH")),
            span=self._leaves.span(tree),
        )

    def _grades(self, tree: Branch) -> s.GradesNode:
        bands = tuple(
            s.GradeBandNode(
                label=self._leaves.word(token(band, "LABEL")),
                points=self._leaves.number(token(band, "NUMBER")),
                span=self._leaves.span(band),
            )
            for band in branches(tree, "grade_band")
        )
        otherwise = self._leaves.word(token(tree, "LABEL"))
        return s.GradesNode(bands=bands, otherwise=otherwise, span=self._leaves.span(tree))

    def _scale(self, tree: Branch) -> s.ScaleNode:
        levels = tuple(self._scale_level(level) for level in branches(tree, "scale_level"))
        return s.ScaleNode(
            name=self._leaves.word(token(tree, "LABEL")),
            levels=levels,
            span=self._leaves.span(tree),
        )

    def _scale_level(self, tree: Branch) -> s.ScaleLevelNode:
        first, *rest = tokens(tree, "NUMBER")
        return s.ScaleLevelNode(
            label=self._leaves.word(token(tree, "LABEL")),
            percent=self._leaves.number(first),
            to=self._leaves.number(rest[0]) if rest else None,
            span=self._leaves.span(tree),
        )

    def _default(self, tree: Branch) -> s.DefaultNode:
        (operator,) = branches(tree, "operator")
        (method,) = branches(tree, "method")
        return s.DefaultNode(
            operator=self._leaves.operator(token(operator, *_OPERATORS)),
            method=self._method(method),
            span=self._leaves.span(tree),
        )

    def _unit(self, tree: Branch) -> s.UnitNode:
        name, unit = tokens(tree, "UNIT")
        return s.UnitNode(
            name=self._leaves.unit(name),
            amount=self._leaves.number(token(tree, "NUMBER")),
            unit=self._leaves.unit(unit),
            span=self._leaves.span(tree),
        )

    def _section(self, tree: Branch) -> s.SectionNode:
        heading = token(tree, "SECTION")
        numbers = tokens(tree, "NUMBER")
        parts = (part.strip() for part in str(heading)[1:-1].replace("／", "/").split("/"))
        return s.SectionNode(
            path=tuple(part for part in parts if part),
            points=self._leaves.number(numbers[0]) if numbers else None,
            span=self._leaves.span(tree),
        )

    def _input(self, tree: Branch) -> s.InputNode:
        return s.InputNode(
            name=self._leaves.word(token(tree, "INPUT_NAME", "QUOTED_TERM")),
            unit=self._leaves.unit(token(tree, "UNIT")),
            span=self._leaves.span(tree),
        )

    def _let(self, tree: Branch) -> s.LetNode:
        name = self._leaves.word(token(tree, "LET_NAME", "QUOTED_NAME"))
        return s.LetNode(
            name=name,
            value=expression_from_tree(tree.children[-1], self._leaves),
            span=self._leaves.span(tree),
        )

    def _check(self, tree: Branch) -> s.CheckNode:
        _, condition, message = tree.children
        return s.CheckNode(
            condition=condition_from_tree(condition, self._leaves),
            message=self._leaves.word(leaf(message)),
            span=self._leaves.span(tree),
        )

    def _assumption(self, tree: Branch) -> s.AssumptionNode:
        return s.AssumptionNode(
            words=self._leaves.word(token(tree, "STRING")), span=self._leaves.span(tree)
        )

    def _indicator(self, tree: Branch) -> s.IndicatorNode:
        name, target, *parts = tree.children
        clauses = [self._clauses[str(branch(part).data)](branch(part)) for part in parts]
        return s.IndicatorNode(
            name=self._leaves.word(leaf(name)),
            target=self._target(branch(target)),
            clauses=tuple(sorted(clauses, key=lambda c: not isinstance(c, n.WeightNode))),
            span=self._leaves.span(tree),
        )

    def _target(self, tree: Branch) -> n.TargetNode:
        span = self._leaves.span(tree)
        if tree.data == "graded":
            return n.GradedNode(scale=self._leaves.word(token(tree, "LABEL", "STRING")), span=span)
        quantities = [self._leaves.quantity(part) for part in branches(tree, "quantity")]
        if tree.data == "range":
            return n.RangeNode(low=quantities[0], high=quantities[1], span=span)
        operator = self._leaves.operator(token(tree, *_OPERATORS))
        return n.BoundNode(operator=operator, quantity=quantities[0], span=span)

    # ---- clauses

    def _weight(self, tree: Branch) -> n.WeightNode:
        return n.WeightNode(
            points=self._leaves.number(token(tree, "NUMBER")), span=self._leaves.span(tree)
        )

    def _method(self, tree: Branch) -> n.MethodNode:
        return n.MethodNode(method=token(tree, *_METHODS).type, span=self._leaves.span(tree))

    def _over(self, tree: Branch) -> n.OverNode:
        return n.OverNode(
            percent=self._leaves.number(token(tree, "NUMBER")), span=self._leaves.span(tree)
        )

    def _basis(self, tree: Branch) -> n.BasisNode:
        articles = tokens(tree, "ARTICLE")
        return n.BasisNode(
            document=self._leaves.word(token(tree, "STRING")),
            article=str(articles[0]) if articles else "",
            span=self._leaves.span(tree),
        )

    def _note(self, tree: Branch) -> n.NoteNode:
        return n.NoteNode(
            words=self._leaves.word(token(tree, "STRING")), span=self._leaves.span(tree)
        )

    def _assume(self, tree: Branch) -> n.AssumeNode:
        return n.AssumeNode(
            words=self._leaves.word(token(tree, "STRING")), span=self._leaves.span(tree)
        )

    # ---- actuals

    def _entry(self, tree: Branch) -> s.EntryNode:
        name = token(tree, "ENTRY_NAME", "QUOTED_NAME", "REPORTED_NAME")
        cells = tokens(tree, "CELL")
        cell = self._leaves.word(cells[0]) if cells else None
        equals = tokens(tree, "EQ")
        if equals and cell is None:
            end = self._leaves.span_of(equals[0]).end
            cell = n.WordNode(text="", span=Span(end, end))
        reported = [self._leaves.number(token(b, "NUMBER")) for b in branches(tree, "reported")]
        reasons = [self._leaves.word(token(b, "STRING")) for b in branches(tree, "reason")]
        return s.EntryNode(
            name=self._leaves.word(name),
            cell=cell,
            reported=reported[-1] if reported else None,
            reason=reasons[-1] if reasons else None,
            span=self._leaves.span(tree),
        )
