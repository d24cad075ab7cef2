"""Words and numbers of nodes as exact values, each fault reported where it stands.

Shared by every part of the compiler.
"""

import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import define, field

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector, Fix, Label
from indicator_dsl.quantities import (
    BARE,
    NotANumber,
    Quantity,
    Unit,
    UnitError,
    UnitTable,
    number_from_text,
)
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax import NumberNode, QuantityNode, WordNode
from indicator_dsl.wording import Text, name_from_text, nearest

_MOST_GUESSES: Final = 100  # each looks at every known name


@define
class Desk:
    """What every part of the compiler works with.

    The source, the collector, the units, the headings passed. `unresolved` holds the names whose
    own statement is at fault, so that nobody who uses them is blamed.
    """

    source: SourceText
    collector: Collector
    units: UnitTable
    headings: tuple[str, ...] = ()
    known_words: set[str] = field(factory=set)
    unresolved: set[str] = field(factory=set)
    guesses: int = 0
    _read_units: dict[str, Unit] = field(factory=dict, init=False)
    _read_by: UnitTable | None = field(default=None, init=False)
    _read_numbers: dict[str, Fraction] = field(factory=dict, init=False)

    @property
    def has_lost_profile(self) -> bool:
        """Whether a profile was asked for that could not be read."""
        return any(said.code.startswith("IND81") for said in self.collector.sorted())

    def place(self, span: Span) -> Place:
        """A place of the source under the headings passed so far."""
        return Place(self.source, span, self.headings)

    def nearest(self, word: str, known: Iterable[str]) -> tuple[str, ...]:
        """The known words that may be meant; none once so many were sought that none will help."""
        self.guesses += 1
        return nearest(word, known) if self.guesses <= _MOST_GUESSES else ()

    def number(self, node: NumberNode) -> Fraction | None:
        """The exact number; None, with a diagnostic, when it has too many digits."""
        written = node.span.text_of(self.source.text)
        known = self._read_numbers.get(written)
        if known is not None:
            return known
        place = self.place(node.span)
        try:
            number = number_from_text(node.text)
        except NotANumber as fault:
            if fault.reason in ("whole-digits", "decimal-digits"):
                whole, _, decimal = node.text.lstrip("+-").replace(",", "").partition(".")
                self.collector.add(
                    codes.NUMBER_TOO_LONG.at(place, whole=len(whole), decimal=len(decimal))
                )
            else:
                self.collector.add(codes.NUMBER_MALFORMED.at(place, text=written))
            return None
        if not written.isascii():
            is_plain = unicodedata.normalize("NFKC", written) == node.text
            fix = Fix(place, node.text) if is_plain else None  # a Chinese numeral may stay
            note = codes.DIGITS_FULL_WIDTH.at(place, fix=fix, text=written, number=node.text)
            self.collector.add(note)
        else:
            self._read_numbers[written] = number
        return number

    def unit(self, node: WordNode | None) -> Unit | None:
        """The unit; `BARE` when none is written; None, with a diagnostic, when it cannot be one."""
        if node is None:
            return BARE
        if self._read_by is not self.units:
            self._read_by, self._read_units = self.units, {}
        known = self._read_units.get(node.text)
        if known is not None:
            return known
        try:
            unit = self._read_units[node.text] = self.units.unit_from_text(node.text)
        except UnitError:
            self.collector.add(codes.UNIT_MALFORMED.at(self.place(node.span), text=node.text))
            return None
        return unit

    def quantity(self, node: QuantityNode) -> Quantity | None:
        """The quantity; None when its number or its unit cannot be read."""
        number, unit = self.number(node.number), self.unit(node.unit)
        return None if number is None or unit is None else Quantity(number, unit)

    def mismatch(
        self, at: Span, left: Unit, right: Unit, *others: Label, advice: Text | None = None
    ) -> None:
        """Reports two units that do not measure the same thing."""
        self.collector.add(
            codes.UNIT_MISMATCH.at(
                self.place(at),
                *others,
                label=Text("this is counted in {u}", "这里写成 {u}").filled(u=unit_text(right)),
                advice=advice,
                left=unit_text(left),
                right=unit_text(right),
            )
        )


def unit_text(unit: Unit) -> Text:
    """A unit as a reader knows it; a bare number has words of its own."""
    return Text(unit.text, unit.text) if unit.text else Text("a bare number", "无单位的数")


def name_of(node: WordNode) -> str:
    """The node's name as it is compared."""
    return name_from_text(node.text)


def look(name: str) -> str:
    """What a name looks like: full and half width and blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", name).split())
