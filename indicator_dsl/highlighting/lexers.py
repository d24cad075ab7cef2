"""The colours for Pygments: documentation, notebooks and terminals.

Only this module knows Pygments.
"""

import re
from typing import ClassVar, Final

from pygments.lexer import RegexLexer, bygroups
from pygments.token import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
)

from indicator_dsl.highlighting.kinds import Kind
from indicator_dsl.highlighting.patterns import Pattern, actuals_patterns, ruleset_patterns

_TOKENS: Final = {
    Kind.COMMENT: Comment.Single,
    Kind.HEADING: Name.Namespace,
    Kind.STATEMENT: Keyword.Declaration,
    Kind.CLAUSE: Keyword,
    Kind.METHOD: Name.Builtin,
    Kind.OPERATOR: Operator,
    Kind.VALUE: Keyword.Constant,
    Kind.NAME: Name.Function,
    Kind.VARIABLE: Name.Variable,
    Kind.LABEL: Name.Label,
    Kind.NUMBER: Number,
    Kind.DATE: Literal.Date,
    Kind.UNIT: Keyword.Type,
    Kind.STRING: String.Double,
    Kind.CODE: Name.Constant,
    Kind.PUNCTUATION: Punctuation,
}


def _rules(patterns: tuple[Pattern, ...]) -> dict[str, list[object]]:
    rules: list[object] = [(r"\n+", Whitespace)]
    for each in patterns:
        tokens = [Text if kind is None else _TOKENS[kind] for kind in each.kinds]
        by_groups = bygroups(*tokens)  # type: ignore[no-untyped-call]  # Pygments has no type here
        rules.append((each.regex, by_groups))
    return {"root": [*rules, (r".", Text)]}


class RulesetLexer(RegexLexer):
    """A lexer of ruleset files.

    Example:
        >>> found = RulesetLexer().get_tokens("年办件量 >= 200000 件 weight 20")
        >>> [text for kind, text in found if kind in Keyword]
        ['件', 'weight']
    """

    name = "Indicator ruleset"
    aliases: ClassVar[list[str]] = ["indicator", "ind"]
    filenames: ClassVar[list[str]] = ["*.ind"]
    flags = re.MULTILINE
    tokens = _rules(ruleset_patterns())


class ActualsLexer(RegexLexer):
    """A lexer of actuals files.

    Example:
        >>> found = ActualsLexer().get_tokens("年办件量 = 332344 件 reported 20")
        >>> [text for kind, text in found if kind in Keyword]
        ['reported']
    """

    name = "Indicator actuals"
    aliases: ClassVar[list[str]] = ["indicator-actuals", "act"]
    filenames: ClassVar[list[str]] = ["*.act"]
    flags = re.MULTILINE
    tokens = _rules(actuals_patterns())
