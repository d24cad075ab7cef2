"""The colours of the language, for Pygments and for editors. Knows the grammar, and no meaning."""

from indicator_dsl.highlighting.kinds import Kind, kind_of_terminal
from indicator_dsl.highlighting.lexers import ActualsLexer, RulesetLexer
from indicator_dsl.highlighting.textmate import textmate_grammar

__all__ = ["ActualsLexer", "Kind", "RulesetLexer", "kind_of_terminal", "textmate_grammar"]
