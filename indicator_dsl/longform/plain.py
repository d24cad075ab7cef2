"""Targets and actuals that are a plain number with a listed unit, taken apart.

Every other text is left to the readers of forms. Knows no rule.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_UNITS: Final = (
    "%|‰|个百分点|百分点|元|千元|万元|百万元|亿元|件|万件|个|万个|人|万人|人次|万人次|人天|人日|户|万户|户次|次|万次|场|场次|"
    "批|批次|份|万份|套|台|台套|台次|辆|公里|千米|米|平方米|万平方米|㎡|平方公里|立方米|万立方米|亩|万亩|公顷|吨|万吨|公斤|千克|"
    "项|篇|册|万册|条|家|所|村|名|例|处|座|间|栋|幢|天|小时|分钟|工作日|个工作日|张|本|幅|棵|株|只|头|盏|支|组|班|门|种|类|学时|课时"
)
_NUMBER: Final = r"(?P<whole>0|[1-9][0-9]{0,10})(?:\.(?P<part>[0-9]{1,4}))?"
_UNIT: Final = rf"(?P<unit>(?:{_UNITS})?)"
_TARGET: Final = re.compile(rf"(?P<glyph>[≥≤=><]?){_NUMBER}{_UNIT}")
_ACTUAL: Final = re.compile(rf"{_NUMBER}{_UNIT}")
_COLUMN: Final = re.compile(rf"(?:{_UNITS})?")
# A number that the readers may take for a day, or for the whole: 2023.5, 20230501, 1.
_LIKE_A_DAY: Final = re.compile(r"(?:19|20)[0-9]{2}\.[0-9]{1,2}|(?:19|20)[0-9]{6}")
_ONES: Final = ("1", "1.0", "1.00")
_TEN_THOUSAND: Final = 10**4


class Amount(NamedTuple):
    """A number in units of 10^-4, the operator before it and the unit behind it as written."""

    number: int
    unit: str
    glyph: str = ""
    is_one: bool = False


@lru_cache(1 << 16)
def target_amount(text: str) -> Amount | None:
    """The amount of a target cell; None for any other text, and for zero.

    Example:
        >>> target_amount("≥95%"), target_amount("约95%") is None
        (Amount(number=950000, unit='%', glyph='≥', is_one=False), True)
    """
    found = _TARGET.fullmatch(text)
    if found is None:
        return None
    amount = _amount(found, found["glyph"])
    return amount if amount and amount.number else None


@lru_cache(1 << 16)
def actual_amount(text: str) -> Amount | None:
    """The amount of an actual cell; None for any other text, and for what may be a share, 0.93.

    Example:
        >>> actual_amount("332344件").number, actual_amount("2024.5") is None
        (3323440000, True)
        >>> actual_amount("0.93") is None, actual_amount("0.93%").number
        (True, 9300)
    """
    found = _ACTUAL.fullmatch(text)
    amount = _amount(found, "") if found else None
    is_bare = amount is not None and not amount.unit
    return None if amount and is_bare and 0 < amount.number <= _TEN_THOUSAND else amount


def _amount(found: re.Match[str], glyph: str) -> Amount | None:
    whole, part = found["whole"], found["part"] or ""
    text = f"{whole}.{part}" if part else whole
    if _LIKE_A_DAY.fullmatch(text):
        return None
    number = int(whole) * _TEN_THOUSAND + int(part.ljust(4, "0"))
    return Amount(number=number, unit=found["unit"], glyph=glyph, is_one=text in _ONES)


@lru_cache(1 << 12)
def is_plain_unit(text: str) -> bool:
    """Whether the cell of a unit is empty or names a listed one.

    Example:
        >>> is_plain_unit("万元"), is_plain_unit("元/人")
        (True, False)
    """
    return bool(_COLUMN.fullmatch(text))
