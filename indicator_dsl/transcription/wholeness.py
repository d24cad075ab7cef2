"""Whether all points of a form stand in its ruleset, so that totals may be compared."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from indicator_dsl.model import Form
from indicator_dsl.transcription.rows import points_of
from indicator_dsl.transcription.transcript import RowReading, TargetKind

_NO_POINTS: Final = "-—–/ \t\r\n\u3000"


def is_left_out(reading: RowReading) -> bool:
    """Whether the form gives a row points of its own that no rule stands for.

    Example:
        >>> from indicator_dsl.model import FormCell, FormRow
        >>> row = FormRow(name=FormCell(text="甲"), weight=FormCell(text="10"))
        >>> is_left_out(RowReading(row=row, indicator="甲", target_kind=TargetKind.NOT_APPLICABLE))
        True
    """
    row = reading.row
    return are_points_left_out(row.weight.text, row.score.text, is_idle=is_idle(reading))


def is_idle(reading: RowReading) -> bool:
    """Whether no rule could stand for a row, whatever its points: not understood, or n/a."""
    return reading.target_kind is TargetKind.NOT_APPLICABLE or not reading.is_understood


def are_points_left_out(weight: str, score: str, *, is_idle: bool) -> bool:
    """Whether a row's points stand outside of the ruleset, by its cells of points.

    Args:
        weight: The cell of its weight; one of `/` or `0` says that it has none.
        score: The cell of its reported points.
        is_idle: Whether no rule stands for it.

    Example:
        >>> are_points_left_out("六十", "60", is_idle=False)  # some points, nobody knows how many
        True
        >>> are_points_left_out("", "60", is_idle=True), are_points_left_out("", "", is_idle=True)
        (True, False)
        >>> are_points_left_out("60", "", is_idle=True), are_points_left_out("/", "", is_idle=True)
        (True, False)
    """
    points = points_of(weight)
    if points is not None:
        return is_idle and bool(points)
    is_blank = not weight.strip()
    return bool(points_of(score) or not is_idle) if is_blank else bool(weight.strip(_NO_POINTS))


def is_whole(form: Form, rows: Iterable[RowReading], full: Fraction | None) -> bool:
    """Whether all points that a form gives can be scored.

    Args:
        form: As written.
        rows: All of its rows.
        full: What its rules weigh together; None where there are none.

    Example:
        >>> from indicator_dsl.model import FormCell
        >>> form = Form(name="a", total_weight=FormCell(text="100"))
        >>> is_whole(form, (), Fraction(90)), is_whole(form, (), Fraction(100))
        (False, True)
    """
    printed = points_of(form.total_weight.text)
    is_all = full is None or printed in (None, full)
    return is_all and not any(map(is_left_out, rows))
