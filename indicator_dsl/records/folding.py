"""Terms made shorter by what is already known: constants, ranges, and which branch one stands in.

Knows no rules and no Python; what comes out has the value of what went in wherever that is known.
"""

from collections.abc import Mapping
from typing import Final

from attrs import define, field, frozen

from indicator_dsl.frames.cases import picked, worded
from indicator_dsl.frames.ratios import ALWAYS, NEVER, every, negated, some
from indicator_dsl.frames.terms import (
    Compared,
    Condition,
    Every,
    Held,
    Named,
    Not,
    Number,
    Pick,
    Product,
    Quotient,
    Some,
    Sum,
    Whole,
    Words,
    over,
    plus,
    times,
)

_Range = tuple[int, int]
_ONE: Final = Number(1)


@frozen
class Known:
    """What holds at a place: conditions with their truth, and narrower ranges of terms."""

    truths: Mapping[Condition, bool] = field(factory=dict)
    ranges: Mapping[Whole, _Range] = field(factory=dict)

    def when(self, condition: Condition, *, holds: bool) -> "Known":
        """What is known besides where a condition holds, or where it does not.

        Example:
            >>> n = Named("n", 0, 9)
            >>> Known().when(Compared("<", n, Number(5)), holds=False).range_of(n)
            (5, 9)
        """
        truths, ranges = dict(self.truths), dict(self.ranges)
        waiting = [(condition, holds)]
        while waiting:
            each, truth = waiting.pop()
            truths[each] = truth
            match each:
                case Not():
                    waiting.append((each.part, not truth))
                case Every() if truth:
                    waiting.extend((part, True) for part in each.parts)
                case Some() if not truth:
                    waiting.extend((part, False) for part in each.parts)
                case Compared():
                    for term, (low, high) in _narrowed(each, holds=truth):
                        least, most = ranges.get(term, (term.low, term.high))
                        ranges[term] = max(least, low), min(most, high)
                    if each.sign == "=" and not truth and isinstance(each.right, Number):
                        least, most = ranges.get(each.left, (each.left.low, each.left.high))
                        end = each.right.value
                        ranges[each.left] = least + (end == least), most - (end == most)
                case _:
                    pass
        return Known(truths, ranges)

    def range_of(self, term: Whole) -> _Range:
        """The least and the most a term can be here."""
        return self.ranges.get(term, (term.low, term.high))


def _narrowed(compared: Compared, *, holds: bool) -> list[tuple[Whole, _Range]]:
    """The ranges that a comparison with a constant leaves."""
    left, right, sign = compared.left, compared.right, compared.sign
    if isinstance(right, Number):
        end = right.value
        if sign == "=":
            return [(left, (end, end))] if holds else []
        most = end - (sign == "<")
        return [(left, (left.low, most) if holds else (most + 1, left.high))]
    if isinstance(left, Number) and sign != "=":
        least = left.value + (sign == "<")
        return [(right, (least, right.high) if holds else (right.low, least - 1))]
    return []


@define
class Folder:
    """Folds terms over columns whose definitions, folded already, it remembers by their names."""

    constants: Mapping[str, int]
    columns: dict[str, Whole] = field(factory=dict, init=False)
    _first: dict[Whole, Named] = field(factory=dict, init=False)

    def define(self, name: str, term: Whole, known: Known) -> None:
        """Remembers a column, as another one where that has the same definition."""
        found = self.whole(term, known)
        if isinstance(found, Held) and isinstance(found.term, Named):
            found = Named(found.term.name, found.low, found.high)
        if not isinstance(found, Number | Named):
            mine = Named(name, found.low, found.high)
            first = self._first.setdefault(found, mine)
            found = found if first is mine else first
        self.columns[name] = found

    def whole(self, term: Whole, known: Known) -> Whole:  # noqa: PLR0911 - one a term
        """The term, shorter where it can be."""
        match term:
            case Number():
                return term
            case Named():
                return self._named(term)
            case Sum():
                return plus(*(self.whole(each, known) for each in _summands(term)))
            case Product():
                return times(self.whole(term.left, known), self.whole(term.right, known))
            case Quotient():
                return over(self.whole(term.above, known), self.whole(term.below, known))
            case Held():
                inner = self.whole(term.term, known)
                low, high = max(inner.low, term.low), min(inner.high, term.high)
                is_narrower = (low, high) != (inner.low, inner.high)
                return Held(inner, low, high) if is_narrower and low <= high else inner
            case Pick():
                return self._picked(term, known)

    def _named(self, term: Named) -> Whole:
        if term.name in self.constants:
            return Number(self.constants[term.name])
        found = self.columns.get(term.name)
        if found is None:
            return term
        return (
            found if isinstance(found, Number | Named) else Named(term.name, found.low, found.high)
        )

    def _picked(self, term: Pick, known: Known) -> Whole:
        cases: list[tuple[Condition, Whole]] = []
        for where, value in term.cases:
            here = self.condition(where, known)
            if here == NEVER:
                continue
            if here == ALWAYS:
                return picked(cases, self.whole(value, known))
            cases.append((here, self.whole(value, known.when(here, holds=True))))
            known = known.when(here, holds=False)
        return picked(cases, self.whole(term.otherwise, known))

    def words(self, words: Words, known: Known) -> Words:
        """The words, with as few cases as can be."""
        cases: list[tuple[Condition, str | None]] = []
        for where, said in words.cases:
            here = self.condition(where, known)
            if here == NEVER:
                continue
            if here == ALWAYS:
                return worded(cases, said)
            cases.append((here, said))
            known = known.when(here, holds=False)
        return worded(cases, words.otherwise)

    def condition(self, found: Condition, known: Known) -> Condition:
        """The condition, `ALWAYS` or `NEVER` where that is known."""
        match found:
            case Not():
                part = self.condition(found.part, known)
                return part.part if isinstance(part, Not) else negated(part)
            case Every():
                return every(*(self.condition(part, known) for part in found.parts))
            case Some():
                return some(*(self.condition(part, known) for part in found.parts))
            case Compared():
                return self._compared(found, known)

    def _compared(self, found: Compared, known: Known) -> Condition:
        left, right = self.whole(found.left, known), self.whole(found.right, known)
        flagged = self._flagged(left) if found.sign == "=" and right == _ONE else None
        if flagged is not None:
            return self.condition(flagged, known)
        here = Compared(found.sign, left, right)
        truth = known.truths.get(here, found.sign != "<" if left == right else None)
        if truth is None:
            truth = _decided(found.sign, known.range_of(left), known.range_of(right))
        if truth is None:
            return here
        return ALWAYS if truth else NEVER

    def _flagged(self, flag: Whole) -> Condition | None:
        """The condition a column of 0 and 1 stands for."""
        told = self.columns.get(flag.name, flag) if isinstance(flag, Named) else flag
        if isinstance(told, Pick) and len(told.cases) == 1 and told.otherwise == Number(0):
            where, value = told.cases[0]
            return where if value == _ONE else None
        return None


def _summands(term: Sum) -> list[Whole]:
    """What is added up, in order, however it is nested to the left."""
    found: list[Whole] = []
    rest: Whole = term
    while isinstance(rest, Sum):
        found.append(rest.right)
        rest = rest.left
    return [rest, *reversed(found)]


def _decided(sign: str, left: _Range, right: _Range) -> bool | None:
    (low, high), (least, most) = left, right
    if sign == "=":
        if low == high == least == most:
            return True
        return False if high < least or low > most else None
    if sign == "<":
        return True if high < least else (False if low >= most else None)
    return True if high <= least else (False if low > most else None)
