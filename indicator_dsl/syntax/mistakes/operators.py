"""Slips in the middle of a rule: its operator, its target, a name that is missing.

Corrects nothing else.
"""

import re
from collections.abc import Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, DAY, expression, tidied
from indicator_dsl.syntax.mistakes.swallowing import BEHIND
from indicator_dsl.wording import Text

_MISSPELT: Final = re.compile(
    r"=>|=<|[≥≤]=|=[≥≤]|[>＞]\s+[=＝]|[<＜]\s+[=＝]|<>|!=|！=|≠|>>|<<|＞=|>＝|＜=|<＝|=＞|=＜|≯|≮|[〉》]=|[〈《]="
)
_MEANT: Final = {
    "=>": ">=",
    "=<": "<=",
    "≥=": ">=",
    "=≥": ">=",
    "≤=": "<=",
    "=≤": "<=",
    ">>": ">",
    "<<": "<",
    "=＞": ">=",
    "=＜": "<=",
    "≯": "<=",
    "≮": ">=",
    "〉=": ">=",
    "》=": ">=",
    "〈=": "<=",
    "《=": "<=",
}
_NOT_EQUAL: Final = Text(
    "a target cannot be `not equal`; say what it should be: = 0, >= 1, is SCALE",
    "目标不能写“不等于”；请写应达到的值：= 0、>= 1、定性 等次",
)
_IN_WORDS: Final = {
    ">=": (
        *("不小于", "不得低于", "不得少于", "不得小于", "至少", "最少", "最低", "达到"),
        *("大于或等于", "大于或者等于", "高于或等于", "高于等于"),
        *("not less than", "no less than", "at least", "minimum", "min"),
    ),
    "<=": (
        *(
            "不大于",
            "不得超过",
            "不得高于",
            "不得多于",
            "不得大于",
            "至多",
            "最多",
            "最高",
            "控制在",
        ),
        *("小于或等于", "小于或者等于", "低于或等于", "低于等于"),
        *("not more than", "no more than", "at most", "maximum", "max"),
    ),
    ">": ("超过", "多于", "超出", "more than", "greater than", "above"),
    "<": ("少于", "不到", "不足", "less than", "below"),
    "=": ("equals", "equal to"),
}
_ONE_BOUND: Final = Text(
    "say once what is meant: >= for at least, <= for at most",
    "请只写一处：至少写 >=，至多写 <=",
)
_DIRECTION: Final = Text("where less is better, write <=", "越小越好的指标写 <=")
_UNIT: Final = r"(?P<unit>[^\s\d\"“”#<>=＝≥≤,，;；:：。（(]*?)"


_GLYPH_OF: Final = {phrase: glyph for glyph, row in _IN_WORDS.items() for phrase in row}
_PHRASE: Final = "|".join(
    re.escape(p) if not p.isascii() else rf"(?<!\S){re.escape(p)}(?=\s)"
    for p in sorted(_GLYPH_OF, key=len, reverse=True)
)


def operator_misspelt(line: Line) -> Iterator[Guess]:
    """`=>`, `> =`, `≠`."""
    found = _MISSPELT.search(line.bare)
    if found is None:
        return
    sign = found[0]
    meant = _MEANT.get(sign)
    if meant is None and sign[0] in ">＞<＜" and sign[-1] in "=＝":
        meant = ">=" if sign[0] in ">＞" else "<="
    yield Guess(
        code=codes.OPERATOR_MISSPELT,
        start=found.start(),
        end=found.end(),
        corrected=line.with_piece(*found.span(), f" {meant} ") if meant else "",
        advice=None if meant else _NOT_EQUAL,
        is_certain=True,
        text=sign,
    )


def name_missing(line: Line) -> Iterator[Guess]:
    """A rule that begins with its operator; a clause that stands at the beginning of its line."""
    if line.is_clause:
        return
    words = line.text[line.indent :]
    advice = None
    if expression("@CLAUSE@").match(line.bare):
        advice = Text(
            "put blanks before it when it belongs to the rule above:   {words}",
            "若属于上一条规则，请在行首加空格：  {words}",
        ).filled(words=words)
    elif not expression(rf"(?:@GLYPH@|@OP_WORD@)@VALUE_STARTS@|@IS_WORD@@B@+[^{BLANKS}]").match(
        line.bare[line.indent :]
    ):
        return
    yield Guess(
        code=codes.NAME_MISSING,
        start=line.indent,
        end=len(line.text),
        advice=advice,
        is_certain=True,
        text=words,
    )


def operator_in_words(line: Line) -> Iterator[Guess]:
    """Words for an operator that the language lacks, or has and that need a blank before them."""
    pattern = expression(
        rf"(?:应当|应该|应|须|需|要)?(?P<word>{_PHRASE}|@OP_WORD@)[{BLANKS}:：]*+(?=@SIGN@?@D@)"
    )
    for found in pattern.finditer(line.bare):
        if expression(r"(?:@GLYPH@|\s@OP_WORD@)@VALUE_STARTS@").search(line.bare[: found.start()]):
            return
        word, (start, end) = found["word"], found.span("word")
        glyph = _GLYPH_OF.get(word)
        is_glued = found.start() > 0 and not line.bare[found.start() - 1].isspace()
        if glyph is None and not is_glued and found.start() == start:
            continue
        if not line.bare[: found.start()].strip(BLANKS):
            continue
        yield Guess(
            code=codes.OPERATOR_MISSPELT if glyph else codes.OPERATOR_GLUED,
            start=start,
            end=end,
            corrected=line.with_piece(*found.span(), f" {glyph or word} "),
            text=word,
        )


def bound_behind(line: Line) -> Iterator[Guess]:
    """`200000件以上`: a bound written behind its value."""
    words = "|".join(sorted(BEHIND, key=len, reverse=True))
    found = expression(
        rf"^(?P<name>.*?)[{BLANKS}:：]*+(?P<number>@PLAIN_NUMBER@)\s*+{_UNIT}\s*+"
        rf"[（(]?(?P<word>{words})[)）]?(?:[（(]含[^)）]*[)）])?(?=[{BLANKS}]|$)"
    ).search(line.bare)
    if found is None or not found["name"].strip(BLANKS):
        return
    sign = expression("@GLYPH@|@OP_WORD@").search(found["name"])
    if sign:
        yield from _bound_twice(line, sign[0], found)
        return
    target = (
        f"{found['name'].strip(BLANKS)} {BEHIND[found['word']]} {found['number']} {found['unit']}"
    )
    yield Guess(
        code=codes.OPERATOR_MISSPELT,
        start=found.start("word"),
        end=found.end("word"),
        corrected=tidied(f"{target} {line.text[found.end() :]}"),
        text=found["word"],
    )


def _bound_twice(line: Line, sign: str, found: re.Match[str]) -> Iterator[Guess]:
    """`>= 200000件以上`: corrected where both say the same."""
    pattern = "@GE_GLYPH@|@GE_WORD@" if BEHIND[found["word"]] == ">=" else "@LE_GLYPH@|@LE_WORD@"
    agrees = expression(pattern).fullmatch(sign)
    yield Guess(
        code=codes.OPERATOR_MISSPELT,
        start=found.start("word"),
        end=found.end("word"),
        corrected=line.with_piece(found.start("word"), found.end(), "") if agrees else "",
        advice=None if agrees else _ONE_BOUND,
        text=found["word"],
    )


def range_sign(line: Line) -> Iterator[Guess]:
    """`18~26 ℃`, `18 至 26 ℃`: a range written otherwise than with `in` and two dots."""
    found = expression(
        rf"^(?P<name>.*?)[{BLANKS}]*+(?:@GLYPH@|(?<=[{BLANKS}])(?:@IN_WORD@|在)(?=[{BLANKS}\d]))?[{BLANKS}]*+"
        rf"(?P<low>@PLAIN_NUMBER@)\s*+(?P<unit>[^\s\d~～〜—–\-－至到.…]*)\s*+"
        rf"(?P<sign>[~～〜—–－\-]+|至|到|\.\.+|…+)\s*+"
        rf"(?P<high>@PLAIN_NUMBER@)\s*+(?P<unit2>[^\s\d\"“”#,，;；:：]*?)(?:之间)?(?=[{BLANKS}]|$)"
    ).search(line.bare)
    if found is None or not found["name"].strip(BLANKS):
        return
    if any(day.start() < found.start("sign") < day.end() for day in DAY.finditer(line.bare)):
        return
    unit = found["unit2"] or found["unit"]
    target = f"{line.keyword('IN')} {found['low']}..{found['high']} {unit}"
    yield Guess(
        code=codes.OPERATOR_MISSPELT,
        start=found.start("sign"),
        end=found.end("sign"),
        corrected=tidied(f"{found['name']} {target} {line.text[found.end() :]}"),
        text=found["sign"],
    )


def colon_for_operator(line: Line) -> Iterator[Guess]:
    """`年办件量：200000 件`."""
    found = expression(
        rf"^(?P<name>[^:：]*?[^:：{BLANKS}])[{BLANKS}]*+(?P<sign>[:：])[{BLANKS}]*+(?=@PLAIN_NUMBER@)"
    ).search(line.bare)
    if found is None or expression("@GLYPH@|@WEIGHT_WORD@").search(found["name"]):
        return
    yield Guess(
        code=codes.OPERATOR_MISSPELT,
        start=found.start("sign"),
        end=found.end("sign"),
        corrected=line.with_piece(found.start("sign"), found.end(), " >= "),
        notes=(_DIRECTION,),
        text=found["sign"],
    )


def value_missing(line: Line) -> Iterator[Guess]:
    """An operator with nothing behind it but the weight, or nothing at all."""
    found = expression(
        r"(?P<sign>@GLYPH@|@B@(?:@OP_WORD@)|@B@@IS_WORD@)(?=@B@*(?:@WEIGHT_WORD@(?!\w)|$))"
    ).search(line.bare)
    if found is None:
        return
    sign = found["sign"].strip(BLANKS)
    is_scale = expression("@IS_WORD@").fullmatch(sign) is not None
    target = "优良中低差" if is_scale else "100 %"
    yield Guess(
        code=codes.VALUE_MISSING,
        start=found.end() - len(sign),
        end=found.end(),
        corrected=line.with_piece(found.end(), found.end(), f" {target} "),
        text=sign,
    )


def _listing(line: Line) -> Text:
    """What a rule with a list of items below it must say instead."""
    by = f"{line.keyword('BY')} {line.keyword('POINTS')}"
    return Text(f"with a list of items below it: {by}", f"下面逐条列出要点的，写：{by}")


def target_missing(line: Line) -> Iterator[Guess]:
    """A name and a weight, and no operator between them; perhaps a value."""
    weight = expression(r"\s(?=@WEIGHT_STARTS@)").search(line.bare)
    if line.is_clause or weight is None:
        return
    before = line.bare[: weight.start()]
    if expression(r"@GLYPH@|\s@OP_WORD@").search(before) or not before.strip(BLANKS):
        return
    value = expression(
        rf"(?P<name>.*[^{BLANKS}])[{BLANKS}]++(?P<value>@PLAIN_NUMBER@\s*+{_UNIT})$"
    ).match(before.rstrip(BLANKS))
    name = line.text[line.indent : value.end("name") if value else weight.start()].strip(BLANKS)
    target = line.text[value.start("value") : weight.start()] if value else "100 %"
    yield Guess(
        code=codes.TARGET_MISSING,
        start=line.indent,
        end=line.indent + len(name),
        corrected=tidied(f"{name} >= {target} {line.text[weight.start() :]}"),
        notes=(_DIRECTION,) if value else (_listing(line),),
        name=name,
    )
