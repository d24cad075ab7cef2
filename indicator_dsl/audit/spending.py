"""What does not hold in the money of a form: its rates, its points, its budget, its costs."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.audit.audited import AuditFinding, Confidence
from indicator_dsl.audit.evidence import Evidence
from indicator_dsl.audit.money import Money, MoneyLine, amount_of
from indicator_dsl.audit.practice import agrees
from indicator_dsl.audit.printed import Printed, shares_in
from indicator_dsl.audit.rows import Row, about_form, shown
from indicator_dsl.checks import bare_name, is_whole_spending
from indicator_dsl.explanation import explain_line, share_text
from indicator_dsl.model import Bound, FormCell
from indicator_dsl.quantities import text_from_number
from indicator_dsl.transcription import TargetKind
from indicator_dsl.wording import Text

_RATE_NAME: Final = re.compile(r"(?:预算|资金|经费|支出).*(?:执行率|支出率|执行进度)")
_RATE: Final = Text("the execution rate of {label}", "“{label}”的执行率")


def of_money(evidence: Evidence) -> Iterator[AuditFinding]:
    """The block of money, and the rows that tell of the same money."""
    told = set()
    for line in evidence.money:
        figures = (line.executed, line.base, shown(line.row.rate))
        if figures not in told:  # a row of the same money says nothing new
            told.add(figures)
            yield from _rate(line)
    yield from _budget_points(evidence)
    yield from _cut(evidence)
    yield from _unspent(evidence)
    for row in evidence.rows:
        yield from _rate_row(row, evidence)
        yield from _cost_row(row, evidence)


def _rate(line: MoneyLine) -> Iterator[AuditFinding]:
    """A printed rate that is not what was spent of the budget, nor of the first budget."""
    printed = list(shares_in(line.row.rate.text))
    bases = [base for base in (line.budget, line.initial) if base and base.amount > 0]
    if line.executed is None or not printed or not bases:
        return
    if any(_tells(share, line.executed, base) for share in printed for base in bases):
        return
    base = bases[0]
    label = shown(line.row.label) or "年度资金总额"
    yield about_form(
        codes.EXECUTION_RATE_DIFFERS.finding(
            subject=_RATE.filled(label=label),
            printed=shown(line.row.rate),
            executed=line.executed,
            budget=base,
            rate=_share(line.executed.amount / base.amount),
        ),
        line.row.rate,
        line.row.executed,
        line.row.budget or line.row.initial,
    )


def _tells(share: Printed, executed: Money, base: Money) -> bool:
    low, high = executed.ends
    least, most = base.ends
    return share.tells(low / most, high / (least if least > 0 else base.amount))


def _share(share: Fraction) -> Text:
    return share_text(share)


def _budget_points(evidence: Evidence) -> Iterator[AuditFinding]:
    """The points given for the execution rate, by the rate as printed or as it is."""
    line, total, reported = evidence.budget, evidence.form.money_total, evidence.budget_reported
    if line is None or total is None or reported is None or line.exact is None:
        return
    weight = line.indicator.weight
    money = evidence.money[0]
    written = total.score.text
    shares = [share.value for share in shares_in(total.rate.text) if share.value <= 1]
    if money.executed and money.initial and money.initial.amount > 0:
        shares.append(money.executed.amount / money.initial.amount)
    could_be = [line.exact, *(min(share, Fraction(1)) * weight for share in shares)]
    if any(agrees(evidence.practice, exact, reported, written) for exact in could_be):
        return
    told = explain_line(line, evidence.ruleset) if evidence.ruleset else None
    yield about_form(
        codes.BUDGET_SCORE_DIFFERS.finding(
            rate=told.done if told else "",
            reported=text_from_number(reported),
            earned=text_from_number(line.earned or Fraction(0)),
            weight=text_from_number(weight),
        ),
        total.score,
        total.rate,
        total.executed,
        total.budget,
        confidence=Confidence.MEDIUM,
        arithmetic=told.arithmetic if told else None,
    )


def _cut(evidence: Evidence) -> Iterator[AuditFinding]:
    """A budget brought down during the year to what was spent in the end; told once."""
    for line in evidence.money:
        initial, budget, executed = line.initial, line.budget, line.executed
        if initial is None or budget is None or executed is None or budget.amount <= 0:
            continue
        if budget.amount == executed.amount and budget.amount < initial.amount:
            share = _share(executed.amount / initial.amount)
            yield about_form(
                codes.BUDGET_CUT_TO_SPENDING.finding(initial=initial, budget=budget, share=share),
                line.row.budget,
                line.row.initial,
                line.row.executed,
                arithmetic=Text("{e} / {i} = {s}", "{e} ÷ {i} = {s}").filled(
                    e=executed, i=initial, s=share
                ),
            )
            return


def _unspent(evidence: Evidence) -> Iterator[AuditFinding]:
    rows = [row for row in evidence.counted if row.reported is not None]
    full = sum(row.is_full for row in rows)
    total = evidence.money[0] if evidence.money else None
    if total is None or total.executed is None or total.executed.amount or total.base is None:
        return
    if total.base.amount > 0 and full and 2 * full >= len(rows):
        yield about_form(
            codes.RESULTS_WITHOUT_SPENDING.finding(budget=total.base, full=full, count=len(rows)),
            total.row.executed,
            *(row.cells.score for row in rows if row.is_full),
        )


def _rate_row(row: Row, evidence: Evidence) -> Iterator[AuditFinding]:
    """An indicator that is the execution rate itself, against the money."""
    total = evidence.money[0] if evidence.money else None
    if total is None or total.executed is None or not _RATE_NAME.search(bare_name(row.name)):
        return
    bases = [base for base in (total.budget, total.initial) if base and base.amount > 0]
    printed = list(shares_in(row.cells.actual.text.lstrip("=＝ ")))
    if not bases or not printed:
        return
    if any(_tells(share, total.executed, base) for share in printed for base in bases):
        return
    yield row.about(
        codes.EXECUTION_RATE_DIFFERS.finding(
            row.name,
            subject=Text(f"`{row.name}`", f"“{row.name}”"),
            printed=shown(row.cells.actual),
            executed=total.executed,
            budget=bases[0],
            rate=_share(total.executed.amount / bases[0].amount),
        ),
        row.cells.actual,
        total.row.executed,
        total.row.budget,
    )


def _cost_row(row: Row, evidence: Evidence) -> Iterator[AuditFinding]:
    """A row on all that was spent, against what the money says was spent."""
    executed = [line.executed for line in evidence.money if line.executed is not None]
    if not executed or row.reading.target_kind is not TargetKind.FIGURE:
        return
    target = row.reading.model.target if row.reading.model else None
    is_cost = isinstance(target, Bound) and target.operator.wants_less
    if not is_cost or not is_whole_spending(row.name):
        return
    cost = _amount(row.cells.actual, row.cells.unit, row.cells.target)
    if cost is None or any(cost.is_near(each) for each in executed):
        return
    yield row.about(
        codes.COST_CONTRADICTS_BUDGET.finding(row.name, cost=cost, executed=executed[0]),
        row.cells.actual,
        evidence.money[0].row.executed,
    )


def _amount(actual: FormCell, *others: FormCell) -> Money | None:
    """A cost with its unit, from the cell itself, else as the row counts."""
    for cell in others:
        unit = _money_unit(cell)
        if unit:
            return amount_of(actual, unit)
    return amount_of(actual, "")


def _money_unit(cell: FormCell) -> str:
    found = re.search(r"亿元|百万元|千元|万元|万|元", cell.text)
    return {"万": "万元"}.get(found[0], found[0]) if found else ""
