"""Names and labels that a spreadsheet would take for a formula when it opens a CSV file.

Only for what the ruleset or a heading says; cells that came in go out as they came.
"""

from collections.abc import Iterable
from typing import Final

from indicator_dsl.model import Ruleset

_BEGINNINGS: Final = "=+-@＝＋－＠\t\r\n"


def guarded(text: str) -> str:
    """The text behind an apostrophe where it begins like a formula.

    Example:
        >>> guarded("=1+1"), guarded("优")
        ("'=1+1", '优')
    """
    return f"'{text}" if text.startswith(tuple(_BEGINNINGS)) else text


def guarded_names(names: Iterable[str]) -> dict[str, str]:
    """The headings that change, and into what."""
    return {name: guarded(name) for name in names if guarded(name) != name}


def guarded_grades(ruleset: Ruleset) -> dict[str, str]:
    """The grades that change, and into what."""
    if ruleset.grades is None:
        return {}
    labels = [grade.label for grade in ruleset.grades.bands] + [ruleset.grades.otherwise]
    return guarded_names(labels)
