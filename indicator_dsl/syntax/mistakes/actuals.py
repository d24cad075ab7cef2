"""Slips in a file of actuals. Corrects nothing in a ruleset."""

from collections.abc import Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, FILLER, expression, tidied
from indicator_dsl.wording import Text

_BETWEEN: Final = Text(
    "blanks stand between the parts, and nothing else", "各部分之间用空格隔开，不加标点"
)
_TWICE: Final = Text("it is said twice: keep one of the two", "写了两次：请只保留一处")


def header_forms(line: Line) -> Iterator[Guess]:
    """`actuals "…"`, `实际完成值：标题`, `total 100`."""
    found = expression(
        rf"[{BLANKS}]*+(?:@ACTUALS_WORD@|actuals?|实际值|完成值)[{BLANKS}]*+(?:for)?[{BLANKS}:：]*+"
        rf"(?P<title>.+?)[{BLANKS}（(]*+(?P<year>[0-9]{{4}})?(?:年度?)?[)）]?"
    ).fullmatch(line.bare)
    if found and not expression("[=＝]").search(line.bare):
        title = line.text[slice(*found.span("title"))]
        if FILLER not in found["title"]:
            title = '"{}"'.format(title.strip("'‘’「」『』"))
        yield _whole(line, tidied(f"{line.keyword('ACTUALS')} {title} {found['year'] or ''}"))
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@TOTAL_WORD@)[{BLANKS}:：=＝]*+(?P<word>@REPORTED_WORD@)?[{BLANKS}:：=＝]*+"
        rf"(?P<points>@PLAIN_NUMBER@)[{BLANKS}]*+(?:分|points?)?"
    ).fullmatch(line.bare)
    if found:
        word = found["word"] or line.keyword("REPORTED")
        yield _whole(line, f"{found['head']} {word} {found['points']}")


def marks_between(line: Line) -> Iterator[Guess]:
    """`… 件，自评 20；原因 “…”。`."""
    marks = list(
        expression(
            rf"(?P<mark>[,，、;；。．]+)(?:[{BLANKS}]*+$|[{BLANKS}]*+(?=@REPORTED_WORD@|@REASON_WORD@))"
        ).finditer(line.bare)
    )
    if not marks:
        return
    text = line.text
    for found in reversed(marks):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    first = marks[0]
    yield _at(line, *first.span("mark"), tidied(text), notes=(_BETWEEN,))


def reported_forms(line: Line) -> Iterator[Guess]:
    """`自评：20`, `reported=20`, `自评 20 分`."""
    found = expression(
        rf"(?:[,，、;；。][{BLANKS}]*+)?(?P<word>@REPORTED_WORD@)[{BLANKS}:：=＝]*+"
        rf"(?P<points>@PLAIN_NUMBER@)[{BLANKS}]*+(?:分|points?)?(?!\w)"
    ).search(line.bare)
    if found is None:
        return
    corrected = line.with_piece(*found.span(), f" {found['word']} {found['points']} ")
    if corrected != tidied(line.text):
        yield _at(line, found.start("word"), found.end(), corrected)


def reported_without_number(line: Line) -> Iterator[Guess]:
    """`reported nine`, `自评 优`, `reported` and nothing behind it."""
    found = expression(
        rf"(?<=[{BLANKS}])(?P<word>@REPORTED_WORD@)(?=[{BLANKS}:：=＝]|$)(?![{BLANKS}:：=＝]*+@SIGN@?@D@)"
        rf".*?(?=[{BLANKS}]++@REASON_WORD@|$)"
    ).search(line.bare)
    if found is None:
        return
    written = f"{line.text[: found.start()].strip(BLANKS)} {found['word']} 10"
    yield Guess(
        code=codes.ACTUAL_NOT_UNDERSTOOD,
        start=found.start(),
        end=found.end(),
        advice=Text(
            "reported points are a number, for example: {line}", "自评分须写成数字，例如：{line}"
        ).filled(line=tidied(written)),
        is_certain=True,
        text=line.text[slice(*found.span())],
    )


def clause_repeated(line: Line) -> Iterator[Guess]:
    """`reported 9 reported 8`: the second one."""
    for word in ("@REPORTED_WORD@", "@REASON_WORD@"):
        parts = list(
            expression(
                rf"(?<=[{BLANKS}])(?:{word})[{BLANKS}]*+(?:@PLAIN_NUMBER@|{FILLER}+)(?!\S)"
            ).finditer(line.bare)
        )
        for found in parts[1:]:
            yield _at(line, *found.span(), line.with_piece(*found.span(), ""), notes=(_TWICE,))


def reason_unquoted(line: Line) -> Iterator[Guess]:
    """`reason 样本不足`, `reported 9 "样本不足"`."""
    found = expression(
        rf"(?<=[{BLANKS}])(?P<word>@REASON_WORD@)[{BLANKS}:：]*+(?P<words>[^{FILLER}]*[^{FILLER}{BLANKS}])$"
    ).search(line.bare)
    if found:
        words = found["words"].strip("'‘’「」『』")
        yield _at(
            line, *found.span("words"), line.with_piece(*found.span(), f'{found["word"]} "{words}"')
        )
    found = expression(rf"(?<=[{BLANKS}])(?:@REASON_WORD@[:：]?)?{FILLER}+$").search(line.bare)
    if found:
        quoted = line.text[found.start() + found[0].index(FILLER) :]
        yield _at(
            line,
            *found.span(),
            line.with_piece(*found.span(), f"{line.keyword('REASON')} {quoted}"),
        )


def equals_missing(line: Line) -> Iterator[Guess]:
    """`年办件量：332344 件`, `年办件量 332344 件`, cells of the form pasted with tabs."""
    cells = [cell.strip(BLANKS) for cell in line.text.split("\t") if cell.strip(BLANKS)]
    if len(cells) > 1:
        name, value, *rest = cells
        points = next(
            (f"{line.keyword('REPORTED')} {c}" for c in rest if c.replace(".", "").isdigit()), ""
        )
        yield _at(line, line.indent, len(line.text), tidied(f"{name} = {value} {points}"))
    found = expression(rf"^(?P<name>[^:：]*[^:：{BLANKS}])[{BLANKS}]*+(?P<sign>[:：])").match(
        line.bare
    )
    if found:
        yield _at(line, *found.span("sign"), line.with_piece(*found.span("sign"), " = "))
    found = expression(rf"^.*?[^{BLANKS}](?P<blank>[{BLANKS}]++)@SIGN@?@D@").match(line.bare)
    if found:
        at = found.start("blank")
        yield _at(line, line.indent, at, line.with_piece(*found.span("blank"), " = "))


def _at(line: Line, start: int, end: int, corrected: str, *, notes: tuple[Text, ...] = ()) -> Guess:
    return Guess(
        code=codes.ACTUAL_NOT_UNDERSTOOD,
        start=start,
        end=end,
        corrected=corrected,
        notes=notes,
        text=line.text[start:end],
    )


def _whole(line: Line, corrected: str) -> Guess:
    return _at(line, line.indent, len(line.text), corrected)
