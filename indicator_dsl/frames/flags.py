"""Conditions as columns of 0 and 1, and back; how a cell was read. Knows no rules."""

from indicator_dsl.frames.cases import picked
from indicator_dsl.frames.ratios import ALWAYS, NEVER
from indicator_dsl.frames.sheet import state_column
from indicator_dsl.frames.sources import APART
from indicator_dsl.frames.terms import Compared, Condition, Named, Number, Whole


def state_is(target: str, state: int) -> Condition:
    """Whether a cell was read that way."""
    return Compared("=", Named(state_column(target), 0, APART), Number(state))


def as_number(condition: Condition) -> Whole:
    """1 where a condition holds, 0 elsewhere.

    Example:
        >>> as_number(NEVER)
        Number(value=0)
    """
    if condition in (ALWAYS, NEVER):
        return Number(int(condition == ALWAYS))
    return picked([(condition, Number(1))], Number(0))


def as_condition(flag: Whole) -> Condition:
    """Where a flag is 1.

    Example:
        >>> as_condition(Number(1)) == ALWAYS
        True
    """
    if isinstance(flag, Number):
        return ALWAYS if flag.value else NEVER
    return Compared("=", flag, Number(1))
