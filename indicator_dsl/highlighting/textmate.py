"""The colours for editors: TextMate grammars, written from the same patterns as the lexers."""

import json

from indicator_dsl.highlighting.patterns import Pattern, actuals_patterns, ruleset_patterns


def textmate_grammar(*, of_actuals: bool = False) -> str:
    """The TextMate grammar of a kind of file, as JSON text, its last line ended.

    Args:
        of_actuals: Whether actuals files are meant, rather than rulesets.

    Example:
        >>> '"scopeName": "source.indicator"' in textmate_grammar()
        True
    """
    name = "Indicator actuals" if of_actuals else "Indicator ruleset"
    scope = "source.indicator-actuals" if of_actuals else "source.indicator"
    patterns = actuals_patterns() if of_actuals else ruleset_patterns()
    language = scope.removeprefix("source.")
    grammar = {
        "comment": "Written by tests/unit/highlighting from grammars/*.lark; do not edit.",
        "name": name,
        "scopeName": scope,
        "fileTypes": ["act" if of_actuals else "ind"],
        "patterns": [_rule(each, language) for each in patterns],
    }
    return json.dumps(grammar, ensure_ascii=False, indent=2) + "\n"


def _rule(each: Pattern, language: str) -> dict[str, object]:
    captures = {
        str(index): {"name": f"{kind.value}.{language}"}
        for index, kind in enumerate(each.kinds, 1)
        if kind is not None
    }
    return {"match": each.regex, "captures": captures}
