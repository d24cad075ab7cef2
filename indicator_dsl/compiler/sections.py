"""Headings and the rules under them, and whether their points add up to what is promised."""

from collections.abc import Callable
from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.compiler.measures import Setting
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.model import Indicator, Section, Treatment, weight_on_card
from indicator_dsl.quantities import text_from_number
from indicator_dsl.source import Place
from indicator_dsl.syntax import IndicatorNode, RulesetFileNode, SectionNode, TotalNode
from indicator_dsl.wording import same

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


def _is_under(indicator: Indicator, section: Section) -> bool:
    return indicator.section[: len(section.path)] == section.path


def checked_total(
    stated: Fraction | None,
    sections: tuple[Section, ...],
    indicators: tuple[Indicator, ...],
    file: RulesetFileNode,
    desk: Desk,
) -> Fraction:
    """The total; warnings where weights do not add up to what is promised."""
    for section in sections:
        promised = section.inner if section.inner is not None else section.points
        if promised is None:
            continue
        weights = [
            indicator.weight if section.inner else weight_on_card(indicator, sections)
            for indicator in indicators
            if _is_under(indicator, section)
        ]
        found = sum(weights, Fraction(0))
        if found != promised:
            _warn_section(section, promised, found, desk)
    whole = sum((weight_on_card(i, sections) for i in indicators), Fraction(0))
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
