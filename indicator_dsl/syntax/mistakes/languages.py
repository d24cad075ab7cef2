"""The language a file's keywords are written in. Knows no mistake."""

import re
from functools import cache
from typing import Final

from indicator_dsl.syntax.grammar import keywords
from indicator_dsl.syntax.mistakes.patterns import FILLER, filled_quotes
from indicator_dsl.wording import Lang

_SPOKEN: Final = (
    *("WEIGHT", "BY", "OVER", "BASIS", "NOTE", "ASSUME", "RULESET", "TOTAL", "ROUND", "GRADES"),
    *("SCALE", "DEFAULT", "UNIT", "INPUT", "LET", "CHECK", "ACTUALS", "REPORTED", "REASON"),
)


def language_of(text: str, otherwise: Lang = "en") -> Lang:
    """The language most keywords of a text are written in.

    Args:
        text: A ruleset, actuals, or a part of either.
        otherwise: What to take when both are equally many, as in a text without any.

    Example:
        >>> language_of("年办件量 >= 200000 件 分值 20")
        'zh'
    """
    bare = filled_quotes(text)
    english, chinese = (len(evidence.findall(bare)) for evidence in _evidence())
    if chinese == english:
        return otherwise
    return "zh" if chinese > english else "en"


@cache
def _evidence() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = [keywords()[f"{name}_WORD"] for name in _SPOKEN]
    english = "|".join(re.escape(spellings[0]) for spellings in words)
    chinese = "|".join(re.escape(s) for spellings in words for s in spellings[1:])
    behind = rf"(?=[\s\d０-９:：=＝{FILLER}“\"])"
    return (
        re.compile(rf"(?<!\S)(?:{english}){behind}", re.IGNORECASE),
        re.compile(
            rf"(?<!\S)(?:{chinese}){behind}|[\d\s]分(?!\w)|(?<!\S)按(?:达标|比例|反比|超幅)"
        ),
    )
