"""What every view of an audit says around its findings: heads, facts, groups. Judges nothing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from indicator_dsl.audit import Audit, AuditedRow, AuditFinding, Confidence
from indicator_dsl.diagnostics import Severity
from indicator_dsl.explanation import number_text, points_text, possible_grades_text
from indicator_dsl.model import FormCell, FormRow
from indicator_dsl.rendering.audit_points import bounds_text, rounding_of
from indicator_dsl.wording import Lang, Text, joined, same

FORM: Final = Text("form", "自评表")
TITLE: Final = Text("title", "表名")
OFFICE: Final = Text("office", "单位")
YEAR: Final = Text("year", "年度")
REPORTED: Final = Text("reported", "自评得分")
COMPUTED: Final = Text("recomputed", "重新计算")
UNDERSTOOD: Final = Text("understood", "读懂")
PROFILE: Final = Text("profile", "口径")
FINDINGS: Final = Text("Findings", "发现的问题")
NOT_UNDERSTOOD: Final = Text("Rows not understood", "没有读懂的行")
UNREAD: Final = Text("Cells that found no place", "没有用上的单元格")
ASSUMED: Final = Text("Assumed", "所作的假定")
ROWS: Final = Text("Row by row", "逐行核对")
INDICATOR: Final = Text("indicator", "指标")
TARGET: Final = Text("target", "指标值")
ACTUAL: Final = Text("actual", "完成值")
WEIGHT: Final = Text("points", "分值")
ROW_REPORTED: Final = Text("reported", "自评")
ROW_COMPUTED: Final = Text("recomputed", "重算")
MORE: Final = Text("over", "多报")
TOTAL: Final = Text("Total", "总分")
ASK: Final = Text("ask: {question}", "问：{question}")
QUESTION: Final = Text("To ask the office", "请单位说明")
SUM: Final = Text("Arithmetic", "算式")
CELLS: Final = Text("Rests on", "所在单元格")
CONFIDENCE: Final = Text("confidence {level}", "可信度{level}")
LEVELS: Final = {
    Confidence.HIGH: Text("high", "高"),
    Confidence.MEDIUM: Text("medium", "中"),
    Confidence.LOW: Text("low", "低"),
}
SAYS: Final = Text("{name}: {words}", "{name}：{words}")
FORMS: Final = Text("{n} forms", "共 {n} 张自评表")
FORMS_ONE: Final = Text("1 form", "共 1 张自评表")
MANY_MORE: Final = Text(" and {n} more", "等，另有 {n} 行")

_IN_CELL: Final = Text("{where} `{text}`", "{where} “{text}”")
_SAID: Final = Text("`{text}`", "“{text}”")
_EMPTY_CELL: Final = Text("{where} (empty)", "{where}（空）")
_BRIEFLY: Final = Text(
    "`{indicator}`: reported {reported}, the rules give {computed} of {weight}",
    "“{indicator}”：自评 {reported} 分，按规则为 {computed} 分（满分 {weight}）",
)
_PARTIAL: Final = Text("{name} (a copy that is cut off)", "{name}（摘录不全）")
_NOT_GIVEN: Final = Text("no total is printed", "没有填写总分")
NO_CARD: Final = Text("nothing could be scored", "没有可以计分的内容")
_OPEN: Final = Text("{low} to {high}: {n} rows are open", "{low} 至 {high}：{n} 行尚不能确定")
_OPEN_ONE: Final = Text("{low} to {high}: 1 row is open", "{low} 至 {high}：1 行尚不能确定")
_OF: Final = Text("{points} of {full}", "{points}（满分 {full}）")
_GRADED: Final = Text("{points}, grade {grade}", "{points}，等级 {grade}")
_READ: Final = Text("{n} of {rows} rows", "{n} 行，共 {rows} 行")
_NOTHING: Final = Text("Nothing to ask about this form.", "这张自评表没有要问的问题。")
_NOTHING_READ: Final = Text(
    "Nothing to ask about what was understood: {n} of {rows} rows.",
    "读懂的部分（{rows} 行中的 {n} 行）没有要问的问题。",
)
_NO_ROWS: Final = Text("The form holds no indicator.", "这张自评表没有指标行。")
_COUNTED: Final = Text("{count}: {parts}", "{count}：{parts}")
_FOUND: Final = Text("{n} findings", "{n} 个问题")
_FOUND_ONE: Final = Text("1 finding", "1 个问题")
_ABOUT_POINTS: Final = "reported-score-differs"
_SEVERITIES: Final = {
    Severity.ERROR: Text("{n} grave", "严重 {n}"),
    Severity.WARNING: Text("{n} doubtful", "存疑 {n}"),
    Severity.NOTE: Text("{n} to note", "提示 {n}"),
}


def facts_of(audit: Audit) -> Iterator[tuple[Text, Text]]:
    """What stands at the head: each fact with its label."""
    form = audit.form
    name = same(form.name)
    yield FORM, _PARTIAL.filled(name=name) if form.is_partial else name
    if form.project.text and form.title.text:
        yield TITLE, same(form.title.text)
    office = form.agency.text or form.department.text
    if office:
        yield OFFICE, same(office)
    reported = audit.score_reported
    yield REPORTED, _NOT_GIVEN if reported is None else same(number_text(reported))
    yield COMPUTED, computed_text(audit)
    read = _READ.filled(n=audit.transcript.understood, rows=len(audit.rows))
    yield UNDERSTOOD, read
    yield PROFILE, same(audit.transcript.profile)


def title_of_form(audit: Audit) -> str:
    """What the form is about: its project, else its title, else the name of its file.

    The title comes second: most forms have the same one.
    """
    form = audit.form
    return form.project.text or form.title.text or form.name


def year_of(audit: Audit) -> str:
    """The year as written, without the brackets it often stands in; empty where there is none."""
    return audit.form.year.text.strip(" ()（）")


def computed_text(audit: Audit) -> Text:
    """The recomputed total with the grade, or its bounds."""
    card, rounding = audit.card, rounding_of(audit)
    if card is None or audit.low is None or audit.high is None:
        return NO_CARD
    full = number_text(card.full)
    if audit.score_computed is not None:
        points = _OF.filled(points=points_text(audit.score_computed, rounding), full=full)
    else:
        is_open = sum(not line.is_settled for line in card.lines)
        low, high = points_text(audit.low, rounding), points_text(audit.high, rounding)
        template = _OPEN_ONE if is_open == 1 else _OPEN
        points = template.filled(low=low, high=high, n=is_open)
    if not card.grades or not audit.is_whole:
        return points
    return _GRADED.filled(points=points, grade=possible_grades_text(card))


def nothing_found(audit: Audit) -> Text:
    """What to say when there is no finding, and no more than is true."""
    rows, read = len(audit.rows), audit.transcript.understood
    if not rows:
        return _NO_ROWS
    return _NOTHING if rows == read else _NOTHING_READ.filled(n=read, rows=rows)


def count_text(findings: Iterable[AuditFinding]) -> Text:
    """How many findings there are, and how grave they are."""
    severities = [each.finding.severity for each in findings]
    parts = [
        _SEVERITIES[severity].filled(n=sum(1 for _ in same_ones))
        for severity, same_ones in groupby(sorted(severities, key=list(_SEVERITIES).index))
    ]
    count = _FOUND_ONE if len(severities) == 1 else _FOUND.filled(n=len(severities))
    return _COUNTED.filled(count=count, parts=joined(parts, en=", ", zh="、"))


def cells_text(cells: Iterable[FormCell], *, longest: int | None = None) -> Text:
    """Cells with their places, and what their reader had to say of them; empty for none.

    Args:
        cells: Those that hold a text or have a place.
        longest: The most characters of a text; the whole text where None.
    """
    said = [_cell(cell, longest) for cell in cells if cell.text or cell.where.en]
    return joined(said, en="; ", zh="；")


def _cell(cell: FormCell, longest: int | None) -> Text:
    text = cut(cell.text, longest)
    if not cell.where.en:
        said = _SAID.filled(text=text)
    else:
        said = (_IN_CELL if text else _EMPTY_CELL).filled(where=cell.where, text=text)
    return said if cell.remark is None else joined([said, cell.remark], en=", ", zh="，")


def cut(text: str, longest: int | None) -> str:
    """The text, or so many characters of it and a mark that it goes on.

    Example:
        >>> cut("全年办事群众满意度100%", 6)
        '全年办事群众…'
    """
    is_whole = longest is None or len(text) <= longest
    return text if is_whole else f"{text[:longest]}…"


def brief_of(finding: AuditFinding, audit: Audit) -> Text:
    """The finding in one line: where it is about points, just these."""
    row = _row_of_points(finding, audit)
    if row is None or row.line is None or row.reported is None:
        return finding.finding.message
    return _BRIEFLY.filled(
        indicator=finding.indicator,
        reported=number_text(row.reported),
        computed=bounds_text(row.line.low, row.line.high, rounding_of(audit)),
        weight=number_text(row.line.indicator.weight),
    )


def subject_of(finding: AuditFinding, audit: Audit) -> str:
    """The row of a finding that is told with others; where it is about points, with these."""
    row = _row_of_points(finding, audit)
    if row is None or row.line is None or row.reported is None:
        return finding.indicator
    computed = bounds_text(row.line.low, row.line.high, rounding_of(audit))
    return f"{finding.indicator} {number_text(row.reported)} → {computed}"


def _row_of_points(finding: AuditFinding, audit: Audit) -> AuditedRow | None:
    """The row whose points a finding is about; None when it is about something else."""
    if finding.name != _ABOUT_POINTS:
        return None
    named = (row for row in audit.rows if row.reading.indicator == finding.indicator)
    return next(named, None)


def code_text(finding: AuditFinding) -> Text:
    """The code and the name to look it up by, and how sure the finding is."""
    confidence = CONFIDENCE.filled(level=LEVELS[finding.confidence])
    code = same(f"{finding.finding.code} {finding.name}")
    return joined([code, confidence], en=" · ", zh=" · ")


def not_understood(row: AuditedRow) -> Text:
    """A row that is not understood: its name, its cells as written, and why."""
    cells = (written_target(row.reading.row), row.reading.row.actual.text)
    written = " | ".join(filter(None, cells))
    why = joined(row.reading.puzzles, en="; ", zh="；")
    facts = joined([same(written), why], en=": ", zh="：") if written else why
    return SAYS.filled(name=row.reading.indicator, words=facts)


def written_target(row: FormRow) -> str:
    """The target's cells as the form has them, side by side."""
    return " ".join(cell.text for cell in (row.nature, row.target, row.unit) if cell.text)


def named(title: str, names: Sequence[str], left: int, lang: Lang) -> str:
    """A title and the rows it is about, `left` of them unnamed.

    Example:
        >>> named("单位不一致 ×3", ["年办件量", "成本"], 1, "zh")
        '单位不一致 ×3：年办件量、成本等，另有 1 行'
    """
    if not names:
        return title
    return SAYS.filled(name=title, words=listed(names, left, lang)).in_lang(lang)


def listed(names: Sequence[str], left: int, lang: Lang) -> str:
    """The rows by name, then how many more there are.

    Example:
        >>> listed(["年办件量", "成本"], 3, "en")
        '年办件量, 成本 and 3 more'
    """
    joint = "、" if lang == "zh" else ", "
    return joint.join(names) + (MANY_MORE.filled(n=left).in_lang(lang) if left else "")
