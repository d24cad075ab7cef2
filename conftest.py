"""Leaves out the modules that import Spark where it is not installed."""

from importlib.util import find_spec
from pathlib import Path

collect_ignore = [
    str(path.relative_to(Path(__file__).parent))
    for path in Path(__file__).parent.glob("indicator_dsl/frames/*.py")
    if find_spec("pyspark") is None and "from pyspark" in path.read_text(encoding="utf-8")
]
