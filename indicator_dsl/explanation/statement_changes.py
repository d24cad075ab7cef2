"""What two sheets say differently as a whole, besides their lines. Decides no points."""

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from indicator_dsl.explanation.conditions import condition_text
from indicator_dsl.explanation.derivations import expression_text
from indicator_dsl.explanation.figures import number_text
from indicator_dsl.explanation.keys import Key, condition_key, expression_key
from indicator_dsl.explanation.statements import (
    extra_text,
    grades_text,
    limit_text,
    rounding_rule_text,
    veto_text,
)
from indicator_dsl.model import Ruleset, Section
from indicator_dsl.wording import Text, same


class Statement(Enum):
    """What speaks for a whole sheet."""

    TITLE = "title"
    YEAR = "year"
    TOTAL = "total"
    ROUNDING = "rounding"
    GRADES = "grades"
    SECTION = "section"
    INPUT = "input"
    LET = "let"
    BONUS = "bonus"
    PENALTY = "penalty"
    LIMIT = "limit"
    VETO = "veto"
    CHECK = "check"
    ASSUMPTION = "assumption"
    EXAMPLE = "example"


@frozen(kw_only=True)
class StatementChange:
    """A statement that was added (`before` is None), removed (`after` is None) or changed.

    `name` is the figure, section, bonus or veto it is about; empty for the whole sheet.
    """

    statement: Statement
    name: str
    before: Text | None
    after: Text | None


@frozen
class _Said:
    """What a statement says, and the form in which the same in other words is equal."""

    key: Key
    text: Text


_Place: TypeAlias = tuple[Statement, str, Key]


def statement_changes(before: Ruleset, after: Ruleset) -> tuple[StatementChange, ...]:
    r"""Every statement that differs in meaning, in the order of `Statement`.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> rule = "甲 >= 1 件 weight 1"
        >>> old, new = (parse_ruleset(f"round {n} each\n{rule}").model for n in (1, 2))
        >>> [str(change.after) for change in statement_changes(old, new)]
        ['half-up to 2 places, line by line']
    """
    old, new = dict(_statements(before)), dict(_statements(after))
    order = list(Statement)
    changes = [
        StatementChange(
            statement=each[0],
            name=each[1],
            before=old[each].text if each in old else None,
            after=new[each].text if each in new else None,
        )
        for each in {**old, **new}
        if each not in old or each not in new or old[each].key != new[each].key
    ]
    return tuple(sorted(changes, key=lambda change: order.index(change.statement)))


def _statements(ruleset: Ruleset) -> Iterator[tuple[_Place, _Said]]:
    yield from _heads(ruleset)
    for section in ruleset.sections:
        if section.points is not None:
            said = _Said((section.points, section.inner), _section(section, section.points))
            yield (Statement.SECTION, " / ".join(section.path), ()), said
    for figure in ruleset.inputs:
        unit = figure.unit
        said = _Said((unit.factor, unit.dimension), same(unit.text))
        yield (Statement.INPUT, figure.name, ()), said
    for each in ruleset.derived:
        said = _Said(expression_key(each.value), expression_text(each.value, {}))
        yield (Statement.LET, each.name, ()), said
    for extra in ruleset.extras:
        kind = Statement.BONUS if extra.is_bonus else Statement.PENALTY
        terms = (extra.each, extra.cap, extra.missing_is_zero)
        yield (kind, extra.name, ()), _Said(terms, extra_text(extra))
    for limit in ruleset.limits:
        when = () if limit.condition is None else condition_key(limit.condition)
        yield (Statement.LIMIT, "", when), _Said((limit.points,), limit_text(limit))
    for veto in ruleset.vetoes:
        effect = (veto.grade, veto.points, veto.missing_is_zero)
        yield (Statement.VETO, veto.name, ()), _Said(effect, veto_text(veto))
    yield from _remarks(ruleset)


def _heads(ruleset: Ruleset) -> Iterator[tuple[_Place, _Said]]:
    if ruleset.title:
        yield (Statement.TITLE, "", ()), _Said((ruleset.title,), same(ruleset.title))
    if ruleset.year is not None:
        yield (Statement.YEAR, "", ()), _Said((ruleset.year,), same(str(ruleset.year)))
    total = _Said((ruleset.total,), same(number_text(ruleset.total)))
    yield (Statement.TOTAL, "", ()), total
    rounding = ruleset.rounding
    key = (rounding.places, rounding.each)
    yield (Statement.ROUNDING, "", ()), _Said(key, rounding_rule_text(rounding))
    if ruleset.grades is not None:
        said = _Said((ruleset.grades,), grades_text(ruleset.grades))
        yield (Statement.GRADES, "", ()), said


def _remarks(ruleset: Ruleset) -> Iterator[tuple[_Place, _Said]]:
    """What decides no score of its own: checks, assumptions and examples."""
    for check in ruleset.checks:
        told = condition_text(check.condition)
        text = Text(f"{told.en}: {check.message}", f"{told.zh}：{check.message}")
        yield (Statement.CHECK, "", condition_key(check.condition)), _Said((check.message,), text)
    for assumed in ruleset.assumptions:
        yield (Statement.ASSUMPTION, "", (assumed,)), _Said((), assumed)
    for example in ruleset.examples:
        text = same(f"{example.cell} -> {number_text(example.points)}")
        said = _Said((example.points,), text)
        yield (Statement.EXAMPLE, example.name, (example.cell,)), said


def _section(section: Section, worth: Fraction) -> Text:
    points = number_text(worth)
    if section.inner is None:
        return Text(f"{points} points", f"{points} 分")
    inner = number_text(section.inner)
    return Text(f"{points} points, scored out of {inner}", f"{points} 分，按 {inner} 分计分后折算")
