"""What an actual in another unit than its target comes to, so that a conversion is said.

Converts nothing itself: the score does, by the same units.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

from indicator_dsl.compiler import shared_units
from indicator_dsl.quantities import NotANumber, Unit, UnitError, number_from_text, text_from_number
from indicator_dsl.wording import Text

_IS: Final = Text("{said} is {amount} {asked}", "{said}即 {amount} {asked}")
_CONVERTED: Final = Text(
    "{said} is converted: 1 {asked} = {many} {unit}", "{said}换算：1 {asked} = {many} {unit}"
)


def converted(number: str, unit: str, asked: str) -> Iterator[Text]:
    """The amount in the unit asked for, where a table of units tells; nothing where they are one.

    Args:
        number: As the language writes it.
        unit: What it counts.
        asked: The unit of the target.

    Example:
        >>> [text.en for text in converted("36", "小时", "天")]
        ['36小时 is 1.5 天']
        >>> [text.en for text in converted("10", "小时", "天")]
        ['10小时 is converted: 1 天 = 24 小时']
        >>> list(converted("36", "小时", "工作日")), list(converted("3", "个月", "月"))
        ([], [])
    """
    own, other = _unit(unit), _unit(asked)
    if own is None or other is None or not own.is_same_measure(other):
        return
    ratio = own.factor / other.factor
    try:
        amount = number_from_text(number) * ratio
    except NotANumber:
        return
    if ratio == 1 or not own.dimension:
        return
    said = f"{number}{unit}"
    if _is_decimal(amount):
        yield _IS.filled(said=said, amount=text_from_number(amount), asked=asked)
    else:
        many = text_from_number(1 / ratio)
        yield _CONVERTED.filled(said=said, asked=asked, many=many, unit=unit)


@lru_cache(maxsize=512)
def _unit(text: str) -> Unit | None:
    try:
        return shared_units().unit_from_text(text) if text else None
    except UnitError:
        return None


def _is_decimal(number: Fraction) -> bool:
    """Whether a few decimals write the number in full."""
    return 10**6 % number.denominator == 0
