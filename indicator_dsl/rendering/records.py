"""What every JSON record of the project shares: numbers as text, no unseen character, a schema.

Knows no particular record.
"""

import json
from fractions import Fraction
from importlib.resources import files

from indicator_dsl.model import Rounding
from indicator_dsl.quantities import text_from_number
from indicator_dsl.rendering.diagnostics_characters import shape


def points_in_record(points: Fraction | None, rounding: Rounding) -> str | None:
    """Points with the ruleset's decimals, all there are where lines are not rounded.

    Example:
        >>> points_in_record(Fraction(18), Rounding())
        '18.00'
    """
    if points is None:
        return None
    padded = text_from_number(points, places=rounding.places)
    if rounding.each or Fraction(padded) == points:
        return padded
    exact = text_from_number(points)
    return exact.removeprefix("≈")


def number_in_record(number: Fraction | None) -> str | None:
    """A number as short as it can be, None for none.

    Example:
        >>> number_in_record(Fraction("20.50"))
        '20.5'
    """
    return None if number is None else text_from_number(number).removeprefix("≈")


def bounds_in_record(low: Fraction, high: Fraction, rounding: Rounding) -> list[str | None]:
    """The least and the most, which are equal when known.

    Example:
        >>> bounds_in_record(Fraction(0), Fraction(2), Rounding())
        ['0.00', '2.00']
    """
    return [points_in_record(low, rounding), points_in_record(high, rounding)]


def json_from_record(record: dict[str, object]) -> str:
    r"""The record as JSON text: Chinese as it is, and what cannot be seen by its number.

    Example:
        >>> json_from_record({"name": "甲"})
        '{\n  "name": "甲"\n}\n'
    """
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return f"{text if text.isascii() else ''.join(map(_in_json, text))}\n"


def schema_in_file(name: str) -> dict[str, object]:
    """The JSON Schema of that name, shipped with the package."""
    text = files(__package__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema


def _in_json(character: str) -> str:
    is_seen = character == "\n" or shape(character) == character
    return character if is_seen else json.dumps(character)[1:-1]
