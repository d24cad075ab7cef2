"""What may stand at a place of a line, asked of the grammar itself.

Reads no more than one line, so the answer comes at once however long the text is.
"""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from indicator_dsl.syntax.driving import Parser, actuals_reader, ruleset_reader

_ENDS: Final = frozenset(("$END", "_NL"))
_RULE: Final = "x >= 1 件\n  "
# A word of the language counts only where its own first token follows. So a place in the middle of
# a line is tried with each of these behind it, until the grammar has said all it would take there.
_SEQUELS: Final = (
    *("", "1", "x", "x x", '"x"', "x 1", "x weight 1", "1 weight 1", ">= 1 weight 1", "total 1"),
    *("= 1", "= x 1", "x = 1", "x = x 1", "= 1 -> 1", "x = 1 -> 1", "-> 1", "x >= 1, else x"),
    *(">= by pass", '1 "x"', '>= 1 "x"', 'x >= 1 "x"', "[x]", "by pass", "IND601 x", ": 1"),
    *("reported 1", 'reason "x"', "x = x", "full", "zero", "points", "below 1", "target pass"),
)


@frozen
class Expected:
    """What the grammar would take at a place.

    `terminals` are the names of the grammar's own terminals. `before` is the terminal just before
    the place, with its text; both empty at the start of a line.
    """

    terminals: frozenset[str]
    before: str = ""
    before_text: str = ""


def expected_after(line: str, *, of_actuals: bool = False) -> tuple[Expected, ...]:
    """What may follow the beginning of a line, one answer for each way to read it.

    Args:
        line: The line up to the place, without the word that is being typed there.
        of_actuals: Whether the line is one of an actuals file.

    Example:
        >>> found = expected_after("年办件量 >= 200000 件 ")
        >>> any("WEIGHT" in each.terminals for each in found)
        True
        >>> [each.before for each in expected_after("服务质量 is ") if "LABEL" in each.terminals]
        ['IS']
    """
    parser = actuals_reader() if of_actuals else ruleset_reader()
    answers: dict[tuple[str, str], set[str]] = {}
    is_clause = not of_actuals and line[:1].isspace()
    for text in dict.fromkeys(_readings(line, is_clause=is_clause)):
        for sequel in _SEQUELS:
            expected = _expected(parser, text, sequel)
            if expected is not None:
                place = (expected.before, expected.before_text)
                answers.setdefault(place, set()).update(expected.terminals)
    found = [Expected(frozenset(terms), *place) for place, terms in sorted(answers.items())]
    # Nearly everything can be read as a name, so that reading counts only where there is no other.
    others = [each for each in found if not each.before.endswith("NAME")]
    return tuple(others or found)


def _readings(line: str, *, is_clause: bool) -> Iterator[str]:
    """An indented line may be a clause, of a rule that stands in here, or a statement."""
    body = line.lstrip()
    if is_clause:
        yield _RULE + body
    if body or not is_clause:
        yield body


def _expected(parser: Parser, text: str, sequel: str) -> Expected | None:
    """What may follow the text when the sequel is thought behind it.

    None when that cannot be read up to the place, or a word reaches across it.
    """
    reached = parser.reached(f"{text}{sequel}", len(text))
    if reached is None:
        return None
    terminals, before = reached.kinds - _ENDS, reached.before
    if before is None or before.type in _ENDS:
        return Expected(terminals)
    is_stand_in = text.startswith(_RULE) and before.start < len(_RULE)
    return Expected(terminals, before.type, "" if is_stand_in else before.text)
