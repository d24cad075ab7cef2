import pickle
from fractions import Fraction

import pytest

from indicator_dsl.quantities import HanReading, NotHan, number_from_han


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("\u3007", "0"),
        ("零", "0"),
        ("一", "1"),
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百", "100"),
        ("一百零五", "105"),
        ("一百一十二", "112"),
        ("一百十二", "112"),
        ("两千", "2000"),
        ("两千零五", "2005"),
        ("两千零五十", "2050"),
        ("一千五百九十九", "1599"),
        ("十万", "100000"),
        ("二十万", "200000"),
        ("二十万零五百", "200500"),
        ("二十万零五千", "205000"),
        ("三万五百", "30500"),
        ("两百万零三十", "2000030"),
        ("一千二百亿零五", "120000000005"),
        ("一亿零三万零五", "100030005"),
        ("一万亿", "1000000000000"),
        ("九千九百九十九万亿", "9999000000000000"),
        ("贰拾万", "200000"),
        ("壹佰零伍", "105"),
        ("貳拾萬", "200000"),
        ("兩億", "200000000"),
        ("二〇二四", "2024"),
        ("二○二四", "2024"),
        ("二零二四", "2024"),
        ("二零", "20"),
        ("一二三", "123"),
        ("一" * 18, "1" * 18),
    ],
)
def test_a_whole_number(text: str, number: str) -> None:
    assert HanReading(number=Fraction(number), is_share=False) == number_from_han(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三点五", "3.5"),
        ("三點五", "3.5"),
        ("零点零五", "0.05"),
        ("两点五", "2.5"),
        ("一二三点四", "123.4"),
        ("一千五百九十九点五六", "1599.56"),
        ("一千五百九十九点五六万", "15995600"),
        ("二十万点五", "200000.5"),
        ("三点五百万", "3500000"),
        ("一点二万亿", "1200000000000"),
        ("一点" + "二" * 9, "1.222222222"),
    ],
)
def test_a_number_with_decimals(text: str, number: str) -> None:
    assert HanReading(number=Fraction(number), is_share=False) == number_from_han(text)


@pytest.mark.parametrize(
    ("text", "per_cent"),
    [
        ("百分之九十五", "95"),
        ("百分之九十九点五", "99.5"),
        ("百分之五", "5"),
        ("百分之百", "100"),
        ("百分之一百二十", "120"),
        ("九成", "90"),
        ("两成", "20"),
        ("九成五", "95"),
        ("十成", "100"),
        ("九点五成", "95"),
        ("零点五成", "5"),
    ],
)
def test_a_share_in_hundredths(text: str, per_cent: str) -> None:
    assert HanReading(number=Fraction(per_cent), is_share=True) == number_from_han(text)


@pytest.mark.parametrize(
    "text",
    [
        "万万万",
        "十十",
        "三万万",
        "万",
        "百",
        "亿一",
        "零十",
        "零百",
        "两十",
        "十两",
        "一百零两",
        "二十百",
        "十二百",
        "一百二千",
        "一万二万",
        "一百零零五",
        "三千零",
        "一百零五十",
        "一万零五千",
        "三万五",
        "一百五",
        "一千五十二百",
        "七八",
        "二三十",
        "两三",
        "两零二四",
        "零五",
        "零零五",
        "点五",
        "三点",
        "五点两",
        "三点十",
        "三点五百",
        "三点二十",
        "三点五亿万",
        "一万点五亿",
        "三点五点五",
        "百分之",
        "百分之百五",
        "百分之九成",
        "百分之百分之五",
        "十成五",
        "九点五成五",
        "二十成",
        "成",
        "二十 万",
        " 二十",
        "负二十",
        "二十a",
        "2十",
        "20",
        "一般",
        "一亿" * 30,
        "一亿" * 3000,
        "一" * 65,
    ],
)
def test_what_is_no_numeral_for_certain_is_malformed(text: str) -> None:
    with pytest.raises(NotHan) as refusal:
        number_from_han(text)
    assert "malformed" == refusal.value.reason


@pytest.mark.parametrize(
    ("text", "reason", "message"),
    [
        ("", "empty", "there is no number"),
        (" \u3000", "empty", "there is no number"),
        ("一" * 19, "whole-digits", "a number has at most 18 digits before the point"),
        ("一点" + "二" * 10, "decimal-digits", "a number has at most 9 digits after the point"),
    ],
)
def test_a_refusal_tells_its_reason(text: str, reason: str, message: str) -> None:
    with pytest.raises(NotHan) as refusal:
        number_from_han(text)
    assert reason == refusal.value.reason
    assert f"in Chinese numerals: {message}" == str(refusal.value)
    assert reason == pickle.loads(pickle.dumps(refusal.value)).reason  # noqa: S301 - our own bytes
