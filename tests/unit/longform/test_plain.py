"""Which cells are a plain number with a unit."""

import pytest

from indicator_dsl.longform.plain import actual_amount, target_amount


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("95%", 950_000, "%"),
        ("0", 0, ""),
        ("1523.36万元", 15_233_600, "万元"),
        ("0.0001件", 1, "件"),
    ],
)
def test_a_plain_number_is_taken_apart(text: str, number: int, unit: str) -> None:
    found = actual_amount(text)
    assert found is not None
    assert (number, unit) == (found.number, found.unit)


@pytest.mark.parametrize(
    "text",
    [
        *("", "≥95%", "１２", "1e5", "1,200", "012", "1.23456", "123456789012", "2023.5"),
        *("20240101", "-3", "5号", "5 件", "٣", "5\n"),
        *("0.0001", "0.93", "1"),  # perhaps a share without its sign
    ],
)
def test_every_other_text_is_left_to_the_readers(text: str) -> None:
    assert actual_amount(text) is None


def test_a_target_of_zero_has_no_share() -> None:
    assert target_amount("≤0件") is None
    assert target_amount("≤0.5件") is not None
