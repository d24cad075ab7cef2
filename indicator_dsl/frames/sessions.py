"""A Spark to work with, found by the URL of its master."""

import os
import sys
import warnings
from typing import Any, Final

from py4j.protocol import Py4JError, Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from indicator_dsl import codes
from indicator_dsl.frames import jobs
from indicator_dsl.frames.framing import refused
from indicator_dsl.frames.masters import no_spark
from indicator_dsl.wording import Text

# What Spark writes for a whole sheet is longer than Java compiles unasked: half the time goes, or,
# where the machines' own Java is not for us to set, a third.
_LONG_METHODS: Final = "-XX:-DontCompileHugeMethods"
_SHORT_METHODS: Final = ("spark.sql.codegen.wholeStage", "false")


def session_of(master: str) -> Any:  # noqa: ANN401 - Spark is skipped by the type checker
    """The Spark of a master; of none, the one that Spark's own settings name.

    Raises:
        FrameError: when there is none.
    """
    is_here = master.startswith("local")
    if is_here:
        # The Python that scores rows one by one is this one, not the first on the path.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("indicator-dsl batch")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    if is_here:
        builder = builder.config("spark.driver.defaultJavaOptions", _LONG_METHODS)
    if master:
        builder = builder.master(master)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # about pandas, which is of no use here
            session = builder.getOrCreate()
    except (PySparkException, Py4JError, OSError) as fault:
        raise no_spark(master, jobs.said_by(spoken_of(fault))) from fault
    if not hasattr(session, "sparkContext"):
        what = Text("files of Spark Connect", "Spark Connect 的文件")
        raise refused(codes.FRAME_UNKNOWN, what=what)
    if is_here:
        session.sparkContext.setLogLevel("OFF")  # what went wrong is said here, once
    else:
        session.conf.set(*_SHORT_METHODS)
    return session


def spoken_of(fault: BaseException) -> object:
    """What speaks for a fault: an exception of Java as it was there, any other as it is."""
    return fault.java_exception.toString() if isinstance(fault, Py4JJavaError) else fault
