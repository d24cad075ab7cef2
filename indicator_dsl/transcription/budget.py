"""The block 项目资金 of a form as inputs and the rule on the execution rate."""

import re
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.model import Form, FormCell
from indicator_dsl.quantities import text_from_number
from indicator_dsl.transcription.amounts import amount_in, unit_as_read
from indicator_dsl.transcription.rows import points_of
from indicator_dsl.transcription.spelling import clean_text, plain_text
from indicator_dsl.wording import Text

RATE: Final = "预算执行率"
FIGURES: Final = ("年初预算数", "全年预算数", "全年执行数")
_COUNTS: Final = ("万", "亿")
_MONEY_UNITS: Final = frozenset({"元", "千元", "百万元", "万元", "亿元"})


@frozen(kw_only=True)
class Budget:
    """Lines for the ruleset and the actuals; the rule only where the form gives it points."""

    rules: tuple[str, ...] = ()
    actuals: tuple[str, ...] = ()
    assumed: tuple[Text, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names it takes."""
        return (*FIGURES, RATE) if self.rules else ()


def budget_of(form: Form) -> Budget:
    """The money of the whole project; without points for it there is nothing to score."""
    total = form.money_total
    weight = points_of(total.weight.text) if total else None
    if total is None or not weight:
        return Budget()
    unit, assumed = money_unit_of(form)
    figures = zip(FIGURES, (total.initial, total.budget, total.executed), strict=True)
    rules, actuals = ["[预算执行]"], []
    for name, cell in figures:
        if name == FIGURES[0] and not cell.text:
            continue
        rules.append(f"input {name} {unit}")
        said, more = _figure(cell, unit)
        actuals.append(f"{name} = {said}")
        assumed += more
    rules += [
        f"let {RATE} = {FIGURES[2]} / {FIGURES[1]}",
        f"{RATE} >= 100 % weight {text_from_number(weight)}",
    ]
    actuals += _reported(points_of(total.score.text))
    return Budget(rules=tuple(rules), actuals=tuple(actuals), assumed=assumed)


def _reported(points: Fraction | None) -> list[str]:
    return [] if points is None else [f"{RATE} reported {text_from_number(points)}"]


def money_unit_of(form: Form) -> tuple[str, tuple[Text, ...]]:
    """The unit of the block's amounts, and what was assumed to find it.

    Example:
        >>> money_unit_of(Form(name="a", money_unit=FormCell(text="金额单位：元")))
        ('元', ())
    """
    written = unit_as_read(
        re.sub(r"项目|资金|金额|计量|单位|人民币|[:()]", "", plain_text(form.money_unit.text))
    )
    if written == "万":
        return "万元", (Text("万 is read as 万元", "“万”读作“万元”"),)
    if written in _MONEY_UNITS:
        return written, ()
    total = form.money_total
    cells = (total.executed, total.budget, total.initial) if total else ()
    for cell in cells:
        amount = amount_in(plain_text(cell.text))
        own = unit_as_read(amount.unit) if amount else ""
        own = f"{own}元" if own == "万" else own
        if own in _MONEY_UNITS:
            return own, ()
    said = Text("the money names no unit: 万元 is assumed", "资金没有写明单位，假定为万元")
    return "万元", (said,)


@frozen(kw_only=True)
class MoneyRead:
    """An amount of money as a cell writes it: its number, signed, and its unit.

    `is_short` says that the cell writes 万 or 亿 and leaves 元 out.
    """

    number: str
    unit: str
    is_short: bool = False


def money_in(cell: FormCell, unit: str) -> MoneyRead | None:
    """The one amount of money of a cell; None when it holds none, or another text beside it.

    Args:
        cell: A cell of the block.
        unit: What a number without a unit is counted in.

    Example:
        >>> money_in(FormCell(text="3,359.62万"), "元")
        MoneyRead(number='3359.62', unit='万元', is_short=True)
    """
    amount = amount_in(plain_text(cell.text))
    if amount is None or re.search(r"\w", amount.before):
        return None
    own = unit_as_read(amount.unit)
    is_short = own in _COUNTS
    sign = "-" if amount.before.endswith("-") else ""
    return MoneyRead(
        number=f"{sign}{amount.number}",
        unit=f"{own}元" if is_short else own or unit,
        is_short=is_short,
    )


def _figure(cell: FormCell, unit: str) -> tuple[str, tuple[Text, ...]]:
    if not cell.text:
        return "missing", ()
    read = money_in(cell, unit)
    said = clean_text(cell.text, 60)
    if read is None:
        return "missing", (
            Text(f"“{said}” is not one amount of money: left open", f"“{said}”不是一个金额：待定"),
        )
    note = Text(f"“{said}” is read in {read.unit}", f"“{said}”按“{read.unit}”读")
    return f"{read.number}{read.unit}", (note,) if read.is_short else ()
