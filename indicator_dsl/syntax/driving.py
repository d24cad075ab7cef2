"""Texts as trees, by the tables of a grammar: one pass, the words told apart by where they stand.

Reads exactly what Lark's contextual LALR parser reads with the same grammar; a test holds them
together. Knows no grammar and no node.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from attrs import frozen

from indicator_dsl.syntax.tables import ACTUALS, RULESET, Tables, tables_of
from indicator_dsl.syntax.trees import Token, Tree

_END: Final = "$END"
_STATEMENT: Final = "statement"  # the rule that stands for any statement of a file
_MOST_LETTERS: Final = 512  # remembered for one state; a text may hold every letter there is

_Match = Callable[[str, int], "re.Match[str] | None"]
_Tried = tuple[tuple[_Match, str], ...]
_Children = list[Tree | Token]
_Take = Callable[[Tree], None]
_Rule = tuple[str, int, str, list[int] | None, bool]


class Unreadable(ValueError):
    """Reading stopped; `at` is the character, None where the text ended too early."""

    def __init__(self, at: int | None) -> None:
        super().__init__(at)
        self.at = at


@frozen
class Reached:
    """A place of a text: what kinds of words the grammar would take there, and the word before."""

    kinds: frozenset[str]
    before: Token | None


class Parser:
    """Reads texts by one grammar's tables; what a text needs of them is prepared when it does.

    Example:
        >>> tree = ruleset_reader().parse("年办件量 >= 200000 件 weight 20")
        >>> [leaf.type for leaf in tree.leaves()]
        ['NAME', 'GE', 'NUMBER', 'UNIT', 'WEIGHT', 'NUMBER']
    """

    def __init__(self, tables: Tables) -> None:
        self._terminals: list[tuple[str, str, str | None]] = tables["terminals"]
        self._ignored = frozenset(tables["ignored"])
        self._rules: list[_Rule] = tables["rules"]
        self._rows: list[list[str | int]] = tables["rows"]
        self._row_of: list[int] = tables["states"]
        self._start: int = tables["start"]
        self._end: int = tables["end"]
        self._actions: dict[int, dict[str, int]] = {}
        self._words: dict[int, dict[str, _Tried]] = {}
        self._shared: dict[_Tried, _Tried] = {}
        self._matches: dict[str, _Match] = {}

    def parse(self, text: str, take: _Take | None = None) -> Tree:
        """The tree of a text.

        Args:
            text: What is to be read.
            take: Given each statement's tree once it is complete, which is then emptied, so that
                the trees of a long text are never there all at once.

        Raises:
            Unreadable: when the grammar has no place for it; `take` may have been called before.
        """
        actions, words, ignored = self._actions, self._words, self._ignored
        state, at, end = self._start, 0, len(text)
        states = [state]
        values: _Children = []
        row, tried_here = self._entered(state)
        while at < end:
            tried = tried_here.get(text[at])
            if tried is None:
                tried = self._tried(state, text[at])
            for match, kind in tried:  # noqa: B007 - used behind the loop
                matched = match(text, at)
                if matched is not None:
                    break
            else:
                raise Unreadable(at)
            stop = matched.end()
            if kind not in ignored:
                action = row.get(kind)
                while action is not None and action < 0:
                    row = self._reduced(action, states, values, take)
                    action = row.get(kind)
                if action is None:
                    raise Unreadable(at)
                values.append(Token(kind, text[at:stop], at, stop))
                states.append(action)
                state = action
                if state in words:
                    row, tried_here = actions[state], words[state]
                else:
                    row, tried_here = self._entered(state)
            at = stop
        return self._ended(states, values, take)

    def reached(self, text: str, place: int) -> "Reached | None":
        """How far reading has come at a place of a text, by the words before it.

        What stands behind the place decides only what those words are taken for. None when reading
        stops before the place, or when a word reaches across it.
        """
        states, values = [self._start], _Children()
        at, before = 0, None
        while at < place:
            state = states[-1]
            _, tried_here = self._entered(state)
            word = _word(tried_here.get(text[at]) or self._tried(state, text[at]), text, at)
            if word is None or word.end > place:
                return None
            at = word.end
            if word.type not in self._ignored:
                if not self._shifted(word, states, values):
                    return None
                before = word
        kinds = (kind for kind, _, _ in self._terminals if self._takes(kind, states))
        return Reached(frozenset(kinds), before)

    def _shifted(self, word: Token, states: list[int], values: _Children) -> bool:
        row = self._actions_of(states[-1])
        while (action := row.get(word.type)) is not None and action < 0:
            row = self._reduced(action, states, values, None)
        if action is None:
            return False
        values.append(word)
        states.append(action)
        return True

    def _takes(self, kind: str, states: list[int]) -> bool:
        """Whether a word of a kind has a place; what is reduced for it may show that it has not."""
        seen = list(states)
        while (action := self._actions_of(seen[-1]).get(kind)) is not None and action < 0:
            origin, size, *_ = self._rules[-1 - action]
            del seen[len(seen) - size :]
            seen.append(self._actions_of(seen[-1])[origin])
        return action is not None

    def _ended(self, states: list[int], values: _Children, take: _Take | None) -> Tree:
        while states[-1] != self._end:
            action = self._actions_of(states[-1]).get(_END)
            if action is None or action >= 0:
                raise Unreadable(None)
            self._reduced(action, states, values, take)
        tree = values[-1]
        if not isinstance(tree, Tree):
            raise TypeError(tree)
        return tree

    def _reduced(
        self, action: int, states: list[int], values: _Children, take: _Take | None
    ) -> dict[str, int]:
        """What can be done after the topmost values became one of a rule."""
        origin, size, name, kept, is_plain = self._rules[-1 - action]
        children: _Children = []
        if size:
            children = values[-size:]
            del values[-size:], states[-size:]
        if kept is not None:
            children = _kept(children, kept)
        if is_plain and len(children) == 1:
            (child,) = children
            values.append(child)
            if origin == _STATEMENT and take is not None and isinstance(child, Tree):
                take(child)
                child.children = []
        else:
            values.append(Tree(name, children))
        actions = self._actions
        state = actions[states[-1]][origin]  # on the stack, so it was entered
        states.append(state)
        return actions.get(state) or self._actions_of(state)

    def _actions_of(self, state: int) -> dict[str, int]:
        found = self._actions.get(state)
        if found is None:
            row = self._rows[self._row_of[state]]
            found = dict(zip(row[::2], row[1::2], strict=True))  # type: ignore[arg-type]
            self._actions[state] = found
        return found

    def _entered(self, state: int) -> tuple[dict[str, int], dict[str, _Tried]]:
        """What can be done in a state, and what was tried there already."""
        return self._actions_of(state), self._words.setdefault(state, {})

    def _tried(self, state: int, letter: str) -> _Tried:
        """What is tried in a state where the text goes on with a letter, in order.

        Only what can begin with it is, and only that is compiled.
        """
        allowed = self._actions_of(state)
        found = tuple(
            (self._match(name, pattern), name)
            for name, pattern, first in self._terminals
            if (first is None or letter in first) and (name in allowed or name in self._ignored)
        )
        kept = self._words[state]
        if len(kept) < _MOST_LETTERS:
            kept[letter] = self._shared.setdefault(found, found)
        return found

    def _match(self, name: str, pattern: str) -> _Match:
        found = self._matches.get(name)
        if found is None:
            found = self._matches[name] = re.compile(pattern).match
        return found


def _word(tried: _Tried, text: str, at: int) -> Token | None:
    for match, kind in tried:
        matched = match(text, at)
        if matched is not None:
            return Token(kind, matched[0], at, matched.end())
    return None


def _kept(children: _Children, places: list[int]) -> _Children:
    """The children at these places, in place of a list what it holds."""
    kept: _Children = []
    for place in places:
        if place >= 0:
            kept.append(children[place])
            continue
        inner = children[-1 - place]
        if not isinstance(inner, Tree):
            raise TypeError(inner)
        if kept:
            kept += inner.children
        else:
            kept = inner.children  # a list that grows by one is carried on, not copied
    return kept


@cache
def ruleset_reader() -> Parser:
    """The parser of ruleset files, made once a process."""
    return Parser(tables_of(RULESET))


@cache
def actuals_reader() -> Parser:
    """The parser of actuals files, made once a process."""
    return Parser(tables_of(ACTUALS))
