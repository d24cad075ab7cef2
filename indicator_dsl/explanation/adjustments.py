"""What moved the total besides the lines, in words. Moves nothing itself."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.explanation.conditions import condition_text
from indicator_dsl.explanation.figures import number_text, points_text, run_on
from indicator_dsl.model import Extra, Limit, Rounding, Ruleset, Section, Treatment, Veto
from indicator_dsl.scoring import Adjustment, Kind, Scorecard
from indicator_dsl.wording import Text

_NAMES: Final = {
    Kind.SCALED: Text("scaled", "折算"),
    Kind.REWEIGHTED: Text("weights shared out", "分值重新分配"),
    Kind.BONUS: Text("bonus", "加分"),
    Kind.PENALTY: Text("penalty", "减分"),
    Kind.FLOOR: Text("no total below 0", "总分不低于 0"),
    Kind.LIMIT: Text("limit", "总分封顶"),
    Kind.VETO: Text("veto", "否决"),
    Kind.ROUNDING: Text("rounding of the total", "总分舍入"),
}
_NAMED: Final = (Kind.BONUS, Kind.PENALTY, Kind.VETO)


@frozen(kw_only=True)
class AdjustmentExplanation:
    """One step between the lines and the total.

    `section` are the headings it belongs under, empty for the whole sheet. `sentence` says what
    was done and why, and is empty where the name says it all.
    """

    adjustment: Adjustment
    section: tuple[str, ...]
    name: Text
    sentence: Text

    @property
    def is_settled(self) -> bool:
        """Whether its points are known."""
        return self.adjustment.low == self.adjustment.high

    @property
    def lost(self) -> Fraction:
        """What the full score lost by it, below 0 where it gained; the most while it is open."""
        return self.adjustment.weight - self.adjustment.low


def explain_adjustments(card: Scorecard) -> tuple[AdjustmentExplanation, ...]:
    r"""Every step between the lines and the total, in the order taken.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> rules = 'total 10\n甲 >= 9 件 weight 10\npenalty "违规" 5 each cap 30'
        >>> card = parse_ruleset(rules).evaluate({"甲": "9件", "违规": "1 次"}).model
        >>> [str(told.sentence) for told in explain_adjustments(card)]
        ['1 × 5']
    """
    told = [_explained(each, card) for each in card.adjustments if _moves(each)]
    unheld = _unheld(card)
    if unheld:
        nobody = Adjustment(kind=Kind.REWEIGHTED, low=Fraction(0), high=Fraction(0), weight=unheld)
        told.insert(0, _explained(nobody, card))
    return tuple(told)


def _moves(adjustment: Adjustment) -> bool:
    return bool(adjustment.low or adjustment.high or adjustment.weight) or adjustment.source is None


def _unheld(card: Scorecard) -> Fraction:
    """The points of lines that do not apply and that no other line could take over."""
    held = sum((line.indicator.weight for line in card.lines if not line.is_dropped), Fraction(0))
    gained = sum((each.weight for each in card.adjustments), Fraction(0))
    return card.full - held - gained


def kind_text(kind: Kind, name: str) -> Text:
    """A kind of step, with the bonus, penalty or veto it is about.

    Example:
        >>> kind_text(Kind.BONUS, "创新").zh
        '加分：创新'
    """
    words = _NAMES[kind]
    return Text(f"{words.en}: {name}", f"{words.zh}：{name}") if kind in _NAMED else words


def _explained(adjustment: Adjustment, card: Scorecard) -> AdjustmentExplanation:
    return AdjustmentExplanation(
        adjustment=adjustment,
        section=_section(adjustment, card),
        name=kind_text(adjustment.kind, adjustment.name),
        sentence=_sentence(adjustment, card),
    )


def _section(adjustment: Adjustment, card: Scorecard) -> tuple[str, ...]:
    if adjustment.source is not None or not adjustment.name:
        return ()
    paths = dict.fromkeys(
        line.indicator.section[:depth]
        for line in card.lines
        for depth in range(1, len(line.indicator.section) + 1)
    )
    return next((path for path in paths if " / ".join(path) == adjustment.name), ())


def _sentence(adjustment: Adjustment, card: Scorecard) -> Text:
    source, ruleset = adjustment.source, card.ruleset
    match source:
        case Extra():
            return _extra(adjustment, source)
        case Limit():
            return _limit(source, adjustment)
        case Veto():
            return _veto(source, adjustment)
        case None:
            pass
    if adjustment.kind is Kind.ROUNDING:
        return _rounding(ruleset.rounding)
    if adjustment.kind is Kind.FLOOR:
        return Text("penalties take no more than there is", "减分以扣完为止")
    return _shared(adjustment, card)


def _extra(adjustment: Adjustment, extra: Extra) -> Text:
    each = number_text(extra.each)
    cap = "" if extra.cap is None else number_text(extra.cap)
    if adjustment.count is None:
        most = Text(f", at most {cap}", f"，最多 {cap} 分") if cap else Text("", "")
        return Text(
            f"{each} each{most.en}; how many is not known yet",
            f"每项 {each} 分{most.zh}；数量未填",
        )
    count = number_text(adjustment.count)
    summed = f"{count} × {each}"
    if extra.cap is None or extra.each * adjustment.count <= extra.cap:
        return Text(summed, f"{summed} 分")
    return Text(f"{summed}, at most {cap}", f"{summed} 分，最多 {cap} 分")


def _limit(limit: Limit, adjustment: Adjustment) -> Text:
    points = number_text(limit.points)
    if limit.condition is None:
        return Text(f"the total is at most {points}", f"总分最高 {points} 分")
    condition = condition_text(limit.condition)
    if adjustment.low != adjustment.high and not adjustment.high:
        return Text(
            f"at most {points} if {condition.en}; not known yet",
            run_on("如", condition.zh, f"，总分最高 {points} 分；尚不清楚"),
        )
    return Text(
        f"at most {points}, because {condition.en}",
        run_on("因", condition.zh, f"，总分最高 {points} 分"),
    )


def _veto(veto: Veto, adjustment: Adjustment) -> Text:
    points = number_text(veto.points or Fraction(0))
    if adjustment.low != adjustment.high and not adjustment.high:
        return Text(
            f"at most {points} if it is so; not said yet", f"如属实，总分最高 {points} 分；未填"
        )
    return Text(f"it is so: at most {points}", f"属实，总分最高 {points} 分")


def _rounding(rounding: Rounding) -> Text:
    places = rounding.places
    if not places:
        return Text("half-up, to a whole number", "四舍五入到整数")
    count = f"{places} {'place' if places == 1 else 'places'}"
    return Text(f"half-up, {count}", f"四舍五入，保留 {places} 位")


def _shared(adjustment: Adjustment, card: Scorecard) -> Text:
    """A section scored out of its own sum, and the points of lines that do not apply."""
    section = _section(adjustment, card)
    parts: list[Text] = []
    for each in card.ruleset.sections:
        if each.inner and each.points is not None and _is_around(each, section):
            inner, points = number_text(each.inner), number_text(each.points)
            parts.append(
                Text(
                    f"scored out of {inner}, counts {points}",
                    f"按 {inner} 分计分，折算为 {points} 分",
                )
            )
    if adjustment.kind is Kind.REWEIGHTED:
        is_open = adjustment.low != adjustment.high and not adjustment.weight
        parts += (
            _may_be_handed_over(section, card)
            if is_open
            else _handed_over(section, card.ruleset, _dropped(card))
        )
    return Text("; ".join(part.en for part in parts), "；".join(part.zh for part in parts))


def _is_around(each: Section, section: tuple[str, ...]) -> bool:
    return bool(section) and section[: len(each.path)] == each.path


def _dropped(card: Scorecard) -> list[str]:
    return [line.indicator.name for line in card.lines if line.is_dropped]


def _handed_over(section: tuple[str, ...], ruleset: Ruleset, dropped: Iterable[str]) -> list[Text]:
    names: list[str] = []
    for name in dropped:
        rule = ruleset.indicator(name)
        if rule is None or rule.not_applicable is None:
            continue
        moved = rule.not_applicable.treatment is Treatment.MOVE
        home = rule.not_applicable.section if moved else rule.section
        if not section or home[: len(section)] == section or section[: len(home)] == home:
            names.append(name)
    if not names:
        return []
    return [
        Text(
            f"the points of {', '.join(names)}, which does not apply",
            run_on("不适用的", "、".join(names), "的分值由其余指标按比例承担"),
        )
    ]


def _may_be_handed_over(section: tuple[str, ...], card: Scorecard) -> list[Text]:
    """The lines that may still turn out not to apply."""
    names = [
        line.indicator.name
        for line in card.lines
        if line.may_drop and line.indicator.section[: len(section)] == section
    ]
    if not names:
        return []
    return [
        Text(
            f"what others take over if it turns out not to apply: {', '.join(names)}",
            run_on("如不适用，其分值由其余指标承担：", "、".join(names)),
        )
    ]


def signed(points: Fraction, rounding: Rounding) -> str:
    """Points with their sign.

    Example:
        >>> signed(Fraction(2), Rounding()), signed(Fraction(-1), Rounding())
        ('+2.00', '−1.00')
    """
    shown = points_text(abs(points), rounding)
    near = "≈" if shown.startswith("≈") else ""
    if not points:
        return shown
    return f"{near}{'+' if points >= 0 else '−'}{shown.removeprefix('≈')}"
