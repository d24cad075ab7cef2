"""Nodes as text again, in one layout and in either language.

What it prints parses to the same nodes.
"""

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from indicator_dsl.syntax import actuals_statements as a, nodes as n, statements as s
from indicator_dsl.syntax.clauses import MethodNode, WeightNode, WhenNode
from indicator_dsl.syntax.columns import cells, in_columns
from indicator_dsl.syntax.grammar import pattern
from indicator_dsl.syntax.phrases import Phrases, quoted
from indicator_dsl.wording import Lang

_WIDTH: Final = 100
_AWKWARD: Final = re.compile("[#=＝]|“(?![^”]*”)|^[-－]")


def print_ruleset(
    file: s.RulesetFileNode, lang: Lang = "en", *, is_translated: bool = False
) -> str:
    """A ruleset file as text, keywords in `lang`.

    Args:
        file: Its nodes.
        lang: Of the keywords.
        is_translated: Whether operators in words follow; English has signs for them only. Without
            it they stay as they were written.

    Example:
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> from indicator_dsl.syntax.parsing import parse_ruleset
        >>> source = SourceText("a.ind", "满意度≥95％ weight 10  by ratio")
        >>> file = parse_ruleset(source, Collector())
        >>> print(print_ruleset(file, "zh"), end="")
        满意度 ≥ 95 % 分值 10 按 比例
    """
    printer = _Printer(lang, is_translated=is_translated)
    lines: list[str] = []
    run: list[s.IndicatorNode] = []
    for node in file.statements:
        printed = printer.statement(node)
        if isinstance(node, s.IndicatorNode) and len(printed) == 1:
            run.append(node)
            continue
        lines += [*printer.rules(run), *printed]
        run = []
    lines += printer.rules(run)
    return _text(lines)


def print_statement(node: s.StatementNode, lang: Lang = "en") -> str:
    """One statement on one line, keywords in `lang`, however long it is.

    Example:
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> from indicator_dsl.syntax.parsing import parse_ruleset
        >>> source = SourceText("a.ind", "满意度>=95％ weight 10")
        >>> print_statement(parse_ruleset(source, Collector()).statements[0])
        '满意度 >= 95 % weight 10'
    """
    return " ".join(line.strip() for line in _Printer(lang).statement(node))


def print_actuals(file: a.ActualsFileNode, lang: Lang = "en") -> str:
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
    def __init__(self, lang: Lang, *, is_translated: bool = False) -> None:
        self._phrases = Phrases(lang, is_translated=is_translated)
        self._w = self._phrases.word

    # ---- statements

    def rules(self, nodes: Sequence[s.IndicatorNode]) -> list[str]:
        """Neighbouring rules of one line each, in columns where there is room for them."""
        amounts = in_columns([self._amount(node) for node in nodes])
        rows = [self._columns(node, amount) for node, amount in zip(nodes, amounts, strict=True)]
        lined = [
            _commented(line, node.comment)
            for line, node in zip(in_columns(rows), nodes, strict=True)
        ]
        if all(cells(line) <= _WIDTH for line in lined):
            return lined
        return [line for node in nodes for line in self._indicator(node)]

    def _amount(self, node: s.IndicatorNode) -> tuple[str, str]:
        """Number and unit of a rule's target; both empty where the target is no quantity."""
        match node.target:
            case n.BoundNode(quantity=n.QuantityNode(number=number, unit=unit)):
                return number.text, unit.text if unit else ""
            case _:
                return "", ""

    def _columns(self, node: s.IndicatorNode, amount: str) -> tuple[str, ...]:
        """A one-line rule as name, operator, value, weight and its other clause."""
        target = self._phrases.target(node.target) if node.target else ""
        weights = [c for c in node.clauses if isinstance(c, WeightNode)]
        others = [c for c in node.clauses if not isinstance(c, WeightNode)]
        weight, rest = (" ".join(map(self._phrases.clause, kind)) for kind in (weights, others))
        line = self._indicator(evolve(node, comment=""))[0]
        name = line.removesuffix(" ".join(part for part in (target, weight, rest) if part))
        operator, _, value = target.partition(" ")
        return name.rstrip(), operator, amount or value, weight, rest

    def statement(self, node: s.StatementNode) -> list[str]:
        match node:
            case s.CommentNode():
                return [f"# {node.text}".rstrip()]
            case s.GapNode():
                return [""]
            case s.IndicatorNode():
                return self._indicator(node)
            case _:
                return [_commented(self._dated(node), node.comment)]

    def _dated(self, node: s.StatementNode) -> str:
        since = getattr(node, "since", "")
        return f"{self._plain(node)} {self._w('SINCE')} {since}" if since else self._plain(node)

    def _plain(self, node: s.StatementNode) -> str:  # noqa: C901, PLR0911 - one case a statement
        match node:
            case s.RulesetNode():
                return f"{self._w('RULESET')} {quoted(node.title)} {node.year}".rstrip()
            case s.TotalNode():
                return f"{self._w('TOTAL')} {node.points.text}"
            case s.RoundNode():
                places = f" {self._w('PLACES')}" if self._phrases.is_chinese else ""
                when = self._w("EACH" if node.each else "SUM")
                return f"{self._w('ROUND')} {node.places.text}{places} {when}"
            case s.GradesNode():
                bands = ", ".join(f"{b.label.text} >= {b.points.text}" for b in node.bands)
                return f"{self._w('GRADES')} {bands}, {self._w('ELSE')} {node.otherwise.text}"
            case s.ScaleNode():
                levels = ", ".join(_level(level) for level in node.levels)
                return f"{self._w('SCALE')} {node.name.text} = {levels}"
            case s.DefaultNode():
                method = self._phrases.method(node.method)
                return f"{self._w('DEFAULT')} {self._phrases.operator(node.operator)} {method}"
            case s.UnitNode():
                return f"{self._w('UNIT')} {node.name.text} = {node.amount.text} {node.unit.text}"
            case s.SectionNode():
                points = f" {node.points.text}" if node.points else ""
                inner = f" {self._w('INNER')} {node.inner.text}" if node.inner else ""
                return f"[{' / '.join(node.path)}]{points}{inner}"
            case s.InputNode():
                return f"{self._w('INPUT')} {_input_name(node.name)} {node.unit.text}"
            case s.LetNode():
                name = _name(node.name)
                return f"{self._w('LET')} {name} = {self._phrases.expression(node.value)}"
            case _:
                return self._event(node)

    def _event(self, node: s.StatementNode) -> str:  # noqa: PLR0911 - one case a statement
        """A statement about other files, examples, conditions or the total."""
        match node:
            case s.CheckNode():
                condition = self._phrases.condition(node.condition)
                return f"{self._w('CHECK')} {condition} {quoted(node.message)}"
            case s.AssumptionNode():
                return f"{self._w('ASSUME')} {quoted(node.words)}"
            case s.UseNode():
                plain = pattern("PLAIN_PROFILE").fullmatch(node.profile.text)
                return f"{self._w('USE')} {node.profile.text if plain else quoted(node.profile)}"
            case s.ExampleNode():
                name = _name(node.name)
                return f"{self._w('EXAMPLE')} {name} = {node.cell.text} -> {node.points.text}"
            case s.LimitNode():
                when = f" {self._phrases.clause(_when(node.condition))}" if node.condition else ""
                return f"{self._w('LIMIT')} {self._w('TOTAL')} {node.points.text}{when}"
            case s.VetoNode():
                return f"{self._w('VETO')} {quoted(node.name)} {self._ceiling(node)}"
            case s.ExtraNode():
                return self._extra(node)
            case _:
                message = f"no statement: {type(node).__name__}"
                raise TypeError(message)

    def _ceiling(self, node: s.VetoNode) -> str:
        if node.grade is not None:
            text = f"{self._w('GRADE')} <= {node.grade.text}"
        else:
            text = f"{self._w('TOTAL')} <= {node.points.text if node.points else ''}"
        return text + self._if_missing(node.missing_is_zero)

    def _extra(self, node: s.ExtraNode) -> str:
        word = self._w("BONUS" if node.is_bonus else "PENALTY")
        cap = f" {self._w('CAP')} {node.cap.text}" if node.cap else ""
        each = "每项" if self._phrases.is_chinese else self._w("EACH")
        text = f"{word} {quoted(node.name)} {node.each.text} {each}{cap}"
        return text + self._if_missing(node.missing_is_zero)

    def _if_missing(self, is_zero: bool | None) -> str:  # noqa: FBT001 - None is a third answer
        return "" if is_zero is None else f" {self._phrases.missing(is_zero=is_zero)}"

    def _indicator(self, node: s.IndicatorNode) -> list[str]:
        weights = [c for c in node.clauses if isinstance(c, WeightNode)]
        others = [c for c in node.clauses if not isinstance(c, WeightNode)]
        targets = [self._phrases.target(node.target)] if node.target else []
        rest = " ".join([*targets, *map(self._phrases.clause, weights)])
        listed = "" if node.target else f"\n  {self._w('BY')} {self._w('POINTS')}"
        head = f"{_rule_name(node.name, rest + listed)} {rest}"
        if len(others) == 1 and isinstance(others[0], MethodNode) and not others[0].comment:
            line = f"{head} {self._phrases.clause(others[0])}"
            if cells(line) <= _WIDTH:
                return [_commented(line, node.comment)]
        clauses = [_commented(f"  {self._phrases.clause(c)}", c.comment) for c in others]
        return [_commented(head, node.comment), *clauses]

    # ---- actuals

    def actuals_statement(self, node: a.ActualsStatementNode) -> list[str]:
        match node:
            case s.CommentNode():
                return [f"# {node.text}".rstrip()]
            case s.GapNode():
                return [""]
            case a.ActualsNode():
                line = f"{self._w('ACTUALS')} {quoted(node.title)} {node.year}".rstrip()
            case a.ReportedTotalNode():
                line = f"{self._w('TOTAL')} {self._w('REPORTED')} {node.points.text}"
            case a.EntryNode():
                line = self._entry(node)
        items = node.items if isinstance(node, a.EntryNode) else ()
        return [
            _commented(line, node.comment),
            *(f"- {name.text}: {cell.text}" for name, cell in items),
        ]

    def _entry(self, node: a.EntryNode) -> str:
        parts = [_name(node.name)]
        if node.cell is not None:
            parts.append(f"= {node.cell.text}".rstrip())
        if node.reported is not None:
            parts.append(f"{self._w('REPORTED')} {node.reported.text}")
        if node.reason is not None:
            parts.append(f"{self._w('REASON')} {quoted(node.reason)}")
        return " ".join(parts)


def _commented(line: str, comment: str) -> str:
    return f"{line}  # {comment}" if comment else line


def _name(word: n.WordNode) -> str:
    """The name before a `=` or a clause, in quotes where these would not end it."""
    return f'"{word.text}"' if _AWKWARD.search(word.text) else word.text


def _input_name(word: n.WordNode) -> str:
    return f'"{word.text}"' if "#" in word.text else word.text


def _rule_name(name: n.WordNode, rest: str) -> str:
    """The name, in quotes where the line would otherwise end it elsewhere."""
    wanted = "LIST_RULE_NAME" if "\n" in rest else "RULE_NAME"
    found = pattern(wanted).match(f"{name.text} {rest}")
    return name.text if found and found.end() == len(name.text) else f'"{name.text}"'


def _level(level: s.ScaleLevelNode) -> str:
    to = f"..{level.to.text}" if level.to else ""
    return f"{level.label.text} {level.percent.text}{to}"


def _when(condition: n.ConditionNode) -> WhenNode:
    return WhenNode(condition=condition)
