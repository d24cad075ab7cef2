"""A card with every line read, held against a function by hand that gives the same answers.

`bench.records` holds cards against the points alone; here both sides make seven lines of Decimals
and reasons, from the same mappings. Times nothing before both have answered alike.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from bench.byhand import (
    Integers,
    card_by_hand,
    integers_from_cells,
    integers_from_numbers,
)
from bench.measuring import LONG_ENOUGH, Figure, Work, measured
from bench.records import RULESET, cells_of_records, whole_numbers_of_records
from indicator_dsl import Ruleset, load_ruleset

Record: TypeAlias = Mapping[str, Any]
Reader: TypeAlias = Callable[[Any], Integers]
Answers: TypeAlias = tuple[tuple[tuple[Decimal | None, Decimal | None, str], ...], Decimal | None]


class AnswersDiffer(Exception):
    """The library and the function by hand do not say the same of a record."""

    def __init__(self, record: Record, expected: Answers, given: Answers) -> None:
        super().__init__(f"the library says {given}, by hand {expected}, of {record}")


def refuse_differences(ruleset: Ruleset, records: tuple[Record, ...], reader: Reader) -> None:
    """Nothing, once all records are answered alike.

    Raises:
        AnswersDiffer: for the first record that is not.
    """
    for record in records * 5:  # the first few are scored the exact way
        card = ruleset.evaluate(record)
        given = tuple((line.earned, line.lost, line.reason) for line in card.lines), card.total
        lines, total = card_by_hand(reader(record))
        expected = tuple((line.earned, line.lost, line.reason) for line in lines), total
        if given != expected:
            raise AnswersDiffer(record, expected, given)


def figures(*, repetitions: int, long_enough: float = LONG_ENOUGH) -> tuple[Figure, ...]:
    """What a card with every line read costs beside the same answers by hand.

    Args:
        repetitions: At least 1.
        long_enough: Seconds that a timing should last.

    Raises:
        AnswersDiffer: when the library and the function by hand do not say the same.
    """
    ruleset = load_ruleset(RULESET)
    told: list[Figure] = []
    ways: tuple[tuple[str, tuple[Record, ...], Reader], ...] = (
        ("integers", whole_numbers_of_records(), integers_from_numbers),
        ("cells", cells_of_records(), integers_from_cells),
    )
    for what, records, reader in ways:
        refuse_differences(ruleset, records, reader)
        told.append(
            measured(
                (f"a record, every line read, from {what}", _by_library(ruleset, records)),
                (f"by hand, the same lines, from {what}", _by_hand(records, reader)),
                repetitions=repetitions,
                long_enough=long_enough,
                pieces=len(records),
            )
        )
    return tuple(told)


def _by_library(ruleset: Ruleset, records: Sequence[Record]) -> Work:
    def work() -> None:
        for record in records:
            card = ruleset.evaluate(record)
            _ = card.total
            for line in card.lines:
                _ = line.earned, line.lost, line.reason

    return work


def _by_hand(records: Sequence[Record], reader: Reader) -> Work:
    def work() -> None:
        for record in records:
            lines, _ = card_by_hand(reader(record))
            for line in lines:
                _ = line.earned, line.lost, line.reason

    return work
