"""A ruleset's text as a ruleset: the pass that calls every other part of the compiler, in order."""

from fractions import Fraction
from hashlib import sha256

from indicator_dsl import codes
from indicator_dsl.compiler.expressions import condition_from_node
from indicator_dsl.compiler.figures import (
    Known,
    derived_from,
    inputs_from,
    known_units,
    refuse_confusable_names,
)
from indicator_dsl.compiler.indicators import Setting, indicator_from_node, unit_of_target
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.settings import (
    defaults_from,
    grades_from,
    only,
    rounding_from,
    scales_from,
    total_from,
)
from indicator_dsl.compiler.units import base_words, declare_unit, shared_units
from indicator_dsl.diagnostics import Collector
from indicator_dsl.model import Check, Derived, Indicator, Ruleset, Section, names_in
from indicator_dsl.quantities import Unit, text_from_number
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax import (
    AssumptionNode,
    CheckNode,
    IndicatorNode,
    RulesetFileNode,
    RulesetNode,
    SectionNode,
    TotalNode,
    UnitNode,
    parse_ruleset,
)
from indicator_dsl.wording import Text, same


def compile_ruleset(source: SourceText, collector: Collector) -> Ruleset | None:
    """The ruleset a text states; None when the collector then holds an error.

    Args:
        source: The text, under the name its reader knows it by.
        collector: Takes every diagnostic; give each text one of its own.

    Example:
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> ruleset = compile_ruleset(source, Collector())
        >>> ruleset.indicators[0].weight
        Fraction(20, 1)
    """
    file = parse_ruleset(source, collector)
    desk = Desk(source, collector, shared_units())
    for node in file.statements:
        if isinstance(node, UnitNode):
            declare_unit(node, desk)
    refuse_confusable_names(file, desk)
    inputs = inputs_from(file, desk)
    targets = _target_units(file, desk)
    desk.known_words = base_words(desk.units)
    desk.known_words |= {word for figure in inputs for word, _ in figure.unit.dimension}
    desk.known_words |= {word for _, unit, _ in targets for word, _ in unit.dimension}
    figures = known_units(inputs, targets)
    derived = derived_from(file, desk, figures)
    declared = {figure.name for figure in inputs} | {figure.name for figure in derived}
    known = {name: figures[name] for name in declared}
    rounding = rounding_from(file, desk)
    setting = Setting(
        scales=scales_from(file, desk), defaults=defaults_from(file, desk), places=rounding.places
    )
    sections, indicators = _body(file, desk, setting, known)
    checks = _checks(file, desk, figures)
    _warn_unused(derived, indicators, checks, desk)
    header = only(RulesetNode, file, desk)
    stated = total_from(file, desk)
    grades = grades_from(file, desk)
    if not indicators and not collector.has_errors:
        collector.add(codes.NOTHING_TO_SCORE.at(Place(source, Span(0, 0))))
    if collector.has_errors:
        return None
    total = _checked_total(stated, sections, indicators, file, desk)
    return Ruleset(
        title=header.title.text if header else "",
        year=int(header.year) if header and header.year else None,
        total=total,
        rounding=rounding,
        grades=grades,
        units=desk.units,
        sections=sections,
        inputs=inputs,
        derived=derived,
        indicators=indicators,
        checks=checks,
        assumptions=_assumptions(file),
        sha256=sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _target_units(file: RulesetFileNode, desk: Desk) -> list[tuple[str, Unit, Place]]:
    """The unit of every measured indicator; faults are reported when the indicator is compiled."""
    silent = Desk(desk.source, Collector(), desk.units)
    found: list[tuple[str, Unit, Place]] = []
    for node in file.statements:
        if isinstance(node, IndicatorNode):
            unit = unit_of_target(node, silent)
            if unit is not None:
                found.append((name_of(node.name), unit, desk.place(node.target.span)))
    return found


def _body(
    file: RulesetFileNode, desk: Desk, setting: Setting, known: Known
) -> tuple[tuple[Section, ...], tuple[Indicator, ...]]:
    sections: list[Section] = []
    indicators: list[Indicator] = []
    for node in file.statements:
        if isinstance(node, SectionNode):
            points = desk.number(node.points) if node.points else None
            desk.headings = node.path
            sections.append(Section(path=node.path, points=points, place=desk.place(node.span)))
        elif isinstance(node, IndicatorNode):
            indicator = indicator_from_node(node, desk, setting, known)
            if indicator is not None:
                indicators.append(indicator)
    desk.headings = ()
    return tuple(sections), tuple(indicators)


def _checks(file: RulesetFileNode, desk: Desk, figures: Known) -> tuple[Check, ...]:
    checks: list[Check] = []
    for node in file.statements:
        if isinstance(node, CheckNode):
            condition = condition_from_node(node.condition, desk, figures)
            if condition is not None:
                place = desk.place(node.span)
                checks.append(Check(condition=condition, message=node.message.text, place=place))
    return tuple(checks)


def _warn_unused(
    derived: tuple[Derived, ...],
    indicators: tuple[Indicator, ...],
    checks: tuple[Check, ...],
    desk: Desk,
) -> None:
    used = {indicator.name for indicator in indicators}
    used.update(name for figure in derived for name in names_in(figure.value))
    used.update(name for check in checks for name in names_in(check.condition))
    if desk.collector.has_errors:
        return
    for figure in derived:
        if figure.name not in used:
            desk.collector.add(codes.LET_UNUSED.at(figure.place, name=figure.name))


def _checked_total(
    stated: Fraction | None,
    sections: tuple[Section, ...],
    indicators: tuple[Indicator, ...],
    file: RulesetFileNode,
    desk: Desk,
) -> Fraction:
    """The total; warnings where weights do not add up to what is promised."""
    whole = sum((indicator.weight for indicator in indicators), Fraction(0))
    for section in sections:
        if section.points is None:
            continue
        depth = len(section.path)
        under = [i.weight for i in indicators if i.section[:depth] == section.path]
        found = sum(under, Fraction(0))
        if found != section.points:
            desk.collector.add(
                codes.SECTION_WEIGHT_DIFFERS.at(
                    section.place,
                    section=" / ".join(section.path),
                    points=text_from_number(section.points),
                    sum=text_from_number(found),
                )
            )
    if stated is None:
        return whole
    if stated != whole:
        node = next(n for n in file.statements if isinstance(n, TotalNode))
        desk.collector.add(
            codes.WEIGHTS_NOT_TOTAL.at(
                desk.place(node.span), sum=text_from_number(whole), total=text_from_number(stated)
            )
        )
    return stated


def _assumptions(file: RulesetFileNode) -> tuple[Text, ...]:
    return tuple(same(n.words.text) for n in file.statements if isinstance(n, AssumptionNode))
