"""Every engine of files reads any CSV as the same rows, or refuses it."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, strategies as st

from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames import Batch, Engine, Job, run
from tests.engine import ruleset_of

RULESET = ruleset_of("甲 >= 200 件 weight 20\n")
# Of the signs that part cells and lines more than a table has.
SIGNS = st.sampled_from(
    ["1", "20", "甲", "x", " ", "'", "#", "\\", ",", ",", "\n", "\n", "\r", "\r\n", '"', '""']
)
HEADS = st.sampled_from(["甲", "甲,x", "x,甲", '"甲",x', "甲,x,y"])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def read_by(engine: Engine, content: bytes) -> list[list[str]] | str:
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.csv", Path(folder) / "out.csv"
        source.write_bytes(content)
        try:
            list(run(RULESET, Batch(engine=engine, jobs=(Job(source=source, target=target),))))
        except FrameError as fault:
            assert not target.exists()
            return str(fault.diagnostics[0].message).removeprefix(f"`{source}` ")
        with target.open(encoding="utf-8", newline="") as text:
            return list(csv.reader(text))


@given(HEADS, ENDS, st.lists(SIGNS, max_size=16), st.sampled_from(["utf-8", "gb18030"]))
def test_engines_read_the_same_rows(head: str, end: str, signs: list[str], encoding: str) -> None:
    content = f"{head}{end}{''.join(signs)}".encode(encoding)
    found, other = read_by("duckdb", content), read_by("polars", content)
    assert found == other
    # It is refused here, where the line is known, and never by what an engine has to say.
    assert not isinstance(found, str) or "line" in found
