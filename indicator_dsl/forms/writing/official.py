"""The official form as it is printed, before any file format.

The layout of 2020, 项目支出绩效自评表: every cell with its text and what is to be remarked on it.
"""

from attrs import field, frozen

from indicator_dsl.model import FormCell
from indicator_dsl.scoring import LineScore, Scorecard
from indicator_dsl.wording import Text

TITLE = "项目支出绩效自评表"
NO_POINTS = "—"
OPEN = "待定"  # points recomputed, and not known yet


@frozen(kw_only=True)
class OfficialCell:
    """A cell's text as it stands on the form, and the remarks on it for a margin.

    `is_marked` says that it is to catch the eye: points that are not those reported. `origin` is
    the cell of a reported form it was copied from, None for any other.
    """

    text: str = ""
    notes: tuple[Text, ...] = ()
    is_marked: bool = False
    origin: FormCell | None = field(default=None, eq=False, repr=False)


EMPTY = OfficialCell()


@frozen(kw_only=True)
class OfficialMoney:
    """A row of 项目资金.

    `names` are the ruleset's figures for the three amounts, empty where it has none. `line` is the
    score of the execution rate, on the row that earns it. `is_rate_live` says that `rate` is the
    quotient of this very row, and not a number somebody wrote.
    """

    label: str
    initial: OfficialCell = EMPTY
    budget: OfficialCell = EMPTY
    executed: OfficialCell = EMPTY
    weight: OfficialCell = EMPTY
    rate: OfficialCell = EMPTY
    score: OfficialCell = EMPTY
    recomputed: OfficialCell = EMPTY
    names: tuple[str, str, str] = ("", "", "")
    line: LineScore | None = field(default=None, repr=False)
    is_rate_live: bool = False


@frozen(kw_only=True)
class OfficialLine:
    """A row of 绩效指标; `line` is its score, None where it is not scored."""

    level1: str = ""
    level2: str = ""
    name: OfficialCell
    nature: OfficialCell = EMPTY
    target: OfficialCell = EMPTY
    unit: OfficialCell = EMPTY
    actual: OfficialCell = EMPTY
    weight: OfficialCell = EMPTY
    score: OfficialCell = EMPTY
    recomputed: OfficialCell = EMPTY
    reason: OfficialCell = EMPTY
    line: LineScore | None = field(default=None, repr=False)


@frozen(kw_only=True)
class OfficialForm:
    """An official form filled in.

    `money` begins with 年度资金总额. With `is_recomputed` the form has the column 复核得分: the
    points worked out stand there, and `score` cells hold what was reported; otherwise `score` cells
    hold the points worked out. `card` is what they were worked out by, None when nothing could be.
    `has_nature` and `has_unit` say that sign and unit of a target have columns of their own.
    """

    title: OfficialCell = OfficialCell(text=TITLE)
    year: str = ""
    project: OfficialCell = EMPTY
    department: OfficialCell = EMPTY
    agency: OfficialCell = EMPTY
    money_unit: str = "万元"
    money: tuple[OfficialMoney, ...] = ()
    expected: OfficialCell = EMPTY
    achieved: OfficialCell = EMPTY
    lines: tuple[OfficialLine, ...] = ()
    total_weight: OfficialCell = EMPTY
    total_score: OfficialCell = EMPTY
    total_recomputed: OfficialCell = EMPTY
    has_nature: bool = False
    has_unit: bool = False
    is_recomputed: bool = False
    card: Scorecard | None = field(default=None, repr=False)
