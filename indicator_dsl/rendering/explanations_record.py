"""An explanation as a record for machines: every step, every sentence, the way to the total.

Adds nothing to what is explained, and lets no binary number in.
"""

import json
from importlib.resources import files

from indicator_dsl.explanation import (
    Bounds,
    CardExplanation,
    Fall,
    LineExplanation,
    paragraph_of,
    waterfall_of,
)
from indicator_dsl.model import Rounding
from indicator_dsl.rendering.cards_record import (
    adjustment_record,
    item_record,
    json_text,
    number_record,
    outcome_record,
    points_record,
)
from indicator_dsl.wording import Lang, Text

EXPLANATION_SCHEMA_VERSION = "explanation-1"


def explanation_to_dict(
    told: CardExplanation, lang: Lang = "en", *, indicator: str | None = None
) -> dict[str, object]:
    """The explanation as plain dicts, lists, strings and None, ready for JSON.

    Args:
        told: The explained card.
        lang: The language of all sentences.
        indicator: Keep this line only; None for all.

    Returns:
        Numbers as in `card_to_dict`; the points of a step are exact fractions, such as "80/9".

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> explanation_to_dict(told)["lines"][0]["arithmetic"]
        '20 × 180000 / 200000 = 18.00'
    """
    rounding = told.card.ruleset.rounding
    ranks = {loss.name: loss.rank for loss in told.losses if loss.is_line and loss.points > 0}
    return {
        "schema": EXPLANATION_SCHEMA_VERSION,
        **outcome_record(told.card),
        "in_words": paragraph_of(told).in_lang(lang),
        "summary": told.sentence.in_lang(lang),
        "lines": [
            _line(line, ranks.get(line.line.indicator.name), lang)
            for line in told.lines
            if indicator in (None, line.line.indicator.name)
        ],
        "adjustments": [adjustment_record(each, rounding, lang) for each in told.adjustments],
        "waterfall": [_fall(fall, rounding, lang) for fall in waterfall_of(told)],
    }


def explanation_to_json(
    told: CardExplanation, lang: Lang = "en", *, indicator: str | None = None
) -> str:
    """The record as JSON text: Chinese as it is, and what cannot be seen by its number.

    Args:
        told: The explained card.
        lang: The language of all sentences.
        indicator: As for `explanation_to_dict`.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> '"rank": 1' in explanation_to_json(told)
        True
    """
    return json_text(explanation_to_dict(told, lang, indicator=indicator))


def explanation_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that every record of an explanation satisfies.

    Example:
        >>> explanation_schema()["properties"]["schema"]
        {'const': 'explanation-1'}
    """
    text = files(__package__).joinpath("explanation.schema.json").read_text(encoding="utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema


def _line(told: LineExplanation, rank: int | None, lang: Lang) -> dict[str, object]:
    line, rounding = told.line, told.rounding

    def said(text: Text | None) -> str | None:
        return None if text is None else text.in_lang(lang)

    return {
        "indicator": line.indicator.name,
        "section": list(line.indicator.section),
        "place": told.where.replace("\\", "/").split("/")[-1] or None,
        "rank": rank,
        "status": line.status.value,
        "reason": line.reason,
        "weight": number_record(line.indicator.weight),
        "earned": points_record(line.earned, rounding),
        "lost": points_record(line.lost, rounding),
        "exact": None if line.exact is None else str(line.exact),
        "bounds": [points_record(line.low, rounding), points_record(line.high, rounding)],
        "asked": said(told.asked),
        "done": said(told.done),
        "why": said(told.sentence),
        "difference": said(told.difference),
        "bent": said(told.bent),
        "derivation": said(told.derivation),
        "arithmetic": said(told.arithmetic),
        "clause": said(told.clause),
        "method": said(told.method),
        "remedy": said(told.remedy),
        "basis": list(told.basis),
        "office_reason": line.excuse,
        "items": [item_record(item.name, item.points, mark) for item, mark in told.items],
        "piece": said(told.piece),
        "steps": [
            {"clause": step.clause, "reason": step.reason, "points": str(step.points)}
            for step in line.steps
        ],
    }


def _fall(fall: Fall, rounding: Rounding, lang: Lang) -> dict[str, object]:
    def ends(bounds: Bounds) -> list[str | None]:
        return [points_record(bounds.low, rounding), points_record(bounds.high, rounding)]

    return {
        "kind": fall.kind,
        "name": fall.name.in_lang(lang),
        "section": list(fall.section),
        "converted": fall.is_converted,
        "change": ends(fall.change),
        "before": ends(fall.before),
        "after": ends(fall.after),
    }
