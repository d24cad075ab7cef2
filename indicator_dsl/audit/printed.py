"""Numbers as a form prints them: a value and how exactly it is told. Knows no form."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

from attrs import frozen

from indicator_dsl.quantities import NotANumber, half_up, number_from_text
from indicator_dsl.transcription import plain_text

_NUMBER: Final = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<sign>%|‰)?")
_SIGNS: Final = {"%": 2, "‰": 3}
_LEAST: Final = 2  # a share without decimals is told to the hundredth: 1 is 100 %


@frozen(kw_only=True)
class Printed:
    """A number and the decimals it is printed with."""

    value: Fraction
    places: int = 0

    @property
    def step(self) -> Fraction:
        """One of its last digit."""
        return Fraction(1, 10**self.places)

    def tells(self, low: Fraction, high: Fraction) -> bool:
        """Whether some amount from `low` to `high` is printed so, rounded half-up or cut off.

        Example:
            >>> Printed(value=Fraction("0.958"), places=3).tells(*[Fraction("0.95862")] * 2)
            True
        """
        return low < self.value + self.step and high >= self.value - self.step / 2


def rounded(value: Fraction, places: int, *, is_cut: bool) -> Fraction:
    """The value with so many decimals, half-up or cut off.

    Example:
        >>> rounded(Fraction("1.897"), 1, is_cut=True), rounded(Fraction("1.897"), 1, is_cut=False)
        (Fraction(9, 5), Fraction(19, 10))
    """
    return Fraction(int(value * 10**places), 10**places) if is_cut else half_up(value, places)


@lru_cache(1 << 12)
def places_of(text: str) -> int:
    """How many decimals the first number of a text is printed with.

    Example:
        >>> places_of("10.00"), places_of("3.8分"), places_of("20")
        (2, 1, 0)
    """
    match = _NUMBER.search(plain_text(text))
    return len(match["number"].partition(".")[2]) if match else 0


@lru_cache(1 << 12)
def places_needed(value: Fraction) -> int:
    """How many decimals a number needs; 9 for one that needs more.

    Example:
        >>> places_needed(Fraction("19.50")), places_needed(Fraction(19))
        (1, 0)
    """
    return next((n for n in range(9) if (value * 10**n).denominator == 1), 9)


def shares_in(text: str) -> Iterator[Printed]:
    """The shares that the cell of a rate can mean: 86 %, 0.958; 25 is 25 % and 1 is 100 % too.

    Example:
        >>> [float(found.value) for found in shares_in("25")], list(shares_in("约25"))
        ([0.25, 25.0], [])
    """
    match = _NUMBER.fullmatch(plain_text(text))
    if match is None:
        return
    try:
        number = number_from_text(match["number"].replace(",", ""))
    except NotANumber:
        return
    places = places_of(text)
    sign = match["sign"]
    shift = _SIGNS.get(sign or "%", 2)
    yield Printed(value=number / 10**shift, places=places + shift)
    if not sign:
        yield Printed(value=number, places=max(places, _LEAST))
