"""How a sheet answers to small changes, as a short document and as a record. Finds nothing."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl.explanation import (
    Margin,
    Sensitivity,
    Side,
    Threshold,
    done_text,
    number_text,
    points_text,
    run_on,
    share_text,
    total_text,
)
from indicator_dsl.model import Rounding
from indicator_dsl.quantities import Unit
from indicator_dsl.rendering.cards_record import number_record, points_record
from indicator_dsl.rendering.outline import Blank, Outline, Part, Words
from indicator_dsl.rendering.records import schema_in_file
from indicator_dsl.wording import Lang, Text, joined

_TITLE: Final = Text("At the margin", "边际变化")
_ASIDE: Final = Text(
    "How steep each scoring curve is at the actual, as points per unit, before rounding.",
    "各项计分曲线在实际值处的坡度（每单位多少分），未计舍入。",
)
_FACTOR: Final = Text("counts {share} on the card", "折入总分按 {share} 计")
_NEXT: Final = Text("{away} points to {grade} ({at})", "距“{grade}”（{at} 分）还差 {away} 分")
_OWN: Final = Text("{away} points above where {grade} begins", "高出“{grade}”起点 {away} 分")


def sensitivity_outline(told: Sensitivity, lang: Lang = "en", *, only: str = "") -> Outline:
    """Every line with what one unit is worth and where it turns next, then the total.

    Args:
        told: What was found.
        lang: The language of the words around the author's own.
        only: This line alone; empty for all.
    """
    return tuple(_parts(told, lang, only))


def _parts(told: Sensitivity, lang: Lang, only: str) -> Iterator[Part]:
    yield Words(_TITLE.in_lang(lang), "title")
    yield Words(_ASIDE.in_lang(lang), mood="dim")
    rounding = told.card.ruleset.rounding
    for margin in told.margins:
        if only in ("", margin.line.indicator.name):
            yield Blank()
            yield from _margin(margin, rounding, lang)
    if not only:
        yield Blank()
        yield Words(_total(told, rounding).in_lang(lang), "strong")


def _total(told: Sensitivity, rounding: Rounding) -> Text:
    total, full = total_text(told.card), number_text(told.card.full)
    said = [Text(f"{total} of {full}", f"总分 {total}（满分 {full}）")]
    for template, step in ((_NEXT, told.next_grade), (_OWN, told.own_grade)):
        if step is not None:
            away = points_text(step.away, rounding)
            said.append(template.filled(away=away, grade=step.grade, at=number_text(step.at)))
    return joined(said, en="; ", zh="；")


def _margin(margin: Margin, rounding: Rounding, lang: Lang) -> Iterator[Words]:
    line = margin.line
    weight = number_text(line.indicator.weight)
    done = done_text(line)
    if line.earned is None:
        head = Text(f"{line.indicator.name}   {done.en}", f"{line.indicator.name}   {done.zh}")
    else:
        earned = points_text(line.earned, rounding)
        head = Text(
            f"{line.indicator.name}   {done.en}   {earned} of {weight}",
            f"{line.indicator.name}   {done.zh}   {earned} / {weight}",
        )
    yield Words(head.in_lang(lang), "heading")
    if margin.factor != 1:
        yield Words(_FACTOR.filled(share=share_text(margin.factor)).in_lang(lang), "item")
    for side in (margin.up, margin.down):
        if side is not None and margin.unit is not None:
            yield Words(_worth(side, margin.unit).in_lang(lang), "item")
            for threshold in side.thresholds:
                yield Words(_threshold(threshold, rounding).in_lang(lang), "detail")
    for each in margin.inputs:
        unit = _one(each.unit)
        more, less = _signed(each.more), _signed(each.less)
        said = Text(
            f"{unit.en} of {each.name} more {more}, less {less}",
            run_on(each.name, "每增加", unit.zh, f" {more}，每减少", unit.zh, f" {less}"),
        )
        yield Words(said.in_lang(lang), "item")
    for other in margin.alternatives:
        gained, points = _signed(other.gained), points_text(other.points, rounding)
        words = ("met", "达到") if other.is_better else ("not met", "未达到")
        is_item = bool(margin.line.marks)
        what = Text(f"{other.what.en} {words[0]}", f"{other.what.zh} {words[1]}")
        shown = what if is_item else other.what
        told = Text(f"{shown.en}: {points} ({gained})", f"{shown.zh}：{points}（{gained}）")
        yield Words(told.in_lang(lang), "item")


def _one(unit: Unit) -> Text:
    """One of the unit; of a day, a day."""
    if unit.dimension == (("日历日", 1),):
        return Text("1 day", "1 天")
    points = {Fraction(1, 100): ("1 percentage point", "1 个百分点")}
    if not unit.dimension and unit.factor in points:
        return Text(*points[unit.factor])
    return Text(f"1 {unit.text}".rstrip(), f"1 {unit.text}".rstrip())


def _worth(side: Side, unit: Unit) -> Text:
    one, worth = _one(unit), _signed(side.per_unit)
    way = ("more", "每增加") if side.is_up else ("less", "每减少")
    told = Text(f"{one.en} {way[0]}: {worth}", run_on(way[1], one.zh, f"：{worth}"))
    if not side.jump:
        return told
    jump = _signed(side.jump)
    return Text(f"{told.en}, and {jump} at once", f"{told.zh}，且一变即 {jump}")


def _threshold(found: Threshold, rounding: Rounding) -> Text:
    points = None if found.points is None else points_text(found.points, rounding)
    en = found.what.en if points is None else f"{points} points, {found.what.en}"
    zh = found.what.zh if points is None else f"{points} 分，{found.what.zh}"
    return Text(
        f"at {found.glyph} {found.at.en}, {found.away.en} away: {en}",
        run_on("到", f"{found.glyph} {found.at.zh}", "（相距", found.away.zh, f"）：{zh}"),
    )


def _signed(number: Fraction | None) -> str:
    """A change of points with its sign, as short as it can be told; "?" where it is not known."""
    if number is None:
        return "?"
    if not number:
        return "0"
    shown = number_text(abs(number))
    near = "≈" if shown.startswith("≈") else ""
    return f"{near}{'+' if number > 0 else '−'}{shown.removeprefix('≈')}"


def sensitivity_to_dict(told: Sensitivity, lang: Lang = "en") -> dict[str, object]:
    """What was found as JSON-ready data; points per unit are exact fractions.

    Args:
        told: What was found.
        lang: The language of values in words.
    """
    rounding = told.card.ruleset.rounding
    grades = {"next": told.next_grade, "own": told.own_grade}
    return {
        "schema": "1",
        "total": points_record(told.card.total, rounding),
        "grades": {
            key: None
            if step is None
            else {
                "grade": step.grade,
                "at": number_record(step.at),
                "away": points_record(step.away, rounding),
            }
            for key, step in grades.items()
        },
        "lines": [_line(margin, lang) for margin in told.margins],
    }


def _line(margin: Margin, lang: Lang) -> dict[str, object]:
    return {
        "indicator": margin.line.indicator.name,
        "actual": done_text(margin.line).in_lang(lang),
        "unit": None if margin.unit is None else margin.unit.text,
        "factor": str(margin.factor),
        "up": _side(margin.up, lang),
        "down": _side(margin.down, lang),
        "inputs": [
            {
                "name": each.name,
                "unit": each.unit.text,
                "more": _fraction(each.more),
                "less": _fraction(each.less),
            }
            for each in margin.inputs
        ],
        "alternatives": [
            {
                "what": other.what.in_lang(lang),
                "is_better": other.is_better,
                "points": str(other.points),
                "gained": str(other.gained),
            }
            for other in margin.alternatives
        ],
    }


def _side(side: Side | None, lang: Lang) -> dict[str, object] | None:
    if side is None:
        return None
    return {
        "per_unit": _fraction(side.per_unit),
        "jump": str(side.jump),
        "thresholds": [
            {
                "kind": each.kind,
                "at": each.at.in_lang(lang),
                "glyph": each.glyph,
                "away": each.away.in_lang(lang),
                "points": _fraction(each.points),
                "what": each.what.in_lang(lang),
            }
            for each in side.thresholds
        ],
    }


def _fraction(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def sensitivity_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that every record of what was found satisfies.

    Example:
        >>> sensitivity_schema()["$id"]
        'urn:indicator-dsl:sensitivity:1'
    """
    return schema_in_file("sensitivity")
