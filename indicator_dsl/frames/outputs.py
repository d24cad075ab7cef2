"""The columns that come out, by name, as terms: the same for every engine.

Also what a row that was scored the exact way says in each of them.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from indicator_dsl.frames.ratios import ALWAYS
from indicator_dsl.frames.sheet import Plan, item_column
from indicator_dsl.frames.terms import Null, Number, Whole, Words, plus, times
from indicator_dsl.model import Actuals, Checklist, Entry, Ruleset
from indicator_dsl.quantities import decimal_from_number, scaled_half_up
from indicator_dsl.scoring import evaluate
from indicator_dsl.wording import name_from_text

EXACT_WAY = "row_by_row"
NO_DAY = "?"  # stands for a day that no calendar of Python's has: something is there, unreadable
POINT_DIGITS = 18


@frozen(kw_only=True)
class Output:
    """One column that comes out: points (in units of 10^-places) or words."""

    name: str
    term: Null | Words

    @property
    def is_points(self) -> bool:
        """Whether it holds points."""
        return isinstance(self.term, Null)


def outputs_of(plan: Plan) -> tuple[Output, ...]:
    """Every column that comes out besides `row_by_row`, in order."""
    places = plan.ruleset.rounding.places
    found: list[Output] = []
    for line in plan.lines:
        name = line.rule.name
        full = Number(scaled_half_up(line.rule.weight, places))
        lost: Whole = plus(full, times(line.shown, -1))
        found.append(Output(name=f"earned:{name}", term=Null(line.shown, line.is_settled)))
        found.append(Output(name=f"lost:{name}", term=Null(lost, line.is_settled)))
        found.append(Output(name=f"reason:{name}", term=line.reason))
    whole = plan.overall
    found += [
        Output(name="total", term=Null(whole.low, whole.is_settled)),
        Output(name="grade", term=plan.grade),
        Output(name="total_low", term=Null(whole.low, ALWAYS)),
        Output(name="total_high", term=Null(whole.high, ALWAYS)),
    ]
    return tuple(found)


def output_names(ruleset: Ruleset) -> tuple[str, ...]:
    """The names of all columns that come out.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "满意度 >= 95 % weight 10")
        >>> output_names(compile_ruleset(text, Collector()))[:3]
        ('earned:满意度', 'lost:满意度', 'reason:满意度')
    """
    kinds = ("earned", "lost", "reason")
    lines = [f"{kind}:{rule.name}" for rule in ruleset.indicators for kind in kinds]
    return (*lines, "total", "grade", "total_low", "total_high", EXACT_WAY)


Row = dict[str, Decimal | str | None]


def scored_row(ruleset: Ruleset, cells: Mapping[str, object]) -> Row:
    """What one row of cells scores by the scalar engine; a cell that is None was not handed in.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "满意度 >= 95 % weight 10")
        >>> scored_row(compile_ruleset(text, Collector()), {"满意度": "95%"})["total"]
        Decimal('10.00')
    """
    places = ruleset.rounding.places

    def shown(points: Fraction | None) -> Decimal | None:
        return None if points is None else decimal_from_number(points, places)

    card = evaluate(ruleset, actuals_of_row(ruleset, cells))
    row: Row = {}
    for line in card.lines:
        name, earned = line.indicator.name, shown(line.earned)
        weight = decimal_from_number(line.indicator.weight, places)
        # A line that does not apply earns nothing of its own and leaves nothing open.
        row[f"earned:{name}"] = earned
        row[f"lost:{name}"] = None if earned is None else weight - earned
        row[f"reason:{name}"] = line.reason
    row["total"] = shown(card.total)
    row["grade"] = card.grade
    row["total_low"], row["total_high"] = shown(card.low), shown(card.high)
    return row


def in_whole_numbers(row: Row, places: int) -> dict[str, int | str | None]:
    """The row with its points as whole numbers of 10^-places.

    Example:
        >>> in_whole_numbers({"total": Decimal("10.50"), "grade": None}, 2)
        {'total': 1050, 'grade': None}
    """
    return {
        name: int(value.scaleb(places)) if isinstance(value, Decimal) else value
        for name, value in row.items()
    }


def actuals_of_row(ruleset: Ruleset, cells: Mapping[str, object]) -> Actuals:
    """A row of cells as actuals; the items of a checklist stand in columns of their own."""
    cells = {name_from_text(column): cell for column, cell in cells.items()}
    entries = {
        name: Entry(name=name, cell=cell) for name, cell in cells.items() if cell is not None
    }
    for rule in ruleset.indicators:
        if not isinstance(rule.measure, Checklist):
            continue
        columns = {item_column(rule.name, item.name): item.name for item in rule.measure.items}
        items = tuple(
            (item, cells[column])
            for column, item in columns.items()
            if cells.get(column) is not None and cells[column] != ""
        )
        for column in columns:
            entries.pop(column, None)
        if items:
            cell = cells.get(rule.name)
            entries[rule.name] = Entry(name=rule.name, cell=cell, items=items)
    return Actuals(entries=tuple(entries.values()))
