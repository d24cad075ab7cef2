"""What would have been enough, as a record for machines. Adds nothing to what was found."""

from indicator_dsl.explanation import Alone, Attainment, Combination, Move, Supposition
from indicator_dsl.rendering.cards_record import number_record, points_record
from indicator_dsl.rendering.records import bounds_record, schema_in_file
from indicator_dsl.scoring import Scorecard
from indicator_dsl.wording import Lang


def reach_to_dict(told: Attainment, lang: Lang = "en") -> dict[str, object]:
    """What was found as JSON-ready data; costs and shares are exact fractions.

    Args:
        told: What was found.
        lang: The language of values in words.
    """
    return {
        "schema": "1",
        "goal": {"points": number_record(told.goal.points), "grade": told.goal.grade},
        "before": _card(told.before),
        "is_reached_already": told.is_reached_already,
        "costs": {name: _exact(cost) for name, cost in told.costs.items()},
        "alone": [_alone(each, lang) for each in told.alone],
        "ties": [list(tie) for tie in told.ties],
        "together": None if told.together is None else _together(told.together, lang),
        "most": _card(told.most),
    }


def reach_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that every record of what was found satisfies.

    Example:
        >>> reach_schema()["$id"]
        'urn:indicator-dsl:reach:1'
    """
    return schema_in_file("reach")


def _card(card: Scorecard) -> dict[str, object]:
    rounding = card.ruleset.rounding
    return {
        "total": points_record(card.total, rounding),
        "bounds": bounds_record(card.low, card.high, rounding),
        "grade": card.grade,
        "grades": list(card.grades),
    }


def _alone(each: Alone, lang: Lang) -> dict[str, object]:
    return {
        "name": each.name,
        "lines": list(each.lines),
        "is_known": each.is_known,
        "move": None if each.move is None else _move(each.move, lang),
        "after": None if each.after is None else _card(each.after),
        "best": None if each.best is None else _move(each.best, lang),
        "at_best": _card(each.at_best),
    }


def _together(found: Combination, lang: Lang) -> dict[str, object]:
    return {
        "moves": [_move(move, lang) for move in found.moves],
        "after": _card(found.after),
        "cost": str(found.cost),
        "is_fewest": found.is_fewest,
        "is_cheapest": found.is_cheapest,
        "ties": [list(tie) for tie in found.ties],
    }


def _move(move: Move, lang: Lang) -> dict[str, object]:
    return {
        "name": move.name,
        "changes": _changes(move.changes),
        "before": move.before.in_lang(lang),
        "after": move.after.in_lang(lang),
        "way": move.way.in_lang(lang) or None,
        "share": str(move.share),
        "cost": str(move.cost),
        "step": None if move.step is None else move.step.in_lang(lang),
        "nearer": None if move.nearer is None else _changes(move.nearer),
        "bound": None if move.bound is None else move.bound.in_lang(lang),
    }


def _changes(changes: tuple[Supposition, ...]) -> list[dict[str, object]]:
    return [
        {"name": change.name, "item": change.item or None, "value": change.shown}
        for change in changes
    ]


def _exact(cost: object) -> str:
    return "never" if cost is None else str(cost)
