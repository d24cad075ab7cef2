"""What a cell or a unit would swallow: words that were meant to stand by themselves.

Looked for in whatever can be read, so kept light.
"""

import re
from typing import Final

from indicator_dsl.syntax.mistakes.patterns import BLANKS, FILLER, expression, filled_quotes

BEHIND: Final = {
    "及以上": ">=",
    "以上": ">=",
    "及以下": "<=",
    "以下": "<=",
    "以内": "<=",
    "之内": "<=",
    "or more": ">=",
    "or less": "<=",
}
_BOUND: Final = re.compile(r"(?<=.)(?:及?以[上下]|[以之]内)(?:（含）)?$")


def bound_in_unit(unit: str) -> int | None:
    """Where in a unit a bound begins that was written behind the value; None without one.

    Example:
        >>> bound_in_unit("件以上"), bound_in_unit("件")
        (1, None)
    """
    found = _BOUND.search(unit)
    return found.start() if found else None


def clause_in_cell(cell: str) -> int | None:
    """Where in a cell a clause begins that was meant to stand behind it; None without one.

    Only a number follows `reported`, and only quoted words `reason`; with anything else behind
    them they would be read as part of the cell.

    Example:
        >>> clause_in_cell("94 % reported nine")
        5
        >>> clause_in_cell("94 %") is None
        True
    """
    found = expression(
        rf"(?i)(?:(?<=[{BLANKS}])(?:@REPORTED_WORD@|@REASON_WORD@)|^@REPORTED_WORD@)"
        rf"(?=[{BLANKS}:：=＝{FILLER}]|@SIGN@?@D@|$)"
        rf"|(?<=[,，、;；。])@REPORTED_WORD@(?=[{BLANKS}:：=＝]*+@SIGN@?@D@)"
    ).search(filled_quotes(cell))
    return found.start() if found else None
