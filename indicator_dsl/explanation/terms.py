"""Sums as they are written, each with what it comes to. Knows no rule and no line."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from attrs import frozen

from indicator_dsl.explanation.figures import is_plain
from indicator_dsl.quantities import text_from_number
from indicator_dsl.wording import Text, same


@frozen
class Term:
    """A sum as it is written, and what it comes to.

    `says_itself` is true where the result need not be written behind it.
    """

    text: Text
    value: Fraction
    says_itself: bool = False


def number(value: Fraction) -> Term:
    """A number: a decimal in full, else a quotient in brackets.

    Example:
        >>> str(number(Fraction(-1, 3)).text)
        '(−1 / 3)'
    """
    if is_plain(value):
        text = text_from_number(abs(value))
        return Term(same(f"(−{text})" if value < 0 else text), value)
    sign = "−" if value < 0 else ""
    return Term(same(f"({sign}{abs(value.numerator)} / {value.denominator})"), value)


def per_cent(share: Fraction) -> Term:
    """A share in per cent."""
    return Term(same(f"{number(share * 100).text} %"), share)


def product(left: Term, right: Term) -> Term:
    """Both multiplied."""
    return Term(same(f"{left.text} × {right.text}"), left.value * right.value)


def quotient(left: Term, right: Term) -> Iterator[Term]:
    """One divided by the other; nothing when that is zero."""
    if right.value:
        yield Term(same(f"{left.text} / {right.text}"), left.value / right.value)


def bracketed_difference(left: Term, right: Term) -> Term:
    """One less the other, in brackets."""
    return Term(same(f"({left.text} − {right.text})"), left.value - right.value)


def difference(left: Term, right: Term) -> Term:
    """One less the other."""
    return Term(same(f"{left.text} − {right.text}"), left.value - right.value)


def rounded_down(inner: Term) -> Term:
    """The whole number not above a sum."""
    return Term(same(f"⌊{inner.text}⌋"), Fraction(floor(inner.value)))


def rounded_up(inner: Term) -> Term:
    """The whole number not below a sum."""
    return Term(same(f"⌈{inner.text}⌉"), Fraction(ceil(inner.value)))


def total(parts: list[Term]) -> Term:
    """All of them added."""
    value = sum((part.value for part in parts), Fraction(0))
    return Term(same(" + ".join(str(part.text) for part in parts)), value, len(parts) == 1)
