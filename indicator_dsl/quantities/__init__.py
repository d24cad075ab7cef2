"""Exact numbers, rounding, units, quantities and what a form's cell says.

Knows no ruleset, and lets no float past its door.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.quantities.calendar_day import CalendarDay
    from indicator_dsl.quantities.cells import MAX_CELL_LENGTH, read_cell
    from indicator_dsl.quantities.dates import DateFault, DateReading, NotADate, date_from_text
    from indicator_dsl.quantities.han import HanReading, NotHan, number_from_han
    from indicator_dsl.quantities.numerals import (
        MAX_DECIMAL_DIGITS,
        MAX_WHOLE_DIGITS,
        NotANumber,
        NumberFault,
        decimal_from_number,
        number_from_float,
        number_from_python,
        number_from_text,
        text_from_number,
    )
    from indicator_dsl.quantities.quantity import Quantity, product, quotient
    from indicator_dsl.quantities.readings import (
        Day,
        Flag,
        JudgedLabel,
        Label,
        Missing,
        NotApplicable,
        Observed,
        Reading,
        ReadingFault,
        Unreadable,
    )
    from indicator_dsl.quantities.rounding import half_up, scaled_half_up
    from indicator_dsl.quantities.unit_table import UnitTable
    from indicator_dsl.quantities.unit_text import UnitError, UnitFault
    from indicator_dsl.quantities.units import BARE, Unit, UnitMismatch

__all__ = [
    "BARE",
    "MAX_CELL_LENGTH",
    "MAX_DECIMAL_DIGITS",
    "MAX_WHOLE_DIGITS",
    "CalendarDay",
    "DateFault",
    "DateReading",
    "Day",
    "Flag",
    "HanReading",
    "JudgedLabel",
    "Label",
    "Missing",
    "NotADate",
    "NotANumber",
    "NotApplicable",
    "NotHan",
    "NumberFault",
    "Observed",
    "Quantity",
    "Reading",
    "ReadingFault",
    "Unit",
    "UnitError",
    "UnitFault",
    "UnitMismatch",
    "UnitTable",
    "Unreadable",
    "date_from_text",
    "decimal_from_number",
    "half_up",
    "number_from_float",
    "number_from_han",
    "number_from_python",
    "number_from_text",
    "product",
    "quotient",
    "read_cell",
    "scaled_half_up",
    "text_from_number",
]

_HOMES = {
    "calendar_day": ("CalendarDay",),
    "cells": ("MAX_CELL_LENGTH", "read_cell"),
    "dates": ("DateFault", "DateReading", "NotADate", "date_from_text"),
    "han": ("HanReading", "NotHan", "number_from_han"),
    "numerals": (
        "MAX_DECIMAL_DIGITS",
        "MAX_WHOLE_DIGITS",
        "NotANumber",
        "NumberFault",
        "decimal_from_number",
        "number_from_float",
        "number_from_python",
        "number_from_text",
        "text_from_number",
    ),
    "quantity": ("Quantity", "product", "quotient"),
    "readings": (
        "Day",
        "Flag",
        "JudgedLabel",
        "Label",
        "Missing",
        "NotApplicable",
        "Observed",
        "Reading",
        "ReadingFault",
        "Unreadable",
    ),
    "rounding": ("half_up", "scaled_half_up"),
    "unit_table": ("UnitTable",),
    "unit_text": ("UnitError", "UnitFault"),
    "units": ("BARE", "Unit", "UnitMismatch"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
