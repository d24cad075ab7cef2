"""How Spark is found: the forms its master's name can have. Needs no Spark."""

from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames.framing import refused
from indicator_dsl.wording import Text

# An empty one leaves the choice to Spark's own settings.
_FORMS: Final = ("local", "spark://", "k8s://", "yarn")
_CONNECT: Final = Text(
    "files of Spark Connect, which lie out of sight (its DataFrames: evaluate_frame)",
    "Spark Connect 的文件，这里看不到（其 DataFrame 可用 evaluate_frame）",
)


def check_master(master: str) -> None:
    """Refuses a master under whose name no files can be scored.

    Raises:
        FrameError: when it is one.

    Example:
        >>> check_master("local[2]")
    """
    if master.startswith("sc:"):
        raise refused(codes.FRAME_UNKNOWN, what=_CONNECT)
    if master and not master.startswith(_FORMS):
        raise no_spark(master, Text("no master of Spark is named so", "Spark 没有这种主节点写法"))


def no_spark(master: str, why: Text) -> FrameError:
    """The error that says why there is no Spark."""
    return refused(codes.BATCH_SPARK_UNREACHABLE, master=master or "(spark-defaults)", why=why)
