"""The money of a form: each row's amounts in 元, and how exactly each is told.

Judges nothing.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.model import Form, FormCell, MoneyRow
from indicator_dsl.quantities import NotANumber, number_from_text, text_from_number
from indicator_dsl.transcription import money_in, money_unit_of

_WORTH: Final = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}


@frozen(kw_only=True)
class Money:
    """An amount in 元, told in `unit`, to a step of `step` 元."""

    amount: Fraction
    unit: str
    step: Fraction

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The least and the most it can have been before it was rounded.

        One told in whole units of 元 is taken as it is.
        """
        slack = self.step / 2 if self.step < _WORTH[self.unit] else Fraction(0)
        return self.amount - slack, self.amount + slack

    def is_near(self, other: "Money") -> bool:
        """Whether both can be one amount, told with more or fewer digits.

        Example:
            >>> told = Money(amount=Fraction(1329000), unit="万元", step=Fraction(1000))
            >>> told.is_near(Money(amount=Fraction(1329120), unit="万元", step=Fraction(10)))
            True
        """
        return abs(self.amount - other.amount) < max(self.step, other.step)

    def __str__(self) -> str:
        return f"{text_from_number(self.amount / _WORTH[self.unit])} {self.unit}"


@frozen(kw_only=True)
class MoneyLine:
    """One row of the block; an amount is None when the cell holds none."""

    row: MoneyRow
    initial: Money | None
    budget: Money | None
    executed: Money | None

    @property
    def base(self) -> Money | None:
        """What the execution rate is taken of: 全年预算数, or 年初预算数 where that is all."""
        return self.budget or self.initial

    def amounts(self) -> Iterator[Money]:
        """Every amount of the row."""
        yield from (each for each in (self.initial, self.budget, self.executed) if each)


def money_of(form: Form) -> tuple[MoneyLine, ...]:
    """The rows of the block, the total first."""
    unit, _ = money_unit_of(form)
    return tuple(
        MoneyLine(
            row=row,
            initial=amount_of(row.initial, unit),
            budget=amount_of(row.budget, unit),
            executed=amount_of(row.executed, unit),
        )
        for row in form.money
    )


def amount_of(cell: FormCell, unit: str) -> Money | None:
    """The one amount of a cell; None when there is none, or it is no money.

    Example:
        >>> str(amount_of(FormCell(text="3,359.62万"), "元"))
        '3359.62 万元'
    """
    read = money_in(cell, unit)
    if read is None or read.unit not in _WORTH:
        return None
    try:
        number = number_from_text(read.number.removeprefix("-"))
    except NotANumber:
        return None
    worth = Fraction(_WORTH[read.unit])
    places = len(read.number.partition(".")[2])
    sign = -1 if read.number.startswith("-") else 1
    return Money(amount=sign * number * worth, unit=read.unit, step=worth / 10**places)
