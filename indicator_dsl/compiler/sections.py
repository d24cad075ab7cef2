"""Headings and the rules under them, and whether their points add up to what is promised."""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.compiler.measures import Setting
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.model import CardShares, Indicator, Section, Treatment
from indicator_dsl.quantities import text_from_number
from indicator_dsl.source import Place
from indicator_dsl.syntax import IndicatorNode, RulesetFileNode, SectionNode, TotalNode
from indicator_dsl.wording import same

_ZERO: Final = Fraction(0)
_FromNode = Callable[[IndicatorNode, Desk, Setting], Indicator | None]


def sections_and_indicators(
    file: RulesetFileNode, desk: Desk, setting: Setting, from_node: _FromNode
) -> tuple[tuple[Section, ...], tuple[Indicator, ...]]:
    """Every heading and every rule, in order, each rule under the heading before it."""
    sections: list[Section] = []
    indicators: list[Indicator] = []
    for node in file.statements:
        if isinstance(node, SectionNode):
            desk.headings = node.path
            sections.append(_section(node, desk))
        elif isinstance(node, IndicatorNode):
            indicator = from_node(node, desk, setting)
            if indicator is not None:
                indicators.append(indicator)
    desk.headings = ()
    _refuse_unknown_sections(sections, indicators, desk)
    return tuple(sections), tuple(indicators)


def _section(node: SectionNode, desk: Desk) -> Section:
    return Section(
        path=node.path,
        points=desk.number(node.points) if node.points else None,
        inner=desk.number(node.inner) if node.inner else None,
        place=desk.place(node.span),
    )


def _refuse_unknown_sections(
    sections: list[Section], indicators: list[Indicator], desk: Desk
) -> None:
    known = {section.path for section in sections}
    for indicator in indicators:
        rule = indicator.not_applicable
        if rule is not None and rule.treatment is Treatment.MOVE and rule.section not in known:
            names = " / ".join(f"[{' / '.join(path)}]" for path in sorted(known))
            desk.collector.add(
                codes.SECTION_UNKNOWN.at(
                    indicator.place, advice=same(names), section=" / ".join(rule.section)
                )
            )


def checked_total(
    stated: Fraction | None,
    sections: tuple[Section, ...],
    indicators: tuple[Indicator, ...],
    file: RulesetFileNode,
    desk: Desk,
) -> Fraction:
    """The total; warnings where weights do not add up to what is promised."""
    shares = CardShares.of(sections)
    plain: dict[tuple[str, ...], Fraction] = {}
    on_card: dict[tuple[str, ...], Fraction] = {}
    for path, weight in _weights(indicators).items():
        worth = weight * shares.under(path)
        for depth in range(len(path) + 1):
            around = path[:depth]
            plain[around] = plain.get(around, _ZERO) + weight
            on_card[around] = on_card.get(around, _ZERO) + worth
    for section in sections:
        promised = section.inner if section.inner is not None else section.points
        if promised is None:
            continue
        found = (plain if section.inner else on_card).get(section.path, _ZERO)
        if found != promised:
            _warn_section(section, promised, found, desk)
    whole = on_card.get((), _ZERO)
    if stated is None:
        return whole
    if stated != whole and indicators:
        places = [desk.place(n.span) for n in file.statements if isinstance(n, TotalNode)]
        place = places[0] if places else _first(indicators)
        desk.collector.add(
            codes.WEIGHTS_NOT_TOTAL.at(
                place, sum=text_from_number(whole), total=text_from_number(stated)
            )
        )
    return stated


def _weights(indicators: tuple[Indicator, ...]) -> dict[tuple[str, ...], Fraction]:
    """The sum of the weights right under each heading that has rules."""
    weights: dict[tuple[str, ...], Fraction] = {}
    for indicator in indicators:
        weights[indicator.section] = weights.get(indicator.section, _ZERO) + indicator.weight
    return weights


def _first(indicators: tuple[Indicator, ...]) -> Place:
    return indicators[0].place


def _warn_section(section: Section, promised: Fraction, found: Fraction, desk: Desk) -> None:
    desk.collector.add(
        codes.SECTION_WEIGHT_DIFFERS.at(
            section.place,
            section=" / ".join(section.path),
            points=text_from_number(promised),
            sum=text_from_number(found),
        )
    )
