"""What a form's cell can say, one class for each answer.

Holds the answers only: how they are read stands in `cells`, what they score is no matter here.
"""

from datetime import date
from typing import Literal, TypeAlias

from attrs import frozen

from indicator_dsl.quantities.quantity import Quantity
from indicator_dsl.values import Value

ReadingFault: TypeAlias = Literal[
    "number", "date", "unit", "mismatch", "control", "type", "too-long"
]


@frozen(kw_only=True, eq=False, repr=False)
class Observed(Value):
    """A measured amount, in the cell's own unit.

    Args:
        quantity: The amount.
        rounded: Whether digits of a float were rounded away.
        unit_assumed: Whether the cell had no unit and the target's was taken.
    """

    quantity: Quantity
    rounded: bool = False
    unit_assumed: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Flag(Value):
    """是 or yes (true), 否 or no (false)."""

    value: bool


@frozen(kw_only=True, eq=False, repr=False)
class Day(Value):
    """A day, and whether only its month was written and its last day taken."""

    date: date
    is_month_end_assumed: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Label(Value):
    """Any other words, such as a grade: trimmed, in normal form C."""

    text: str


@frozen(kw_only=True, eq=False, repr=False)
class JudgedLabel(Value):
    """A grade with the share judged for it, as 部分达成 75 %."""

    text: str
    share: Quantity


@frozen(eq=False, repr=False)
class Missing(Value):
    """Nothing is known: an empty cell, missing, 缺失."""


@frozen(eq=False, repr=False)
class NotApplicable(Value):
    """The indicator does not apply: n/a, 不适用."""


@frozen(kw_only=True, eq=False, repr=False)
class Unreadable(Value):
    """A cell that says nothing certain.

    Args:
        text: What stood there, at most 1000 characters; empty for a Python value without a text.
        why: Which rule it breaks.
        detail: The part that broke it: the number's or unit's fault, the foreign unit, the
            invisible character, the Python type.
    """

    text: str
    why: ReadingFault
    detail: str


Reading: TypeAlias = (
    Observed | Flag | Day | Label | JudgedLabel | Missing | NotApplicable | Unreadable
)
