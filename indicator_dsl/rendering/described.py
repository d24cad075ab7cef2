"""A ruleset as rows and remarks of plain words, before any layout. Scores nothing."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from indicator_dsl.explanation import (
    asked_text,
    condition_text,
    expression_text,
    method_text,
    number_text,
    share_text,
)
from indicator_dsl.model import (
    Bound,
    Extra,
    Grades,
    Indicator,
    Level,
    Limit,
    Range,
    Rounding,
    Ruleset,
    Scale,
    Veto,
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


_PLACES: Final = Text("half-up to {n} places, {when}", "四舍五入保留 {n} 位小数，{when}")
_WHOLE: Final = Text("half-up to whole points, {when}", "四舍五入到整数，{when}")
_EACH: Final = Text("line by line", "逐项")
_AT_TOTAL: Final = Text("once at the total", "仅在总分")


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
        yield Part(labels.GRADES, (_grades(ruleset.grades),))
    scales = tuple(_scale(scale) for scale in _scales(ruleset))
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
        (labels.ROUNDING_RULE, (_rounding(ruleset.rounding),)),
        (labels.EXTRAS, tuple(map(_extra, ruleset.extras))),
        (labels.LIMITS, tuple(map(_limit, ruleset.limits))),
        (labels.VETOES, tuple(map(_veto, ruleset.vetoes))),
        (labels.CHECKS, checks),
        (labels.ASSUMED, tuple(dict.fromkeys(assumptions))),
    ):
        if lines:
            yield Part(heading, lines)


def _grades(grades: Grades) -> Text:
    bands = [f"{grade.label} ≥ {number_text(grade.points)}" for grade in grades.bands]
    rest = grades.otherwise
    return Text(", ".join([*bands, f"else {rest}"]), "，".join([*bands, f"其余 {rest}"]))


def _scales(ruleset: Ruleset) -> tuple[Scale, ...]:
    targets = (rule.target for rule in ruleset.indicators)
    found = [each for each in targets if isinstance(each, Scale) and not each.is_answer]
    return tuple(dict.fromkeys(found))


def _scale(scale: Scale) -> Text:
    en = ", ".join(_level(level).en for level in scale.levels)
    zh = "，".join(_level(level).zh for level in scale.levels)
    return Text(f"{scale.name}: {en}", f"{scale.name}：{zh}")


def _level(level: Level) -> Text:
    best = share_text(level.share)
    if level.least is None:
        return Text(f"{level.label} {best.en}", f"{level.label} {best.zh}")
    least = share_text(level.least)
    return Text(f"{level.label} {least.en} to {best.en}", f"{level.label} {least.zh}～{best.zh}")


def _rounding(rounding: Rounding) -> Text:
    words = _PLACES if rounding.places else _WHOLE
    told = words.filled(n=rounding.places, when=_EACH if rounding.each else _AT_TOTAL)
    if not rounding.is_assumed:
        return told
    return Text(f"{told.en} (not stated, assumed)", f"{told.zh}（规则集未写明，系默认）")


def _extra(extra: Extra) -> Text:
    each, sign = number_text(extra.each), "+" if extra.is_bonus else "−"
    cap = "" if extra.cap is None else number_text(extra.cap)
    en = f"{extra.name}: {sign}{each} each" + (f", at most {cap}" if cap else "")
    word = "加" if extra.is_bonus else "扣"
    zh = f"{extra.name}：每项{word} {each} 分" + (f"，最多{word} {cap} 分" if cap else "")
    if extra.missing_is_zero:
        return Text(f"{en}; none unless stated", f"{zh}；未填视为没有")
    return Text(en, zh)


def _limit(limit: Limit) -> Text:
    points = number_text(limit.points)
    if limit.condition is None:
        return Text(f"the total is at most {points}", f"总分最高 {points} 分")
    told = condition_text(limit.condition)
    return Text(f"at most {points} when {told.en}", f"{told.zh} 时，总分最高 {points} 分")


def _veto(veto: Veto) -> Text:
    if veto.grade is not None:
        told = Text(f"the grade is at most {veto.grade}", f"等级不高于{veto.grade}")
    else:
        points = "" if veto.points is None else number_text(veto.points)
        told = Text(f"the total is at most {points}", f"总分最高 {points} 分")
    if veto.missing_is_zero:
        told = Text(f"{told.en}; not so unless stated", f"{told.zh}；未填视为没有")
    return Text(f"{veto.name}: {told.en}", f"有“{veto.name}”的，{told.zh}")


def title_of(ruleset: Ruleset, lang: Lang) -> str:
    """The ruleset's title; what it is, where it has none."""
    return ruleset.title or labels.SCORING_RULES.in_lang(lang)
