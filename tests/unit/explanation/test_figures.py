"""Numbers, amounts and points as a reader sees them."""

from fractions import Fraction

import pytest

from indicator_dsl.explanation import number_text, points_text, quantity_text, share_text
from indicator_dsl.explanation.figures import cut_points, gap_text, rounding_text, run_on
from indicator_dsl.model import Rounding
from indicator_dsl.quantities import Quantity, UnitTable

UNITS = UnitTable()


def amount(number: str, unit: str) -> Quantity:
    return Quantity(Fraction(number), UNITS.unit_from_text(unit))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("200000", "200000"),
        ("1523.360", "1523.36"),
        ("-2.5", "-2.5"),
        ("0.000000001", "0.000000001"),
        ("1/3", "≈0.333"),  # 0.33 shows two figures, a third place makes three
        ("-1/3", "≈-0.333"),
        ("200/3", "≈66.67"),
        ("1/3000", "≈0.000333"),
        ("1/3000000000", "≈0.000000000"),  # no more than nine places, whatever they show
    ],
)
def test_a_number_is_written_in_full_or_marked_as_rounded(number: str, text: str) -> None:
    assert text == number_text(Fraction(number))


def test_a_number_never_looks_like_the_one_it_missed() -> None:
    just_below = 100 - Fraction(1, 3000)
    assert "≈100.00" == number_text(just_below)
    assert "≈99.9997" == number_text(just_below, apart_from=[Fraction(100)])


@pytest.mark.parametrize(
    ("quantity", "en", "zh"),
    [
        (amount("200000", "件"), "200000 件", "200000 件"),
        (amount("80", "%"), "80 %", "80%"),
        (amount("3", "‰"), "3 ‰", "3‰"),
        (amount("80", "百分比"), "80 百分比", "80 百分比"),
        (amount("2", "个百分点"), "2 个百分点", "2 个百分点"),
    ],
)
def test_only_per_cent_signs_stand_close_to_their_number(
    quantity: Quantity, en: str, zh: str
) -> None:
    assert (en, zh) == (quantity_text(quantity).en, quantity_text(quantity).zh)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0.1", "10%"),
        ("0.00025", "0.025%"),
        ("1.66172", "≈166.17%"),
        ("1/3", "≈33.33%"),
        ("1/30000", "≈0.00333%"),
    ],
)
def test_a_share_is_short(share: str, text: str) -> None:
    assert text == share_text(Fraction(share)).zh


@pytest.mark.parametrize(
    ("gap", "en", "zh"),
    [
        (amount("20", "%"), "20 percentage points", "20 个百分点"),
        (amount("1", "%"), "1 percentage point", "1 个百分点"),
        (amount("0.05", "百分比"), "0.05 percentage points", "0.05 个百分点"),
        (amount("4", "‰"), "4 per-mille points", "4 个千分点"),
        (amount("20000", "件"), "20000 件", "20000 件"),
    ],
)
def test_shares_lie_points_apart(gap: Quantity, en: str, zh: str) -> None:
    assert (en, zh) == (gap_text(gap).en, gap_text(gap).zh)


@pytest.mark.parametrize(
    ("points", "rounding", "text"),
    [
        ("8", Rounding(), "8.00"),
        ("8", Rounding(places=0), "8"),
        ("19.995", Rounding(each=False), "19.995"),
        ("80/9", Rounding(places=1, each=False), "≈8.889"),
        ("-8", Rounding(), "−8.00"),
        ("-80/9", Rounding(places=1, each=False), "≈−8.889"),
    ],
)
def test_points_have_the_ruleset_s_places(points: str, rounding: Rounding, text: str) -> None:
    assert text == points_text(Fraction(points), rounding)


@pytest.mark.parametrize(
    ("points", "text"),
    [("80/9", "8.8888…"), ("-80/9", "−8.8888…"), ("-2.5", "−2.50"), ("19.995", "19.995")],
)
def test_cut_points_are_never_rounded(points: str, text: str) -> None:
    assert text == cut_points(Fraction(points), Rounding())


@pytest.mark.parametrize(
    ("places", "en", "zh"),
    [
        (2, " ≈ 20.00 (half-up, 2 places)", " ≈ 20.00（四舍五入，保留 2 位）"),
        (1, " ≈ 20.0 (half-up, 1 place)", " ≈ 20.0（四舍五入，保留 1 位）"),
        (0, " ≈ 20 (half-up, 0 places)", " ≈ 20（四舍五入到整数）"),
    ],
)
def test_rounding_is_a_visible_step(places: int, en: str, zh: str) -> None:
    told = rounding_text(Fraction("19.995"), Fraction(20), Rounding(places=places))
    assert (en, zh) == (told.en, told.zh)


def test_rounding_that_changes_nothing_is_not_told() -> None:
    assert "" == rounding_text(Fraction(20), Fraction(20), Rounding()).en


@pytest.mark.parametrize(
    ("parts", "run"),
    [
        (("比目标", "80%", "高", "20 个百分点"), "比目标 80% 高 20 个百分点"),
        (("比目标", "200000 件", "少"), "比目标 200000 件少"),
        (("比下限", "18 ℃", "少"), "比下限 18 ℃ 少"),
        (("恰为", "95%", "，", "未高于"), "恰为 95%，未高于"),
        (("须", "", "3 天"), "须 3 天"),
    ],
)
def test_chinese_runs_on_with_blanks_around_latin_only(parts: tuple[str, ...], run: str) -> None:
    assert run == run_on(*parts)


@pytest.mark.parametrize(
    ("number", "unit", "en"),
    [
        (1, "hours", "1 hour"),
        (2, "hours", "2 hours"),
        (1, "deliveries", "1 delivery"),
        (1, "cases", "1 case"),
        (1, "boxes", "1 box"),
        (1, "class", "1 class"),
        (1, "bus", "1 bus"),
        (1, "ms", "1 ms"),
        (1, "件", "1 件"),
        (1, "%", "1 %"),
    ],
)
def test_one_of_an_english_unit(number: int, unit: str, en: str) -> None:
    quantity = Quantity(Fraction(number), UnitTable().unit_from_text(unit))
    assert en == quantity_text(quantity).en
    assert f"{number} {unit}".replace(" %", "%") == quantity_text(quantity).zh
