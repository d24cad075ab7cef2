"""Lines of another kind: section headings, comments, lines of actuals. Corrects no rule."""

import re
from collections.abc import Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, expression
from indicator_dsl.wording import Text

_COMMENT_SIGN: Final = re.compile(r"//+|--+|＃+|;+|；+|/\*+|<!--|'|%+")
_COMMENT_END: Final = re.compile(r"(?:\*+/|-->)$")
_OF_ACTUALS: Final = Text(
    "what was achieved and reported belongs in the file of actuals (.act)",
    "实际值和自评分应写在实际值文件（.act）中",
)
_OPENING: Final = "[［【"
_CLOSING: Final = "]］】"


def comment_sign(line: Line) -> Iterator[Guess]:
    """`// …`, `＃ …`: a comment with the sign of another language."""
    body = line.text[line.indent :]
    found = _COMMENT_SIGN.match(body)
    if found is None:
        return
    words = _COMMENT_END.sub("", body[found.end() :]).strip(BLANKS)
    yield Guess(
        code=codes.NOT_UNDERSTOOD,
        start=line.indent,
        end=line.indent + found.end(),
        corrected=f"# {words}",
        text=found[0],
    )


def section_brackets(line: Line) -> Iterator[Guess]:
    """`[产出指标 40`, `【产出指标】（40分）`, `产出指标] 40`."""
    body = line.text[line.indent :]
    found = expression(
        rf"(?P<open>[{re.escape(_OPENING)}])?[{BLANKS}]*+(?P<name>[^\[\]［］【】]*?[^\[\]［］【】{BLANKS}:：（(])"
        rf"[{BLANKS}]*+(?P<close>[{re.escape(_CLOSING)}])?[{BLANKS}]*+[:：]?[{BLANKS}]*+"
        rf"[（(]?[{BLANKS}]*+(?P<points>@D@+(?:[.．]@D@+)?)?[{BLANKS}]*+(?:分|points?)?[)）]?"
    ).fullmatch(body)
    if found is None or not (found["open"] or found["close"]):
        return
    points = f" {found['points']}" if found["points"] else ""
    yield Guess(
        code=codes.NOT_UNDERSTOOD,
        start=line.indent,
        end=len(line.text),
        corrected=f"[{found['name']}]{points}",
        text=body,
    )


def line_of_actuals(line: Line) -> Iterator[Guess]:
    """`年办件量 = 332344 件 reported 20` in a ruleset."""
    found = expression(
        rf"(?:^|(?<=[{BLANKS}]))@REPORTED_WORD@[{BLANKS}:：]*+@D@+|^@ACTUALS_WORD@"
    ).search(line.bare)
    if found and not expression("@WEIGHT_STARTS@").search(line.bare):
        yield Guess(
            code=codes.NOT_UNDERSTOOD,
            start=found.start(),
            end=found.end(),
            advice=_OF_ACTUALS,
            is_certain=True,
            text=found[0],
        )
