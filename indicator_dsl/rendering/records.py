"""What every JSON record of the project shares besides numbers: bounds, and a schema in a file.

Knows no particular record.
"""

import json
from fractions import Fraction
from importlib.resources import files

from indicator_dsl.model import Rounding
from indicator_dsl.rendering.cards_record import points_record


def bounds_record(low: Fraction, high: Fraction, rounding: Rounding) -> list[str | None]:
    """The least and the most, which are equal when known.

    Example:
        >>> bounds_record(Fraction(0), Fraction(2), Rounding())
        ['0.00', '2.00']
    """
    return [points_record(low, rounding), points_record(high, rounding)]


def schema_in_file(name: str) -> dict[str, object]:
    """The JSON Schema of that name, shipped with the package."""
    text = files(__package__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema
