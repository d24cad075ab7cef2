"""Actuals from JSON and TOML: the digits as written, every wrong kind said."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from indicator_dsl import ActualsError, load_actuals, parse_ruleset
from indicator_dsl.model import Actuals

FULL_JSON = """{
  "title": "综合窗口", "year": 2024,
  "actuals": {"年办件量": "33 万件", "满意度": 94.50, "制度建设": {"制度健全": true, "公开": "否"}},
  "reported": {"满意度": 9, "预算执行率": "10"},
  "reasons": {"满意度": "样本不足"},
  "total_reported": 98.5
}"""
FULL_TOML = """title = "综合窗口"
year = 2024
total_reported = 98.5
[actuals]
"年办件量" = "33 万件"
"满意度" = 94.50
[actuals."制度建设"]
"制度健全" = true
"公开" = "否"
[reported]
"满意度" = 9
"预算执行率" = "10"
[reasons]
"满意度" = "样本不足"
"""


def read(folder: Path, text: str, ending: str = ".json") -> Actuals:
    file = folder / f"a{ending}"
    file.write_text(text, encoding="utf-8")
    return load_actuals(file)


def refused(folder: Path, text: str, ending: str = ".json") -> list[str]:
    with pytest.raises(ActualsError) as caught:
        read(folder, text, ending)
    return [found.name for found in caught.value.diagnostics]


@pytest.mark.parametrize(("text", "ending"), [(FULL_JSON, ".json"), (FULL_TOML, ".toml")])
def test_everything_at_once(tmp_path: Path, text: str, ending: str) -> None:
    actuals = read(tmp_path, text, ending)
    assert ("综合窗口", 2024, Fraction(197, 2)) == (
        actuals.title,
        actuals.year,
        actuals.reported_total,
    )
    cells = {entry.name: entry.cell for entry in actuals.entries}
    assert {
        "年办件量": "33 万件",
        "满意度": Decimal("94.5"),
        "制度建设": None,
        "预算执行率": None,
    } == cells
    content = actuals.entry("满意度")
    assert content is not None
    assert (Fraction(9), "样本不足") == (content.reported, content.reason)
    checklist = actuals.entry("制度建设")
    assert checklist is not None
    assert (("制度健全", True), ("公开", "否")) == checklist.items


def test_a_plain_mapping_is_enough(tmp_path: Path) -> None:
    actuals = read(tmp_path, '{"满意度": "94 %", "制度建设": {"制度健全": "是"}, "空": null}')
    assert ["满意度", "制度建设", "空"] == [entry.name for entry in actuals.entries]


def test_digits_are_kept_where_a_float_would_lose_them(tmp_path: Path) -> None:
    ruleset = parse_ruleset("round 6 each\n比 >= 1 万元 weight 100")
    for ending, text in ((".json", '{"比": 0.123456789}'), (".toml", '"比" = 0.123456789')):
        card = ruleset.evaluate(read(tmp_path, text, ending))
        assert Decimal("12.345679") == card.total


def test_a_toml_day_is_a_day(tmp_path: Path) -> None:
    actuals = read(tmp_path, '"完成时间" = 2024-12-31', ".toml")
    assert date(2024, 12, 31) == actuals.entries[0].cell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[1, 2]", "value-unfit"),
        ("94", "value-unfit"),
        ('{"actuals": {"a": 1}, "reportet": {}}', "key-unknown"),
        ('{"a": 1, "a": 2}', "key-repeated"),
        ('{"a  b": 1, "a b": 2}', "key-repeated"),
        ('{"a": [1]}', "value-unfit"),
        ('{"a": {"b": {"c": 1}}}', "value-unfit"),
        ('{"actuals": {"a": 1}, "reported": {"a": "ten"}}', "value-unfit"),
        ('{"actuals": {"a": 1}, "reported": {"a": true}}', "value-unfit"),
        ('{"actuals": {"a": 1}, "reported": [1]}', "value-unfit"),
        ('{"actuals": {"a": 1}, "reasons": {"a": 1}}', "value-unfit"),
        ('{"actuals": {"a": 1}, "year": "2024"}', "value-unfit"),
        ('{"actuals": {"a": 1}, "year": true}', "value-unfit"),
        ('{"a": NaN}', "data-malformed"),
        ('{"a": 1', "data-malformed"),
        ("[" * 100_000, "data-malformed"),
        ("", "data-malformed"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in refused(tmp_path, text)


def test_a_near_key_is_offered(tmp_path: Path) -> None:
    with pytest.raises(ActualsError, match="did you mean reported"):
        read(tmp_path, '{"actuals": {"a": 1}, "reportet": {}}')


def test_a_syntax_error_points_at_its_place(tmp_path: Path) -> None:
    for text, ending in (('{\n "a": }', ".json"), ('b = 1\n"a" = ?', ".toml")):
        with pytest.raises(ActualsError) as caught:
            read(tmp_path, text, ending)
        place = caught.value.diagnostics[0].place
        assert place is not None
        assert (2, 7) == (place.start.line, place.start.column)


@pytest.mark.parametrize(
    "number", ["1e999999999", "1" * 5000, "-1e-999999999", "1e99999999999999999999"]
)
def test_monstrous_numbers_are_unreadable_cells_not_a_hang(tmp_path: Path, number: str) -> None:
    ruleset = parse_ruleset("满意度 >= 95 % weight 10")
    card = ruleset.evaluate(read(tmp_path, f'{{"满意度": {number}}}'))
    assert card.total is None


def test_an_old_encoding_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes('{"年办件量": "33 万件"}'.encode("gb18030"))
    assert "年办件量" == load_actuals(file).entries[0].name
