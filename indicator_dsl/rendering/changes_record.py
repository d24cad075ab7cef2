"""What changed as a record for machines: the JSON of schema 1.

Adds nothing to what the explanation says, and lets no binary number in.
"""

import json
from fractions import Fraction
from importlib.resources import files

from indicator_dsl.curves import Cut
from indicator_dsl.explanation import (
    CardChanges,
    LineChange,
    LineShares,
    Match,
    Reach,
    RulesetChanges,
    Share,
    StatementChange,
    change_sentence,
    why_shapley,
)
from indicator_dsl.model import Ruleset
from indicator_dsl.quantities import text_from_number
from indicator_dsl.rendering.cards_record import json_text
from indicator_dsl.scoring import Scorecard
from indicator_dsl.wording import Lang, Text

SCHEMA_VERSION = "1"


def changes_to_dict(
    rulesets: RulesetChanges | None = None, cards: CardChanges | None = None, lang: Lang = "en"
) -> dict[str, object]:
    """What changed as plain dicts, lists, strings and None, ready for JSON.

    Args:
        rulesets: What differs between two rulesets; None where that was not asked.
        cards: What differs between two cards; None where that was not asked.
        lang: The language of summaries, targets and methods.

    Returns:
        Every number is a fraction in lowest terms, "11/6" or "2"; a change also has the decimals a
        reader is shown. What is not known is None.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import compare_rulesets
        >>> old, new = (parse_ruleset(f"甲 >= 9 件 weight {n}").model for n in (10, 8))
        >>> record = changes_to_dict(compare_rulesets(old, new))
        >>> record["rulesets"]["lines"][0]["changes"]
        [{'aspect': 'weight', 'before': '10', 'after': '8'}]
    """
    return {
        "schema": SCHEMA_VERSION,
        "rulesets": None if rulesets is None else _rulesets(rulesets, lang),
        "cards": None if cards is None else _cards(cards, lang),
    }


def changes_to_json(
    rulesets: RulesetChanges | None = None, cards: CardChanges | None = None, lang: Lang = "en"
) -> str:
    """The record as JSON text, its last line ended."""
    return json_text(changes_to_dict(rulesets, cards, lang))


def changes_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that every record of changes satisfies.

    Example:
        >>> changes_schema()["properties"]["schema"]
        {'const': '1'}
    """
    text = files(__package__).joinpath("changes.schema.json").read_text(encoding="utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema


def _sheet(ruleset: Ruleset) -> dict[str, object]:
    return {"title": ruleset.title, "year": ruleset.year, "sha256": ruleset.sha256}


def _rulesets(changes: RulesetChanges, lang: Lang) -> dict[str, object]:
    return {
        "before": _sheet(changes.before),
        "after": _sheet(changes.after),
        "summary": changes.sentence.in_lang(lang),
        "unchanged": changes.unchanged,
        "lines": [_line(line, lang) for line in changes.lines],
        "statements": [_statement(each, lang) for each in changes.statements],
    }


def _match(match: Match) -> dict[str, object]:
    old, new = match.before, match.after
    return {
        "indicator": None if new is None else new.name,
        "old_indicator": None if old is None else old.name,
        "similarity": match.similarity if match.is_renamed else None,
    }


def _line(line: LineChange, lang: Lang) -> dict[str, object]:
    reaches = None
    if line.reaches is not None:
        reaches = [_reach(reach, lang) for reach in line.reaches]
    return {
        "kind": line.kind,
        **_match(line.match),
        "changes": [
            {
                "aspect": each.aspect.value,
                "before": each.before.in_lang(lang),
                "after": each.after.in_lang(lang),
            }
            for each in line.changes
        ],
        "points": reaches,
    }


def _reach(reach: Reach, lang: Lang) -> dict[str, object]:
    low = high = None
    factor = Fraction(1) if reach.unit is None else reach.unit.factor
    if reach.interval is not None:
        low = _end(reach.interval.low, factor, is_low=True)
        high = _end(reach.interval.high, factor, is_low=False)
    return {
        "where": reach.where.in_lang(lang),
        "unit": None if reach.unit is None else reach.unit.text,
        "low": low,
        "high": high,
        "sense": reach.sense.value,
        "everywhere": reach.is_everywhere,
        "sample": reach.sample.in_lang(lang),
        "before": _number(reach.before),
        "after": _number(reach.after),
    }


def _end(cut: Cut | None, factor: Fraction, *, is_low: bool) -> dict[str, object] | None:
    if cut is None:
        return None
    return {"value": str(cut.at / factor), "included": cut.after != is_low}


def _statement(change: StatementChange, lang: Lang) -> dict[str, object]:
    return {
        "statement": change.statement.value,
        "name": change.name,
        "before": _text(change.before, lang),
        "after": _text(change.after, lang),
    }


def _cards(changes: CardChanges, lang: Lang) -> dict[str, object]:
    places = changes.after.ruleset.rounding.places
    return {
        "before": _card(changes.before),
        "after": _card(changes.after),
        "summary": change_sentence(changes).in_lang(lang),
        "settled": changes.is_settled,
        "change": [str(changes.low), str(changes.high)],
        "decomposition": {"method": "shapley", "why": why_shapley().in_lang(lang)},
        "parts": {
            "factors": [_share(share, places) for share in changes.parts],
            "added": _points(changes.points_added, places),
            "removed": _points(changes.points_removed, places),
            "sheet": _points(changes.points_of_sheet, places),
            "rest": [str(end) for end in changes.rest],
        },
        "lines": [_shares(line, places) for line in changes.lines],
        "added": [_shares(line, places) for line in changes.added],
        "removed": [_shares(line, places) for line in changes.removed],
        "sheet": [
            {
                "kind": share.kind.value,
                "name": share.name,
                "before": str(share.before),
                "after": str(share.after),
                "change": _points(share.change, places),
            }
            for share in changes.sheet
        ],
        "open": [
            {**_match(line.match), "change": [str(line.low), str(line.high)]}
            for line in changes.open
        ],
        "open_extras": [
            {
                "kind": extra.kind.value,
                "name": extra.name,
                "change": [str(extra.low), str(extra.high)],
            }
            for extra in changes.open_extras
        ],
        "waits_for": list(changes.waits_for),
    }


def _card(card: Scorecard) -> dict[str, object]:
    return {
        **_sheet(card.ruleset),
        "total": _number(card.total),
        "bounds": [str(card.low), str(card.high)],
        "grade": card.grade,
        "grades": list(card.grades),
    }


def _shares(line: LineShares, places: int) -> dict[str, object]:
    return {
        **_match(line.match),
        "before": None if line.before is None else str(line.points_before),
        "after": None if line.after is None else str(line.points_after),
        "change": _points(line.change, places),
        "shares": [_share(share, places) for share in line.shares],
    }


def _share(share: Share, places: int) -> dict[str, object]:
    factors = [factor.value for factor in share.factors]
    return {"factors": factors, **_points(share.points, places)}


def _points(points: Fraction, places: int) -> dict[str, object]:
    """Points exactly, and with two decimals more than the sheet keeps."""
    return {"exact": str(points), "decimal": text_from_number(points, places=places + 2)}


def _number(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _text(text: Text | None, lang: Lang) -> str | None:
    return None if text is None else text.in_lang(lang)
