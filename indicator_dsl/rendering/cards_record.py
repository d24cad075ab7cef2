"""A scorecard as a record for machines: the JSON of schema 1.

Adds nothing to the card, and lets no binary number in.
"""

import json
from fractions import Fraction
from importlib.resources import files

from indicator_dsl.diagnostics import Finding
from indicator_dsl.explanation import (
    AdjustmentExplanation,
    CardExplanation,
    LineExplanation,
    Subtotal,
    explain_card,
    number_text,
)
from indicator_dsl.model import Bound, Checklist, Range, Rounding, Scale
from indicator_dsl.quantities import CalendarDay, Quantity, text_from_number
from indicator_dsl.rendering.diagnostics_characters import shape
from indicator_dsl.scoring import Scorecard, Settling
from indicator_dsl.wording import Lang

SCHEMA_VERSION = "1"


def card_to_dict(card: Scorecard, lang: Lang = "en") -> dict[str, object]:
    """The card as plain dicts, lists, strings and None, ready for JSON.

    Args:
        card: Any scorecard.
        lang: The language of `why`, `remedy`, messages and assumptions.

    Returns:
        Points have the ruleset's decimals (two at least where lines are not rounded), except
        `weight`, `full` and `reported`, which are as short as can be; `exact` is a fraction such as
        "80/9" where it is no whole number. What is not known is None.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> card = ruleset.evaluate({"年办件量": "180000件"}).model
        >>> card_to_dict(card)["total"]
        '18.00'
    """
    return record_of(explain_card(card), lang)


def record_of(told: CardExplanation, lang: Lang = "en") -> dict[str, object]:
    """The same for a card that is explained already."""
    card = told.card
    rounding = card.ruleset.rounding
    return {
        "schema": SCHEMA_VERSION,
        "ruleset": {
            "title": card.ruleset.title,
            "year": card.ruleset.year,
            "sha256": card.ruleset.sha256,
        },
        "total": _points(card.total, rounding),
        "bounds": [_points(card.low, rounding), _points(card.high, rounding)],
        "full": _number(card.full),
        "grade": card.grade,
        "grades": list(card.grades),
        "reported_total": _number(card.reported_total),
        "sections": [_section(subtotal, rounding) for subtotal in told.subtotals],
        "lines": [_line(line, rounding, lang) for line in told.lines],
        "adjustments": [_adjustment(each, rounding, lang) for each in told.adjustments],
        "settling": _settling(told.settling),
        "findings": [_finding(finding, lang) for finding in told.findings],
        "assumptions": [text.in_lang(lang) for text in told.assumptions],
        "summary": told.sentence.in_lang(lang),
    }


def card_to_json(card: Scorecard, lang: Lang = "en") -> str:
    """The record as JSON text: Chinese as it is, and what cannot be seen by its number.

    Args:
        card: Any scorecard.
        lang: As for `card_to_dict`.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> card = ruleset.evaluate({"年办件量": "180000件"}).model
        >>> '"earned": "18.00"' in card_to_json(card)
        True
    """
    return json_text(card_to_dict(card, lang))


def json_text(record: dict[str, object]) -> str:
    """A record as JSON text, its last line ended: Chinese as it is, what is unseen by its number.

    Example:
        >>> print(json_text({"name": "年办件量"}), end="")
        {
          "name": "年办件量"
        }
    """
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return f"{text if text.isascii() else ''.join(map(_in_json, text))}\n"


def scorecard_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that every record of a card satisfies.

    Example:
        >>> scorecard_schema()["properties"]["schema"]
        {'const': '1'}
    """
    text = files(__package__).joinpath("scorecard.schema.json").read_text(encoding="utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema


def _line(told: LineExplanation, rounding: Rounding, lang: Lang) -> dict[str, object]:
    line = told.line
    return {
        "section": list(line.indicator.section),
        "indicator": line.indicator.name,
        "target": _target(line.indicator.target),
        "actual": _actual(told),
        "weight": _number(line.indicator.weight),
        "earned": _points(line.earned, rounding),
        "lost": _points(line.lost, rounding),
        "exact": None if line.exact is None else str(line.exact),
        "bounds": [_points(line.low, rounding), _points(line.high, rounding)],
        "status": line.status.value,
        "reason": line.reason,
        "why": told.sentence.in_lang(lang),
        "arithmetic": None if told.arithmetic is None else told.arithmetic.in_lang(lang),
        "remedy": None if told.remedy is None else told.remedy.in_lang(lang),
        "basis": "; ".join(told.basis),
        "reported": _number(line.reported),
        "office_reason": line.excuse,
        "items": [_item(item.name, item.points, mark) for item, mark in told.items],
    }


def _target(target: Bound | Range | Scale | Checklist) -> str:
    if isinstance(target, Scale):
        return f"{'=' if target.is_answer else 'is'} {target}"
    return str(target)


def _actual(told: LineExplanation) -> str | None:
    line = told.line
    match line.observed:
        case Quantity() as quantity:
            number, unit = number_text(quantity.number), quantity.unit.text
            return f"{number} {unit}".rstrip()
        case CalendarDay() as day:
            return str(day)
        case str():
            return told.done.en
        case None:
            return line.written or None


def _section(subtotal: Subtotal, rounding: Rounding) -> dict[str, object]:
    return {
        "path": list(subtotal.path),
        "weight": _number(subtotal.weight),
        "earned": _points(subtotal.earned, rounding),
        "lost": _points(subtotal.lost, rounding),
        "bounds": [_points(subtotal.low, rounding), _points(subtotal.high, rounding)],
    }


def _adjustment(told: AdjustmentExplanation, rounding: Rounding, lang: Lang) -> dict[str, object]:
    step = told.adjustment
    return {
        "kind": step.kind.value,
        "name": step.name,
        "low": _points(step.low, rounding),
        "high": _points(step.high, rounding),
        "points": _points(step.low, rounding) if told.is_settled else None,
        "weight": _number(step.weight),
        "why": told.sentence.in_lang(lang),
    }


def _settling(found: Settling | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {"names": list(found.names), "least": found.least, "most": found.most}


def _item(name: str, points: Fraction, mark: bool | None) -> dict[str, object]:  # noqa: FBT001 - None is not said
    return {"item": name, "points": _number(points), "met": mark}


def _finding(finding: Finding, lang: Lang) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "indicator": finding.indicator,
        "message": finding.message.in_lang(lang),
        "ask": None if finding.ask is None else finding.ask.in_lang(lang),
    }


def _points(points: Fraction | None, rounding: Rounding) -> str | None:
    if points is None:
        return None
    padded = text_from_number(points, places=rounding.places)
    if rounding.each or Fraction(padded) == points:
        return padded
    exact = text_from_number(points)
    return exact.removeprefix("≈")


def _number(number: Fraction | None) -> str | None:
    return None if number is None else text_from_number(number).removeprefix("≈")


def _in_json(character: str) -> str:
    is_seen = character == "\n" or shape(character) == character
    return character if is_seen else json.dumps(character)[1:-1]
