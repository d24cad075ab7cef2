"""One Spark for all tests that ask for it, and one frame scored by it. Holds no expectation."""

import os
import sys
from functools import cache
from typing import Any

import polars as pl
import pytest

from indicator_dsl.frames import evaluate_frame
from indicator_dsl.model import Ruleset


@cache
def spark_session() -> Any:  # noqa: ANN401 - classic and Connect share no class
    """A Spark of two threads on this machine; by Spark Connect where SPARK_REMOTE says so."""
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra `spark`")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.appName("indicator-dsl tests")
    if "SPARK_REMOTE" not in os.environ:
        builder = builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    if "SPARK_REMOTE" not in os.environ:
        session.sparkContext.setLogLevel("OFF")
    return session


def by_spark(ruleset: Ruleset, frame: pl.DataFrame) -> dict[str, list[dict[str, object]]]:
    """The scored rows of a frame, without the columns that came in."""
    scored = evaluate_frame(ruleset, spark_session().createDataFrame(frame.to_arrow()))
    made = [name for name in scored.columns if name not in frame.columns]
    return {"spark": scored.toArrow().select(made).to_pylist()}
