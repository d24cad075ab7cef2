"""DataFrames of Spark: hostile names and settings, what is refused, what a day is."""

from datetime import date, datetime
from decimal import Decimal

import polars as pl
import pytest

from indicator_dsl import FrameError, parse_ruleset
from tests.sparks import by_spark, spark_session
from tests.unit.frames.test_framing import COUNT_TEXTS, DAY_TEXTS

pytestmark = pytest.mark.spark
# Names that Spark's parsers take for something else, and a label that its settings would fill in.
HOSTILE = parse_ruleset(
    """
round 2 each
grades @优 >= 15, else 差
年.办`件 >= 200000 件 weight 20 by ratio
"${spark.app.name}" >= 3 件 weight 10 by ratio
"""
)


def test_names_and_settings_are_never_read_as_sql() -> None:
    frame = pl.DataFrame(
        {"年.办`件": [180_000], "${spark.app.name}": ["3件"], "b.c": [7], "`; --": [None]}
    )
    session = spark_session()
    for name, value in (
        ("spark.sql.parser.escapedStringLiterals", "true"),
        ("spark.sql.ansi.enabled", "false"),
        ("spark.sql.caseSensitive", "true"),
    ):
        session.conf.set(name, value)
        try:
            (row,) = by_spark(HOSTILE.model, frame)["spark"]
        finally:
            session.conf.unset(name)
        assert (row["total"], row["grade"], row["row_by_row"]) == (Decimal(28), "@优", False)
        assert Decimal(10) == row["earned:${spark.app.name}"]


def test_days_and_yes_and_no_as_text() -> None:
    ruleset = parse_ruleset("""
验收日期 <= 2024-12-31 weight 10 by less 0.5 per 1 天
bonus "创新" 2 each cap 3
""")
    for column, texts in (("验收日期", DAY_TEXTS), ("创新", COUNT_TEXTS)):
        other = {"验收日期": "创新", "创新": "验收日期"}[column]
        beside = {"创新": "0", "验收日期": "2024-12-31"}[other]
        frame = pl.DataFrame({column: list(texts), other: [beside] * len(texts)})
        rows = by_spark(ruleset.model, frame)["spark"]
        for (text, is_apart), row in zip(texts.items(), rows, strict=True):
            card = ruleset.evaluate({column: text, other: beside})
            assert (row["total"], row["total_high"]) == (card.total, card.bounds[1]), text
            if text:
                assert is_apart is row["row_by_row"], text


def test_what_is_refused() -> None:
    window = parse_ruleset("年办件量 >= 200000 件 weight 20")
    session = spark_session()
    for columns, code in (("1 AS `编号`", "IND884"), ("array(1) AS `年办件量`", "IND883"),
                          ("1 AS `年办件量`, 2 AS `年办件量`", "IND883"),
                          ("1 AS `年办件量`, 2 AS total", "IND883")):  # fmt: skip
        frame = session.sql(f"SELECT {columns}")
        with pytest.raises(FrameError) as caught:
            window.evaluate_frame(frame)
        assert [code] == [found.code for found in caught.value.diagnostics]


def test_the_frame_keeps_its_columns_and_gives_whole_numbers() -> None:
    window = parse_ruleset("年办件量 >= 200000 件 weight 20")
    frame = spark_session().sql("SELECT array(1, 2) AS `附注`, 180000 AS `年办件量`")
    scored = window.evaluate_frame(frame, whole_numbers=True)
    assert ["附注", "年办件量", "earned:年办件量"] == scored.columns[:3]
    (row,) = scored.collect()
    assert (row["附注"], row["total"], row["lost:年办件量"]) == ([1, 2], 1800, 200)


def test_days_of_every_kind() -> None:
    ruleset = parse_ruleset("验收日期 <= 2024-12-31 weight 10 by less 0.5 per 1 天")
    at = datetime(2025, 1, 3, 23, 59)  # noqa: DTZ001 - a time as clocks show it
    for dtype, value in ((pl.Date, date(2025, 1, 3)), (pl.Datetime, at)):
        frame = pl.DataFrame({"验收日期": pl.Series([value, None], dtype=dtype)})
        first, second = by_spark(ruleset.model, frame)["spark"]
        assert (Decimal("8.50"), None) == (first["total"], second["total"])
    for day in ("DATE '12000-01-01'", "DATE '-0221-01-01'", "TIMESTAMP '12000-01-01 00:00:00'"):
        frame = spark_session().sql(f"SELECT {day} AS `验收日期`")
        reasons = ruleset.evaluate_frame(frame).select("`reason:验收日期`").collect()
        assert ["invalid"] == [row[0] for row in reasons], day
