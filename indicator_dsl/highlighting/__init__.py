"""The colours of the language, for Pygments and for editors. Knows the grammar, and no meaning."""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.highlighting.browsers import browser_grammar
    from indicator_dsl.highlighting.kinds import Kind, kind_of_terminal
    from indicator_dsl.highlighting.lexers import ActualsLexer, RulesetLexer
    from indicator_dsl.highlighting.textmate import textmate_grammar

__all__ = [
    "ActualsLexer",
    "Kind",
    "RulesetLexer",
    "browser_grammar",
    "kind_of_terminal",
    "textmate_grammar",
]

_HOMES = {
    "browsers": ("browser_grammar",),
    "kinds": ("Kind", "kind_of_terminal"),
    "lexers": ("ActualsLexer", "RulesetLexer"),
    "textmate": ("textmate_grammar",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
