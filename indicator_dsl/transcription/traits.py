"""What the readers of targets and actuals look at in the name of a row, and nothing else.

Reads no cell: two names with the same traits are read alike, whatever else they say.
"""

from typing import NamedTuple

from indicator_dsl.checks import pointer_of
from indicator_dsl.transcription.answers import RATES
from indicator_dsl.transcription.targets import MONEY


class Traits(NamedTuple):
    """Which way a name points (None: neither), and what it is about."""

    wants_more: bool | None
    is_money: bool
    is_rate: bool
    is_satisfaction: bool
    is_timed: bool
    is_period: bool


def traits_of(name: str) -> Traits:
    """The traits of a name as written.

    Example:
        >>> traits_of("群众满意度").wants_more, traits_of("项目成本").is_money
        (True, True)
    """
    pointer = pointer_of(name)
    return Traits(
        wants_more=None if pointer is None else pointer.wants_more,
        is_money=bool(MONEY.search(name)),
        is_rate=bool(RATES.search(name)),
        is_satisfaction="满意" in name,
        is_timed="时" in name,
        is_period="期" in name,
    )
