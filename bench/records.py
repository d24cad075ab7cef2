"""One record of rulesets/chaoyang-window-2024, scored by the library and by hand.

Times nothing before both have given the same points for every record.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from bench.byhand import integers_from_cells, points_by_hand
from bench.measuring import LONG_ENOUGH, Figure, Work, measured
from indicator_dsl import Ruleset, Scorecard, load_ruleset
from indicator_dsl.records import Scorer

Numbers: TypeAlias = dict[str, Decimal | int | str]
Cells: TypeAlias = dict[str, str]
Hundredths: TypeAlias = tuple[Fraction | None, ...]

RULESET: Final = "chaoyang-window-2024"
LINES: Final = 7
UNITS: Final = {
    "年初预算数": "万元",
    "全年预算数": "万元",
    "全年执行数": "万元",
    "年办件量": "件",
    "为办事群众提供进驻可事项现场咨询受理服务": "",
    "项目开展进度": "%",
    "年度项目成本": "万元",
    "政务服务水平": "",
    "办事群众满意度": "%",
}
# The order in which the function written by hand takes its figures, and how it counts them.
ORDER: Final = (
    "全年执行数",
    "全年预算数",
    "年办件量",
    "为办事群众提供进驻可事项现场咨询受理服务",
    "项目开展进度",
    "年度项目成本",
    "政务服务水平",
    "办事群众满意度",
)
DECIMALS: Final = {
    "全年执行数": 4,
    "全年预算数": 4,
    "项目开展进度": 2,
    "年度项目成本": 4,
    "办事群众满意度": 2,
}
# The form's own figures, then others: met to the dot, points lost on every line, ties on two lines.
RECORDS: Final = (
    ("1599.56", "1523.36", "1523.36", "332344", "优", "100", "1523.36", "优", "99.95"),
    ("1599.56", "1600", "1600", "200000", "优", "80", "1599.56", "优", "95"),
    ("1599.56", "1523.36", "1401.07", "187213", "良", "93.7", "1702.8456", "良", "91.28"),
    ("1599.56", "1600", "1599.2", "180050", "中", "128", "3199.12", "低", "0.95"),
    ("1599.56", "1523.36", "1523.36", "210000", "优", "64.5", "1488.1", "良", "97.3"),
)


class ResultsDiffer(Exception):
    """The library and the function written by hand do not give the same points.

    Attributes:
        cells: The record.
        expected: What the function gives, in hundredths.
        given: What the library gives, in hundredths.
    """

    def __init__(self, cells: Cells, expected: Hundredths, given: Hundredths) -> None:
        told = [" ".join(map(str, points)) for points in (given, expected)]
        super().__init__(f"hundredths by the library {told[0]}, by hand {told[1]}, for {cells}")
        self.cells = cells
        self.expected = expected
        self.given = given


def cells_of_records() -> tuple[Cells, ...]:
    """Every record as the cells of a form: numeral and unit, or a label."""
    return tuple(
        {name: numeral + UNITS[name] for name, numeral in zip(UNITS, record, strict=True)}
        for record in RECORDS
    )


def numbers_of_records() -> tuple[Numbers, ...]:
    """Every record as Python numbers, in the targets' units, and labels."""
    return tuple(
        {
            name: Decimal(numeral) if UNITS[name] else numeral
            for name, numeral in zip(UNITS, record, strict=True)
        }
        for record in RECORDS
    )


def whole_numbers_of_records() -> tuple[Numbers, ...]:
    """Every record with its numbers cut to whole ones, as a program would hold them."""
    return tuple(
        {name: int(x) if isinstance(x, Decimal) else x for name, x in record.items()}
        for record in numbers_of_records()
    )


def figures_of_records(scorer: Scorer) -> tuple[tuple[int | str, ...], ...]:
    """Every record as the figures a scorer takes: the same whole numbers as by hand."""
    places = [ORDER.index(figure.name) for figure in scorer.figures]
    return tuple(
        tuple(integers_from_cells(cells)[place] for place in places) for cells in cells_of_records()
    )


def refuse_differences(ruleset: Ruleset) -> None:
    """Nothing, once all records score alike by the library and by hand, from numbers and cells.

    Raises:
        ResultsDiffer: for the first record that does not.
    """
    expected = [
        tuple(map(Fraction, points_by_hand(*integers_from_cells(c)))) for c in cells_of_records()
    ]
    for wanted, cells, numbers in zip(
        expected, cells_of_records(), numbers_of_records(), strict=True
    ):
        for actuals in (cells, numbers) * 5:  # the first few are scored the exact way
            _refuse_difference(cells, wanted, _hundredths(ruleset.evaluate(actuals)))
            _refuse_difference(cells, wanted, _fractions(ruleset.points(actuals)))
    scorer = ruleset.scorer(DECIMALS)
    for wanted, cells, figures in zip(
        expected, cells_of_records(), figures_of_records(scorer), strict=True
    ):
        _refuse_difference(cells, wanted, _fractions(scorer.points(*figures)))


def _refuse_difference(cells: Cells, expected: Hundredths, given: Hundredths) -> None:
    if given != expected:
        raise ResultsDiffer(cells, expected, given)


def _fractions(points: tuple[int | None, ...]) -> Hundredths:
    return tuple(None if each is None else Fraction(each) for each in points)


def _hundredths(card: Scorecard) -> Hundredths:
    """The points of every line and the total; None where there are none, or they do not add up."""
    lines = tuple(
        Fraction(line.earned) * 100
        if line.earned is not None and line.lost == line.weight - line.earned
        else None
        for line in card.lines
    )
    return *lines, None if card.total is None else Fraction(card.total) * 100


def figures(*, repetitions: int, long_enough: float = LONG_ENOUGH) -> tuple[Figure, ...]:
    """What one record costs: its total, and its card with every line read.

    Args:
        repetitions: At least 1.
        long_enough: Seconds that a timing should last.

    Raises:
        ResultsDiffer: when the library and the function written by hand give different points.
    """
    ruleset = load_ruleset(RULESET)
    refuse_differences(ruleset)
    cells, numbers, whole = cells_of_records(), numbers_of_records(), whole_numbers_of_records()
    tight = ("by hand, from integers", _by_hand(cells))
    same_cells = ("by hand, from the same cells", _by_hand_from_cells(cells))
    total = ("a record's total, from numbers", _total(ruleset, numbers))
    card = ("a record, every line read, from numbers", _card(ruleset, numbers))
    points = ("a record's points and total, from integers", _points(ruleset))
    card_of_integers = ("a record, every line read, from integers", _card(ruleset, whole))
    card_of_cells = ("a record, every line read, from cells", _card(ruleset, cells))
    entering = ("seven Decimals as integer ratios, no more", _ratios(numbers))
    leaving = ("fifteen Decimals made, no more", _decimals(len(numbers)))
    return tuple(
        measured(
            subject,
            yardstick,
            repetitions=repetitions,
            aim=aim,
            long_enough=long_enough,
            pieces=len(RECORDS),
        )
        for subject, yardstick, aim in (
            (points, tight, 1.25),
            (total, tight, None),
            (card_of_integers, tight, 6.0),
            (card, tight, None),
            (card_of_cells, tight, 10.0),
            (card_of_cells, same_cells, None),
            (entering, tight, None),
            (leaving, tight, None),
        )
    )


def _by_hand(records: Sequence[Cells]) -> Work:
    integers = tuple(integers_from_cells(record) for record in records)

    def work() -> None:
        for record in integers:
            points_by_hand(*record)

    return work


def _points(ruleset: Ruleset) -> Work:
    scorer = ruleset.scorer(DECIMALS)
    points, records = scorer.points, figures_of_records(scorer)

    def work() -> None:
        for record in records:
            points(*record)

    return work


def _by_hand_from_cells(records: Sequence[Cells]) -> Work:
    def work() -> None:
        for record in records:
            points_by_hand(*integers_from_cells(record))

    return work


def _total(ruleset: Ruleset, records: Sequence[Mapping[str, object]]) -> Work:
    def work() -> None:
        for record in records:
            _ = ruleset.evaluate(record).total

    return work


def _card(ruleset: Ruleset, records: Sequence[Mapping[str, object]]) -> Work:
    def work() -> None:
        for record in records:
            card = ruleset.evaluate(record)
            _ = card.total
            for line in card.lines:
                _ = line.earned, line.lost, line.reason

    return work


def _ratios(records: Sequence[Numbers]) -> Work:
    """What it takes at least to get a record's Decimals into whole numbers."""
    decimals = tuple(
        tuple(number for number in record.values() if isinstance(number, Decimal))
        for record in records
    )

    def work() -> None:
        for record in decimals:
            for number in record:
                number.as_integer_ratio()

    return work


def _decimals(records: int) -> Work:
    """What it takes at least to hand out seven earned, seven lost and a total as Decimals."""
    handed_out = records * (2 * LINES + 1)

    def work() -> None:
        for _ in range(handed_out):
            Decimal("18.00")

    return work
