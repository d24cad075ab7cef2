"""The cells of a long table, and the rows of one of its tables. Reads no number."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from indicator_dsl.transcription import clean_text

_SHOWN: Final = 120
_PLAIN_NAME: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z（）()、]{1,59}")


class Cells(NamedTuple):
    """One row as written; empty where the table has no such cell."""

    name: str
    level1: str = ""
    level2: str = ""
    nature: str = ""
    target: str = ""
    unit: str = ""
    actual: str = ""
    weight: str = ""
    score: str = ""
    reason: str = ""


class Sheet(NamedTuple):
    """The rows of one table in their order, with what is said of the whole.

    `other_totals` are reported totals that some rows repeat otherwise than the first; `headings`
    are rows that add up others, once they are told apart from the indicators.
    """

    name: str
    rows: tuple[Cells, ...]
    year: str = ""
    total_weight: str = ""
    total_score: str = ""
    other_totals: tuple[str, ...] = ()
    headings: tuple[Cells, ...] = ()


def is_plain_name(name: str) -> bool:
    """Whether the readers see no more in a name than its traits: no number and no unit behind one.

    Example:
        >>> is_plain_name("年办件量"), is_plain_name("2024年培训")
        (True, False)
    """
    return _PLAIN_NAME.fullmatch(name) is not None


@lru_cache(1 << 14)
def shown(name: str) -> str:
    """A name as it may be told: without hidden characters, not too long.

    Example:
        >>> shown("甲" + chr(0x202E))
        '甲'
    """
    return clean_text(name, _SHOWN)
