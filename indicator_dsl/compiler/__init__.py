"""Nodes to values: one pass over a file, every mistake collected on the way. Scores nothing."""

from indicator_dsl.compiler.actuals import compile_actuals
from indicator_dsl.compiler.rulesets import compile_ruleset

__all__ = ["compile_actuals", "compile_ruleset"]
