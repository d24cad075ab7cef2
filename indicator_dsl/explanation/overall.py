"""A sheet's total in a sentence: its grade, what was lost, or what is still open.

Knows no layout, and decides no points.
"""

from fractions import Fraction
from typing import Final

from indicator_dsl.explanation.adjustments import AdjustmentExplanation, signed
from indicator_dsl.explanation.figures import number_text, points_text, run_on
from indicator_dsl.scoring import Kind, Scorecard, Settling, open_names
from indicator_dsl.wording import Text, joined, same

_NOTHING: Final = Text("", "")
_TOLD_BY_NAME: Final = 6


def total_sentence(
    card: Scorecard,
    adjustments: tuple[AdjustmentExplanation, ...],
    would_settle: Settling | None,
) -> Text:
    """The total with its grade; while it is open, its bounds and what would settle the grade."""
    if card.total is None:
        return _open_total(card, would_settle)
    return _settled_total(card, card.total, adjustments)


def _settled_total(
    card: Scorecard, total: Fraction, adjustments: tuple[AdjustmentExplanation, ...]
) -> Text:
    rounding = card.ruleset.rounding
    shown, full = points_text(total, rounding), number_text(card.full)
    grade = _grade(card, total)
    losing = sum(1 for line in card.lines if line.lost is not None and line.lost > 0)
    parts = [Text(f"{shown} of {full}{grade.en}", f"总分 {shown}（满分 {full}）{grade.zh}")]
    if losing:
        parts.append(_lost(card, total, losing, adjustments))
    parts += _moved(card, adjustments)
    return joined(parts, en="; ", zh="；")


def _lost(
    card: Scorecard,
    total: Fraction,
    losing: int,
    adjustments: tuple[AdjustmentExplanation, ...],
) -> Text:
    """How many lines lost points; how many points where the sheet knows but one kind of them."""
    count = len(card.lines)
    lines = "line" if count == 1 else "lines"
    kinds = {each.adjustment.kind for each in adjustments}
    if kinds & {Kind.SCALED, Kind.REWEIGHTED}:
        return Text(
            f"points lost on {losing} of {count} {lines}", f"{count} 项指标中 {losing} 项扣分"
        )
    losses = [line.lost for line in card.lines if line.lost is not None and line.lost > 0]
    has_gains = any(line.lost is not None and line.lost < 0 for line in card.lines)
    is_simple = not (kinds - {Kind.ROUNDING}) and not has_gains
    lost = points_text(
        card.full - total if is_simple else sum(losses, Fraction(0)), card.ruleset.rounding
    )
    return Text(
        f"{lost} lost on {losing} of {count} {lines}",
        f"{count} 项指标中 {losing} 项扣分，共扣 {lost} 分",
    )


def _moved(card: Scorecard, adjustments: tuple[AdjustmentExplanation, ...]) -> list[Text]:
    """What moved the total besides lines and scaling, each with its points."""
    hidden = (Kind.SCALED, Kind.REWEIGHTED, Kind.ROUNDING)
    rounding = card.ruleset.rounding
    gained = [-line.lost for line in card.lines if line.lost is not None and line.lost < 0]
    parts: list[Text] = []
    if gained:
        points = signed(sum(gained, Fraction(0)), rounding)
        parts.append(Text(f"past full points {points}", f"超额得分 {points}"))
    for each in adjustments:
        if each.adjustment.kind in hidden:
            continue
        points = signed(each.adjustment.low, rounding)
        parts.append(Text(f"{each.name.en} {points}", f"{each.name.zh} {points}"))
    return parts


def _grade(card: Scorecard, total: Fraction) -> Text:
    """The grade, and the one the points alone would give where a veto holds it down."""
    if card.grade is None:
        return _NOTHING
    told = Text(f", grade {card.grade}", f"，等级{card.grade}")
    grades = card.ruleset.grades
    by_points = card.grade if grades is None else grades.grade_of(total)
    if by_points == card.grade:
        return told
    names = [veto.name for veto in card.ruleset.vetoes if veto.grade and card.facts.holds(veto)]
    return Text(
        f"{told.en} ({by_points} by its points, held down by {', '.join(names)})",
        f"{told.zh}（按得分为{by_points}，因“{'、'.join(names)}”降等）",
    )


def _open_total(card: Scorecard, would_settle: Settling | None) -> Text:
    rounding = card.ruleset.rounding
    low, high = points_text(card.low, rounding), points_text(card.high, rounding)
    full = number_text(card.full)
    lines = [line.indicator.name for line in card.lines if not line.is_settled]
    others = [name for name in open_names(card) if name not in lines]
    missing = [
        Text(f"no points yet for {', '.join(lines)}", run_on("、".join(lines), "尚无得分")),
        Text(f"not said: {', '.join(others)}", run_on("、".join(others), "未填")),
    ]
    told = joined(
        [m for m, names in zip(missing, (lines, others), strict=True) if names], en="; ", zh="；"
    )
    grades = _NOTHING
    if card.grades:
        still = joined([same(grade) for grade in card.grades], en=", ", zh="、")
        grades = Text(f"; grades still possible: {still.en}", f"；可能的等级：{still.zh}")
        if len(card.grades) == 1:
            grades = Text(f"; grade {still.en} in any case", f"；等级已可确定为{still.zh}")
    settled = _NOTHING if would_settle is None else settling_text(would_settle)
    return Text(
        f"between {low} and {high} of {full}: {told.en}{grades.en}{settled.en}",
        run_on(
            f"总分在 {low} 至 {high} 之间（满分 {full}）：",
            f"{told.zh}{grades.zh}{settled.zh}",
        ),
    )


def settling_text(found: Settling) -> Text:
    """Which values would settle the grade; empty when that takes all that are open, or too many.

    Example:
        >>> settling_text(Settling(names=("甲",), least="中", most="优", is_all=False)).zh
        '；先补齐甲：取最低时等级为中，取最高时为优，均与其余缺项无关'
    """
    if found.is_all or len(found.names) > _TOLD_BY_NAME:
        return _NOTHING
    names_en, names_zh = ", ".join(found.names), "、".join(found.names)
    return Text(
        f"; {names_en} would settle it at either end: {found.least} at the least, {found.most} "
        "at the most, whatever the others",
        run_on(
            "；先补齐",
            names_zh,
            f"：取最低时等级为{found.least}，取最高时为{found.most}，均与其余缺项无关",
        ),
    )
