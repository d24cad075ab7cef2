"""Slips in the clauses of a rule: a word misspelt, glued or left out, quotes forgotten.

Corrects nothing else.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.grammar import keywords
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, FILLER, expression, tidied
from indicator_dsl.wording import Text, nearest

_WORDS: Final = (
    *("WEIGHT", "BY", "OVER", "EXPLAIN", "BASIS", "NOTE", "ASSUME"),
    *("CAP", "MISSING", "WHEN", "ALLOW"),
)
_METHODS: Final = ("PASS", "RATIO", "INVERSE", "EXCESS")
_QUOTING: Final = ("BASIS", "NOTE", "ASSUME")
_MEANT: Final = {
    "根据": "BASIS",
    "来源": "BASIS",
    "source": "BASIS",
    "说明": "NOTE",
    "注": "NOTE",
    "comment": "NOTE",
    "假设": "ASSUME",
    "assumption": "ASSUME",
    "方法": "BY",
    "采用": "BY",
    "method": "BY",
    "using": "BY",
    "超过": "OVER",
    "above": "OVER",
}
# A method decides points: only a word that cannot be taken for another is corrected.
_NEAR_METHOD: Final = 0.75
_LIST: Final = Text(
    "clauses are: by … · over N% explain · over N% less … · zero below … · cap N% · zero target …"
    ' · missing … · n/a … · when … · basis "…" · note "…" · assume "…" · allow INDnnn "…"',
    "可用子句：按 … · 超 N% 须说明 · 超 N% 扣 … · 低于 … 不得分 · 最高 N% · 零目标 … · 缺失 …"
    " · 不适用 … · 当 … · 依据 “…” · 备注 “…” · 假定 “…” · 允许 INDnnn “…”",
)
_METHOD_LIST: Final = Text(
    "methods are: by pass · by ratio · by inverse · by excess · by line from 60 to 95"
    " · by bands >= 90: 10, else 0 · by less 0.5 per 1 pp · by points",
    "可用方法：按 达标 · 按 比例 · 按 反比 · 按 超幅 · 按 线性 从 60 至 95"
    " · 按 分段 >= 90: 10, 其余 0 · 按 每 1 个百分点 扣 0.5 · 按 要点",
)
_BETWEEN: Final = Text(
    "blanks stand between clauses, and nothing else", "各子句之间用空格隔开，不加标点"
)
_ARTICLE: Final = re.compile(
    r"(?<=\S)\s+(\S*(?:条|款|项|页|章|节|[Aa]rt(?:icle)?\.?\s*+\d+|§\s*+\d+)\S*)$"
)


def marks_between(line: Line) -> Iterator[Guess]:
    """`… 件，分值 20；按 比例。`: commas and full stops between clauses, or at the end."""
    marks = list(
        expression(
            rf"(?P<mark>[,，、;；。．.|｜]+)(?:[{BLANKS}]*+$|[{BLANKS}]*+"
            rf"(?=@WEIGHT_WORD@|@BY_WORD@|@OVER_WORD@|@BASIS_WORD@|@NOTE_WORD@|@ASSUME_WORD@))"
        ).finditer(line.bare)
    )
    if not marks:
        return
    text = line.text
    for found in reversed(marks):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    first = marks[0]
    yield Guess(
        code=codes.NOT_UNDERSTOOD,
        start=first.start("mark"),
        end=first.end("mark"),
        corrected=tidied(text),
        notes=(_BETWEEN,),
        text=first["mark"],
    )


def clause_forms(line: Line) -> Iterator[Guess]:
    """Clauses that are nearly right: glued, with a colon, without quotes, without a word."""
    yield from _items(line)
    yield from _colons(line)
    yield from _methods(line)
    yield from _overs(line)
    yield from _unquoted(line)


def clause_unknown(line: Line) -> Iterator[Guess]:
    """A word that begins no clause; the words near it are offered."""
    inside = line.is_clause or expression("@WEIGHT_STARTS@").search(line.bare)
    for start, end in _suspects(line):
        word = line.text[start:end]
        known = [spelling for name in _WORDS for spelling in keywords()[f"{name}_WORD"]]
        near = [word for word in nearest(word.strip(":："), known) if word != line.text[start:end]]
        meant = [line.keyword(_MEANT[word])] if word in _MEANT else near
        advice = _did_you_mean(meant) if meant else _LIST
        for other in meant:
            yield _unknown(line, start, end, line.with_piece(start, end, other), advice)
        if inside and end > line.at:
            yield _unknown(line, start, end, "", advice)


def _did_you_mean(words: list[str]) -> Text:
    shown = " ".join(f"`{word}`" for word in words)
    return Text(f"did you mean {shown}?", f"是否想写 {'、'.join(words)}？")


def _unknown(
    line: Line, start: int, end: int, corrected: str = "", advice: Text | None = None
) -> Guess:
    return Guess(
        code=codes.CLAUSE_UNKNOWN,
        start=start,
        end=end,
        corrected=corrected,
        advice=advice,
        text=line.text[start:end],
    )


def _suspects(line: Line) -> Iterator[tuple[int, int]]:
    """The word reading stopped at, and the one before it, which may have been taken for a unit."""
    words = [found.span() for found in re.finditer(rf"[^{BLANKS}{FILLER}]+", line.bare)]
    index = next((i for i, (_, end) in enumerate(words) if end > line.at), None)
    if index is None:
        return
    yield words[index]
    if index > 0:
        yield words[index - 1]


def _items(line: Line) -> Iterator[Guess]:
    """`- 制度健全 5`: an item of a checklist without its colon."""
    found = expression(
        rf"[{BLANKS}]*+[\-－][{BLANKS}]++(?P<item>[^{BLANKS}{FILLER}:：][^{FILLER}:：]*?)(?P<gap>[{BLANKS}=＝(（]++)"
        rf"(?P<points>@PLAIN_NUMBER@)[{BLANKS}]*+(?:分|points?)?[)）]?"
    ).fullmatch(line.bare)
    if found and line.is_clause:
        start = found.start("item")
        yield Guess(
            code=codes.NOT_UNDERSTOOD,
            start=start,
            end=len(line.text),
            corrected=tidied(f"{line.text[: found.start('gap')]}: {found['points']}"),
            text=line.text[start:],
        )


def _colons(line: Line) -> Iterator[Guess]:
    """`依据：“…”`, `按：比例`."""
    found = expression(
        rf"(?<=[{BLANKS}])(?P<word>@BY_WORD@|@OVER_WORD@|@BASIS_WORD@|@NOTE_WORD@|@ASSUME_WORD@)"
        rf"[{BLANKS}]*+[:：=＝][{BLANKS}]*+"
    ).search(line.bare)
    if found:
        corrected = line.with_piece(*found.span(), f"{found['word']} ")
        yield _unknown(line, found.start(), found.end(), corrected)


def _methods(line: Line) -> Iterator[Guess]:
    """`按比例`, `按 比例扣分`, `ratio` alone, a method that does not exist."""
    spellings = [spelling for name in _METHODS for spelling in keywords()[f"{name}_WORD"]]
    words = "|".join(map(re.escape, spellings))
    found = expression(rf"(?<=[{BLANKS}])(?P<by>@BY_WORD@)?(?P<method>{words})(?!\w)").search(
        line.bare
    )
    if found and (found["by"] or not _has_by_before(line, found.start())):
        by = found["by"] or line.keyword("BY")
        yield _unknown(
            line, *found.span(), line.with_piece(*found.span(), f"{by} {found['method']}")
        )
    found = expression(
        rf"(?<=[{BLANKS}])@BY_WORD@[{BLANKS}]*+(?P<method>[^{BLANKS}{FILLER}#]*)"
    ).search(line.bare)
    if found is None or found["method"] in spellings:
        return
    written, (start, end) = found["method"], found.span()
    by = found[0][: len(found[0]) - len(written)].rstrip(BLANKS)
    contained = [s for s in spellings if not s.isascii() and s in written]
    for method in contained or get_close_matches(written, spellings, 1, _NEAR_METHOD):
        piece = f"{by} {method}"
        yield _unknown(line, start, end, line.with_piece(start, end, piece), _METHOD_LIST)
    yield _unknown(line, start, end, "", _METHOD_LIST)


def _has_by_before(line: Line, start: int) -> bool:
    return expression(rf"@BY_WORD@[{BLANKS}]++$").search(line.bare[:start]) is not None


def _overs(line: Line) -> Iterator[Guess]:
    """`over 130 explain`, `超过130%说明`, `over 130%` alone."""
    found = expression(
        rf"(?<=[{BLANKS}])(?P<over>@OVER_WORD@|超过|超出|above|exceeding)[{BLANKS}:：]*+(?P<number>@D@+(?:[.．]@D@+)?)"
        rf"[{BLANKS}]*+[%％]?(?:[{BLANKS}]*+(?:@EXPLAIN_WORD@|需说明|应说明|说明|说明原因|explained|explanation))?"
        rf"(?=[{BLANKS}]|$)"
    ).search(line.bare)
    if found is None:
        return
    right = f"{line.keyword('OVER')} {found['number']}% {line.keyword('EXPLAIN')}"
    corrected = line.with_piece(*found.span(), right)
    if corrected != line.text.strip(BLANKS):
        yield _unknown(line, *found.span(), corrected)


def _unquoted(line: Line) -> Iterator[Guess]:
    """`依据 财预〔2020〕10号 第十七条`, `note 'text'`."""
    for name in _QUOTING:
        found = expression(
            rf"(?:^|(?<=[{BLANKS}]))@{name}_WORD@[{BLANKS}]++(?P<words>[^{BLANKS}{FILLER}][^{FILLER}]*?)"
            rf"(?=[{BLANKS}]++@CLAUSE@|$)"
        ).search(line.bare)
        if found is None or not (line.is_clause or found.start() > 0):
            continue
        words = found["words"].rstrip(BLANKS)
        article = _ARTICLE.search(words) if name == "BASIS" else None
        document = (words[: article.start()] if article else words).strip("'‘’「」『』")
        quoted = f'"{document}" {article[1]}' if article else f'"{document}"'
        start, end = found.span("words")
        yield Guess(
            code=codes.NOT_UNDERSTOOD,
            start=start,
            end=start + len(words),
            corrected=line.with_piece(start, end, quoted),
            text=words,
        )
