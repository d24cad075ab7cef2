"""Slips in statements: quotes, capitals, a word misspelt or left out. Corrects nothing else."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.quantities import NotANumber, number_from_text
from indicator_dsl.syntax.grammar import keywords, pattern
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, FILLER, expression, tidied
from indicator_dsl.wording import Text, nearest

_STATEMENTS: Final = (
    *("RULESET", "TOTAL", "ROUND", "GRADES", "SCALE", "DEFAULT", "UNIT", "INPUT", "LET", "CHECK"),
    "ASSUME",
)
_MEANT: Final = {
    "总计": "TOTAL",
    "合计": "TOTAL",
    "四舍五入": "ROUND",
    "小数": "ROUND",
    "检查": "CHECK",
    "校验": "CHECK",
    "输入": "INPUT",
    "公式": "LET",
    "var": "LET",
    "set": "LET",
}
# What stands between the ends of a range: 100-80, 100～80, 100 至 80.
_UNDER: Final = ("<", "＜", "≤", "≦")
_TO: Final = rf"[{BLANKS}]*+(?:[~～〜—–－\-]+|至|到|\.\.+|…+)[{BLANKS}]*+"


def keyword_case(line: Line) -> Iterator[Guess]:
    """`Weight 20`, `BY ratio`."""
    english = {s[0] for s in keywords().values() if s[0].isascii() and s[0][0].isalpha()}
    pieces: list[tuple[int, int]] = []
    for found in re.finditer(r"(?<!\S)[A-Za-z]+(?=\s|$)", line.bare):
        word = found[0]
        if word.lower() in english and word != word.lower():
            is_first = not line.bare[: found.start()].strip(BLANKS)
            if is_first or re.match(rf"\s+[0-9“\"A-Za-z{FILLER}]|$", line.bare[found.end() :]):
                pieces.append(found.span())
    if not pieces:
        return
    text = line.text
    for start, end in pieces:
        text = text[:start] + text[start:end].lower() + text[end:]
    start, end = pieces[0]
    yield Guess(
        code=codes.KEYWORD_CASE,
        start=start,
        end=end,
        corrected=tidied(text),
        text=line.text[start:end],
    )


def word_misspelt(line: Line) -> Iterator[Guess]:
    """`rulset "…"`, `grade 优 >= 90, …`: the first word is near that of a statement."""
    found = re.match(rf"[^{BLANKS}{FILLER}:：=＝\d]+", line.bare[line.indent :])
    if found is None or line.is_clause:
        return
    start, end = line.indent, line.indent + found.end()
    known = [spelling for name in _STATEMENTS for spelling in keywords()[f"{name}_WORD"]]
    meant = [line.keyword(_MEANT[found[0]])] if found[0] in _MEANT else nearest(found[0], known)
    for word in meant:
        if word != found[0]:
            yield _not_understood(line, start, end, line.with_piece(start, end, word))


def statement_forms(line: Line) -> Iterator[Guess]:
    """Statements that are nearly right."""
    if line.is_clause:
        return
    yield from _title_unquoted(line)
    yield from _total(line)
    yield from _rounding(line)
    yield from _grades(line)
    yield from _scale(line)
    yield from _default(line)
    yield from _equals_missing(line)
    yield from _message_missing(line)


def input_without_unit(line: Line) -> Iterator[Guess]:
    """`input 全年执行数`, `input 全年执行数（万元）`."""
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@INPUT_WORD@)[{BLANKS}:：]++(?P<name>[^{BLANKS}（(,，]+)"
        rf"[{BLANKS}]*+(?:[（(,，][{BLANKS}]*+(?:单位[:：])?(?P<unit>[^{BLANKS}()（）]+)[)）]?)?"
    ).fullmatch(line.bare)
    if found is None:
        return
    unit = found["unit"] or "万元"
    yield Guess(
        code=codes.UNIT_NOT_NAMED,
        start=found.start("name"),
        end=len(line.text),
        corrected=f"{found['head']} {found['name']} {unit}",
        text=line.text[found.start("name") :],
    )


def _not_understood(line: Line, start: int, end: int, corrected: str) -> Guess:
    return Guess(
        code=codes.NOT_UNDERSTOOD,
        start=start,
        end=end,
        corrected=corrected,
        text=line.text[start:end],
    )


def _whole(line: Line, corrected: str) -> Guess:
    return _not_understood(line, line.indent, len(line.text), corrected)


def _title_unquoted(line: Line) -> Iterator[Guess]:
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@RULESET_WORD@)[{BLANKS}:：]*+(?P<title>.*?)[{BLANKS}（(]*+"
        rf"(?P<year>[0-9]{{4}})?[{BLANKS}]*+(?:年度?)?[)）]?"
    ).fullmatch(line.bare)
    if found is None or not found["title"]:
        return
    start, end = found.span("title")
    title = line.text[start:end]
    if FILLER not in found["title"]:
        title = '"{}"'.format(title.strip("'‘’「」『』"))
    yield _not_understood(
        line, start, len(line.text), tidied(f"{found['head']} {title} {found['year'] or ''}")
    )


def _total(line: Line) -> Iterator[Guess]:
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@TOTAL_WORD@)[{BLANKS}:：=＝为]*+(?P<points>@PLAIN_NUMBER@)[{BLANKS}]*+(?:分|points?)?"
    ).fullmatch(line.bare)
    if found:
        yield _whole(line, f"{found['head']} {found['points']}")


def _rounding(line: Line) -> Iterator[Guess]:
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@ROUND_WORD@)[{BLANKS}:：]*+(?:小数)?[{BLANKS}]*+(?P<places>[0-9０-９]|[一两二三四])[{BLANKS}]*+"
        rf"(?:位小数|@PLACES_WORD@|decimals?)?[{BLANKS}]*+(?P<mode>@EACH_WORD@|@SUM_WORD@)?"
    ).fullmatch(line.bare)
    if found is None:
        return
    spoken = line.speaking_as(found["head"])
    places = {"一": "1", "两": "2", "二": "2", "三": "3", "四": "4"}.get(
        found["places"], found["places"]
    )
    word = f" {spoken.keyword('PLACES')}" if spoken.lang == "zh" else ""
    yield _whole(line, f"{found['head']} {places}{word} {found['mode'] or spoken.keyword('EACH')}")


def _grades(line: Line) -> Iterator[Guess]:
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@GRADES_WORD@|grade)[{BLANKS}:：]*+(?P<rest>.*)"
    ).fullmatch(line.bare)
    if found is None:
        return
    spoken = line.speaking_as(found["head"])
    label = r"[^\s\d,，、;；:：<>＜＞=＝≥≤（()）]+"
    bands = list(
        expression(
            rf"(?P<label>{label})[{BLANKS}（(]*+(?P<sign>@GLYPH@|[:：]|[＜＞]=?)?[{BLANKS}]*+(?P<points>@PLAIN_NUMBER@)"
            rf"[{BLANKS}]*+分?(?P<under>及?以下)?(?:{_TO}(?P<to>@PLAIN_NUMBER@)[{BLANKS}]*+分?)?[)）]?"
        ).finditer(found["rest"])
    )
    if not bands:
        return
    last = re.search(rf"({label})[{BLANKS}]*+$", found["rest"][bands[-1].end() :])
    head = (
        found["head"]
        if pattern("GRADES_WORD").fullmatch(found["head"])
        else spoken.keyword("GRADES")
    )
    least = [(band["label"], _lower(band["points"], band["to"])) for band in bands]
    rest = last[1] if last else "差"
    is_under = (bands[-1]["sign"] or "")[:1] in _UNDER or bool(bands[-1]["under"])
    is_from_nothing = bool(bands[-1]["to"]) and not _size(least[-1][1])
    if not last and len(least) > 1 and (is_under or is_from_nothing):
        rest = least.pop()[0]  # `差 0-60`, `差 < 60` are all the rest
    shown = ", ".join(f"{name} >= {points}" for name, points in least)
    yield _whole(line, f"{head} {shown}, {spoken.keyword('ELSE')} {rest}")


def _lower(first: str, second: str | None) -> str:
    """The smaller end of a range as it was written; the number itself where there is no range."""
    if second is None:
        return first
    return min(first, second, key=_size)


def _size(written: str) -> Fraction:
    """The number written; 0 for one that is too long to be one."""
    try:
        return number_from_text(written)
    except NotANumber:
        return Fraction(0)


def _scale(line: Line) -> Iterator[Guess]:
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@SCALE_WORD@)[{BLANKS}]++(?P<name>[^\s:：=＝]+)[{BLANKS}]*+[:：=＝]?(?P<rest>.*)"
    ).fullmatch(line.bare)
    if found is None:
        return
    levels = expression(
        rf"(?P<label>[^\s\d,，、;；:：=＝%％（()）]+)[{BLANKS}]*+[:：=＝（(]?[{BLANKS}]*+(?P<share>@PLAIN_NUMBER@)"
        rf"[%％]?(?:{_TO}(?P<to>@PLAIN_NUMBER@)[%％]?)?[)）]?"
    ).finditer(found["rest"])
    told = [
        f"{each['label']} {each['share']}{'..' if each['to'] else ''}{each['to'] or ''}"
        for each in levels
    ]
    if told:
        shown = ", ".join(told)
        yield _whole(line, f"{found['head']} {found['name']} = {shown}")


def _default(line: Line) -> Iterator[Guess]:
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@DEFAULT_WORD@)[{BLANKS}:：]*+(?P<sign>@GLYPH@|@OP_WORD@|@IN_WORD@)[{BLANKS}:：]*+"
        rf"(?P<by>@BY_WORD@)?[{BLANKS}]*+(?P<method>@PASS_WORD@|@RATIO_WORD@|@INVERSE_WORD@|@EXCESS_WORD@)"
    ).fullmatch(line.bare)
    if found:
        spoken = line.speaking_as(found["head"])
        by = found["by"] or spoken.keyword("BY")
        yield _whole(line, f"{found['head']} {found['sign']} {by} {found['method']}")


def _equals_missing(line: Line) -> Iterator[Guess]:
    """`unit 万元 10000 元`, `let 率 全年执行数/全年预算数`."""
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@UNIT_WORD@|@LET_WORD@)[{BLANKS}]++(?P<name>[^\s=＝:：]+)[{BLANKS}:：]++(?P<value>[^=＝]+)"
    ).fullmatch(line.bare)
    if found:
        value = line.text[slice(*found.span("value"))]
        yield _whole(line, tidied(f"{found['head']} {found['name']} = {value}"))


def _message_missing(line: Line) -> Iterator[Guess]:
    """`check 全年执行数 <= 全年预算数`."""
    found = expression(
        rf"[{BLANKS}]*+(?P<head>@CHECK_WORD@)[{BLANKS}:：]++(?P<condition>[^{FILLER}]+)"
    ).fullmatch(line.bare)
    if found:
        condition = found["condition"].strip(BLANKS)
        words = (
            Text("must hold: {c}", "应满足：{c}")
            .filled(c=condition)
            .in_lang(line.speaking_as(found["head"]).lang)
        )
        yield _whole(line, tidied(f'{found["head"]} {condition} "{words}"'))
