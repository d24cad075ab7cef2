"""What changed between two rulesets, as blocks of plain words, before any layout."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from indicator_dsl.curves import Sense
from indicator_dsl.explanation import (
    Aspect,
    Change,
    LineChange,
    Reach,
    RulesetChanges,
    Statement,
    StatementChange,
    asked_text,
    clause_text,
    number_text,
    run_on,
)
from indicator_dsl.model import Indicator, Ruleset
from indicator_dsl.rendering.marks import Marks
from indicator_dsl.wording import Lang, Text, same

MOST_REACHES: Final = 3
ASPECTS: Final = {
    Aspect.TARGET: Text("target", "目标"),
    Aspect.WEIGHT: Text("weight", "分值"),
    Aspect.METHOD: Text("method", "计分方法"),
    Aspect.GUARDS: Text("guards", "约束"),
    Aspect.SECTION: Text("section", "所属部分"),
    Aspect.BASES: Text("basis", "依据"),
    Aspect.NOTES: Text("note", "备注"),
    Aspect.ASSUMPTIONS: Text("assumption", "假定"),
    Aspect.ALLOWED: Text("allowed", "豁免"),
}
STATEMENTS: Final = {
    Statement.TITLE: Text("title", "名称"),
    Statement.YEAR: Text("year", "年度"),
    Statement.TOTAL: Text("total", "总分"),
    Statement.ROUNDING: Text("rounding", "小数取舍"),
    Statement.GRADES: Text("grades", "等级"),
    Statement.SECTION: Text("section", "部分"),
    Statement.INPUT: Text("input", "数据"),
    Statement.LET: Text("let", "计算"),
    Statement.BONUS: Text("bonus", "加分"),
    Statement.PENALTY: Text("penalty", "减分"),
    Statement.LIMIT: Text("limit", "封顶"),
    Statement.VETO: Text("veto", "否决"),
    Statement.CHECK: Text("check", "核对"),
    Statement.ASSUMPTION: Text("assumption", "假定"),
    Statement.EXAMPLE: Text("example", "示例"),
}
KINDS: Final = {
    "added": Text("added", "新增"),
    "removed": Text("removed", "删去"),
    "renamed": Text("probably renamed", "疑似改名"),
    "changed": Text("changed", "改动"),
}
POINTS: Final = Text("points", "得分")
WHOLE_SHEET: Final = Text("Whole sheet", "全表规定")
COLON: Final = Text(": ", "：")
CHANGES: Final = Text("What changed", "变动对照")
_NOTHING: Final = Text("", "")
_NAMES_ITSELF: Final = (Statement.BONUS, Statement.PENALTY, Statement.VETO)
_NONE: Final = Text("none", "无")
_SAME_POINTS: Final = Text("every actual earns the same as before", "任何实际值的得分均不变")
_SENSES: Final = {
    Sense.MORE: Text("more", "提高"),
    Sense.LESS: Text("fewer", "降低"),
    Sense.MIXED: Text("other points", "不同"),
}


@frozen
class Remark:
    """One thing said of a line or of the sheet: what it is about, and what became of it.

    `targets` are the old and the new target, which stand before the words.
    """

    about: Text
    words: Text
    targets: tuple[Text, ...] = ()

    def said(self, lang: Lang, marks: Marks) -> str:
        """What became of it, safe to show, operators drawn as signs."""
        told = [marks.target(each.in_lang(lang)) for each in self.targets]
        return marks.shown(" → ").join(
            [*told, *filter(None, [marks.shown(self.words.in_lang(lang))])]
        )


@frozen(kw_only=True)
class Block:
    """A line that changed: how, its name, what there is to say at once, and the rest below.

    `asked` is the target of a line that is on one sheet only; it stands between `words` and `rest`.
    """

    kind: str
    name: Text
    words: Text
    asked: Text | None = None
    rest: Text = _NOTHING
    remarks: tuple[Remark, ...] = ()

    def said(self, lang: Lang, marks: Marks) -> str:
        """What there is to say at once, safe to show."""
        words = marks.shown(self.words.in_lang(lang))
        if self.asked is None:
            return words
        asked = marks.target(self.asked.in_lang(lang))
        return f"{words}{COLON.in_lang(lang)}{asked}{marks.shown(self.rest.in_lang(lang))}"


def blocks_of(changes: RulesetChanges) -> Iterator[Block]:
    """Every line that changed, then what changed for the whole sheet."""
    for line in changes.lines:
        yield _block(line)


def _block(line: LineChange) -> Block:
    old, new = line.match.before, line.match.after
    name = same(line.indicator.name)
    words = KINDS[line.kind]
    if old is None or new is None:
        return Block(
            kind=line.kind,
            name=name,
            words=words,
            asked=asked_text(line.indicator.target),
            rest=_rest_of_row(line.indicator),
        )
    if line.match.is_renamed:
        name = same(f"{old.name} → {new.name}")
        alike = line.match.similarity
        words = Text(
            f"probably renamed: same target and weight, names {alike} % alike",
            f"疑似改名：目标与分值相同，名称相似度 {alike}%",
        )
    remarks = [_changed(each) for each in line.changes]
    moves = {each.aspect for each in line.changes}
    moves &= {Aspect.TARGET, Aspect.WEIGHT, Aspect.METHOD, Aspect.GUARDS}
    if line.reaches is not None and (moves or line.reaches):
        remarks += [Remark(POINTS, words) for words in reaches_words(line.reaches)]
    return Block(kind=line.kind, name=name, words=words, remarks=tuple(remarks))


def _rest_of_row(rule: Indicator) -> Text:
    clause, weight = clause_text(rule), number_text(rule.weight)
    return Text(f", weight {weight}, {clause.en}", f"，分值 {weight}，{clause.zh}")


def _changed(change: Change) -> Remark:
    if change.aspect is Aspect.TARGET:
        return Remark(ASPECTS[change.aspect], _NOTHING, (change.before, change.after))
    return Remark(ASPECTS[change.aspect], _became(change.before, change.after))


def _became(before: Text | None, after: Text | None) -> Text:
    old, new = (_NONE if each is None or not each.en else each for each in (before, after))
    return Text(f"{old.en} → {new.en}", f"{old.zh} → {new.zh}")


def reaches_words(reaches: tuple[Reach, ...]) -> Iterator[Text]:
    """Where other points are earned, a few of the places with a sample each."""
    if not reaches:
        yield _SAME_POINTS
        return
    for reach in reaches[:MOST_REACHES]:
        yield _reach(reach)
    more = len(reaches) - MOST_REACHES
    if more > 0:
        yield Text(f"and in {more} more places", f"另有 {more} 处")


def _reach(reach: Reach) -> Text:
    sense = _SENSES[reach.sense]
    where = reach.where
    if not reach.is_everywhere:
        where = Text(f"{where.en}, in places", f"{where.zh}（部分值）")
    points = [same("—") if p is None else same(number_text(p)) for p in (reach.before, reach.after)]
    became = f"{points[0].en} → {points[1].en}"
    if reach.interval is None:
        return Text(f"{where.en}: {became}", f"{where.zh}：{became}")
    return Text(
        f"{sense.en} {where.en}, e.g. {reach.sample.en}: {became}",
        run_on(where.zh, f"的{sense.zh}，如", reach.sample.zh, f"：{became}"),
    )


def statement_remarks(changes: RulesetChanges) -> Iterator[Remark]:
    """What changed for the whole sheet."""
    for each in changes.statements:
        yield Remark(_about(each), _became(each.before, each.after))


def _about(change: StatementChange) -> Text:
    about = STATEMENTS[change.statement]
    if not change.name or change.statement in _NAMES_ITSELF:
        return about
    return Text(f"{about.en} {change.name}", f"{about.zh} {change.name}")


def title_of_change(before: Ruleset, after: Ruleset) -> Text:
    """Both titles, or one, with both years."""
    titles = list(dict.fromkeys(each.title for each in (before, after) if each.title))
    years = list(dict.fromkeys(str(each.year) for each in (before, after) if each.year))
    told = " → ".join(titles)
    dated = " → ".join(years)
    if not told:
        return Text(f"{CHANGES.en} {dated}".strip(), f"{CHANGES.zh} {dated}".strip())
    return same(f"{told}  {dated}".strip())
