from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from numbers import Rational

import pytest

from indicator_dsl.quantities import (
    BARE,
    Day,
    Flag,
    JudgedLabel,
    Label,
    Missing,
    NotApplicable,
    Observed,
    Quantity,
    Reading,
    Unit,
    UnitTable,
    Unreadable,
    read_cell,
)

PLAIN = UnitTable()
UNITS = PLAIN.declared("万元", Fraction(10000), PLAIN.unit_from_text("元"))


def unit_of(text: str) -> Unit:
    return UNITS.unit_from_text(text) if text else BARE


def read(value: object, unit: str = "件") -> Reading:
    return read_cell(value, unit=unit_of(unit), units=UNITS)


@pytest.mark.parametrize(
    ("text", "unit", "number", "own_unit"),
    [
        ("332344件", "件", "332344", "件"),
        (" 180000 件 ", "件", "180000", "件"),
        ("\t180000件\r\n", "件", "180000", "件"),
        ("\u3000180000\u00a0件", "件", "180000", "件"),
        ("1,523.36万元", "万元", "1523.36", "万元"),
        ("1,523.36万元", "元", "1523.36", "万元"),
        ("99.95 ％", "%", "99.95", "%"),
        ("99.95%", "", "99.95", "%"),
        ("33万件", "件", "33", "万件"),
        ("33 万 件", "万件", "33", "万件"),
        ("5元/人·月", "元/(人*月)", "5", "元/人·月"),
        ("3 件/10万人", "件/人", "3", "件/10万人"),
        ("1.5个百分点", "%", "1.5", "个百分点"),
        ("-3件", "件", "-3", "件"),
        ("２，０００ 件", "件", "2000", "件"),
        ("5 台（套）", "台（套）", "5", "台(套)"),
        ("2024年", "年", "2024", "年"),
    ],
)
def test_a_number_with_a_unit_keeps_its_unit(
    text: str, unit: str, number: str, own_unit: str
) -> None:
    amount = read(text, unit)
    assert isinstance(amount, Observed)
    assert Fraction(number) == amount.quantity.number
    own = amount.quantity.unit
    assert (unit_of(own_unit).factor, unit_of(own_unit).dimension) == (own.factor, own.dimension)
    assert (False, False) == (amount.rounded, amount.unit_assumed)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("94", "%", "94"),
        ("１２３", "件", "123"),
        ("-3", "件", "-3"),
        ("－3", "件", "-3"),
        ("33万", "件", "330000"),
        ("1.5 亿", "元", "150000000"),
        ("3万", "公里", "30000"),
        ("33", "万元", "33"),
    ],
)
def test_a_bare_number_takes_the_unit_of_its_target(text: str, unit: str, number: str) -> None:
    expected = Observed(quantity=Quantity(Fraction(number), unit_of(unit)), unit_assumed=True)
    assert expected == read(text, unit)


def test_where_the_target_has_no_unit_none_is_assumed() -> None:
    assert Observed(quantity=Quantity(Fraction(7), BARE)) == read("7", "")
    assert Observed(quantity=Quantity(Fraction(70000), BARE)) == read("7万", "")
    assert Observed(quantity=Quantity(Fraction(7), BARE)) == read(7, "")


@pytest.mark.parametrize("unit", ["万元", "亿元", "千件", "万元/人"])
def test_a_counting_word_without_unit_is_ambiguous_where_the_unit_counts_too(unit: str) -> None:
    assert Unreadable(text="33万", why="unit", detail="ambiguous") == read("33万", unit)


@pytest.mark.parametrize(("text", "unit"), [("33万", "万"), ("33 万", "万"), ("3.3 千", "千")])
def test_a_counting_word_that_is_the_unit_of_the_target_is_read(text: str, unit: str) -> None:
    number = Fraction(text.rstrip("万千 "))
    assert Observed(quantity=Quantity(number, unit_of(unit))) == read(text, unit)


def test_another_counting_word_than_the_target_s_stays_ambiguous() -> None:
    assert Unreadable(text="33亿", why="unit", detail="ambiguous") == read("33亿", "万")


@pytest.mark.parametrize(
    ("value", "number", "rounded"),
    [
        (185000, "185000", False),
        (Decimal("99.95"), "99.95", False),
        (Fraction(1, 3), "1/3", False),
        (0.1, "0.1", False),
        (0.1 + 0.2, "0.3", True),
    ],
)
def test_a_python_number_takes_the_unit_of_its_target(
    value: object, number: str, *, rounded: bool
) -> None:
    expected = Observed(
        quantity=Quantity(Fraction(number), unit_of("件")), rounded=rounded, unit_assumed=True
    )
    assert expected == read(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, Flag(value=True)),
        (False, Flag(value=False)),
        ("是", Flag(value=True)),
        ("√", Flag(value=True)),
        (" 否 ", Flag(value=False)),
        ("×", Flag(value=False)),
        (None, Missing()),
        ("", Missing()),
        (" \u3000\n", Missing()),
        ("missing", Missing()),
        ("缺失", Missing()),
        ("n/a", NotApplicable()),
        ("N/A", NotApplicable()),
        ("\uff2e／\uff21", NotApplicable()),
        ("不适用", NotApplicable()),
        (date(2024, 12, 31), Day(date=date(2024, 12, 31))),
        (datetime(2024, 12, 31, 8, 30, tzinfo=UTC), Day(date=date(2024, 12, 31))),
        ("2024-12-31", Day(date=date(2024, 12, 31))),
        ("2024.12.31", Day(date=date(2024, 12, 31))),
        (" 2024年2月 ", Day(date=date(2024, 2, 29), is_month_end_assumed=True)),
        ("优", Label(text="优")),
        (" 基本 达成 ", Label(text="基本 达成")),
        ("e\u0301", Label(text="é")),
        ("①完成", Label(text="①完成")),
        ("/", Label(text="/")),
        ("无", Label(text="无")),
        ("—", Label(text="—")),
        ("-", Label(text="-")),
        ("约33万", Label(text="约33万")),
        ("%", Label(text="%")),
        ("部分达成75%", Label(text="部分达成75%")),
        ("部分达成 大半 %", Label(text="部分达成 大半 %")),
        ("部分达成 7成5 %", Label(text="部分达成 7成5 %")),
    ],
)
def test_a_cell_without_a_number_says_one_of_few_things(value: object, expected: Reading) -> None:
    assert expected == read(value)


@pytest.mark.parametrize(
    ("text", "label", "share"),
    [
        ("部分达成 75 %", "部分达成", "75"),
        ("部分达成 75%", "部分达成", "75"),
        ("部分达成\u300075 ％", "部分达成", "75"),
        ("基本 达成  ８２.５%", "基本 达成", "82.5"),
    ],
)
def test_a_judged_grade_carries_its_share(text: str, label: str, share: str) -> None:
    expected = JudgedLabel(text=label, share=Quantity(Fraction(share), unit_of("%")))
    assert expected == read(text)


@pytest.mark.parametrize(
    ("text", "why", "detail"),
    [
        ("1e5", "number", "exponent"),
        ("1e5件", "number", "exponent"),
        ("1.2.3", "number", "malformed"),
        ("12,34件", "number", "malformed"),
        ("0,125", "number", "malformed"),
        (".5", "number", "malformed"),
        ("-.5", "number", "malformed"),
        ("5-7件", "number", "malformed"),
        ("332344，超额完成", "number", "malformed"),
        ("1 523 件", "number", "malformed"),
        ("1\u00a0523", "number", "malformed"),
        ("٣٣件", "number", "odd-digit"),
        ("33 ٣件", "number", "malformed"),
        ("1" * 19 + "件", "number", "whole-digits"),
        ("0." + "1" * 10, "number", "decimal-digits"),
        ("部分达成 1,2 %", "number", "malformed"),
        ("2024-02-30", "date", "impossible"),
        ("2024年13月", "date", "impossible"),
        ("5 元/", "unit", "empty"),
        ("5 (元", "unit", "brackets"),
        ("5 " + "元" * 65, "unit", "too-long"),
        ("12 天", "mismatch", "天"),
        ("99.95 ％", "mismatch", "%"),
        ("5元 / 人", "mismatch", "元/人"),
        ("5²件", "mismatch", "²件"),
        ("3亿2000万件", "mismatch", "亿2000万件"),
        ("95以上", "mismatch", "以上"),
    ],
)
def test_an_uncertain_cell_is_unreadable_and_says_why(text: str, why: str, detail: str) -> None:
    cell = read(text)
    assert isinstance(cell, Unreadable)
    assert (text, why, detail) == (cell.text, cell.why, cell.detail)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5\u200b件", "U+200B"),
        ("优\u202e", "U+202E"),
        ("\x1b[31m优", "U+001B"),
        ("3323\n44件", "U+000A"),
        ("优\t良", "U+0009"),
        ("\ufeff5", "U+FEFF"),
        ("优\ue000", "U+E000"),
        ("优\u0378", "U+0378"),
        ("优\ud800", "U+D800"),
        ("5件\x1c", "U+001C"),
        ("优\u2028良", "U+2028"),
        ("\x00", "U+0000"),
    ],
)
def test_a_cell_with_something_invisible_in_it_is_unreadable(text: str, shown: str) -> None:
    assert Unreadable(text=text, why="control", detail=shown) == read(text)


def test_a_thousand_characters_are_read_and_one_more_is_too_long() -> None:
    assert Label(text="优" * 1000) == read("优" * 1000)
    expected = Unreadable(text="优" * 1000, why="too-long", detail="1001")
    assert expected == read("优" * 1001)


@pytest.mark.parametrize(
    ("value", "text", "detail"),
    [
        (float("nan"), "nan", "malformed"),
        (float("-inf"), "-inf", "malformed"),
        (1e300, "1e+300", "whole-digits"),
        (Decimal("NaN"), "NaN", "malformed"),
        (Decimal("1e999999999"), "1E+999999999", "whole-digits"),
        (Decimal("1" * 2000), "1" * 1000, "whole-digits"),
        (10**18, "", "whole-digits"),
        (Fraction(1, 10**10), "", "decimal-digits"),
    ],
)
def test_a_python_number_out_of_range_is_unreadable(value: object, text: str, detail: str) -> None:
    assert Unreadable(text=text, why="number", detail=detail) == read(value)


def test_an_integer_too_long_to_print_is_unreadable() -> None:
    assert Unreadable(text="", why="number", detail="whole-digits") == read(10**6000)


class Severity(IntEnum):
    HIGH = 3


class Shouting(str):
    __slots__ = ()

    def strip(self, _chars: str | None = None, /) -> str:
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError


class Grudging(int):
    def __int__(self) -> int:
        raise RuntimeError

    def __index__(self) -> int:
        raise RuntimeError


class Sneaky(Decimal):
    def is_finite(self) -> bool:
        raise RuntimeError


def a_rational(numerator: object, denominator: object) -> object:
    """An object like numpy's integers: registered as a rational, of no known type."""
    kind = type("int64", (), {"numerator": numerator, "denominator": denominator})
    Rational.register(kind)
    return kind()


@pytest.mark.parametrize(
    ("make", "number"),
    [
        pytest.param(lambda: Severity.HIGH, 3, id="enum"),
        pytest.param(lambda: Shouting("5件"), 5, id="str"),
        pytest.param(lambda: Grudging(7), 7, id="int"),
        pytest.param(lambda: Sneaky("1.5"), Fraction(3, 2), id="decimal"),
        pytest.param(lambda: a_rational(7, 2), Fraction(7, 2), id="rational"),
    ],
)
def test_a_subclass_is_read_by_its_value(
    make: Callable[[], object], number: int | Fraction
) -> None:
    cell = read(make())
    assert isinstance(cell, Observed)
    assert number == cell.quantity.number


class Liar:
    @property  # type: ignore[misc] # that is the lie
    def __class__(self) -> type:
        raise RuntimeError


class Pretender:
    __class__ = str  # type: ignore[assignment] # that is the lie


class NotADay(date):
    @property
    def year(self) -> int:
        raise ValueError


class Nameless(type):
    @property
    def __name__(cls) -> str:  # type: ignore[override] # that is the lie
        raise RuntimeError


class Masked(metaclass=Nameless):
    pass


def a_masked_object() -> object:
    return Masked()


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (object, "object"),
        (lambda: b"5", "bytes"),
        (lambda: 1j, "complex"),
        (lambda: ["5"], "list"),
        (lambda: Quantity(Fraction(5), BARE), "Quantity"),
        (Liar, "Liar"),
        (Pretender, "Pretender"),
        (lambda: NotADay(2024, 1, 1), "NotADay"),
        (a_masked_object, "Masked"),
        pytest.param(lambda: a_rational("x", 1), "int64", id="no-numerator"),
        pytest.param(lambda: a_rational(1, 0), "int64", id="zero-denominator"),
    ],
)
def test_any_other_object_is_unreadable_by_its_type(make: Callable[[], object], name: str) -> None:
    cell = read(make())
    assert isinstance(cell, Unreadable)
    assert ("", "type", name) == (cell.text, cell.why, cell.detail.rpartition(".")[2])
