"""Conditions in words, as a rule states them. Decides none of them."""

from typing import Final

from indicator_dsl.explanation.derivations import expression_text
from indicator_dsl.model import AnyOf, Comparison, Condition
from indicator_dsl.wording import Text, joined

_AND: Final = (" and ", " 且 ")
_OR: Final = (" or ", " 或 ")


def condition_text(condition: Condition, *, is_inner: bool = False) -> Text:
    """A condition with its names and figures, bracketed inside another.

    Example:
        >>> from indicator_dsl.model import Name, Operator
        >>> cheap = Comparison(
        ...     operator=Operator.AT_MOST, left=Name(name="执行数"), right=Name(name="预算数")
        ... )
        >>> print(condition_text(cheap))
        执行数 <= 预算数
    """
    if isinstance(condition, Comparison):
        left, right = expression_text(condition.left, {}), expression_text(condition.right, {})
        glyph = condition.operator.value
        return Text(f"{left.en} {glyph} {right.en}", f"{left.zh} {glyph} {right.zh}")
    en, zh = _OR if isinstance(condition, AnyOf) else _AND
    told = joined([condition_text(part, is_inner=True) for part in condition.parts], en=en, zh=zh)
    return Text(f"({told.en})", f"（{told.zh}）") if is_inner else told
