"""A text of one-line indicators compiled, against Lark's bare parse of it, with positions.

The grammar is built before the clock runs; nothing is scored.
"""

from typing import Final

from lark import Lark

from bench.measuring import LONG_ENOUGH, Figure, measured
from indicator_dsl import parse_ruleset
from indicator_dsl.syntax.grammar import ruleset_grammar

SHAPES: Final = (
    "{n:05}号窗口办件量 >= {n} 件 weight 1",
    "{n:05}号窗口满意度 >= 95 % weight 1",
    "{n:05}号窗口办结时长 <= 5 天 weight 1 by inverse",
    "{n:05}号窗口投诉数 = 0 次 weight 1 by pass",
)


def text_of(lines: int) -> str:
    """A ruleset of so many one-line indicators, no two names alike.

    Example:
        >>> print(text_of(2))
        00001号窗口办件量 >= 1 件 weight 1
        00002号窗口满意度 >= 95 % weight 1
    """
    return "\n".join(SHAPES[n % len(SHAPES)].format(n=n + 1) for n in range(lines))


def figure(lines: int, *, repetitions: int, long_enough: float = LONG_ENOUGH) -> Figure:
    """What compiling so many lines costs.

    Args:
        lines: At least 1.
        repetitions: At least 1.
        long_enough: Seconds that a timing should last.

    Raises:
        RulesetError: when the text is no ruleset any more.
    """
    text = text_of(lines)
    parser = Lark(
        ruleset_grammar(),
        parser="lalr",
        lexer="contextual",
        maybe_placeholders=False,
        propagate_positions=True,
    )
    return measured(
        (f"compile {lines:,} one-line indicators", lambda: parse_ruleset(text)),
        ("Lark's bare parse, with positions", lambda: parser.parse(text)),
        repetitions=repetitions,
        aim=1.5,
        long_enough=long_enough,
    )
