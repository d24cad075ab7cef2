"""Whatever object stands in a cell, reading it gives one of the readings and never raises."""

import pickle
from fractions import Fraction
from typing import get_args

from hypothesis import given, strategies as st

from indicator_dsl.quantities import BARE, Observed, Reading, Unit, UnitTable, read_cell

PLAIN = UnitTable()
UNITS = PLAIN.declared("万元", Fraction(10000), PLAIN.unit_from_text("元"))
TARGETS = st.sampled_from(["件", "万件", "%", "万元", "元/人·月", "㎡"]).map(UNITS.unit_from_text)
CHARACTERS = (
    "0123456789０９٣²①,，.．+-−e%％‰/·*、()（）年月日万亿千件元人天优 \u3000\t\n\u200b\x00\ud800"
)
NUMERALS = ("二", "三", "两", "十", "百", "零", "点", "成", "百分之", "二十", "二零二四")
WORDS = ("个百分点", "部分达成 ", "2024-12-31", "2024年2月", "n/a", "是", "件/10万人", "1,523.36")
PIECES = st.sampled_from([*CHARACTERS, *NUMERALS, *WORDS])
TEXTS = st.text() | st.lists(PIECES, max_size=12).map("".join)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.fractions()
    | st.complex_numbers()
    | st.dates()
    | st.datetimes()
    | st.binary()
    | st.just(10**5000)
)
OBJECTS = st.one_of(TEXTS, SCALARS, st.lists(SCALARS), st.from_type(type))


@given(OBJECTS, st.just(BARE) | TARGETS)
def test_a_reading_comes_back(value: object, unit: Unit) -> None:
    reading = read_cell(value, unit=unit, units=UNITS)
    assert isinstance(reading, get_args(Reading))
    assert reading == pickle.loads(pickle.dumps(reading))  # noqa: S301 - our own bytes


@given(TEXTS | SCALARS, st.just(BARE) | TARGETS)
def test_an_observed_amount_can_be_told_in_the_unit_of_the_target(
    value: object, unit: Unit
) -> None:
    reading = read_cell(value, unit=unit, units=UNITS)
    if isinstance(reading, Observed):
        assert unit == reading.quantity.in_unit(unit).unit


@given(TEXTS, st.just(BARE) | TARGETS)
def test_blanks_around_a_cell_say_nothing(text: str, unit: Unit) -> None:
    trimmed = text.strip(" \u3000\t\n")
    padded = f" \u3000{trimmed}\t\n"
    bare = read_cell(trimmed, unit=unit, units=UNITS)
    assert type(bare) is type(read_cell(padded, unit=unit, units=UNITS))
