"""What is probably meant by a line that cannot be read.

The commonest slips, each with what to write instead. Judges text only, never meaning.
"""

import re
from collections.abc import Callable
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax.grammar import keywords, pattern
from indicator_dsl.wording import Text, nearest, same

_MISSPELT: Final = re.compile(r"=>|=<|[≥≤]=|=[≥≤]|>\s+=|<\s+=|<>|!=|！=|≠|>>|<<")
_MEANT: Final = {
    "=>": ">=",
    "=<": "<=",
    "≥=": ">=",
    "=≥": ">=",
    "≤=": "<=",
    "=≤": "<=",
    ">>": ">",
    "<<": "<",
}
_NUMBERISH: Final = re.compile(r"[+\-＋－−]?[0-9０-９][0-9０-９,，.．_eE]*")
_QUOTED: Final = re.compile(r'"[^"\n]*"|“[^”\n]*”')
_WORD: Final = re.compile(r"[^\s\"“”#]+")
_POINTS_AT_END: Final = re.compile(r"\s([0-9]+(?:\.[0-9]+)?)\s*(?:分|points?)?\s*$")


@frozen
class Slip:
    """A stretch of text that could not be read, and where in it reading stopped (`at`, counted from its start)."""

    source: SourceText
    collector: Collector
    span: Span
    text: str
    at: int

    def place(self, start: int, end: int) -> Place:
        """The place of a piece of the stretch; never empty unless the text ends there."""
        base = self.span.start
        return Place(self.source, Span(base + start, base + max(end, start)))

    @property
    def line(self) -> tuple[int, str]:
        """The line reading stopped in.

        Its start within the stretch, and its characters with quoted words and comment blanked.
        """
        start = self.text.rfind("\n", 0, self.at) + 1
        end = self.text.find("\n", start)
        raw = self.text[start : end if end >= 0 else len(self.text)]
        bare = _QUOTED.sub(lambda q: "“" + "　" * (len(q[0]) - 2) + "”", raw)
        comment = re.search(r"(?<!\S)#", bare)
        return start, bare[: comment.start()] if comment else bare


_Guess = Callable[[Slip, int, str], Diagnostic | None]


def ruleset_mistake(slip: Slip) -> None:
    """Reports what is probably wrong with a stretch of a ruleset."""
    start, line = slip.line
    for guess in _GUESSES:
        diagnostic = guess(slip, start, line)
        if diagnostic is not None:
            slip.collector.add(diagnostic)
            return
    slip.collector.add(_not_understood(slip, codes.NOT_UNDERSTOOD))


def actuals_mistake(slip: Slip) -> None:
    """Reports what is probably wrong with a line of actuals."""
    start, line = slip.line
    slip.collector.add(
        _quote_open(slip, start, line) or _not_understood(slip, codes.ACTUAL_NOT_UNDERSTOOD)
    )


def _not_understood(slip: Slip, code: codes.Code) -> Diagnostic:
    start, line = slip.line
    found = _WORD.search(slip.text, slip.at)
    if found is None or found.start() >= start + len(line):
        end = start + len(line.rstrip())
        words = line.strip()
        return code.at(slip.place(start + len(line) - len(line.lstrip()), end), text=words)
    return code.at(slip.place(*found.span()), text=found[0])


def _quote_open(slip: Slip, start: int, line: str) -> Diagnostic | None:
    for mark, pair in (('"', '"'), ("“", "”"), ("”", "“")):
        rest = re.sub(r"“　*”", lambda q: " " * len(q[0]), line)
        at = rest.find(mark)
        if at >= 0:
            advice = Text(f"add the missing {pair}", f"请补上 {pair}")
            return codes.QUOTE_UNBALANCED.at(slip.place(start + at, start + at + 1), advice=advice)
    return None


def _operator_misspelt(slip: Slip, start: int, line: str) -> Diagnostic | None:
    found = _MISSPELT.search(line)
    if found is None:
        return None
    meant = _MEANT.get(found[0]) or (
        {">": ">=", "<": "<="}.get(found[0][0]) if " " in found[0] else None
    )
    if meant:
        advice = same(f"{line[: found.start()]}{meant}{line[found.end() :]}".strip())
    else:
        advice = Text(
            "a target cannot be `not equal`; say what it should be: = 0, >= 1, is SCALE",
            "目标不能写“不等于”；请写应达到的值：= 0、>= 1、定性 等次",
        )
    place = slip.place(start + found.start(), start + found.end())
    return codes.OPERATOR_MISSPELT.at(place, advice=advice, text=found[0])


def _keyword_case(slip: Slip, start: int, line: str) -> Diagnostic | None:
    english = {s[0] for s in keywords().values() if s[0].isascii() and s[0][0].isalpha()}
    for found in re.finditer(r"(?<!\S)[A-Za-z]+(?=\s|$)", line):
        word = found[0]
        if word.lower() in english and word != word.lower():
            first = not line[: found.start()].strip()
            if first or re.match(r"\s+[0-9“\"a-z]", line[found.end() :]):
                advice = same(f"{line[: found.start()]}{word.lower()}{line[found.end() :]}".strip())
                place = slip.place(start + found.start(), start + found.end())
                return codes.KEYWORD_CASE.at(place, advice=advice, text=word)
    return None


def _name_missing(slip: Slip, start: int, line: str) -> Diagnostic | None:
    body = line.lstrip(" \t\u3000\u00a0")
    indent = len(line) - len(body)
    if re.match(
        rf"(?:{pattern('GLYPH').pattern}|{pattern('OP_WORD').pattern}){pattern('VALUE_STARTS').pattern}",
        body,
    ):
        words = body.strip()
        return codes.NAME_MISSING.at(
            slip.place(start + indent, start + indent + len(words)), text=words
        )
    return None


def _operator_glued(slip: Slip, start: int, line: str) -> Diagnostic | None:
    found = re.search(rf"(?<=\S)({pattern('OP_WORD').pattern})\s*(?=[0-9０-９])", line)
    if found is None:
        return None
    advice = same(f"{line[: found.start()]} {found[1]} {line[found.end() :]}".strip())
    place = slip.place(start + found.start(1), start + found.end(1))
    return codes.OPERATOR_GLUED.at(place, advice=advice, text=found[1])


def _value_missing(slip: Slip, start: int, line: str) -> Diagnostic | None:
    glyph, word = pattern("GLYPH").pattern, pattern("OP_WORD").pattern
    weight, blank = pattern("WEIGHT_WORD").pattern, pattern("B").pattern
    found = re.search(rf"({glyph}|{blank}(?:{word}))(?={blank}*(?:{weight}(?!\w)|$))", line)
    if found is None:
        return None
    symbol = found[1].strip()
    advice = same(f"{line[: found.end()].strip()} 100 % {line[found.end() :].strip()}".strip())
    place = slip.place(start + found.start(1), start + found.end(1))
    return codes.VALUE_MISSING.at(place, advice=advice, text=symbol)


def _number_malformed(slip: Slip, start: int, line: str) -> Diagnostic | None:
    operator = rf"(?:{pattern('GLYPH').pattern}|{pattern('OP_WORD').pattern}|{pattern('WEIGHT_WORD').pattern}|{pattern('TOTAL_WORD').pattern})"
    for found in re.finditer(operator + r"\s*", line):
        number = _NUMBERISH.match(line, found.end())
        if number and not pattern("PLAIN_NUMBER").fullmatch(number[0]):
            place = slip.place(start + number.start(), start + number.end())
            return codes.NUMBER_MALFORMED.at(place, text=number[0])
    return None


def _weight_missing(slip: Slip, start: int, line: str) -> Diagnostic | None:
    head = re.match(
        rf"(.+?)\s*(?:{pattern('GLYPH').pattern}|\s{pattern('OP_WORD').pattern})\s*[0-9０-９]", line
    )
    if head is None or pattern("WEIGHT_STARTS").search(line):
        return None
    name = head[1].strip()
    wordless = _POINTS_AT_END.search(line)
    bad = re.search(rf"(?<=\s){pattern('WEIGHT_WORD').pattern}(?=\s|$)", line)
    if bad:
        at = slip.place(start + bad.start(), start + len(line.rstrip()))
        advice = same(f"{line[: bad.start()].strip()} weight 10")
    elif wordless and start + wordless.start(1) >= slip.at - 1:
        at = slip.place(start + wordless.start(1), start + wordless.end(1))
        advice = same(f"{line[: wordless.start()].strip()} weight {wordless[1]}")
    else:
        return None
    return codes.WEIGHT_MISSING.at(at, advice=advice, name=name)


def _target_missing(slip: Slip, start: int, line: str) -> Diagnostic | None:
    weight = re.search(rf"\s(?={pattern('WEIGHT_STARTS').pattern})", line)
    if weight is None or re.search(
        rf"{pattern('GLYPH').pattern}|\s{pattern('OP_WORD').pattern}", line[: weight.start()]
    ):
        return None
    name = line[: weight.start()].strip()
    if not name:
        return codes.NAME_MISSING.at(
            slip.place(start, start + len(line.rstrip())), text=line.strip()
        )
    indent = len(line) - len(line.lstrip())
    advice = same(f"{name} >= 100 % {line[weight.end() :].strip()}")
    place = slip.place(start + indent, start + indent + len(name))
    return codes.TARGET_MISSING.at(place, advice=advice, name=name)


def _input_without_unit(slip: Slip, start: int, line: str) -> Diagnostic | None:
    found = re.match(rf"\s*{pattern('INPUT_WORD').pattern}\s+(\S+)\s*$", line)
    if found is None:
        return None
    advice = same(f"{line.strip()} 万元")
    place = slip.place(start + found.start(1), start + found.end(1))
    return codes.UNIT_NOT_NAMED.at(place, advice=advice, text=found[1])


def _clause_unknown(slip: Slip, start: int, line: str) -> Diagnostic | None:
    in_block = start > 0 or pattern("WEIGHT_STARTS").search(line) or line[:1].strip() == ""
    found = _WORD.search(slip.text, slip.at)
    if not in_block or found is None or found.start() >= start + len(line):
        return None
    known = [s for name in _CLAUSE_WORDS for s in keywords()[name]]
    near = nearest(found[0], known)
    words = " ".join(f"`{k}`" for k in near)
    advice = (
        Text(f"did you mean {words}?", f"是否想写 {words}？")
        if near
        else Text(
            'clauses are: by … · over N% explain · basis "…" · note "…" · assume "…"',
            "可用子句：按 … · 超 N% 须说明 · 依据 “…” · 备注 “…” · 假定 “…”",
        )
    )
    return codes.CLAUSE_UNKNOWN.at(slip.place(*found.span()), advice=advice, text=found[0])


_CLAUSE_WORDS: Final = (
    "WEIGHT_WORD", "BY_WORD", "OVER_WORD", "EXPLAIN_WORD", "BASIS_WORD", "NOTE_WORD", "ASSUME_WORD",
    "PASS_WORD", "RATIO_WORD", "INVERSE_WORD", "EXCESS_WORD",
)  # fmt: skip
_GUESSES: Final[tuple[_Guess, ...]] = (
    _quote_open,
    _operator_misspelt,
    _name_missing,
    _keyword_case,
    _operator_glued,
    _value_missing,
    _number_malformed,
    _weight_missing,
    _target_missing,
    _input_without_unit,
    _clause_unknown,
)
