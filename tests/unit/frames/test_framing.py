"""What frames come out like, what is refused, and which rows are set apart."""

import sys
from datetime import date
from decimal import Decimal
from textwrap import dedent

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from indicator_dsl import FrameError, parse_ruleset
from indicator_dsl.frames import Way, evaluate_frame, plan_of
from indicator_dsl.frames.polars_terms import types_of
from tests.columns import by_every_engine
from tests.engine import ruleset_of

WINDOW = parse_ruleset("""
round 2 each
grades 优 >= 27, 良 >= 24, else 差
年办件量 >= 200000 件 weight 20 by ratio
满意度 >= 95 % weight 10 by ratio
""")


def codes_of(frame: object) -> list[str]:
    with pytest.raises(FrameError) as caught:
        evaluate_frame(WINDOW.model, frame)
    return [found.code for found in caught.value.diagnostics]


@pytest.mark.parametrize(("income", "total"), [(12, "11"), (0, "12")])
def test_full_points_that_need_more_places_than_are_kept(income: int, total: str) -> None:
    # 80 % of 1.5 is 1.2, so 1, and 10; not applicable: 1.5 and 10 are 11.5, so 12.
    ruleset = ruleset_of("""
round 0 each
scale 等次 = 优 100, 良 80, 差 0
input 收入 万元
线甲 is 等次 weight 1.5
  n/a full
  when 收入 > 0 万元
线乙 < 100 件 weight 10 by pass
""")
    frame = pl.DataFrame({"线甲": ["良"], "线乙": [0], "收入": [income]})
    for rows in by_every_engine(ruleset, frame).values():
        assert Decimal(total) == rows[0]["total"]


def test_lazy_stays_lazy_and_the_frame_keeps_its_columns() -> None:
    frame = pl.LazyFrame({"编号": [7], "年办件量": [180_000]})
    scored = WINDOW.evaluate_frame(frame)
    assert isinstance(scored, pl.LazyFrame)
    row = scored.collect().to_dicts()[0]
    assert list(row)[:3] == ["编号", "年办件量", "earned:年办件量"]
    assert (row["编号"], row["earned:年办件量"], row["lost:年办件量"]) == (
        7,
        Decimal("18.00"),
        Decimal("2.00"),
    )
    assert (row["total"], row["grade"]) == (None, None)
    assert (row["total_low"], row["total_high"]) == (Decimal("18.00"), Decimal("28.00"))
    assert row["reason:满意度"] == "missing"


def test_whole_numbers_are_of_the_last_place() -> None:
    frame = pl.DataFrame({"年办件量": [180_000], "满意度": ["九成五"]})
    row = WINDOW.evaluate_frame(frame, whole_numbers=True).to_dicts()[0]
    assert (row["total"], row["lost:年办件量"], row["row_by_row"]) == (2800, 200, True)


@pytest.mark.parametrize(
    ("cell", "is_apart"),
    [
        ("95", False),
        ("95%", False),
        ("95.25 %", False),
        ("-1", False),
        ("+95.0", False),
        ("", False),
        (None, False),
        ("95.12345%", True),
        ("９５％", True),
        ("1,000", True),
        ("九成", True),
        ("不适用", True),
        ("95 件", True),
        ("95%\n", True),
        ("9e1", True),
        (".5", True),
        ("1" * 20, True),
    ],
)
def test_texts_that_do_not_fit_are_set_apart(cell: str | None, is_apart: bool) -> None:  # noqa: FBT001
    frame = pl.DataFrame({"满意度": pl.Series([cell], dtype=pl.String)})
    row = WINDOW.evaluate_frame(frame).to_dicts()[0]
    line = WINDOW.evaluate({"满意度": cell}).line("满意度")
    assert row["row_by_row"] is is_apart
    assert (row["earned:满意度"], row["reason:满意度"]) == (line.earned, line.reason)


def test_pandas_and_pyarrow_come_back_as_they_came() -> None:
    frame = pd.DataFrame({"年办件量": [180_000, 250_000]}, index=["甲", "乙"])
    scored = WINDOW.evaluate_frame(frame)
    assert list(scored.index) == ["甲", "乙"]
    assert list(scored["earned:年办件量"]) == [Decimal("18.00"), Decimal("20.00")]
    table = WINDOW.evaluate_frame(pa.table({"年办件量": [180_000, None]}))
    assert table["reason:年办件量"].to_pylist() == ["shortfall", "missing"]


def test_a_double_is_the_digits_it_shows() -> None:
    # 4.75 is 1/20 of 95: 10 × 4.75 / 95 = 0.50; 0.04275 has five decimals and goes its own way.
    frame = pl.DataFrame({"满意度": [4.75, 0.1 + 0.2, 0.04275, float("nan"), float("inf")]})
    scored = WINDOW.evaluate_frame(frame)
    assert scored["row_by_row"].to_list() == [False, False, True, True, True]
    assert scored["earned:满意度"].to_list() == [
        Decimal("0.50"),
        Decimal("0.03"),
        Decimal("0.00"),
        None,
        None,
    ]
    assert scored["reason:满意度"].to_list()[3:] == ["invalid", "invalid"]


def test_days() -> None:
    ruleset = parse_ruleset("验收日期 <= 2024-12-31 weight 10 by less 0.5 per 1 天")
    days = [date(2024, 12, 31), date(2025, 1, 3), None]
    scored = ruleset.evaluate_frame(pl.DataFrame({"验收日期": days}))
    assert scored["total"].to_list() == [Decimal("10.00"), Decimal("8.50"), None]
    assert not scored["row_by_row"].any()


DAY_TEXTS = {
    "2024-12-31": False,
    "2024年12月31日": False,
    "2025-1-3": False,
    "2025年1月3日": False,
    "2024-02-29": False,
    "2023-02-29": True,
    "2024-13-01": True,
    "2024-00-10": True,
    "2024年12-31": True,
    "2024-12-31日": True,
    "2024年12月": True,
    "2024/12/31": True,
    "0001-01-01": True,
    "2024-12-31\n": True,
    "２０２４-12-31": True,
    "已验收": True,
    "不适用": True,
    "": False,
}


def test_days_as_text() -> None:
    ruleset = parse_ruleset("验收日期 <= 2024-12-31 weight 10 by less 0.5 per 1 天")
    frame = pl.DataFrame({"验收日期": list(DAY_TEXTS)})
    for engine, rows in by_every_engine(ruleset.model, frame).items():
        assert list(DAY_TEXTS.values()) == [row["row_by_row"] for row in rows], engine
        for text, row in zip(DAY_TEXTS, rows, strict=True):
            line = ruleset.evaluate({"验收日期": text}).line("验收日期")
            told = (row["earned:验收日期"], row["reason:验收日期"])
            assert told == (line.earned, line.reason), (engine, text)
    assert [Decimal("10.00"), Decimal("8.50")] == [rows[n]["total"] for n in (1, 3)]


COUNT_TEXTS = {"是": False, "否": False, "2": False, "1.5": False, "": False, "√": True, "-1": True}


@pytest.mark.parametrize("named", ["veto", "bonus"])
def test_yes_and_no_as_counts(named: str) -> None:
    told = {
        "veto": 'veto "审计问题" total <= 5',
        "bonus": 'bonus "审计问题" 2 each cap 3',
    }[named]
    ruleset = parse_ruleset(f"满意度 >= 95 % weight 10\n{told}\n")
    frame = pl.DataFrame({"满意度": ["96"] * len(COUNT_TEXTS), "审计问题": list(COUNT_TEXTS)})
    for engine, rows in by_every_engine(ruleset.model, frame).items():
        for (text, is_apart), row in zip(COUNT_TEXTS.items(), rows, strict=True):
            card = ruleset.evaluate({"满意度": "96", "审计问题": text})
            assert (row["total"], row["total_high"]) == (card.total, card.bounds[1]), (engine, text)
            if text:
                assert is_apart is row["row_by_row"], (engine, text)


def test_a_relation_of_duckdb_needs_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    relation = duckdb.sql("SELECT '18万件' AS 年办件量")
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert codes_of(relation) == ["IND881"]


def test_a_day_of_no_calendar_is_not_read_and_stops_nothing() -> None:
    ruleset = parse_ruleset("验收日期 <= 2024-12-31 weight 10 by less 0.5 per 1 天")
    # Days 4027897 and -800000 from 1970 lie in the years 12998 and -221.
    days = pl.Series([4_027_897, 20_000, -800_000, None], dtype=pl.Int32).cast(pl.Date)
    frame = pl.DataFrame({"验收日期": days})
    for engine, rows in by_every_engine(ruleset.model, frame).items():
        reasons = [row["reason:验收日期"] for row in rows]
        assert ["invalid", "met", "invalid", "missing"] == reasons, engine


def test_what_is_refused() -> None:
    assert codes_of([1, 2]) == ["IND882"]
    assert codes_of(pl.DataFrame({"年办件量": [1], "total": [1]})) == ["IND883"]
    assert codes_of(pl.DataFrame({"年办件量": [1], " 年办件量": [1]})) == ["IND883"]
    assert codes_of(pl.DataFrame({"年办件量": [[1]]})) == ["IND883"]
    assert codes_of(pl.DataFrame({"年办件量": [1], "__ind1": [1]})) == ["IND883"]
    assert codes_of(pl.DataFrame({"编号": [1]})) == ["IND884"]
    assert codes_of(pd.DataFrame({"年办件量": [1, "5件"]})) == ["IND883"]


def ways_of(text: str) -> list[Way]:
    ruleset = ruleset_of(text)
    names = [rule.name for rule in ruleset.indicators]
    columns = types_of({name: pl.Int64() for name in names})
    plan = plan_of(ruleset, {name: found for name, found in columns.items() if found})
    return [way for _, way in plan.ways]


def test_the_range_of_a_line_decides_its_width() -> None:
    # T / a needs 2 × s × a for a of 15 digits: s is 1 for 5 件 and 10 points, and 500000 for the
    # weight of 99.999 and the target of 123456.789, which is past 2^63.
    rule = "甲 <= 5 件 weight 10 by inverse"
    assert ways_of(f"round 2 each\n{rule}") == [Way.NARROW]
    assert ways_of("round 2 each\n甲 <= 7 件 weight 3333.33 by excess") == [Way.NARROW]
    wide = "甲 <= 123456.789 件 weight 99.999 by inverse"
    assert ways_of(f"round 2 each\n{wide}") == [Way.WIDE]


def test_a_line_not_rounded_by_itself_stays_in_columns_where_its_denominators_are_known() -> None:
    assert ways_of("round 2 total\n甲 >= 7 件 weight 20 by ratio") == [Way.NARROW]
    # Above 5 件 every row has a denominator of its own.
    assert ways_of("round 2 total\n甲 <= 5 件 weight 10 by inverse") == [Way.PARTLY]


def test_points_are_rounded_at_the_total_alone() -> None:
    # A third of 10, three times, is 10 though each shows 3.33; 丁 earns 10, 2/3 of it, 1/4 of it.
    text = """
    round 2 total
    甲 >= 3 件 weight 10 by ratio
    乙 >= 6 件 weight 10 by ratio
    丙 >= 9 件 weight 10 by ratio
    丁 <= 2 件 weight 10 by inverse
    """
    ruleset = parse_ruleset(dedent(text))
    frame = pl.DataFrame(
        {"甲": [1, 1, 1, None], "乙": [2, 2, 2, 2], "丙": [3, 3, 3, 3], "丁": [2, 3, 8, 2]}
    )
    for rows in by_every_engine(ruleset.model, frame).values():
        assert [Decimal("3.33")] * 3 + [None] == [row["earned:甲"] for row in rows]
        assert [Decimal("6.67")] * 4 == [row["lost:乙"] for row in rows]
        wanted = [Decimal("20.00"), Decimal("16.67"), Decimal("12.50"), None]
        assert wanted == [row["total"] for row in rows]
        assert [False, True, True, False] == [row["row_by_row"] for row in rows]
        ends = (Decimal("16.67"), Decimal("26.67"))
        assert ends == (rows[3]["total_low"], rows[3]["total_high"])


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), 10**15, 10**18, 0, -1])
def test_the_ends_of_a_column_never_wrap(value: int) -> None:
    text = "round 2 each\n甲 <= 123456.789 件 weight 99.999 by inverse\n"
    ruleset = parse_ruleset(text)
    row = ruleset.evaluate_frame(pl.DataFrame({"甲": [value]})).to_dicts()[0]
    card = ruleset.evaluate({"甲": value})
    assert (row["total"], row["total_low"]) == (card.total, card.bounds[0])
