"""A whole number spelt out in Chinese numerals, plain or formal, reads back as that number."""

from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl.quantities import number_from_han

FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def below_ten_thousand(number: int) -> str:
    spelt = ""
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            spelt += "零一二三四五六七八九"[digit] + word
        elif spelt and number % place and not spelt.endswith("零"):
            spelt += "零"
    return spelt


def spelling(number: int) -> str:
    """The schoolbook spelling, group by group of four digits."""
    spelt = ""
    for worth, word in ((10**12, "万"), (10**8, "亿"), (10**4, "万"), (1, "")):
        group = number // worth % 10**4
        if group:
            gap = "零" if spelt and group < 1000 else ""
            spelt += gap + below_ten_thousand(group) + word
        elif worth == 10**8 and spelt:
            spelt += word
    return spelt


@given(st.integers(1, 10**16 - 1) | st.integers(1, 10**6), st.booleans())
def test_a_spelt_number_reads_back(number: int, is_formal: bool) -> None:  # noqa: FBT001 - drawn
    spelt = spelling(number)
    reading = number_from_han(spelt.translate(FORMAL) if is_formal else spelt)
    assert (Fraction(number), False) == (reading.number, reading.is_share)
