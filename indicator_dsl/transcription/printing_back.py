"""Whether a reading still says everything its cells said: each number, unit and operator.

Compares spellings only; decides nothing about meaning.
"""

import re
from collections.abc import Iterator
from typing import Final

from indicator_dsl.transcription.amounts import KNOWN_UNIT, unit_as_read
from indicator_dsl.transcription.operators import (
    leading_operator,
    operator_of_column,
    trailing_operator,
)
from indicator_dsl.transcription.spelling import plain_text
from indicator_dsl.transcription.transcript import ActualKind, RowReading, TargetKind

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_OPEN: Final = frozenset({ActualKind.CLAIM, ActualKind.WORDS})


def prints_back(reading: RowReading) -> bool:
    """Whether every number, unit and operator of the cells is found again in the reading.

    The target, its operator and unit are looked for in the rule and in what was assumed; the actual
    in the actual and in what was assumed. Width, thousands commas, closing zeros and the listed
    spellings of units are all one. True for a row that has nothing to print.

    Example:
        >>> from indicator_dsl.model import FormCell, FormRow
        >>> row = FormRow(name=FormCell(text="量"), target=FormCell(text="≥1,200.50件"))
        >>> prints_back(RowReading(row=row, indicator="量", rule="量 >= 1200.5 件 weight 5"))
        True
        >>> prints_back(RowReading(row=row, indicator="量", rule="量 >= 1200 件 weight 5"))
        False
    """
    assumed = " ".join(text.zh for text in reading.assumed)
    row = reading.row
    target, actual = plain_text(row.target.text), plain_text(row.actual.text)
    if reading.target_kind is TargetKind.NOT_APPLICABLE:
        target = ""
    rule = reading.rule.removeprefix(reading.name)
    unit = unit_as_read(plain_text(row.unit.text))
    return (
        _holds(f"{rule} {assumed}", target, has_units=reading.target_kind is not TargetKind.DAY)
        and (not unit or not target or unit in _bare(f"{rule} {assumed}"))
        and _has_operator(reading, rule, target)
        and _holds(
            f"{reading.actual} {assumed}",
            actual,
            has_units=reading.actual_kind is not ActualKind.DAY,
        )
        and (reading.actual_kind not in _OPEN or _bare(actual) in _bare(assumed))
    )


def _holds(said: str, cell: str, *, has_units: bool) -> bool:
    if not has_units:  # a day: its digits, whatever stands between them
        digits = {int(run) for run in re.findall(r"[0-9]+", plain_text(said))}
        return all(int(run) in digits for run in re.findall(r"[0-9]+", cell))
    numbers = set(_numbers(said))
    bare = _bare(said)
    return all(number in numbers for number in _numbers(cell)) and all(
        unit in bare for unit in _units(cell)
    )


def _numbers(text: str) -> Iterator[str]:
    """The numbers of a text, each in one spelling."""
    for found in _NUMBER.finditer(plain_text(text)):
        whole, _, decimals = found[0].replace(",", "").partition(".")
        whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
        yield f"{whole}.{decimals}" if decimals else whole


def _units(text: str) -> Iterator[str]:
    """The known units right behind the numbers of a text."""
    for found in _NUMBER.finditer(text):
        unit = KNOWN_UNIT.match(text[found.end() :].lstrip())
        if unit is not None:
            yield unit_as_read(unit[0])


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", plain_text(text)).replace("*", "·")


def _has_operator(reading: RowReading, rule: str, target: str) -> bool:
    if reading.target_kind not in (TargetKind.FIGURE, TargetKind.DAY):
        return True
    column = operator_of_column(plain_text(reading.row.nature.text)) or ""
    signs = {column}
    for found in list(_NUMBER.finditer(target))[:1]:
        behind = KNOWN_UNIT.match(target[found.end() :].lstrip())
        rest = target[found.end() :].lstrip()[behind.end() if behind else 0 :]
        signs |= {
            leading_operator(target[: found.start()], column=column)[0],
            trailing_operator(rest)[0],
        }
    return all(f" {sign} " in rule for sign in signs if sign)
