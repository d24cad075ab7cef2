"""What may stand at a place of a line, asked of the grammar itself.

Reads no more than one line, so the answer comes at once however long the text is.
"""

from collections.abc import Iterator
from typing import Final

from attrs import frozen
from lark import Lark, Token, UnexpectedInput
from lark.parsers.lalr_interactive_parser import InteractiveParser

from indicator_dsl.syntax.grammar import actuals_parser, ruleset_parser

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
    parser = actuals_parser() if of_actuals else ruleset_parser()
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


def _expected(parser: Lark, text: str, sequel: str) -> Expected | None:
    """What may follow the text when the sequel is thought behind it.

    None when that cannot be read up to the place, or a token reaches across it.
    """
    reading = parser.parse_interactive(f"{text}{sequel}")
    before: Token | None = None
    try:
        for token in _tokens(reading):
            start = token.start_pos or 0
            if start >= len(text):
                break
            if start + len(token) > len(text):
                return None
            reading.feed_token(token)
            before = token
    except UnexpectedInput as slip:
        # Only the lexer may stop, and only behind the place.
        if getattr(slip, "token", None) is not None or (slip.pos_in_stream or 0) < len(text):
            return None
    if before is None or before.type == "_NL":
        return Expected(_accepted(reading))
    is_stand_in = text.startswith(_RULE) and (before.start_pos or 0) < len(_RULE)
    return Expected(_accepted(reading), before.type, "" if is_stand_in else str(before))


def _tokens(reading: InteractiveParser) -> Iterator[Token]:
    tokens: Iterator[Token] = reading.lexer_thread.lex(  # type: ignore[no-untyped-call]  # as below
        reading.parser_state
    )
    return tokens


def _accepted(reading: InteractiveParser) -> frozenset[str]:
    accepted: set[str] = reading.accepts()  # type: ignore[no-untyped-call]  # lark has no type here
    return frozenset(accepted) - {"$END", "_NL"}
