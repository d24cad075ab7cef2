import pickle
from datetime import date

import pytest

from indicator_dsl.quantities import DateReading, NotADate, date_from_text


@pytest.mark.parametrize(
    ("text", "day", "is_month_end_assumed"),
    [
        ("2024-12-31", date(2024, 12, 31), False),
        ("2024-1-5", date(2024, 1, 5), False),
        ("2024/12/31", date(2024, 12, 31), False),
        ("2024.12.31", date(2024, 12, 31), False),
        ("2024年12月31日", date(2024, 12, 31), False),
        ("2024 年 6 月 30 日", date(2024, 6, 30), False),
        ("２０２４－１２－３１", date(2024, 12, 31), False),
        ("２０２４／１２／３１", date(2024, 12, 31), False),
        ("２０２４．１２．３１", date(2024, 12, 31), False),
        ("2024年12月", date(2024, 12, 31), True),
        ("2024年2月", date(2024, 2, 29), True),
        ("2023年02月", date(2023, 2, 28), True),
        ("1900年2月", date(1900, 2, 28), True),
    ],
)
def test_a_day_is_read_as_forms_write_it(
    text: str, day: date, *, is_month_end_assumed: bool
) -> None:
    expected = DateReading(date=day, is_month_end_assumed=is_month_end_assumed)
    assert expected == date_from_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-2-29",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "0000-01-01",
        "2024年13月",
        "2024年0月",
        "0000年2月",
        "2024年4月31日",
    ],
)
def test_a_day_the_calendar_does_not_have_is_impossible(text: str) -> None:
    with pytest.raises(NotADate) as refusal:
        date_from_text(text)
    assert ("impossible", text) == (refusal.value.reason, refusal.value.text)
    assert f"there is no such day: {text!r}" == str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "2024.12",
        "2024-12",
        "2024-12/31",
        "24-12-31",
        "20241231",
        "2024年",
        "12月31日",
        "2024年12月31",
        "2024-12-31 ",
        "2024-12-31T00:00",
        "2024年\x1c12月",
        "2024-123-01",
        "٢٠٢٤-12-31",
        "2024年" + " " * 100 + "12月",
        "2024-12-31" + "x" * 10**6,
    ],
)
def test_another_text_is_no_date(text: str) -> None:
    with pytest.raises(NotADate) as refusal:
        date_from_text(text)
    assert "malformed" == refusal.value.reason
    assert text[:64] == refusal.value.text


def test_a_refusal_says_how_to_write_a_day_and_survives_pickling() -> None:
    refusal = pickle.loads(pickle.dumps(NotADate("malformed", "昨天")))  # noqa: S301 - our own bytes
    assert "a day is written as 2024-12-31 or 2024年12月31日: '昨天'" == str(refusal)
