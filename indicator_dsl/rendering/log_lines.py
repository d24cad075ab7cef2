"""A scorecard as lines for a log: one fact a line, `kind key=value …`, without a sentence.

Holds the digits of the card's record, and nothing in any language.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from indicator_dsl.rendering.cards_record import card_to_dict, seen_in_json
from indicator_dsl.scoring import Scorecard

# What may stand without quotes: no blank, no sign that a reader of key=value would trip over.
_BARE: Final = re.compile(r"[^\s\"'=\\\x00-\x1f]+")
_LINE: Final = (
    "status",
    "reason",
    "target",
    "actual",
    "weight",
    "earned",
    "lost",
    "bounds",
    "reported",
)
_ADJUSTMENT: Final = ("kind", "name", "low", "high", "weight")
_FINDING: Final = ("code", "name", "severity", "indicator")


def card_log(card: Scorecard) -> str:
    """The card, its lines, its adjustments and its findings, a line each, every line ended.

    A key whose value is unknown or empty is left out. A value is bare, or quoted as JSON quotes.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> print(card_log(ruleset.evaluate({"年办件量": "180000件"}).model).splitlines()[1])
        line indicator=年办件量 status=scored reason=shortfall target=">= 200000 件" actual="180000 件" weight=20 earned=18.00 lost=2.00 low=18.00 high=18.00
    """  # noqa: E501 - a line of a log is one line
    return "".join(f"{line}\n" for line in _lines(card_to_dict(card)))


def _lines(record: Mapping[str, object]) -> Iterator[str]:
    yield _fact("card", _flat(record, ("total", "bounds", "full", "grade", "reported_total")))
    for kind, key, wanted in (
        ("line", "lines", ("section", "indicator", *_LINE)),
        ("adjustment", "adjustments", _ADJUSTMENT),
        ("finding", "findings", _FINDING),
    ):
        parts = record[key]
        if isinstance(parts, list):
            yield from (_fact(kind, _flat(part, wanted)) for part in parts)


def _flat(record: Mapping[str, object], wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The keys asked for, bounds as two of them, headings as one; the ruleset's own first."""
    ruleset = record.get("ruleset")
    if isinstance(ruleset, Mapping):
        yield from _flat(ruleset, ("title", "year", "sha256"))
    for key in wanted:
        value = record[key]
        if key == "bounds" and isinstance(value, list):
            yield from zip(("low", "high"), value, strict=True)
        elif isinstance(value, list):
            yield key, " / ".join(value)
        elif value is not None:
            yield key, str(value)


def _fact(kind: str, pairs: Iterator[tuple[str, str]]) -> str:
    return " ".join([kind, *(f"{key}={_value(value)}" for key, value in pairs if value)])


def _value(value: str) -> str:
    shown = "".join(map(seen_in_json, value))
    if shown == value and _BARE.fullmatch(value):
        return value
    return "".join(map(seen_in_json, json.dumps(value, ensure_ascii=False)))
