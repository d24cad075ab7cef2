"""Formulas whose value is a whole number, with the largest each can become.

A spreadsheet counts in binary floating point and compares to fifteen digits. Whole numbers below
`LIMIT` are exact in both, and so is the floor of a quotient of two of them: what is built here
never leaves that range, and refuses to be built otherwise.
"""

from typing import Final

from attrs import frozen

# One hundred thousand billion. The floor of a quotient is still safe here: a quotient that is not
# whole stays at least 1e-14 of itself away from the next whole number, and programs that snap to
# fifteen digits snap only what is nearer than 5e-15.
LIMIT: Final = 10**14
_SUM, _PRODUCT, _ATOM = 1, 2, 3


class BeyondExact(ValueError):
    """A formula could reach numbers that a spreadsheet does not hold exactly."""

    def __str__(self) -> str:
        """The fault in one sentence."""
        return f"a number of the formula can pass {LIMIT}"


class FormulaTooLong(ValueError):
    """A formula would be longer, or nested deeper, than a spreadsheet takes."""

    def __str__(self) -> str:
        """The fault in one sentence."""
        return "the formula is longer than a spreadsheet takes"


@frozen
class Whole:
    """A formula for a whole number that never lies further than `most` from zero.

    `constant` is its value when it is no more than a number. `binding` tells a sum, which needs
    brackets inside a product, from a product and from what never needs any.
    """

    text: str
    most: int
    constant: int | None = None
    binding: int = _ATOM

    def __attrs_post_init__(self) -> None:
        """Refuse what a spreadsheet would round.

        Raises:
            BeyondExact: from `LIMIT` on.
            FormulaTooLong: when the text alone fills a cell.
        """
        if self.most >= LIMIT:
            raise BeyondExact
        if len(self.text) > _LONGEST:
            raise FormulaTooLong

    @property
    def is_atom(self) -> bool:
        """Whether it needs no brackets anywhere."""
        return self.binding == _ATOM


_LONGEST: Final = 4000


def whole(number: int) -> Whole:
    """A number as it is.

    Example:
        >>> whole(-5).text
        '-5'
    """
    return Whole(str(number), abs(number), number, _ATOM if number >= 0 else _SUM)


def cell(address: str, most: int) -> Whole:
    """The whole number in a cell.

    Example:
        >>> cell("N12", 100).most
        100
    """
    return Whole(address, most)


def times(a: Whole, b: Whole) -> Whole:
    """The product, without the factors that change nothing.

    Example:
        >>> times(whole(20), plus(cell("N12", 9), whole(1))).text
        '20*(N12+1)'
    """
    if a.constant is not None and b.constant is not None:
        return whole(a.constant * b.constant)
    if b.constant is not None:
        a, b = b, a
    if a.constant == 0:
        return whole(0)
    if a.constant == 1:
        return b
    most = a.most * b.most
    if a.constant == -1:
        return Whole(f"-{_inside(b)}", most, None, _SUM)
    text = f"{_inside(a) if a.constant is None else a.text}*{_inside(b)}"
    return Whole(text, most, None, _SUM if text.startswith("-") else _PRODUCT)


def plus(a: Whole, b: Whole) -> Whole:
    """The sum, without what is zero; a positive part first.

    Example:
        >>> plus(whole(-30), cell("N12", 9)).text
        'N12-30'
    """
    if a.constant is not None and b.constant is not None:
        return whole(a.constant + b.constant)
    if a.constant == 0:
        return b
    if b.constant == 0:
        return a
    if a.text.startswith("-") and not b.text.startswith("-"):
        a, b = b, a
    joint = "" if b.text.startswith("-") else "+"
    return Whole(f"{a.text}{joint}{b.text}", a.most + b.most, None, _SUM)


def floor_of(above: Whole, below: Whole) -> Whole:
    """The floor of a quotient; `below` is positive wherever the formula is used.

    Example:
        >>> floor_of(plus(cell("N12", 900), whole(5)), whole(10)).text
        'INT((N12+5)/10)'
    """
    if above.constant is not None and below.constant:
        return whole(above.constant // below.constant)
    if below.constant == 1:
        return above
    top = f"({above.text})" if above.binding == _SUM else above.text
    bottom = below.text if below.binding == _ATOM else f"({below.text})"
    return Whole(f"INT({top}/{bottom})", above.most + 1)


def half_up_text(above: Whole, below: Whole, places: int, *, may_be_negative: bool = False) -> str:
    """The formula of `above` / `below` rounded half away from zero to so many places.

    Args:
        above: The numerator.
        below: The denominator, positive wherever the formula is used.
        places: At least 0.
        may_be_negative: Whether the numerator can lie below zero.

    Raises:
        BeyondExact: when the numbers on the way can pass `LIMIT`.

    Example:
        >>> half_up_text(cell("P4", 1000), cell("Q4", 100), 2)
        'INT((200*P4+Q4)/(2*Q4))/100'
        >>> half_up_text(cell("P4", 1000), whole(3), 0, may_be_negative=True)
        'SIGN(P4)*INT((2*ABS(P4)+3)/6)'
    """
    scale = 10**places
    size = above
    if may_be_negative and above.constant is None:
        size = Whole(f"ABS({above.text})", above.most)
    steps = floor_of(plus(times(whole(2 * scale), size), below), times(whole(2), below))
    text = steps.text if scale == 1 else f"{_inside(steps)}/{scale}"
    return f"SIGN({above.text})*{text}" if size is not above else text


def _inside(part: Whole) -> str:
    return f"({part.text})" if part.binding == _SUM else part.text
