"""Method nodes as methods with what they say besides: ends of a line, bands, steps.

Reports what does not fit the target; draws no curve.
"""

from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.compiler.asked import Asked
from indicator_dsl.compiler.expressions import OPERATORS
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.methods import NoShareError
from indicator_dsl.model import (
    Band,
    Bands,
    Line,
    Method,
    Operator,
    Reading,
    Scheme,
    Steps,
    TwoSided,
)
from indicator_dsl.quantities import BARE, Quantity, text_from_number
from indicator_dsl.syntax import (
    BandNode,
    BandsNode,
    LessNode,
    LineNode,
    MethodNode,
    PointsNode,
    QuantityNode,
    SidesNode,
    StepNode,
)
from indicator_dsl.wording import Text, same

METHODS = {
    "PASS": Method.PASS,
    "RATIO": Method.RATIO,
    "INVERSE": Method.INVERSE,
    "EXCESS": Method.EXCESS,
    "LINE": Method.LINE,
    "BANDS": Method.BANDS,
    "LESS": Method.STEPS,
    "SIDES": Method.STEPS,
}
_READINGS = {
    "proportional": Reading.PROPORTIONAL,
    "full": Reading.FULL,
    "part": Reading.PART,
}


def scheme_from_node(node: MethodNode, asked: Asked, desk: Desk) -> Scheme | None:
    """What the method says besides its name; None, with a diagnostic, when it does not fit.

    Raises:
        NoShareError: when it takes a share of a target that is a day or not above 0.
    """
    match node.detail:
        case LineNode():
            return _line(node.detail, asked, desk)
        case BandsNode():
            return _bands(node.detail, asked, desk)
        case LessNode():
            return _less(node.detail, asked, desk)
        case SidesNode():
            return _sides(node.detail, asked, desk)
        case None:
            return None


def amount(node: QuantityNode, asked: Asked, desk: Desk, *, of_target: bool) -> Quantity | None:
    """A figure of a method or guard in the target's unit; a share when it is one of the target."""
    if of_target and not asked.has_shares:
        raise NoShareError
    number = desk.number(node.number)
    if number is None:
        return None
    if of_target:
        return Quantity(asked.ends[1] * number / 100 / asked.unit.factor, asked.unit)
    if node.unit is None:
        return Quantity(number, asked.unit)
    unit = desk.unit(node.unit)
    if unit is None:
        return None
    if not unit.is_same_measure(asked.unit):
        advice = None
        if node.unit.text == "%":
            written = f"{node.number.text}%"
            advice = Text(f"{written} of target", f"{written} 目标值，或 完成率 … {written}")
        desk.mismatch(node.span, asked.unit, unit, advice=advice)
        return None
    return Quantity(number, unit)


def points(node: PointsNode, asked: Asked, desk: Desk) -> Fraction | None:
    """Points, a per cent of the weight turned into them; at most the weight."""
    number = desk.number(node.number)
    if number is None:
        return None
    if node.is_percent:
        number = asked.weight * number / 100
    if number > asked.weight:
        desk.collector.add(
            codes.POINTS_OVER_WEIGHT.at(
                desk.place(node.span),
                points=text_from_number(number),
                weight=text_from_number(asked.weight),
            )
        )
        return None
    return number


def _line(node: LineNode, asked: Asked, desk: Desk) -> Line | None:
    start = amount(node.start, asked, desk, of_target=node.of_target)
    end = amount(node.end, asked, desk, of_target=node.of_target)
    if start is None or end is None:
        return None
    operator = asked.target.operator
    backwards = (operator.wants_more and start.magnitude >= end.magnitude) or (
        operator.wants_less and start.magnitude <= end.magnitude
    )
    if backwards or start.magnitude == end.magnitude:
        advice = Text(
            f"by line from {end} to {start}: no points at the first, all at the second",
            f"按 线性 从 {end} 至 {start}：前者得零分，后者得满分",
        )
        desk.collector.add(
            codes.LINE_BACKWARDS.at(
                desk.place(node.span), advice=advice, start=start, end=end, operator=operator.value
            )
        )
        return None
    return Line(start=start, end=end, of_target=node.of_target)


def _bands(node: BandsNode, asked: Asked, desk: Desk) -> Bands | None:
    bands = [_band(band, asked, desk) for band in node.bands]
    otherwise = points(node.otherwise, asked, desk)
    kept = [band for band in bands if band is not None]
    if otherwise is None or len(kept) < len(bands):
        return None
    for before, band, at in zip(kept, kept[1:], node.bands[1:], strict=False):
        if not _comes_after(before, band):
            desk.collector.add(
                codes.BANDS_UNORDERED.at(
                    desk.place(at.span),
                    band=f"{band.operator.value} {band.bound}",
                    before=f"{before.operator.value} {before.bound}",
                )
            )
            return None
    return Bands(bands=tuple(kept), otherwise=otherwise)


def _band(node: BandNode, asked: Asked, desk: Desk) -> Band | None:
    bound = amount(node.bound, asked, desk, of_target=False)
    worth = points(node.points, asked, desk)
    if bound is None or worth is None:
        return None
    return Band(operator=OPERATORS[node.operator.kind], bound=bound, points=worth)


def _comes_after(before: Band, band: Band) -> bool:
    """Whether a band can still be reached after the one before it."""
    if before.operator.wants_more != band.operator.wants_more:
        return False
    first, second = before.bound.magnitude, band.bound.magnitude
    if first == second:
        return before.operator in (Operator.MORE_THAN, Operator.LESS_THAN) and (
            band.operator in (Operator.AT_LEAST, Operator.AT_MOST)
        )
    return second < first if before.operator.wants_more else second > first


def _less(node: LessNode, asked: Asked, desk: Desk) -> TwoSided | None:
    steps = _steps(node, asked, desk)
    if steps is None:
        return None
    operator = asked.target.operator
    if operator.wants_more:
        return TwoSided(below=steps)
    return TwoSided(above=steps) if operator.wants_less else TwoSided(below=steps, above=steps)


def _sides(node: SidesNode, asked: Asked, desk: Desk) -> TwoSided | None:
    found: dict[str, Steps] = {}
    for side in node.sides:
        steps = _steps(side.less, asked, desk)
        if steps is None:
            return None
        if side.side in found:
            word = side.span.text_of(desk.source.text)
            desk.collector.add(
                codes.CLAUSE_REPEATED.at(desk.place(side.span), name=word, clause=side.side)
            )
            return None
        found[side.side] = steps
    return TwoSided(below=found.get("below"), above=found.get("above"))


def _steps(node: LessNode, asked: Asked, desk: Desk) -> Steps | None:
    each = points(node.points, asked, desk)
    width = _width(node.step, asked, desk)
    most = points(node.ceiling, asked, desk) if node.ceiling else None
    if each is None or width is None or (node.ceiling and most is None):
        return None
    share = None
    if node.step.of_target:
        number = desk.number(node.step.amount.number)
        share = None if number is None else number / 100
    return Steps(
        points=each,
        width=width,
        reading=_READINGS[node.step.reading],
        most=most,
        of_target=share,
    )


def _width(node: StepNode, asked: Asked, desk: Desk) -> Quantity | None:
    """How wide a step is, above 0."""
    unit = node.amount.unit
    is_percent = unit is not None and unit.text in ("%", "％")
    if is_percent and not node.of_target:
        _refuse_ambiguous(node, asked, desk)
        return None
    if asked.is_day and not node.of_target:
        width = _days(node.amount, desk)
    else:
        width = amount(node.amount, asked, desk, of_target=node.of_target)
    if width is not None and width.magnitude <= 0:
        written = node.amount.span.text_of(desk.source.text)
        desk.collector.add(codes.NUMBER_MALFORMED.at(desk.place(node.amount.span), text=written))
        return None
    return width


def _days(node: QuantityNode, desk: Desk) -> Quantity | None:
    """How many days a step is long; a bare number counts days."""
    length, day = desk.quantity(node), desk.units.unit_from_text("天")
    if length is None or node.unit is None:
        return length
    if not length.unit.is_same_measure(day):
        desk.mismatch(node.span, day, length.unit)
        return None
    return Quantity(length.in_unit(day).number, BARE)


def _refuse_ambiguous(node: StepNode, asked: Asked, desk: Desk) -> None:
    number = node.amount.number.text
    percent = asked.unit.factor == Fraction(1, 100) and not asked.unit.dimension
    as_points = f"per {number} pp" if percent else ""
    as_share = f"per {number}% of target"
    choices = [choice for choice in (as_points, as_share) if choice]
    chinese = [
        *([f"每 {number} 个百分点"] if percent else []),
        f"每 {number}% 目标值",
    ]
    desk.collector.add(
        codes.STEP_AMBIGUOUS.at(
            desk.place(node.amount.span),
            advice=Text(" / ".join(choices), " / ".join(chinese)),
            step=same(f"{number}%"),
        )
    )
