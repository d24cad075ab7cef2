"""The same views as plain text: no colour, plain signs, a fixed width. Adds nothing to them."""

from collections.abc import Iterable
from typing import Final

from rich.text import Text as Styled

from indicator_dsl.explanation import CardExplanation, LineExplanation
from indicator_dsl.rendering.blocks import Depth
from indicator_dsl.rendering.cards import card_lines
from indicator_dsl.rendering.explanations import explanation_lines, line_lines
from indicator_dsl.rendering.marks import PLAIN
from indicator_dsl.wording import Lang

PLAIN_WIDTH: Final = 80


def card_text(told: CardExplanation, lang: Lang = "en", *, width: int = PLAIN_WIDTH) -> str:
    r"""The score sheet as text, each line ended.

    Args:
        told: The explained card.
        lang: The language of the words around the author's own.
        width: In display cells.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("round 2 each\n年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> print(card_text(told).splitlines()[-1])
         18.00 of 20; 2.00 lost on 1 of 1 line
    """
    return _text(card_lines(told, lang, PLAIN, width))


def explanation_text(
    told: CardExplanation,
    lang: Lang = "en",
    *,
    indicator: str | None = None,
    depth: Depth = 2,
    width: int = PLAIN_WIDTH,
) -> str:
    """The deductions as text, each line ended.

    Args:
        told: The explained card.
        lang: The language of the words around the author's own.
        indicator: Only this line; None for all that lost points.
        depth: As for `ExplanationView`.
        width: In display cells.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> print(explanation_text(told, depth=1).splitlines()[0])
        年办件量   18.00 of 20   lost 2.00   short of 200000 件 by 20000 件 (10 %)
    """
    return _text(explanation_lines(told, lang, PLAIN, width, indicator=indicator, depth=depth))


def line_text(
    told: LineExplanation, lang: Lang = "en", *, depth: Depth = 2, width: int = PLAIN_WIDTH
) -> str:
    """One line as text, each line of it ended.

    Args:
        told: The explained line.
        lang: The language of the words around the author's own.
        depth: As for `ExplanationView`.
        width: In display cells.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation import explain_card
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> told = explain_card(ruleset.evaluate({"年办件量": "180000件"}).model)
        >>> print(line_text(told.lines[0], "zh"), end="")
        年办件量   18.00 / 20   扣 2.00
          应 >= 200000 件，实 180000 件，差 20000 件（10%）
          20 × 180000 / 200000 = 18.00
          按比例
          -> 年办件量须达到 200000 件，即增加 20000 件
    """
    return _text(line_lines(told, lang, PLAIN, width, depth))


def _text(lines: Iterable[Styled]) -> str:
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)
