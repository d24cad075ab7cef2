"""A grammar as tables, worked out by Lark: what `tables` ships, so that no start pays for it.

Only run when the grammar files changed, by the test that keeps the shipped tables up to date, and
where tables do not fit the grammar files beside them.
"""

import re
from itertools import chain
from re import _constants as sre, _parser as sre_parser
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lark import Lark
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

_WIDEST: Final = 64  # characters of a range that are told one by one
_ANY: Final = None


def tabulated(parser: "Lark") -> dict[str, Any]:
    """The tables of a parser: terminals in the order they are tried, rules, rows of actions.

    A row is `[terminal, action, …, rule's name, state, …]` flat; an action at or above 0 is the
    state to go to, below it the rule to reduce by, counted from -1. Rows that say the same are
    told once, `states` says which is whose.
    """
    terminals = _in_order(parser.terminals)
    rules = sorted(parser.rules, key=_rule_key)
    table = parser.parser.parser._parse_table  # noqa: SLF001
    number = _numbered(table)
    place = {rule: -1 - index for index, rule in enumerate(rules)}
    rows: dict[tuple[object, ...], int] = {}
    states: list[int] = []
    for state in number:
        told = (
            (symbol, number[arg] if action.name == "Shift" else place[arg])
            for symbol, (action, arg) in table.states[state].items()
        )
        row = tuple(chain.from_iterable(sorted(told)))
        states.append(rows.setdefault(row, len(rows)))
    return {
        "terminals": [[t.name, t.pattern.to_regexp(), _first_of(t)] for t in terminals],
        "ignored": sorted(parser.ignore_tokens),
        "rules": [_rule(rule) for rule in rules],
        "rows": [list(row) for row in rows],
        "states": states,
        "start": number[table.start_states["start"]],
        "end": number[table.end_states["start"]],
    }


def _numbered(table: Any) -> dict[int, int]:  # noqa: ANN401 - Lark does not export it
    """Every state with a number of its own, counted from the start, the same in every run."""
    start = table.start_states["start"]
    number = {start: 0}
    waiting = [start]
    for state in waiting:
        for _, (action, arg) in sorted(table.states[state].items(), key=lambda each: each[0]):
            if action.name == "Shift" and arg not in number:
                number[arg] = len(number)
                waiting.append(arg)
    return number


def _rule_key(rule: "Rule") -> tuple[str, tuple[str, ...]]:
    return rule.origin.name, tuple(symbol.name for symbol in rule.expansion)


def _in_order(terminals: "Iterable[TerminalDef]") -> "list[TerminalDef]":
    """In the order in which Lark tries them."""
    return sorted(
        terminals,
        key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name),
    )


def _rule(rule: "Rule") -> list[Any]:
    """Its name, how many symbols, the tree's name, what of them is kept, whether one stands alone.

    `kept` is None for all of them as they are, else the places, -1 - place for a list to open.
    """
    kept = []
    for index, symbol in enumerate(rule.expansion):
        if symbol.is_term:
            if not getattr(symbol, "filter_out", False):
                kept.append(index)
        else:
            kept.append(-1 - index if symbol.name.startswith("_") else index)
    size = len(rule.expansion)
    return [
        rule.origin.name,
        size,
        rule.alias or rule.origin.name,
        None if kept == list(range(size)) else kept,
        bool(rule.options.expand1 and not rule.alias),
    ]


# ---- the characters a terminal can begin with


def _first_of(terminal: "TerminalDef") -> str | None:
    """Every character a match can begin with, in order; None where they are too many to tell."""
    parsed = sre_parser.parse(terminal.pattern.to_regexp())
    if parsed.state.flags & re.IGNORECASE:
        return _ANY
    found, _ = _first(list(parsed))
    return _ANY if found is None else "".join(sorted(found))


def _first(items: list[Any]) -> tuple[set[str] | None, bool]:
    """What a sequence can begin with, and whether it may match nothing."""
    found: set[str] = set()
    for op, value in items:
        more, may_be_empty = _first_of_one(op, value)
        if more is None:
            return _ANY, False
        found |= more
        if not may_be_empty:
            return found, False
    return found, True


def _first_of_one(op: Any, value: Any) -> tuple[set[str] | None, bool]:  # noqa: ANN401, PLR0911
    if op is sre.LITERAL:
        return {chr(value)}, False
    if op is sre.IN:
        return _of_class(value), False
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return set(), True
    if op is sre.BRANCH:
        parts = [_first(list(part)) for part in value[1]]
        if any(found is None for found, _ in parts):
            return _ANY, False
        letters = set().union(*(found for found, _ in parts if found is not None))
        return letters, any(may_be_empty for _, may_be_empty in parts)
    if op is sre.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _first(list(value[3]))
    if op is sre.ATOMIC_GROUP:
        return _first(list(value))
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, _, part = value
        found, may_be_empty = _first(list(part))
        return found, may_be_empty or least == 0
    return _ANY, False


def _of_class(items: list[Any]) -> set[str] | None:
    found: set[str] = set()
    for op, value in items:
        if op is sre.LITERAL:
            found.add(chr(value))
        elif op is sre.RANGE and value[1] - value[0] < _WIDEST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _ANY
    return found
