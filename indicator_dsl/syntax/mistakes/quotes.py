"""Quotation marks that are opened and not closed.

Corrects nothing else.
"""

import re
from collections.abc import Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import tidied
from indicator_dsl.wording import Text

_SIGNS: Final = "<>＜＞=＝≥≤"
_HALF_QUOTED: Final = re.compile(
    rf"(?P<indent>\s*)(?P<name>[^\"{_SIGNS}”#\[]*?(?P<mark>“)[^\"{_SIGNS}”#]*?)\s*(?=[{_SIGNS}])"
)
_PAIRS: Final = {'"': '"', "“": "”", "”": "“"}


def quote_open(line: Line) -> Iterator[Guess]:
    """A quotation mark that is opened and not closed, or closed in the comment only."""
    yield from _quote_in_name(line)
    for mark, other in _PAIRS.items():
        at = line.bare.find(mark)
        if at < 0:
            continue
        year = re.search(r"\s+[0-9]{4}$", line.text)
        end = year.start() if year and year.start() > at else len(line.text)
        yield Guess(
            code=codes.QUOTE_UNBALANCED,
            start=at,
            end=at + 1,
            corrected="" if mark == "”" else f"{line.text[:end]}{other}{line.text[end:]}",
            advice=Text(f"add the missing {other}", f"请补上 {other}"),
            is_certain=True,
        )
        return


def _quote_in_name(line: Line) -> Iterator[Guess]:
    """`甲“乙 >= 5 件`: a rule's name holds one mark of a pair, and is put in straight ones."""
    found = _HALF_QUOTED.match(line.text)
    if found is None:
        return
    rest, at = line.text[found.end() :], found.start("mark")
    closing = rest.find("”")
    comment = re.search(r"\s#", rest)
    if 0 <= closing < (comment.start() if comment else len(rest)):
        return
    yield Guess(
        code=codes.QUOTE_UNBALANCED,
        start=at,
        end=at + 1,
        corrected=tidied(f'{found["indent"]}"{found["name"]}" {rest}'),
        is_certain=True,
    )
