"""Whether all points of a form stand in its ruleset, so that totals may be compared."""

from collections.abc import Iterable
from fractions import Fraction

from indicator_dsl.model import Form
from indicator_dsl.transcription.rows import points_of
from indicator_dsl.transcription.transcript import RowReading, TargetKind


def is_left_out(reading: RowReading) -> bool:
    """Whether the form gives a row points of its own that no rule stands for.

    Example:
        >>> from indicator_dsl.model import FormCell, FormRow
        >>> row = FormRow(name=FormCell(text="甲"), weight=FormCell(text="10"))
        >>> is_left_out(RowReading(row=row, indicator="甲", target_kind=TargetKind.NOT_APPLICABLE))
        True
    """
    is_idle = reading.target_kind is TargetKind.NOT_APPLICABLE
    is_out = is_idle or not reading.is_understood
    return is_out and bool(points_of(reading.row.weight.text))


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
