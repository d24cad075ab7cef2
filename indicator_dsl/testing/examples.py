"""The `example` lines of a ruleset, each tried on its own indicator. Reads no file."""

from fractions import Fraction

from attrs import evolve

from indicator_dsl.model import Actuals, Checklist, Entry, Example, Indicator, Ruleset
from indicator_dsl.quantities import half_up, text_from_number
from indicator_dsl.scoring import LineScore, Scorecard, evaluate
from indicator_dsl.testing.outcomes import Mismatch, Outcome, Trial
from indicator_dsl.wording import Text, name_from_text, same

_ALL = frozenset({"是", "yes", "√"})
_NONE = frozenset({"否", "no", "×"})


def try_example(ruleset: Ruleset, example: Example) -> tuple[Outcome, Scorecard]:
    r"""What came of one example, and the card it was tried on.

    The indicator is scored by itself: what it is worked out from, and its `when`, do not count.

    Raises:
        KeyError: when the ruleset has no such indicator, which the compiler does not let pass.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> sheet = parse_ruleset("A >= 10 件 weight 20\nexample A = 9 件 -> 18").model
        >>> try_example(sheet, sheet.examples[0])[0].is_passed
        True
    """
    rule = ruleset.indicator(example.name)
    if rule is None:
        raise KeyError(example.name)
    name = f"{example.name} = {example.cell}"
    line = example.place.start.line
    card = evaluate(_alone(ruleset, rule), Actuals(entries=(entry_of(rule, example),)))
    places = ruleset.rounding.places
    mismatches: tuple[Mismatch, ...] = ()
    if not earns(card.lines[0], example.points, places):
        mismatches = (
            Mismatch(
                what=Text("points", "得分"),
                expected=same(points_shown(example.points, places)),
                actual=earned_text(card.lines[0], places),
                line=line,
            ),
        )
    outcome = Outcome(
        trial=Trial.EXAMPLE,
        name=name,
        file=example.place.source.name,
        line=line,
        mismatches=mismatches,
    )
    return outcome, card


def entry_of(rule: Indicator, example: Example) -> Entry:
    """The cell of an example as it would be handed in.

    For a checklist the cell names the items that are met; all the others are not.
    """
    if not isinstance(rule.measure, Checklist):
        return Entry(name=example.name, cell=example.cell)
    cell = name_from_text(example.cell)
    names = [item.name for item in rule.measure.items]
    told = {name_from_text(word) for word in cell.replace("，", ",").replace("、", ",").split(",")}
    if cell in names:
        told = {cell}
    if cell.lower() in _ALL:
        told = set(names)
    elif cell.lower() in _NONE:
        told = set()
    if not told <= set(names):
        return Entry(name=example.name, cell=example.cell)
    return Entry(name=example.name, items=tuple((name, name in told) for name in names))


def earns(line: LineScore, points: Fraction, places: int) -> bool:
    """Whether a line earns these points, exactly or rounded."""
    return line.earned is not None and is_shown_as(points, line.earned, places)


def is_shown_as(told: Fraction, points: Fraction, places: int) -> bool:
    """Whether points are what was told, rounded to its decimals or to the sheet's.

    Example:
        >>> [is_shown_as(Fraction(n), Fraction(80, 9), 2) for n in ("8.89", "8.8889", "8.888")]
        [True, True, False]
    """
    decimals = len(text_from_number(told).partition(".")[2])
    return told in (half_up(points, places), half_up(points, max(decimals, places)))


def points_shown(points: Fraction, places: int) -> str:
    """Points as a card shows them, with more decimals where those would hide something.

    Example:
        >>> points_shown(Fraction(18), 2), points_shown(Fraction("11.45"), 1)
        ('18.00', '11.45')
    """
    return text_from_number(points, places=places if half_up(points, places) == points else None)


def earned_text(line: LineScore, places: int) -> Text:
    """The points a line earns, or why it earns none."""
    if line.earned is not None:
        return same(points_shown(line.earned, places))
    why = line.why_unscored or Text("not scored", "未计分")
    return Text(f"{line.status.value} ({why.en})", f"{line.status.value}（{why.zh}）")


def _alone(ruleset: Ruleset, rule: Indicator) -> Ruleset:
    return Ruleset(
        total=rule.weight,
        rounding=ruleset.rounding,
        units=ruleset.units,
        indicators=(evolve(rule, when=None, duties=()),),
    )
