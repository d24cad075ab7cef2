"""The colours for a page in a browser: the same patterns in the spelling of its expressions.

Puts them into other words, and adds none.
"""

import json
import re
from typing import Final

from indicator_dsl.highlighting.patterns import Pattern, actuals_patterns, ruleset_patterns

# Behind a backslash: outside a class, and within one. A browser counts only ASCII as letters.
_SPELT: Final = {
    r"\w": (r"[\p{L}\p{M}\p{N}_]", r"\p{L}\p{M}\p{N}_"),
    r"\d": (r"\p{Nd}", r"\p{Nd}"),
    r"\Z": ("$", ""),
    r"\-": ("-", r"\-"),
    r"\"": ('"', '"'),
}
_LETTER: Final = r"[^\W\d_]"
_PART: Final = re.compile(
    rf"{re.escape(_LETTER)}|\\.|\[\^?|\]|\(\?<?[:=!]|\(|\)|[+*?]\+?|[^\\]", re.DOTALL
)

_CHARACTER: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_OPENED: Final = re.compile(r"\((?:\?<h\d+>|(?!\?))")


def browser_grammar(*, of_actuals: bool = False) -> str:
    """The patterns of a kind of file as JSON: `regex` and `kinds`, one to a group, null for none.

    Expressions are for the flag `u`, and for one line at a time.

    Args:
        of_actuals: Whether actuals files are meant, rather than rulesets.

    Example:
        >>> browser_grammar()[:12]
        '[{"regex": "'
    """
    patterns = actuals_patterns() if of_actuals else ruleset_patterns()
    return json.dumps([_record(each) for each in patterns], ensure_ascii=False)


def _record(each: Pattern) -> dict[str, object]:
    kinds = [None if kind is None else kind.name.lower() for kind in each.kinds]
    regex, groups = _Spelling().of(each.regex)
    return {"regex": regex, "kinds": kinds, "groups": groups}


class _Spelling:
    """An expression on its way to a browser, which knows no possessive repetition.

    `X*+` becomes a group in a look-ahead and a reference to it, which gives nothing back either.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._held = 0
        self._begun: list[int] = []  # where the groups that are open began
        self._atom = 0  # where the last thing that can be repeated began

    def of(self, regex: str) -> tuple[str, list[int]]:
        """The expression, and which of its groups are those of the pattern."""
        is_class = False
        for part in _PART.findall(regex):
            if is_class:
                self._parts.append(r"\[" if part == "[" else _SPELT.get(part, (part, part))[1])
                is_class = part != "]"
            elif part.startswith("["):
                self._begin(r"[\p{L}\p{M}]" if part == _LETTER else part)
                is_class = part != _LETTER
            else:
                self._outside(part)
        text = "".join(self._parts)
        opened = _OPENED.findall(_CHARACTER.sub("x", text))
        return text, [number for number, each in enumerate(opened, 1) if each == "("]

    def _begin(self, part: str) -> None:
        self._atom = len(self._parts)
        self._parts.append(part)

    def _outside(self, part: str) -> None:
        if part.startswith("("):
            self._begun.append(len(self._parts))
            self._parts.append(part)
        elif part == ")":
            self._parts.append(part)
            self._atom = self._begun.pop()
        elif part in ("++", "*+", "?+"):
            held = "".join(self._parts[self._atom :])
            self._held += 1
            name = f"h{self._held}"
            self._parts[self._atom :] = [f"(?=(?<{name}>{held}{part[0]}))\\k<{name}>"]
        else:
            self._begin(_SPELT.get(part, (part, part))[0])
