"""The drawing of a curve: places worked out by hand, open and closed ends, words that are safe."""

import re
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from indicator_dsl import indicator
from indicator_dsl.rendering.curve_pictures import picture_of
from indicator_dsl.rendering.curve_svg import curve_svg
from indicator_dsl.wording import Lang

SVG = "{http://www.w3.org/2000/svg}"


def drawn(text: str, actual: object = None, lang: Lang = "zh") -> ET.Element:
    view = indicator(text).evaluate(actual).curve()
    assert view is not None
    return ET.fromstring(curve_svg(view.picture, lang, key="k"))  # noqa: S314 - our own


def paths(svg: ET.Element, kind: str) -> list[str]:
    return [p.get("d", "") for p in svg.iter(f"{SVG}path") if p.get("class") == kind]


def circles(svg: ET.Element, kind: str) -> list[tuple[str | None, str | None]]:
    found = [c for c in svg.iter(f"{SVG}circle") if c.get("class") == kind]
    return [(c.get("cx"), c.get("cy")) for c in found]


def texts(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def test_places_are_exact() -> None:
    # The window is 0..224 on 312 pixels from 38; 20 of 21.6 points on 126 pixels up from 150.
    svg = drawn("甲 >= 200 件 weight 20")
    x = 38 + 312 * 200 / 224
    y = 150 - 126 * 20 / 21.6
    assert [f"M38 150L{x:.1f} {y:.1f} 350 {y:.1f}"] == paths(svg, "curve")
    assert [] == circles(svg, "curve") + circles(svg, "hole")
    assert [f"M{x:.1f} 16V150"] == paths(svg, "aim")


def test_a_jump_shows_what_belongs_to_it() -> None:
    # 38..162 on 312 pixels: the target of 100 stands in the middle.
    svg = drawn("甲 >= 100 件 weight 10 by pass")
    top = f"{150 - 126 / 1.08:.1f}"
    assert [("194", "150")] == circles(svg, "hole")
    assert [("194", top)] == circles(svg, "curve")
    strict = drawn("甲 > 100 件 weight 10 by pass")
    assert [("194", top)] == circles(strict, "hole")
    assert [("194", "150")] == circles(strict, "curve")


def test_what_was_achieved_is_marked() -> None:
    svg = drawn("甲 >= 100 件 weight 10 by pass", "100 件")
    assert [("194", f"{150 - 126 / 1.08:.1f}")] == circles(svg, "actual")
    assert "实际 100 件，得 10.00 分" in texts(svg)
    short = drawn("甲 >= 100 件 weight 10 by pass", "99 件", "en")
    assert 1 == len(circles(short, "actual short"))
    assert "actual 99 件: 0.00 points" in texts(short)
    assert "target ≥ 100 件" in texts(short)
    far = drawn("甲 >= 100 件 weight 10 by pass", "9999999 件")
    assert [] == circles(far, "actual")
    assert 1 == len(paths(far, "actual"))


def test_it_says_what_it_shows() -> None:
    svg = drawn("甲 >= 100 件 weight 10 by pass", "99 件")
    assert ("img", "kt kd") == (svg.get("role"), svg.get("aria-labelledby"))
    assert ["计分曲线：甲"] == [title.text for title in svg.iter(f"{SVG}title")]
    assert "实际 99 件，得 0.00 分。" in next(svg.iter(f"{SVG}desc")).text  # type: ignore[operator]


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "a\u202eb", "\"'&", "甲" * 200, "]]>", "&lt;"]
)
def test_hostile_names_stay_words(name: str) -> None:
    rule = indicator("甲 >= 100 件 weight 10 by pass").model
    picture = picture_of(evolve(rule, name=name))
    assert picture is not None
    text = curve_svg(picture, "en", key="k")
    svg = ET.fromstring(text)  # noqa: S314 - our own
    assert {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "path", "text", "circle")} == {
        each.tag for each in svg.iter()
    }
    assert "\u202e" not in text


def test_long_labels_are_cut() -> None:
    svg = drawn(f"甲 >= 100 {'箱' * 60} weight 10 by pass", "99")
    assert any(words.endswith("…") for words in texts(svg))
    assert all(len(words) <= 60 for words in texts(svg))


def test_every_place_lies_inside() -> None:
    svg = drawn("甲 >= 100 件 weight 10 by ratio cap 120% over 150% less 2 points", "120 件")
    for path in svg.iter(f"{SVG}path"):
        numbers = re.findall(r"[ML ]([\d.]+) ([\d.]+)", path.get("d", ""))
        assert all(0 <= float(x) <= 360 and 0 <= float(y) <= 196 for x, y in numbers)
