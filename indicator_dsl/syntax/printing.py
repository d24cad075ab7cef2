"""Nodes as text again, in one layout and in either language.

What it prints parses to the same nodes.
"""

import re
import unicodedata
from typing import Final

from indicator_dsl.syntax import nodes as n
from indicator_dsl.syntax import statements as s
from indicator_dsl.syntax.grammar import keywords, pattern
from indicator_dsl.wording import Lang

_WIDTH: Final = 100
_WORDED: Final = frozenset({"WITHIN", "IS"})
_BINDING: Final = {"+": 1, "-": 1, "*": 2, "/": 2}
_BINDING_OF_SIGN: Final = 3
_AWKWARD: Final = re.compile("[#=＝]|“(?![^”]*”)")


def print_ruleset(file: s.RulesetFileNode, lang: Lang = "en") -> str:
    """A ruleset file as text, keywords in `lang`.

    Example:
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> from indicator_dsl.syntax.parsing import parse_ruleset
        >>> source = SourceText("a.ind", "满意度≥95％ weight 10  by ratio")
        >>> file = parse_ruleset(source, Collector())
        >>> print(print_ruleset(file, "zh"), end="")
        满意度 ≥ 95 % 分值 10 按 比例
    """
    printer = _Printer(lang)
    return _text([line for statement in file.statements for line in printer.statement(statement)])


def print_actuals(file: s.ActualsFileNode, lang: Lang = "en") -> str:
    """An actuals file as text, keywords in `lang`.

    Example:
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> from indicator_dsl.syntax.parsing import parse_actuals
        >>> file = parse_actuals(SourceText("a.act", "满意度=94 %  reported 9"), Collector())
        >>> print(print_actuals(file, "zh"), end="")
        满意度 = 94 % 自评 9
    """
    printer = _Printer(lang)
    return _text([line for st in file.statements for line in printer.actuals_statement(st)])


def _text(lines: list[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)


class _Printer:
    def __init__(self, lang: Lang) -> None:
        self._index = 1 if lang == "zh" else 0

    def _w(self, keyword: str) -> str:
        return keywords()[f"{keyword}_WORD"][self._index]

    # ---- statements

    def statement(self, node: s.StatementNode) -> list[str]:
        match node:
            case s.CommentNode():
                return [f"# {node.text}".rstrip()]
            case s.GapNode():
                return [""]
            case s.IndicatorNode():
                return self._indicator(node)
            case _:
                return [_commented(self._plain(node), node.comment)]

    def _plain(self, node: s.StatementNode) -> str:  # noqa: C901, PLR0911, PLR0912 - one case each
        match node:
            case s.RulesetNode():
                return f"{self._w('RULESET')} {_quoted(node.title)} {node.year}".rstrip()
            case s.TotalNode():
                return f"{self._w('TOTAL')} {node.points.text}"
            case s.RoundNode():
                places = f" {self._w('PLACES')}" if self._index else ""
                when = self._w("EACH" if node.each else "SUM")
                return f"{self._w('ROUND')} {node.places.text}{places} {when}"
            case s.GradesNode():
                bands = ", ".join(f"{b.label.text} >= {b.points.text}" for b in node.bands)
                return f"{self._w('GRADES')} {bands}, {self._w('ELSE')} {node.otherwise.text}"
            case s.ScaleNode():
                levels = ", ".join(_level(level) for level in node.levels)
                return f"{self._w('SCALE')} {node.name.text} = {levels}"
            case s.DefaultNode():
                operator, method = self._operator(node.operator), self._method(node.method)
                return f"{self._w('DEFAULT')} {operator} {method}"
            case s.UnitNode():
                return f"{self._w('UNIT')} {node.name.text} = {node.amount.text} {node.unit.text}"
            case s.SectionNode():
                points = f" {node.points.text}" if node.points else ""
                return f"[{' / '.join(node.path)}]{points}"
            case s.InputNode():
                return f"{self._w('INPUT')} {_input_name(node.name)} {node.unit.text}"
            case s.LetNode():
                name = _name(node.name)
                return f"{self._w('LET')} {name} = {self._expression(node.value)}"
            case s.CheckNode():
                return (
                    f"{self._w('CHECK')} {self._condition(node.condition)} {_quoted(node.message)}"
                )
            case s.AssumptionNode():
                return f"{self._w('ASSUME')} {_quoted(node.words)}"
            case _:
                message = f"no statement: {type(node).__name__}"
                raise TypeError(message)

    def _indicator(self, node: s.IndicatorNode) -> list[str]:
        weights = [c for c in node.clauses if isinstance(c, n.WeightNode)]
        others = [c for c in node.clauses if not isinstance(c, n.WeightNode)]
        rest = " ".join([self._target(node.target), *map(self._clause, weights)])
        head = f"{_rule_name(node.name, rest)} {rest}"
        if len(others) == 1 and isinstance(others[0], n.MethodNode) and not others[0].comment:
            line = f"{head} {self._clause(others[0])}"
            if _cells(line) <= _WIDTH:
                return [_commented(line, node.comment)]
        clauses = [_commented(f"  {self._clause(c)}", c.comment) for c in others]
        return [_commented(head, node.comment), *clauses]

    # ---- parts

    def _operator(self, node: n.OperatorNode) -> str:
        if node.kind == "IN":
            return self._w("IN")
        return node.written

    def _target(self, node: n.TargetNode) -> str:
        match node:
            case n.BoundNode():
                return f"{self._operator(node.operator)} {_quantity(node.quantity)}"
            case n.RangeNode():
                return f"{self._w('IN')} {_quantity(node.low)}..{_quantity(node.high)}"
            case n.GradedNode():
                plain = pattern("PLAIN_LABEL").fullmatch(node.scale.text)
                scale = node.scale.text if plain else _quoted(node.scale)
                return f"{self._w('IS')} {scale}"

    def _method(self, node: n.MethodNode) -> str:
        return f"{self._w('BY')} {self._w(node.method)}"

    def _clause(self, node: n.ClauseNode) -> str:
        match node:
            case n.WeightNode():
                return f"{self._w('WEIGHT')} {node.points.text}"
            case n.MethodNode():
                return self._method(node)
            case n.OverNode():
                blank = " "
                return f"{self._w('OVER')}{blank}{node.percent.text}% {self._w('EXPLAIN')}"
            case n.BasisNode():
                return f"{self._w('BASIS')} {_quoted(node.document)} {node.article}".rstrip()
            case n.NoteNode():
                return f"{self._w('NOTE')} {_quoted(node.words)}"
            case n.AssumeNode():
                return f"{self._w('ASSUME')} {_quoted(node.words)}"

    def _expression(self, node: n.ExpressionNode, binding: int = 0) -> str:
        match node:
            case n.TermNode():
                return _term(node.name)
            case n.QuantityNode():
                return _quantity(node)
            case n.NegativeNode():
                text = self._expression(node.operand, _BINDING_OF_SIGN)
                return f"-({text})" if text[0].isdecimal() else f"-{text}"
            case n.SumNode():
                own = _BINDING[node.symbol]
                left = self._expression(node.left, own)
                right = self._expression(node.right, own + 1)
                text = f"{left} {node.symbol} {right}"
                return f"({text})" if own < binding else text

    def _condition(self, node: n.ConditionNode, *, inner: bool = False) -> str:
        if isinstance(node, n.ComparisonNode):
            left, right = self._expression(node.left), self._expression(node.right)
            return f"{left} {self._operator(node.operator)} {right}"
        word = self._w("AND" if node.all_of else "OR")
        text = f" {word} ".join(self._condition(part, inner=True) for part in node.parts)
        return f"({text})" if inner else text

    # ---- actuals

    def actuals_statement(self, node: s.ActualsStatementNode) -> list[str]:
        match node:
            case s.CommentNode():
                return [f"# {node.text}".rstrip()]
            case s.GapNode():
                return [""]
            case s.ActualsNode():
                line = f"{self._w('ACTUALS')} {_quoted(node.title)} {node.year}".rstrip()
            case s.ReportedTotalNode():
                line = f"{self._w('TOTAL')} {self._w('REPORTED')} {node.points.text}"
            case s.EntryNode():
                line = self._entry(node)
        return [_commented(line, node.comment)]

    def _entry(self, node: s.EntryNode) -> str:
        parts = [_name(node.name)]
        if node.cell is not None:
            parts.append(f"= {node.cell.text}".rstrip())
        if node.reported is not None:
            parts.append(f"{self._w('REPORTED')} {node.reported.text}")
        if node.reason is not None:
            parts.append(f"{self._w('REASON')} {_quoted(node.reason)}")
        return " ".join(parts)


def _commented(line: str, comment: str) -> str:
    return f"{line}  # {comment}" if comment else line


def _quoted(word: n.WordNode) -> str:
    return f"“{word.text}”" if '"' in word.text else f'"{word.text}"'


def _name(word: n.WordNode) -> str:
    """The name before a `=` or a clause, in quotes where these would not end it."""
    return f'"{word.text}"' if _AWKWARD.search(word.text) else word.text


def _input_name(word: n.WordNode) -> str:
    return f'"{word.text}"' if "#" in word.text else word.text


def _rule_name(name: n.WordNode, rest: str) -> str:
    """The name, in quotes where the line would otherwise end it elsewhere."""
    found = pattern("RULE_NAME").match(f"{name.text} {rest}")
    return name.text if found and found.end() == len(name.text) else f'"{name.text}"'


def _term(name: n.WordNode) -> str:
    """The name inside a sum, in quotes where it would not be read as one name."""
    found = pattern("PLAIN_TERM").match(f"{name.text} ")
    return name.text if found and found.end() == len(name.text) else f'"{name.text}"'


def _quantity(node: n.QuantityNode) -> str:
    return f"{node.number.text} {node.unit.text if node.unit else ''}".rstrip()


def _level(level: s.ScaleLevelNode) -> str:
    to = f"..{level.to.text}" if level.to else ""
    return f"{level.label.text} {level.percent.text}{to}"


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
