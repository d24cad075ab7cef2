"""What does not hold in what was handed in.

Names, cells, checks, reported scores. Changes no score.
"""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Finding, Severity
from indicator_dsl.methods import curve_of_method, methods_for
from indicator_dsl.model import (
    Actuals,
    Bound,
    Check,
    Checklist,
    Entry,
    Indicator,
    Measured,
    Method,
    Range,
    Ruleset,
    Scale,
    names_in,
)
from indicator_dsl.quantities import MAX_DECIMAL_DIGITS, Quantity, half_up, text_from_number
from indicator_dsl.scoring.cells import Given, figure_from_cell, unit_of, written
from indicator_dsl.scoring.figures import Known, Unknown, holds
from indicator_dsl.scoring.scorecard import LineScore, Status
from indicator_dsl.wording import Text, joined, name_from_text, nearest, same

_METHODS = {
    "pass": Text("by pass", "按达标"),
    "ratio": Text("by ratio", "按比例"),
    "excess": Text("by excess", "按超幅"),
    "inverse": Text("by inverse", "按反比"),
}
_NOTHING = Text("", "")
_PLACES: Final = 2
_MOST_EXACT: Final = 4  # decimals shown in full
_MOST_GUESSES: Final = 100  # each looks at every known name


def of_heading(ruleset: Ruleset, actuals: Actuals) -> Iterable[Finding]:
    """Actuals of another year or another sheet."""
    if actuals.year is not None and ruleset.year is not None and actuals.year != ruleset.year:
        yield codes.YEAR_DIFFERS.finding(actual=actuals.year, expected=ruleset.year)
    if actuals.title and ruleset.title and actuals.title != ruleset.title:
        yield codes.TITLE_DIFFERS.finding(actual=actuals.title, expected=ruleset.title)


def of_names(ruleset: Ruleset, actuals: Actuals, figures: Known) -> Iterable[Finding]:
    """Names the ruleset does not have, and other values for figures it works out itself."""
    derived = {figure.name for figure in ruleset.derived}
    known = derived | {f.name for f in ruleset.inputs} | {i.name for i in ruleset.indicators}
    known |= {extra.name for extra in ruleset.extras} | {veto.name for veto in ruleset.vetoes}
    lists = {
        rule.name: {item.name for item in rule.measure.items}
        for rule in ruleset.indicators
        if isinstance(rule.measure, Checklist)
    }
    guesses = 0
    for entry in actuals.entries:
        if entry.name not in known:
            guesses += 1
            near = nearest(entry.name, known) if guesses <= _MOST_GUESSES else ()
            said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
                en=", ".join(near), zh="、".join(near)
            )
            yield codes.ACTUAL_UNKNOWN.finding(entry.name, nearest=said if near else _NOTHING)
        elif _is_other(entry, derived, figures, ruleset):
            yield codes.LET_SUPPLIED.finding(entry.name, cell=written(entry.cell))
        for item, _ in entry.items:
            if name_from_text(item) not in lists.get(entry.name, set()):
                yield codes.ITEM_UNKNOWN.finding(entry.name, item=item)


def _is_other(entry: Entry, derived: set[str], figures: Known, ruleset: Ruleset) -> bool:
    """Whether a cell says anything but what was worked out, to as many decimals as it has."""
    if entry.name not in derived or entry.cell is None:
        return False
    figure = figures[entry.name]
    if isinstance(figure, Unknown):
        return True
    read = figure_from_cell(entry.cell, figure.unit, ruleset.units)
    if not isinstance(read, Given) or not isinstance(read.quantity, Quantity):
        return True
    said = read.quantity
    places = len(text_from_number(said.number).partition(".")[2])
    return half_up(figure.in_unit(said.unit).number, places) != said.number


def of_line(line: LineScore, *, is_derived: bool, is_given: bool = False) -> Iterable[Finding]:
    """A line that could not be scored, and one that owes an explanation.

    Args:
        line: As it was scored.
        is_derived: Whether its figure is worked out.
        is_given: Whether it has an actual, and lacks only whether it applies.
    """
    indicator = line.indicator
    if line.status is Status.MISSING and not is_derived and not is_given:
        yield codes.ACTUAL_MISSING.finding(indicator.name)
    elif line.status is Status.MISSING:
        yield codes.FIGURE_MISSING.finding(indicator.name, why=line.why_unscored)
    elif line.status is Status.INVALID and is_derived:
        yield codes.NOT_COMPUTABLE.finding(indicator.name, why=line.why_unscored)
    elif line.status is Status.INVALID or not (line.is_settled or line.earned is not None):
        unit = unit_of(indicator).text
        yield codes.ACTUAL_UNREADABLE.finding(
            indicator.name,
            cell=line.written,
            why=line.why_unscored,
            unit=Text(unit or "the target's terms", unit or "目标的口径"),
        )
    reached = [d for d in indicator.duties if line.share is not None and line.share >= d.share]
    if reached and line.share is not None and not line.excuse.strip():
        yield codes.OVERACHIEVED.finding(
            indicator.name,
            share=f"{_number(line.share * 100)} %",
            threshold=f"{_number(min(d.share for d in reached) * 100)} %",
        )


def of_rounding(name: str, cell: object, seen: Given) -> Iterable[Finding]:
    """A binary number whose last digits were rounded away before it was used."""
    if seen.is_rounded and isinstance(seen.quantity, Quantity):
        number = text_from_number(seen.quantity.number)
        yield codes.ACTUAL_ROUNDED.finding(name, cell=written(cell), number=number)


def of_reported(line: LineScore, places: int) -> Iterable[Finding]:
    """A reported score that is not what the rule gives."""
    if line.reported is None or line.exact is None or line.status is not Status.SCORED:
        return
    earned = half_up(line.exact, places)
    if earned == line.reported:
        return
    indicator = line.indicator
    asked = Text("asked {t}", "要求 {t}").filled(t=_asked(indicator))
    yield codes.REPORTED_SCORE_DIFFERS.finding(
        indicator.name,
        reported=text_from_number(line.reported),
        asked=asked,
        done=Text("done {x}", "实际 {x}").filled(x=_observed(line)),
        earned=text_from_number(earned, places=places),
        weight=text_from_number(indicator.weight),
        others=_other_methods(line, places),
    )


def _asked(indicator: Indicator) -> Text:
    target = indicator.target
    if isinstance(target, Checklist):
        count = len(target.items)
        return Text(f"{count} {'item' if count == 1 else 'items'}", f"{count} 项要点")
    if isinstance(target, Scale) and target.is_answer:
        return Text("= {x}", "= {x}").filled(x=target.label_text(target.name))
    return Text(str(target), str(target))


def _observed(line: LineScore) -> Text:
    target = line.indicator.target
    if isinstance(target, Scale):
        return target.label_text(str(line.observed))
    if not isinstance(line.observed, Quantity):
        return same(str(line.observed))
    if isinstance(target, Range):
        return same(_shown(line.observed, (target.low, target.high)))
    near = [target.value] if isinstance(target, Bound) else []
    values = tuple(value for value in near if isinstance(value, Quantity))
    return same(_shown(line.observed, values))


def usual_points(line: LineScore) -> Mapping[Method, Fraction]:
    """What each usual method would give a missed target, not rounded; the line's own comes first.

    Empty when the target is met, when no figure was measured, and when the rule has points of its
    own making.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("项目开展进度 <= 80 % weight 10 by inverse")
        >>> (line,) = ruleset.evaluate({"项目开展进度": "100%"}).model.lines
        >>> {each.value: str(points) for each, points in usual_points(line).items()}
        {'inverse': '8', 'pass': '0', 'excess': '15/2'}
    """
    measure = line.indicator.measure
    if not isinstance(measure, Measured) or line.is_met or not isinstance(line.observed, Quantity):
        return {}
    if measure.scheme is not None:
        return {}
    own = measure.method
    others = [m for m in methods_for(measure.target.operator) if m is not own]
    magnitude = line.observed.magnitude
    return {
        method: curve_of_method(method, measure.target, line.indicator.weight).at(magnitude)
        for method in (own, *(others if _is_possible(measure) else ()))
    }


def _other_methods(line: LineScore, places: int) -> Text:
    """What the methods not chosen would give, and whether any gives what was reported."""
    points = {method: half_up(exact, places) for method, exact in usual_points(line).items()}
    own, *others = points or (None,)
    if own is None or not others:
        return _NOTHING
    gives = [
        Text("{m} {p}", "{m} {p}").filled(
            m=_METHODS[method.value], p=text_from_number(points[method], places=places)
        )
        for method in others
    ]
    listed = joined(gives, en=", ", zh="、")
    return Text(" {own} ({others} would give otherwise){none}", "，{own}；若{others}{none}").filled(
        own=_METHODS[own.value],
        others=listed,
        none=_out_of_all(line.reported or Fraction(0), points.values(), places),
    )


def _out_of_all(reported: Fraction, points: Collection[Fraction], places: int) -> Text:
    """That no usual method gives what was reported; nothing when one does."""
    if reported in points:
        return _NOTHING
    if reported > max(points):
        most = text_from_number(max(points), places=places)
        return Text(f"; no usual method gives more than {most}", f"；常用方法最多得 {most} 分")
    return Text("; no usual method gives {r}", "；常用方法都得不到 {r} 分").filled(
        r=text_from_number(reported)
    )


def _is_possible(measure: Measured) -> bool:
    """Whether a share of the target has a meaning, so that every method has a curve."""
    target = measure.target
    low = target.low if hasattr(target, "low") else target.value
    return low.magnitude > 0


def of_reported_total(
    reported: Fraction | None, total: Fraction | None, low: Fraction, high: Fraction, places: int
) -> Iterable[Finding]:
    """A reported total that is not, or cannot be, the total."""
    if reported is None:
        return
    if total is not None and reported != total:
        said = Text("the rules give {t}", "按规则应为 {t}").filled(
            t=text_from_number(total, places=places)
        )
    elif total is None and not low <= reported <= high:
        said = Text("the rules give between {l} and {h}", "按规则应在 {l} 与 {h} 之间").filled(
            l=text_from_number(low, places=places), h=text_from_number(high, places=places)
        )
    else:
        return
    yield codes.REPORTED_TOTAL_DIFFERS.finding(reported=text_from_number(reported), computed=said)


def of_checks(checks: tuple[Check, ...], figures: Known) -> Iterable[Finding]:
    """Conditions that should hold and do not."""
    for check in checks:
        if holds(check.condition, figures) is False:
            named = {name: figures.get(name) for name in names_in(check.condition)}
            known = {name: each for name, each in named.items() if isinstance(each, Quantity)}
            told = [f"{name} = {_shown(each, known.values())}" for name, each in known.items()]
            yield codes.CHECK_FAILED.finding(message=check.message, figures=", ".join(told))


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first; among equals reported scores first, then by number as they came."""
    grave = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    kept = list(findings)
    return tuple(
        sorted(kept, key=lambda f: (grave[f.severity], f.code != codes.REPORTED_SCORE_DIFFERS.code))
    )


def _shown(quantity: Quantity, beside: Iterable[Quantity] = ()) -> str:
    """An amount as short as it can still be told from those that stand beside it."""
    unit = quantity.unit
    others = [each.in_unit(unit).number for each in beside if each.unit.is_same_measure(unit)]
    number = _number(quantity.number, others)
    return f"{number} {unit.text}" if unit.text else number


def _number(number: Fraction, others: Iterable[Fraction] = ()) -> str:
    """The number in full where four decimals hold it, else rounded behind a "≈"."""
    if 10**_MOST_EXACT % number.denominator == 0:
        return text_from_number(number)
    confusable = {Fraction(0), *others}
    places = _PLACES
    while places < MAX_DECIMAL_DIGITS and half_up(number, places) in confusable - {number}:
        places += 1
    sign = "" if half_up(number, places) == number else "≈"
    return f"{sign}{text_from_number(number, places=places)}"
