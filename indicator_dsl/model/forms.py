"""A reported form as it was written: its cells with their places, and what its columns mean.

Knows no file format, and reads no number: every cell keeps the text the office wrote.
"""

from collections.abc import Iterator

from attrs import frozen

from indicator_dsl.values import Value
from indicator_dsl.wording import Text

_NOWHERE = Text("", "")


@frozen(kw_only=True, eq=False, repr=False)
class FormCell(Value):
    """One cell: its text as a reader of the form sees it, and where it stands.

    `text` is empty for an empty cell. `is_given` is False where the form has no such cell at all (a
    column it lacks). `where` is for people: `cell D14`, `line 120`. `remark` is what the reader of
    the file had to say of the cell (a formula without a value, a rounded display), None mostly.
    """

    text: str = ""
    where: Text = _NOWHERE
    is_given: bool = True
    remark: Text | None = None

    def __bool__(self) -> bool:
        """Whether anything is written there."""
        return bool(self.text)


NO_CELL = FormCell(is_given=False)


@frozen(kw_only=True, eq=False, repr=False)
class FormRow(Value):
    """One indicator as the form tells it, in the order of the official columns.

    `level1` and `level2` are the headings the row stands under, repeated on every row. `nature` is
    the column 绩效指标性质 (an operator, or 定性); `rate` a column 完成率 where the form has one.
    """

    level1: FormCell = NO_CELL
    level2: FormCell = NO_CELL
    name: FormCell
    nature: FormCell = NO_CELL
    target: FormCell = NO_CELL
    unit: FormCell = NO_CELL
    actual: FormCell = NO_CELL
    rate: FormCell = NO_CELL
    weight: FormCell = NO_CELL
    score: FormCell = NO_CELL
    reason: FormCell = NO_CELL


@frozen(kw_only=True, eq=False, repr=False)
class MoneyRow(Value):
    """One row of the block 项目资金, such as 年度资金总额 or 其中：当年财政拨款."""

    label: FormCell
    initial: FormCell = NO_CELL
    budget: FormCell = NO_CELL
    executed: FormCell = NO_CELL
    weight: FormCell = NO_CELL
    rate: FormCell = NO_CELL
    score: FormCell = NO_CELL


@frozen(kw_only=True, eq=False, repr=False)
class Form(Value):
    """A self-evaluation form (自评表).

    `name` tells the form from others of the run: the file, with a number where it holds several.
    `money` begins with the total row where the form has one; `money_unit` is the unit its block
    names, often 万元. `headings` are rows that hold no indicator but a level with points of its
    own. `expected` and `achieved` are the goals in words; `narrative` is the text around the table,
    a paragraph each. `is_partial` says that the source itself calls the copy cut off.
    """

    name: str
    title: FormCell = NO_CELL
    year: FormCell = NO_CELL
    project: FormCell = NO_CELL
    department: FormCell = NO_CELL
    agency: FormCell = NO_CELL
    money_unit: FormCell = NO_CELL
    money: tuple[MoneyRow, ...] = ()
    expected: FormCell = NO_CELL
    achieved: FormCell = NO_CELL
    rows: tuple[FormRow, ...] = ()
    headings: tuple[FormRow, ...] = ()
    total_weight: FormCell = NO_CELL
    total_score: FormCell = NO_CELL
    narrative: tuple[FormCell, ...] = ()
    is_partial: bool = False

    @property
    def money_total(self) -> MoneyRow | None:
        """The row of the whole budget, the first of the block; None when the form has no block."""
        return self.money[0] if self.money else None

    def texts(self) -> Iterator[FormCell]:
        """Everything the form says in sentences: the goals and the text around the table."""
        yield from (cell for cell in (self.expected, self.achieved, *self.narrative) if cell)
