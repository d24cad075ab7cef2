"""A scorecard as the official form: what an office would hand in. Decides no points."""

from collections.abc import Iterable
from typing import Final

from indicator_dsl.explanation import asked_text, number_text, points_text, share_text
from indicator_dsl.forms.writing.official import (
    EMPTY,
    NO_POINTS,
    OfficialCell,
    OfficialForm,
    OfficialLine,
    OfficialMoney,
)
from indicator_dsl.model import names_in
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import LineScore, Scorecard, Status
from indicator_dsl.transcription import clean_text

_LONGEST: Final = 2000
_GLYPHS: Final = {">=": "≥", "<=": "≤"}
_INITIAL: Final = ("年初预算数", "年初预算")
_BUDGET: Final = ("全年预算数", "调整后预算数", "年度预算数", "预算数")
_EXECUTED: Final = ("全年执行数", "全年支出数", "执行数")
_ALL_MONEY: Final = "年度资金总额"
_PARTS: Final = ("其中：当年财政拨款", "上年结转资金", "其他资金")


def official_from_card(card: Scorecard) -> OfficialForm:
    r"""The official form of a scored sheet, with the points worked out in 得分.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("ruleset \"综合窗口\" 2024\n年办件量 >= 200 件 weight 20")
        >>> form = official_from_card(ruleset.evaluate({"年办件量": "180件"}).model)
        >>> form.project.text, form.lines[0].target.text, form.lines[0].score.text
        ('综合窗口', '≥ 200 件', '18.00')
    """
    ruleset = card.ruleset
    rate = rate_line(card)
    total = OfficialMoney(label=_ALL_MONEY) if rate is None else _money(card, rate)
    parts = tuple(
        OfficialMoney(label=label, weight=dash, rate=dash, score=dash)
        for label in _PARTS
        for dash in (OfficialCell(text=NO_POINTS),)
    )
    rounding = ruleset.rounding
    return OfficialForm(
        year="" if ruleset.year is None else str(ruleset.year),
        project=OfficialCell(text=cell_text(ruleset.title)),
        money_unit=money_unit(card),
        money=(total, *parts),
        lines=tuple(_line(line, card) for line in card.lines if line is not rate),
        total_weight=OfficialCell(text=number_text(card.full)),
        total_score=EMPTY
        if card.total is None
        else OfficialCell(text=points_text(card.total, rounding)),
        card=card,
    )


def cell_text(text: str) -> str:
    r"""A text fit for a cell: its lines kept, without hidden characters, not too long.

    Example:
        >>> cell_text("第一行 \u202e\n第二行")
        '第一行\n第二行'
    """
    lines = (clean_text(line, _LONGEST) for line in text[: 4 * _LONGEST].splitlines())
    return "\n".join(line for line in lines if line)


def rate_line(card: Scorecard) -> LineScore | None:
    """The line that scores how much of the budget was spent, a quotient of two of its amounts."""
    sums = {figure.name: names_in(figure.value) for figure in card.ruleset.derived}
    _, budget, executed = money_names(card)
    return next(
        (
            line
            for line in card.lines
            if budget and executed and set(sums.get(line.indicator.name, ())) == {budget, executed}
        ),
        None,
    )


def money_names(card: Scorecard) -> tuple[str, str, str]:
    """The ruleset's inputs for the three amounts of the money, empty where it has none."""
    known = {figure.name for figure in card.ruleset.inputs}

    def first(names: Iterable[str]) -> str:
        return next((name for name in names if name in known), "")

    return first(_INITIAL), first(_BUDGET), first(_EXECUTED)


def money_unit(card: Scorecard) -> str:
    """The unit the ruleset counts the money in; 万元 where it counts none."""
    names = [name for name in money_names(card) if name]
    units = (figure.unit.text for figure in card.ruleset.inputs if figure.name in names)
    return next(units, "") or "万元"


def _money(card: Scorecard, line: LineScore) -> OfficialMoney:
    names = money_names(card)
    figures = {figure.name: figure.quantity for figure in card.figures}
    cells = [_amount(figures.get(name)) for name in names]
    rate = line.observed
    return OfficialMoney(
        label=_ALL_MONEY,
        initial=cells[0],
        budget=cells[1],
        executed=cells[2],
        weight=OfficialCell(text=number_text(line.indicator.weight)),
        rate=OfficialCell(text=share_text(rate.magnitude).zh)
        if isinstance(rate, Quantity)
        else EMPTY,
        score=points_cell(line, card),
        names=names,
        line=line,
        is_rate_live=True,
    )


def _amount(quantity: Quantity | None) -> OfficialCell:
    return EMPTY if quantity is None else OfficialCell(text=number_text(quantity.number))


def _line(line: LineScore, card: Scorecard) -> OfficialLine:
    rule = line.indicator
    asked = asked_text(rule.target).zh
    glyph, _, rest = asked.partition(" ")
    actual = "不适用" if line.status is Status.NOT_APPLICABLE else line.written
    return OfficialLine(
        level1=cell_text(rule.section[0] if rule.section else ""),
        level2=cell_text(" / ".join(rule.section[1:])),
        name=OfficialCell(text=cell_text(rule.name)),
        target=OfficialCell(text=cell_text(f"{_GLYPHS.get(glyph, glyph)} {rest}")),
        actual=OfficialCell(text=cell_text(actual)),
        weight=OfficialCell(text=number_text(rule.weight)),
        score=points_cell(line, card),
        reason=OfficialCell(text=cell_text(line.excuse)),
        line=line,
    )


def points_cell(line: LineScore, card: Scorecard) -> OfficialCell:
    """The points of a line, and in the margin why there are none."""
    notes = () if line.why_unscored is None else (line.why_unscored,)
    if line.earned is None:
        return OfficialCell(text=NO_POINTS if line.is_dropped else "", notes=notes)
    return OfficialCell(text=points_text(line.earned, card.ruleset.rounding), notes=notes)
