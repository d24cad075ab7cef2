"""The change of a total in sentences, and why its parts are fair. Decides no points."""

from fractions import Fraction
from typing import Final

from indicator_dsl.explanation.adjustments import signed
from indicator_dsl.explanation.card_changes import CardChanges
from indicator_dsl.explanation.decomposition import Group
from indicator_dsl.explanation.figures import points_text, run_on
from indicator_dsl.explanation.hybrids import Factor
from indicator_dsl.model import Rounding
from indicator_dsl.scoring import Scorecard
from indicator_dsl.wording import Text, joined

_FACTORS: Final = {
    Factor.PERFORMANCE: Text("performance", "完成情况"),
    Factor.TARGETS: Text("targets", "目标"),
    Factor.WEIGHTS: Text("weights", "分值"),
    Factor.METHODS: Text("methods", "计分方法"),
}
_TOLD_BY_NAME: Final = 6
_WHY: Final = Text(
    "Each line's change is shared by Shapley's rule: every factor gets the mean, over all orders "
    "in which the factors can be exchanged one by one, of what its exchange moves. So no order is "
    "preferred, equal factors get equal shares, what did not change gets nothing, and the shares "
    "add up to the change exactly.",
    "各项指标的变动按沙普利（Shapley）方法分摊：把各因素逐个由旧换新，取所有先后次序下该因素引起变动的"
    "平均值。因此不偏向任何次序，作用相同的因素份额相同，没有变化的因素份额为零，各份额之和恰好等于变动。",
)


def factors_text(factors: Group) -> Text:
    """The factors by name; several are those that could not be told apart.

    Example:
        >>> print(factors_text((Factor.TARGETS, Factor.METHODS)))
        targets with methods
    """
    return joined([_FACTORS[factor] for factor in factors], en=" with ", zh="与")


def why_shapley() -> Text:
    """Which decomposition it is, and why it is fair."""
    return _WHY


def change_sentence(changes: CardChanges) -> Text:
    r"""Both totals with their grades and the change; its bounds while it is not settled.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.explanation.card_changes import compare_cards
        >>> sheet = parse_ruleset("round 2 each\n甲 >= 100 件 weight 20")
        >>> cards = [sheet.evaluate({"甲": actual}).model for actual in ("80件", "90件")]
        >>> print(change_sentence(compare_cards(*cards)))
        16.00 → 18.00: +2.00
    """
    rounding = changes.after.ruleset.rounding
    totals = [_total(card) for card in (changes.before, changes.after)]
    told = Text(f"{totals[0].en} → {totals[1].en}", f"{totals[0].zh} → {totals[1].zh}")
    if changes.is_settled:
        points = signed(changes.low, rounding)
        return Text(f"{told.en}: {points}", f"{told.zh}：{points}")
    low, high = signed(changes.low, rounding), signed(changes.high, rounding)
    names = changes.waits_for[:_TOLD_BY_NAME]
    more = len(changes.waits_for) - len(names)
    rest = Text(f" and {more} more", f"等 {more + len(names)} 项") if more else Text("", "")
    return Text(
        f"{told.en}: not settled, between {low} and {high}; open: {', '.join(names)}{rest.en}",
        run_on(
            f"{told.zh}：变动尚未确定，在 {low} 至 {high} 之间；待定：", "、".join(names), rest.zh
        ),
    )


def _total(card: Scorecard) -> Text:
    rounding = card.ruleset.rounding
    if card.total is None:
        low, high = _points(card.low, rounding), _points(card.high, rounding)
        return Text(f"{low} to {high}", f"{low} 至 {high}")
    points = _points(card.total, rounding)
    if card.grade is None:
        return Text(points, points)
    return Text(f"{points} ({card.grade})", f"{points}（{card.grade}）")


def _points(points: Fraction, rounding: Rounding) -> str:
    return points_text(points, rounding)
