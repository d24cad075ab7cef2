"""Slips in the weight of a rule, and rows of the official form pasted as they are.

Corrects nothing else.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.grammar import keywords, pattern
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, expression, tidied
from indicator_dsl.wording import nearest

_LIKE_WEIGHT: Final = "分数|满分|标准分|比重|weights?|Weights?|points?|score"
_AT_END: Final = (
    rf"(?<=[^{BLANKS}])(?P<all>[{BLANKS}（(\[【]++(?P<number>@D@+(?:[.．]@D@+)?)"
    rf"[{BLANKS}]*+(?:分|points?|pts)?[)）\]】]?)$"
)
_LEAST_CELLS: Final = 4
_SEPARATORS: Final = "\t|｜,，"


def weight_forms(line: Line) -> Iterator[Guess]:
    """`权重：20`, `weight=20`, `件weight 20`, `weight 20分`, `weight` with no number behind it."""
    found = expression(
        rf"(?P<word>@WEIGHT_WORD@|{_LIKE_WEIGHT})[{BLANKS}]*+(?:[:：=＝]|为|是|(?<=[{BLANKS}])(?:is|of)(?=[{BLANKS}]))?"
        rf"[{BLANKS}]*+(?P<number>@D@+(?:[.．]@D@+)?)(?P<tail>[{BLANKS}]*+(?:分|points?|pts|[%％]))?(?!\w)"
    ).search(line.bare)
    if found is None:
        yield from _weight_without_number(line)
        return
    start, end = found.span()
    is_glued = start > 0 and not line.bare[start - 1].isspace()
    written = line.bare[start : found.end("number")]
    is_right = expression("@WEIGHT_WORD@@B@+@D@+(?:[.．]@D@+)?").fullmatch(written) and not is_glued
    if is_right and not found["tail"]:
        return
    word = (
        found["word"]
        if expression("@WEIGHT_WORD@").fullmatch(found["word"])
        else line.keyword("WEIGHT")
    )
    corrected = line.with_piece(start, end, f" {word} {found['number']} ")
    if is_right:
        tail = found["tail"].lstrip(BLANKS)
        yield Guess(
            code=codes.NOT_UNDERSTOOD,
            start=end - len(tail),
            end=end,
            corrected=corrected,
            text=tail,
        )
        return
    yield _missing(line, start, end, corrected)


def weight_wordless(line: Line) -> Iterator[Guess]:
    """`年办件量 >= 200000 件 20`, `… （20分）`: points without the word."""
    if _name_of(line) is None or expression("@WEIGHT_STARTS@").search(line.bare):
        return
    found = expression(_AT_END).search(line.bare)
    if found is None:
        return
    yield from _word_misspelt(line, found.start("all"))
    corrected = line.with_piece(*found.span("all"), f" {line.keyword('WEIGHT')} {found['number']}")
    yield _missing(line, found.start("number"), found.end("number"), corrected)


def _word_misspelt(line: Line, end: int) -> Iterator[Guess]:
    """The word that ends there may be meant for `weight`; it reads as a unit otherwise."""
    found = re.search(rf"(?<=[{BLANKS}])[^{BLANKS}]+$", line.bare[:end])
    if found is None:
        return
    for meant in nearest(found[0], keywords()["WEIGHT_WORD"]):
        yield Guess(
            code=codes.CLAUSE_UNKNOWN,
            start=found.start(),
            end=found.end(),
            corrected=line.with_piece(found.start(), found.end(), meant),
            text=found[0],
        )


def weight_before_target(line: Line) -> Iterator[Guess]:
    """`年办件量 weight 20 >= 200000 件`."""
    found = expression(
        rf"^(?P<name>.*?[^{BLANKS}])[{BLANKS}]++(?P<weight>@WEIGHT_STARTS@@D@*(?:[.．]@D@+)?)"
        rf"[{BLANKS}]++(?P<rest>(?:@GLYPH@|@OP_WORD@|@IS_WORD@|@IN_WORD@)@B@*.*)$"
    ).match(line.bare)
    if found is None:
        return
    parts = (line.text[slice(*found.span(part))] for part in ("name", "rest", "weight"))
    yield Guess(
        code=codes.TARGET_MISSING,
        start=line.indent,
        end=found.end("name"),
        corrected=tidied(" ".join(parts)),
        name=line.text[line.indent : found.end("name")],
    )


def form_row(line: Line) -> Iterator[Guess]:
    """A row of the form pasted with its cells: `年办件量⇥≥⇥200000⇥件⇥332344件⇥20⇥20`."""
    for separator in _SEPARATORS:
        cells = [cell.strip(BLANKS) for cell in line.text.split(separator)]
        while cells and not cells[0]:
            cells.pop(0)
        if len([cell for cell in cells if cell]) >= _LEAST_CELLS:
            yield from _row(line, cells)


def _row(line: Line, cells: list[str]) -> Iterator[Guess]:
    operator = expression(rf"(?P<sign>@GLYPH@|@OP_WORD@|@IS_WORD@)[{BLANKS}]*+(?P<value>.*)")
    for index, (name, cell) in enumerate(pairwise(cells)):
        found = operator.fullmatch(cell)
        if found is None or not name:
            continue
        rest = [found["value"], *cells[index + 2 :]] if found["value"] else cells[index + 2 :]
        target, rest = _target(
            rest, is_judged=pattern("IS_WORD").fullmatch(found["sign"]) is not None
        )
        points = next((c for c in rest if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", c)), None)
        if not target or points is None:
            return
        headings = " / ".join(cell for cell in cells[:index] if cell)
        rule = f"{name} {found['sign']} {target} {line.keyword('WEIGHT')} {points}"
        start = line.text.rindex(points)
        yield _missing(
            line,
            start,
            start + len(points),
            f"[{headings}]\n{tidied(rule)}" if headings else tidied(rule),
            name=name,
        )
        return


def _target(cells: list[str], *, is_judged: bool) -> tuple[str, list[str]]:
    """The value with its unit, and the cells behind them."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return "", []
    value, *rest = filled
    if is_judged:
        return value, rest
    if not expression("@PLAIN_NUMBER@").match(value):
        return "", rest
    has_unit = not expression("@PLAIN_NUMBER@").fullmatch(value)
    if not has_unit and rest and not rest[0][0].isdigit():
        return f"{value} {rest[0]}", rest[1:]
    return value, rest


def _weight_without_number(line: Line) -> Iterator[Guess]:
    found = expression(rf"(?<=[{BLANKS}])@WEIGHT_WORD@(?P<rest>[{BLANKS}:：=＝]*+\S*)").search(
        line.bare
    )
    if found is None or line.is_clause:
        return
    corrected = line.with_piece(*found.span(), f"{line.keyword('WEIGHT')} 10")
    yield _missing(line, found.start(), found.end(), corrected)


def _name_of(line: Line) -> str | None:
    """The name in front of an operator and its value."""
    found = expression(
        rf"(?P<name>.*?[^{BLANKS}])[{BLANKS}]*+"
        rf"(?:@GLYPH@@VALUE_STARTS@|(?<=[{BLANKS}])(?:@OP_WORD@@VALUE_STARTS@|@IS_WORD@@B@+\S))"
    ).match(line.bare)
    return line.text[found.start("name") : found.end("name")].strip(BLANKS) if found else None


def _missing(line: Line, start: int, end: int, corrected: str, *, name: str = "") -> Guess:
    called = name or _name_of(line)
    if called is None or line.is_clause:
        return Guess(
            code=codes.CLAUSE_UNKNOWN,
            start=start,
            end=end,
            corrected=corrected,
            text=line.text[start:end],
        )
    return Guess(
        code=codes.WEIGHT_MISSING,
        start=start,
        end=end,
        corrected=corrected,
        name=called,
    )
