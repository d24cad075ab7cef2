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
    Loss,
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
        **outcome_record(card),
        "reported_total": number_record(card.reported_total),
        "sections": [
            _section(subtotal, told.losses_under(subtotal.path), rounding)
            for subtotal in told.subtotals
        ],
        "lines": [_line(line, rounding, lang) for line in told.lines],
        "adjustments": [adjustment_record(each, rounding, lang) for each in told.adjustments],
        "reasons": [_loss(loss, rounding) for loss in told.losses],
        "settling": _settling(told.settling),
        "findings": [_finding(finding, lang) for finding in told.findings],
        "assumptions": [text.in_lang(lang) for text in told.assumptions],
        "summary": told.sentence.in_lang(lang),
    }


def outcome_record(card: Scorecard) -> dict[str, object]:
    """Which ruleset scored the card, and what it came to."""
    rounding = card.ruleset.rounding
    return {
        "ruleset": {
            "title": card.ruleset.title,
            "year": card.ruleset.year,
            "sha256": card.ruleset.sha256,
        },
        "total": points_record(card.total, rounding),
        "bounds": [points_record(card.low, rounding), points_record(card.high, rounding)],
        "full": number_record(card.full),
        "grade": card.grade,
        "grades": list(card.grades),
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
    return f"{text if text.isascii() else ''.join(map(seen_in_json, text))}\n"


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
        "weight": number_record(line.indicator.weight),
        "earned": points_record(line.earned, rounding),
        "lost": points_record(line.lost, rounding),
        "exact": None if line.exact is None else str(line.exact),
        "bounds": [points_record(line.low, rounding), points_record(line.high, rounding)],
        "status": line.status.value,
        "reason": line.reason,
        "why": told.sentence.in_lang(lang),
        "arithmetic": None if told.arithmetic is None else told.arithmetic.in_lang(lang),
        "remedy": None if told.remedy is None else told.remedy.in_lang(lang),
        "basis": "; ".join(told.basis),
        "reported": number_record(line.reported),
        "office_reason": line.excuse,
        "items": [item_record(item.name, item.points, mark) for item, mark in told.items],
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
        case str() as label:
            target = line.indicator.target
            return label if isinstance(target, Scale) and target.is_answer else told.done.en
        case None:
            return line.written or None


def _section(subtotal: Subtotal, losses: tuple[Loss, ...], rounding: Rounding) -> dict[str, object]:
    return {
        "path": list(subtotal.path),
        "weight": number_record(subtotal.weight),
        "earned": points_record(subtotal.earned, rounding),
        "lost": points_record(subtotal.lost, rounding),
        "bounds": [points_record(subtotal.low, rounding), points_record(subtotal.high, rounding)],
        "reasons": [_loss(loss, rounding) for loss in losses],
    }


def _loss(loss: Loss, rounding: Rounding) -> dict[str, object]:
    return {
        "rank": loss.rank,
        "code": loss.code,
        "indicator": loss.name if loss.is_line else None,
        "name": loss.name,
        "section": list(loss.section),
        "points": points_record(loss.points, rounding),
        "exact": str(loss.points),
        "cost": points_record(loss.cost, rounding),
    }


def adjustment_record(
    told: AdjustmentExplanation, rounding: Rounding, lang: Lang
) -> dict[str, object]:
    """A step between the lines and the total."""
    step = told.adjustment
    return {
        "kind": step.kind.value,
        "name": step.name,
        "low": points_record(step.low, rounding),
        "high": points_record(step.high, rounding),
        "points": points_record(step.low, rounding) if told.is_settled else None,
        "weight": number_record(step.weight),
        "why": told.sentence.in_lang(lang),
    }


def _settling(found: Settling | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {"names": list(found.names), "least": found.least, "most": found.most}


def item_record(name: str, points: Fraction, mark: bool | None) -> dict[str, object]:  # noqa: FBT001 - None is not said
    """An item of a checklist, and whether it was met."""
    return {"item": name, "points": number_record(points), "met": mark}


def _finding(finding: Finding, lang: Lang) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "indicator": finding.indicator,
        "message": finding.message.in_lang(lang),
        "ask": None if finding.ask is None else finding.ask.in_lang(lang),
    }


def points_record(points: Fraction | None, rounding: Rounding) -> str | None:
    """Points with the ruleset's places, more where lines are not rounded."""
    if points is None:
        return None
    padded = text_from_number(points, places=rounding.places)
    if rounding.each or Fraction(padded) == points:
        return padded
    exact = text_from_number(points)
    return exact.removeprefix("≈")


def number_record(number: Fraction | None) -> str | None:
    """A number as short as can be."""
    return None if number is None else text_from_number(number).removeprefix("≈")


def seen_in_json(character: str) -> str:
    """A character of JSON text, by its number where it could not be seen."""
    is_seen = character == "\n" or shape(character) == character
    return character if is_seen else json.dumps(character)[1:-1]
