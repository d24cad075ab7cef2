"""Files to score, and how far that is: data that every engine of files shares."""

from typing import Final, Literal

from attrs import evolve, field, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import FrameError
from indicator_dsl.frames.framing import refused
from indicator_dsl.wording import Text

Engine = Literal["duckdb", "polars", "spark"]
SUFFIXES: Final = (".csv", ".parquet")
FORM: Final = 2  # of the columns that come out and of what is noted beside them
_SAID: Final = 200


@frozen(kw_only=True)
class Mark:
    """What tells whether a file is still the one that was scored."""

    size: int
    modified: int


@frozen(kw_only=True)
class Job:
    """One file to score, and where its scores go; `mark` is that of a file of a folder."""

    source: str = field(converter=str)
    target: str = field(converter=str)
    mark: Mark | None = None

    @property
    def name(self) -> str:
        """The file's own name.

        Example:
            >>> Job(source="in/a.csv", target="out/a.csv").name
            'a.csv'
        """
        return self.source.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def is_csv(self) -> bool:
        """Whether the source is a CSV file."""
        return is_csv(self.source)


@frozen(kw_only=True)
class Batch:
    """All there is to do, by which engine, where Spark is to be found (`master`).

    `folder` is where a folder's scores go; `skipped` counts files whose scores were there already.
    """

    engine: Engine
    jobs: tuple[Job, ...]
    folder: str = ""
    skipped: int = 0
    master: str = ""


@frozen(kw_only=True)
class Counts:
    """What a file that is done held: rows, those scored one by one, and what had no column."""

    rows: int
    row_by_row: int
    absent: tuple[str, ...]


@frozen(kw_only=True)
class Progress:
    """How far one file is, from 0 to 1; `counts` are those of a file that is done.

    `fault` says why a file of a folder could not be scored; the others are.
    """

    job: Job
    share: float
    counts: Counts | None = None
    fault: FrameError | None = None


def is_csv(name: str) -> bool:
    """Whether a file of that name is CSV.

    Example:
        >>> is_csv("A.CSV"), is_csv("a.parquet")
        (True, False)
    """
    return name.lower().endswith(".csv")


def is_scorable(name: str) -> bool:
    """Whether a file of that name can be scored, or hold scores.

    Example:
        >>> is_scorable("a.csv"), is_scorable("a.json")
        (True, False)
    """
    return name.lower().endswith(SUFFIXES)


def unfit(place: str, why: Text) -> FrameError:
    """The error that says why a file or a folder cannot be used."""
    return refused(codes.BATCH_FILE_UNFIT, place, why=why)


def said_by(fault: object) -> Text:
    """The first line of what a library had to say."""
    said = (str(fault).strip().splitlines() or [type(fault).__name__])[0]
    said = said if len(said) <= _SAID else f"{said[:_SAID]}…"
    return Text("{s}", "{s}").filled(s=said)


def of_file(job: Job, fault: FrameError) -> FrameError:
    """The same error, with the file it is of."""
    return FrameError(
        tuple(evolve(each, file=each.file or job.source) for each in fault.diagnostics)
    )


def goes_on(batch: Batch, fault: FrameError) -> bool:
    """Whether the other files of a folder are scored in spite of this fault of one of them."""
    # What is not installed would be missing for each of them.
    missing = codes.BATCH_EXTRA_MISSING.code
    return bool(batch.folder) and all(each.code != missing for each in fault.diagnostics)


NEITHER: Final = Text("it is neither CSV nor parquet", "不是 CSV 或 parquet")
NO_FILE: Final = Text("there is no such file", "没有这个文件")
NOTHING_THERE: Final = Text("it holds no CSV and no parquet", "其中没有 CSV 或 parquet")
THE_INPUT: Final = Text("it is the input itself", "与输入是同一个文件")
UNMOVED: Final = Text("it could not be moved there", "无法移到该处")
INSIDE: Final = Text("it lies inside the input", "位于输入文件夹之内")
NO_FOLDER: Final = Text(
    "the scores of a folder go into a folder, and this is the name of a file",
    "文件夹的得分须写入文件夹，而这是文件名",
)
