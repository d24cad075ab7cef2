"""A ruleset as rows and remarks of plain words, before any layout. Scores nothing."""

from collections.abc import Iterator

from attrs import frozen

from indicator_dsl.explanation import (
    asked_text,
    condition_text,
    expression_text,
    extra_text,
    grades_text,
    limit_text,
    method_text,
    number_text,
    rounding_rule_text,
    scale_text,
    veto_text,
)
from indicator_dsl.model import (
    Bound,
    Indicator,
    Range,
    Ruleset,
    Scale,
)
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.wording import Lang, Text


@frozen(kw_only=True)
class RuleRow:
    """A heading or a rule; every text is safe to show, and empty where there is nothing."""

    is_heading: bool
    depth: int
    name: str
    target: str = ""
    unit: str = ""
    weight: str = ""
    method: str = ""
    basis: str = ""


@frozen
class Part:
    """A named list below the table."""

    heading: Text
    lines: tuple[Text, ...]


def rule_rows(ruleset: Ruleset, lang: Lang, marks: Marks) -> Iterator[RuleRow]:
    """The rules in sheet order, under their headings."""
    promised = {section.path: section for section in ruleset.sections}
    standing: tuple[str, ...] = ()
    for rule in ruleset.indicators:
        for depth in range(1, len(rule.section) + 1):
            path = rule.section[:depth]
            if standing[:depth] == path:
                continue
            section = promised.get(path)
            points = section.points if section else None
            inner = section.inner if section else None
            yield RuleRow(
                is_heading=True,
                depth=depth - 1,
                name=marks.shown(path[-1]),
                weight="" if points is None else number_text(points),
                method=""
                if inner is None
                else labels.OUT_OF.filled(n=number_text(inner)).in_lang(lang),
            )
        standing = rule.section
        yield _row(rule, lang, marks)


def _row(rule: Indicator, lang: Lang, marks: Marks) -> RuleRow:
    unit = _unit(rule)
    target = marks.target(asked_text(rule.target).in_lang(lang))
    if unit and target.endswith(marks.shown(unit)):
        target = target[: -len(marks.shown(unit))].rstrip()
    return RuleRow(
        is_heading=False,
        depth=len(rule.section),
        name=marks.shown(rule.name),
        target=target,
        unit=marks.shown(unit),
        weight=number_text(rule.weight),
        method=marks.shown(method_text(rule).in_lang(lang)),
        basis=marks.shown("; ".join(map(str, rule.citations))),
    )


def _unit(rule: Indicator) -> str:
    match rule.target:
        case Bound() as bound:
            return bound.value.unit.text
        case Range() as within:
            return within.high.unit.text
        case _:
            return ""


def parts_of(ruleset: Ruleset) -> Iterator[Part]:
    """What stands below the table, each part only where it has something to say."""
    if ruleset.grades is not None:
        yield Part(labels.GRADES, (grades_text(ruleset.grades),))
    scales = tuple(scale_text(scale) for scale in _scales(ruleset))
    figures = tuple(
        Text(f"{each.name} = {told.en}", f"{each.name} = {told.zh}")
        for each in ruleset.derived
        for told in [expression_text(each.value, {})]
    )
    checks = tuple(
        Text(f"{told.en}: {check.message}", f"{told.zh}：{check.message}")
        for check in ruleset.checks
        for told in [condition_text(check.condition)]
    )
    assumptions = (*ruleset.assumptions, *(a for r in ruleset.indicators for a in r.assumptions))
    for heading, lines in (
        (labels.SCALES, scales),
        (labels.FIGURES, figures),
        (labels.ROUNDING_RULE, (rounding_rule_text(ruleset.rounding),)),
        (labels.EXTRAS, tuple(map(extra_text, ruleset.extras))),
        (labels.LIMITS, tuple(map(limit_text, ruleset.limits))),
        (labels.VETOES, tuple(map(veto_text, ruleset.vetoes))),
        (labels.CHECKS, checks),
        (labels.ASSUMED, tuple(dict.fromkeys(assumptions))),
    ):
        if lines:
            yield Part(heading, lines)


def _scales(ruleset: Ruleset) -> tuple[Scale, ...]:
    targets = (rule.target for rule in ruleset.indicators)
    found = [each for each in targets if isinstance(each, Scale) and not each.is_answer]
    return tuple(dict.fromkeys(found))


def title_of(ruleset: Ruleset, lang: Lang) -> str:
    """The ruleset's title; what it is, where it has none."""
    return ruleset.title or labels.SCORING_RULES.in_lang(lang)
