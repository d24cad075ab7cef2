"""The one rounding rule of the language: half away from zero, on exact rationals.

Holds nothing else, and no float or Decimal context may enter here.
"""

from fractions import Fraction


def scaled_half_up(value: Fraction, places: int) -> int:
    """How many steps of 10^-places the rounded `value` holds."""
    if places < 0:
        message = f"places must be at least 0, not {places}"
        raise ValueError(message)
    numerator, denominator = value.numerator, value.denominator
    scale: int = 10**places
    steps = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    return steps if numerator >= 0 else -steps


def half_up(value: Fraction, places: int) -> Fraction:
    """The multiple of 10^-places nearest to `value`, a tie going away from zero.

    Args:
        value: Any exact number.
        places: How many decimals to keep, at least 0.

    Raises:
        ValueError: when `places` is negative.

    Example:
        >>> half_up(Fraction("1.005"), 2)
        Fraction(101, 100)
        >>> half_up(Fraction("-2.5"), 0)
        Fraction(-3, 1)
    """
    return Fraction(scaled_half_up(value, places), 10**places)
