"""One row of a form as a line of the language, not compiled yet."""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.model import FormRow
from indicator_dsl.quantities import NotANumber, number_from_text, text_from_number
from indicator_dsl.transcription.answers import ActualRead, answer_of
from indicator_dsl.transcription.days import YEARLESS
from indicator_dsl.transcription.spelling import clean_text, plain_text, quoted_text
from indicator_dsl.transcription.target_read import Scales, TargetRead
from indicator_dsl.transcription.targets import target_of, with_unit_of
from indicator_dsl.transcription.transcript import ActualKind, TargetKind
from indicator_dsl.wording import Text

_LONGEST_NAME: Final = 120
_MONTH_AND_DAY: Final = Text(
    f"no year is written anywhere: month and day are compared, both as of {YEARLESS}",
    f"各处都没有写年份：只比较月、日，都按 {YEARLESS} 年写出",
)
_NO_YEAR_ASKED: Final = Text(
    "the day of the target has no year, that of the actual has one, and the form names none",
    "目标值的日期没有年份，实际完成值的有，表上也没有写年份",
)
_NO_YEAR_DONE: Final = Text(
    "the day of the actual has no year, that of the target has one, and the form names none",
    "实际完成值的日期没有年份，目标值的有，表上也没有写年份",
)
_POINTS: Final = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:分|points|%)?")


@frozen(kw_only=True)
class Draft:
    """A row on its way: what was read, and its line without and with a weight."""

    row: FormRow
    name: str
    target: TargetRead
    actual: ActualRead
    weight: Fraction | None
    reported: Fraction | None
    puzzles: tuple[Text, ...]

    @property
    def has_rule(self) -> bool:
        """Whether the row asks for something that a rule can say."""
        return not self.puzzles and self.target.kind not in (
            TargetKind.NONE,
            TargetKind.NOT_APPLICABLE,
            TargetKind.UNKNOWN,
        )

    def line(self, weight: Fraction | None) -> str:
        """The rule on one line; the name always in quotes."""
        parts = [quoted_text(self.name), target_text(self.target)]
        if weight is not None:
            parts.append(f"weight {text_from_number(weight)}")
        if (
            self.target.number
            and not self.target.number.strip("0.")
            and self.target.operator != "in"
        ):
            parts.append("zero target pass")
        if self.target.kind is TargetKind.WORDS:
            said = clean_text(self.row.target.text, 300)
            parts.append(f"note {quoted_text(f'年度指标值：{said}')}")
        return " ".join(parts)


def target_text(target: TargetRead) -> str:
    """The target as the language writes it.

    Example:
        >>> target_text(TargetRead(kind=TargetKind.FIGURE, operator=">=", number="95", unit="%"))
        '>= 95 %'
    """
    match target.kind:
        case TargetKind.DAY if target.day is not None:
            return f"{target.operator} {target.day.isoformat()}"
        case TargetKind.RANGE:
            return f"in {target.number}..{target.high} {target.unit}".rstrip()
        case TargetKind.SCALE if target.scale is None:
            return f"= {target.words}"
        case TargetKind.SCALE | TargetKind.WORDS if target.scale is not None:
            return f"is {target.scale.name}"
        case _:
            return f"{target.operator} {target.number} {target.unit}".rstrip()


def points_of(text: str) -> Fraction | None:
    """The points a cell names; None for any other text.

    Example:
        >>> points_of("10.00"), points_of("20分"), points_of("60%"), points_of("约10")
        (Fraction(10, 1), Fraction(20, 1), Fraction(60, 1), None)
    """
    match = _POINTS.fullmatch(plain_text(text))
    if match is None:
        return None
    try:
        return number_from_text(match["number"].replace(",", ""))
    except NotANumber:
        return None


def unique_names(rows: Iterable[FormRow], taken: Iterable[str]) -> list[str]:
    """A name of its own for every row, as near to what is written as the language allows."""
    seen = {_alike(name) for name in taken}
    names = []
    for row in rows:
        written = _held(row.name.text)
        name, count = written, 1
        while _alike(name) in seen:
            count += 1
            name = f"{written}（{count}）"
        seen.add(_alike(name))
        names.append(name)
    return names


def _without_year(target: TargetRead, actual: ActualRead) -> TargetRead:
    """A target whose year nobody wrote, with a word on it; not understood beside one that has."""
    is_day = actual.kind is ActualKind.DAY
    if is_day and target.is_yearless and not actual.is_yearless:
        return evolve(target, puzzles=(*target.puzzles, _NO_YEAR_ASKED))
    if target.kind is TargetKind.DAY and actual.is_yearless and not target.is_yearless:
        return evolve(target, puzzles=(*target.puzzles, _NO_YEAR_DONE))
    return target.with_(_MONTH_AND_DAY) if target.is_yearless else target


def _held(name: str) -> str:
    """A name as the language can hold it."""
    return clean_text(name, _LONGEST_NAME).translate({34: "”"}) or "（未命名）"


def name_key(name: str) -> str:
    """What two rows of one form share where a name must be made unique.

    Example:
        >>> name_key("培训 人次（A）") == name_key("培训人次(a)")
        True
    """
    return _alike(_held(name))


def _alike(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def drafts_of(
    rows: tuple[FormRow, ...], year: int | None, scales: Scales, taken: Iterable[str]
) -> list[Draft]:
    """Every row read; what is not understood carries its puzzles."""
    drafts = []
    for row, name in zip(rows, unique_names(rows, taken), strict=True):
        target = target_of(row, year, scales)
        actual = answer_of(row, target, year)
        target = with_unit_of(target, actual.unit, row)
        target = _without_year(target, actual)
        puzzles = target.puzzles or actual.puzzles
        if target.kind is TargetKind.NONE and not puzzles:
            puzzles = (Text("the row has no target and no actual", "该行没有目标值也没有实际值"),)
        weight = points_of(row.weight.text)
        drafts.append(
            Draft(
                row=row,
                name=name,
                target=target,
                actual=actual,
                weight=weight or None,
                reported=points_of(row.score.text),
                puzzles=puzzles,
            )
        )
    return drafts
