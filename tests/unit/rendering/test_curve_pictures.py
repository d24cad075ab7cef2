"""What is seen of a curve: the window around what matters, exact marks, words for both."""

from fractions import Fraction

import pytest

from indicator_dsl import indicator
from indicator_dsl.rendering.curve_pictures import CurvePicture, picture_of


def drawn(text: str, actual: object = None) -> CurvePicture:
    view = indicator(text).evaluate(actual).curve()
    assert view is not None
    return view.picture


def words(picture: CurvePicture) -> tuple[list[str], list[str], list[str]]:
    parts = (picture.targets, picture.thresholds, picture.heights)
    told = [[mark.words.zh for mark in marks] for marks in parts]
    return told[0], told[1], told[2]


def test_target_thresholds_and_heights_are_the_rules_own() -> None:
    bands = "满意度 >= 90 分 weight 10 by bands >= 90: 10, >= 80: 8, >= 60: 5, else 0"
    assert (["90"], ["60", "80"], ["0", "10", "8", "5"]) == words(drawn(bands))
    assert "分" == drawn(bands).unit.zh
    share = drawn("进度 <= 80 % weight 10 by excess")
    assert (["80%"], ["160%"], ["0", "10"]) == words(share)  # none from twice the target
    assert "" == share.unit.zh  # each mark has its sign
    day = drawn("完工 <= 2024-12-31 weight 5 by less 0.5 per 1 天")
    assert (["2024-12-31"], ["2025-01-10"], ["0", "5"]) == words(day)


@pytest.mark.parametrize(
    ("text", "actual", "left", "right"),
    [
        # From 0 to the target, and 12 % of that beyond.
        ("甲 >= 200 件 weight 20", None, "0", "224"),
        # From 0 to the actual, likewise; nothing below 0 for a count.
        ("甲 >= 200 件 weight 20", "300 件", "0", "336"),
        # Too far to show: the window stays, and the actual is pointed at.
        ("甲 >= 200 件 weight 20", "99999 件", "0", "224"),
        # A target of nothing, ten steps of 1 down to 0 points.
        ("甲 = 0 次 weight 10 by less 1 per 1 次", None, "0", "12.4"),
        # Below nothing where the actual is there.
        ("甲 >= 200 件 weight 20", "-100 件", "-136", "236"),
        # Bent without end: as far again as the target is large.
        ("甲 <= 100 件 weight 10 by inverse", None, "88", "212"),
        # A jump alone: half of the target to either side.
        ("甲 >= 100 件 weight 10 by pass", None, "38", "162"),
    ],
)
def test_the_window(text: str, actual: str | None, left: str, right: str) -> None:
    picture = drawn(text, actual)
    assert (Fraction(left), Fraction(right)) == (picture.left, picture.right)


def test_the_window_around_a_day() -> None:
    picture = drawn("完工 <= 2024-12-31 weight 5 by pass")
    # 30 days to either side, and 12 % of the 60.
    assert Fraction("74.4") == picture.right - picture.left


def test_what_was_achieved() -> None:
    actual = drawn("甲 <= 80 件 weight 10 by inverse", "100 件").actual
    assert actual is not None
    assert (Fraction(100), Fraction(8), "inside", True) == (
        actual.x,
        actual.y,
        actual.side,
        actual.is_short,
    )
    assert ("actual 100 件: 8.00 points", "实际 100 件，得 8.00 分") == (
        actual.words.en,
        actual.words.zh,
    )
    far = drawn("甲 >= 200 件 weight 20", "99999 件").actual
    assert far is not None
    assert ("above", False) == (far.side, far.is_short)
    assert drawn("甲 >= 200 件 weight 20").actual is None
    assert drawn("甲 >= 200 件 weight 20", "不详").actual is None


def test_in_words() -> None:
    picture = drawn("甲 <= 80 件 weight 10 by inverse", "100 件")
    assert "计分曲线：甲" == picture.title.zh
    assert (
        "目标 <= 80 件，10 分：不超过目标得满分；超过的按目标值与实际值之比得分"
        "（分值 × 目标值 ÷ 实际值）。"
        "实际 100 件，得 8.00 分。"
    ) == picture.description.zh


def test_what_is_not_measured_has_no_curve() -> None:
    judged = indicator("scale 等 = 优 100, 差 0\n服务 is 等 weight 10")
    assert picture_of(judged.model) is None
    assert judged.curve() is None
    assert judged.evaluate("优").curve() is None
    listed = indicator("制度 weight 10 by points\n- 一: 5\n- 二: 5")
    assert listed.curve() is None
    assert indicator("是否审计 = 是 weight 10").curve() is None
