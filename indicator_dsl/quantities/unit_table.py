"""The units a ruleset may use: built-in shares, what it declares, and any other word as it is.

Turns a unit's text into a Unit; never reads a ruleset, and keeps no state outside its values.
"""

import re
from fractions import Fraction
from functools import cached_property
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.quantities.numerals import MAX_WHOLE_DIGITS
from indicator_dsl.quantities.unit_text import (
    MAX_DECLARED_UNITS,
    UnitError,
    canonical_unit_text,
    multiplier_and_word,
    unit_word_key,
    words_and_powers,
)
from indicator_dsl.quantities.units import (
    Dimension,
    Unit,
    UnitMismatch,
    dimension_from_powers,
    dimension_power,
)
from indicator_dsl.values import Value

_SHARES: Final = {
    Fraction(1, 100): ("%", "百分比", "百分之"),
    Fraction(1, 1000): ("‰", "千分比", "千分之"),
    Fraction(1, 10000): ("‱", "万分比", "万分之"),
}
_DIFFERENCES: Final = {
    Fraction(1, 100): ("个百分点", "百分点", "pp"),
    Fraction(1, 1000): ("个千分点", "千分点"),
}
_BUILT_IN: Final[dict[str, Unit]] = {
    word: Unit(word, share, (), is_difference)
    for is_difference, words_by_share in ((False, _SHARES), (True, _DIFFERENCES))
    for share, words in words_by_share.items()
    for word in words
}
_DIGITS = re.compile(r"[0-9]+")


@frozen(kw_only=True, eq=False, repr=False)
class UnitTable(Value):
    """The units that can be told by name; without declarations, the built-in shares.

    Args:
        declarations: The declared words, each with its unit told in undeclared ones.

    Example:
        >>> from fractions import Fraction
        >>> units = UnitTable()
        >>> units = units.declared("公里", Fraction(1000), units.unit_from_text("米"))
        >>> units.unit_from_text("公里").factor
        Fraction(1000, 1)
    """

    declarations: tuple[tuple[str, Unit], ...] = ()

    @cached_property
    def _words(self) -> dict[str, Unit]:
        return _BUILT_IN | dict(self.declarations)

    def declared(self, name: str, amount: Fraction, unit: Unit) -> "UnitTable":
        """The table in which `name` is worth `amount` of `unit`, whatever the order of declaring.

        Args:
            name: A single word.
            amount: Above 0.
            unit: From this table.

        Raises:
            UnitError: "name", "amount", "circular", "too-large" as in `Unit`, "too-many" beyond
                500, or "conflict" when the word is known with another worth; declaring the same
                worth again is welcome. And what `unit_from_text` raises for a malformed name.

        Example:
            >>> from fractions import Fraction
            >>> units = UnitTable()
            >>> units = units.declared("万元", Fraction(10000), units.unit_from_text("元"))
            >>> str(units.unit_from_text("万元").factor)
            '10000'
        """
        word = canonical_unit_text(name)
        if words_and_powers(word) != ((word, 1),) or _DIGITS.match(word):
            raise UnitError("name", name)
        if not multiplier_and_word(word)[1]:
            raise UnitError("name", name)
        if amount <= 0:
            raise UnitError("amount", name)
        key = unit_word_key(word)
        fresh = Unit(word, amount * unit.factor, unit.dimension, unit.is_difference)
        known = self._words.get(key)
        if known is not None:
            if evolve(known, text=word) == fresh:
                return self
            raise UnitError("conflict", name)
        if key in dict(unit.dimension):
            raise UnitError("circular", name)
        if len(self.declarations) >= MAX_DECLARED_UNITS:
            raise UnitError("too-many", name)
        earlier = tuple((old_key, _retold(old, key, fresh)) for old_key, old in self.declarations)
        return UnitTable(declarations=(*earlier, (key, fresh)))

    def unit_from_text(self, text: str) -> Unit:
        """The unit that `text` names.

        A declared or built-in word wins as a whole; then a counting word (十 to 亿) in front
        multiplies; any other word is a dimension of its own. `/`, `·` (also `*` and `、`) and
        brackets combine words, and a number may stand before a word below the line: 件/10万人.

        Args:
            text: At most 64 characters and 8 brackets deep. Blanks inside become hyphens,
                but are dropped beside a mark and after a number or counting word.

        Raises:
            UnitError: "empty", "too-long", "too-deep", "too-large", "brackets", "character" or
                "number".

        Example:
            >>> UnitTable().unit_from_text("万元/人·月").dimension
            (('人', -1), ('元', 1), ('月', -1))
            >>> UnitTable().unit_from_text("％")
            Unit(text='%', factor=Fraction(1, 100), dimension=(), is_difference=False)
        """
        printed = canonical_unit_text(text)
        words = words_and_powers(printed)
        if len(words) == 1 and words[0][1] == 1:
            unit = self._unit_of_word(words[0][0])
            return unit if unit.text == printed else evolve(unit, text=printed)
        factor = Fraction(1)
        powers: list[tuple[str, int]] = []
        for word, power in words:
            unit = self._unit_of_word(word, is_below=power < 0)
            factor *= unit.factor**power
            powers.extend(dimension_power(unit.dimension, power))
        return Unit(printed, factor, dimension_from_powers(powers))

    def knows(self, unit: Unit) -> bool:
        """Whether the unit is told by a single word, one that is declared or built in.

        Args:
            unit: From this table.

        Example:
            >>> units = UnitTable()
            >>> units.knows(units.unit_from_text("%")), units.knows(units.unit_from_text("件"))
            (True, False)
        """
        return unit_word_key(unit.text) in self._words

    def _unit_of_word(self, word: str, *, is_below: bool = False) -> Unit:
        known = self._words.get(unit_word_key(word))
        if known is not None:
            return known
        if word == "1":
            return Unit(word, Fraction(1), ())
        count = _DIGITS.match(word)
        if count is not None:
            rest = word[count.end() :]
            is_counted = is_below and rest[:1] not in {"", "-"}
            if not (is_counted and count.end() <= MAX_WHOLE_DIGITS and int(count[0])):
                raise UnitError("number", word)
            unit = self._unit_of_word(rest)
            return Unit(word, int(count[0]) * unit.factor, unit.dimension)
        multiplier, rest = multiplier_and_word(word)
        known = self._words.get(unit_word_key(rest))
        if known is not None:
            return Unit(word, multiplier * known.factor, known.dimension)
        dimension: Dimension = ((unit_word_key(rest), 1),) if rest else ()
        return Unit(word, Fraction(multiplier), dimension)

    @staticmethod
    def factor_between(a: Unit, b: Unit) -> Fraction:
        """How many of `b` make one of `a`.

        Raises:
            UnitMismatch: when the dimensions differ.

        Example:
            >>> units = UnitTable()
            >>> units.factor_between(units.unit_from_text("万件"), units.unit_from_text("件"))
            Fraction(10000, 1)
        """
        if not a.is_same_measure(b):
            raise UnitMismatch(a, b)
        return a.factor / b.factor


def _retold(unit: Unit, key: str, fresh: Unit) -> Unit:
    """The same unit, with the base word `key` told by its new declaration."""
    power = dict(unit.dimension).get(key, 0)
    if not power:
        return unit
    others = [(word, old) for word, old in unit.dimension if word != key]
    return evolve(
        unit,
        factor=unit.factor * fresh.factor**power,
        dimension=dimension_from_powers([*others, *dimension_power(fresh.dimension, power)]),
    )
