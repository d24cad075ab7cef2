"""The names a file offers for completion, each with a few words on what it is. Reads no text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import field, frozen

from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Collector
from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.editor.symbols import Kind, occurrences
from indicator_dsl.explanation import asked_text
from indicator_dsl.model import Judged
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import SectionNode, UnitNode, UseNode, parse_ruleset
from indicator_dsl.wording import Lang, Text, same


@frozen(kw_only=True)
class Vocabulary:
    """Names by what they name, each with a remark; `levels` are those of each judged rule."""

    lang: Lang = "en"
    figures: dict[str, Text] = field(factory=dict)
    targets: dict[str, Text] = field(factory=dict)
    scales: dict[str, Text] = field(factory=dict)
    grades: dict[str, Text] = field(factory=dict)
    units: dict[str, Text] = field(factory=dict)
    sections: dict[str, Text] = field(factory=dict)
    profiles: dict[str, Text] = field(factory=dict)
    levels: dict[str, tuple[str, ...]] = field(factory=dict)
    facts: dict[str, Text] = field(factory=dict)


_WHAT = {
    Kind.INDICATOR: Text("rule", "指标"),
    Kind.INPUT: Text("input", "数据"),
    Kind.LET: Text("worked out", "计算数据"),
    Kind.FACT: Text("bonus, penalty or veto", "加减分或否决事项"),
    Kind.SCALE: Text("scale", "等次"),
    Kind.GRADE: Text("grade", "等级"),
    Kind.SECTION: Text("heading", "部分"),
}
_SHIPPED = Text("ships with indicator-dsl", "随程序提供")
_BESIDE = Text("file beside", "同目录文件")
_USED = Text("used in this file", "本文件已用")


def vocabulary_of(
    analysis: Analysis | None, lang: Lang = "en", beside: Iterable[str] = ()
) -> Vocabulary:
    """The names known to a file.

    Args:
        analysis: Of the text, or of an earlier state of it: only names are taken from it. None
            for what every file knows.
        lang: Of keywords in a file that has none yet.
        beside: Names of the files that `use` could name.

    Example:
        >>> "万元" in vocabulary_of(None).units
        True
    """
    names: dict[Kind, dict[str, Text]] = {}
    counted: Counter[str] = Counter()
    for each in () if analysis is None else occurrences(analysis):
        if each.kind is Kind.UNIT:
            counted[each.name] += 1
        elif each.is_declaration:
            names.setdefault(each.kind, {})[each.name] = _WHAT[each.kind]
    rules = () if analysis is None or analysis.ruleset is None else analysis.ruleset.indicators
    figures = {
        name: remark
        for kind in (Kind.INPUT, Kind.LET, Kind.INDICATOR)
        for name, remark in names.get(kind, {}).items()
    }
    told = {rule.name: asked_text(rule.target) for rule in rules}
    inputs = () if analysis is None or analysis.ruleset is None else analysis.ruleset.inputs
    told |= {figure.name: same(figure.unit.text) for figure in inputs}
    used = {unit: _USED for unit, _ in counted.most_common()}
    return Vocabulary(
        lang=_language(analysis, lang),
        figures={name: told.get(name, remark) for name, remark in figures.items()},
        targets=told,
        scales=names.get(Kind.SCALE, {}) | dict(_profile_scales(analysis)),
        grades=_grades(analysis) | names.get(Kind.GRADE, {}),
        units=used | {unit: told for unit, told in _shared_units().items() if unit not in used},
        sections=names.get(Kind.SECTION, {}),
        profiles=dict.fromkeys(_shipped(), _SHIPPED) | dict.fromkeys(beside, _BESIDE),
        levels={
            rule.name: tuple(level.label for level in rule.measure.scale.levels)
            for rule in rules
            if isinstance(rule.measure, Judged)
        },
        facts=names.get(Kind.FACT, {}) | _facts(analysis),
    )


def _language(analysis: Analysis | None, lang: Lang) -> Lang:
    """That of the file's keywords, where it has any."""
    if analysis is None or not any(
        not isinstance(node, UseNode | SectionNode) for node in analysis.file.statements
    ):
        return lang
    return analysis.keywords_in


def _profile_scales(analysis: Analysis | None) -> Iterator[tuple[str, Text]]:
    """Scales of the rules there are, which may be a profile's."""
    rules = () if analysis is None or analysis.ruleset is None else analysis.ruleset.indicators
    for rule in rules:
        if isinstance(rule.measure, Judged) and not rule.measure.scale.is_answer:
            yield rule.measure.scale.name, _WHAT[Kind.SCALE]


def _grades(analysis: Analysis | None) -> dict[str, Text]:
    grades = None if analysis is None or analysis.ruleset is None else analysis.ruleset.grades
    if grades is None:
        return {}
    labels = [grade.label for grade in grades.bands] + [grades.otherwise]
    return dict.fromkeys(labels, _WHAT[Kind.GRADE])


def _facts(analysis: Analysis | None) -> dict[str, Text]:
    if analysis is None or analysis.ruleset is None:
        return {}
    names = [each.name for each in analysis.ruleset.vetoes]
    names += [each.name for each in analysis.ruleset.extras]
    return dict.fromkeys(names, _WHAT[Kind.FACT])


@cache
def _shared_units() -> dict[str, Text]:
    text = rulesets().joinpath("units.ind").read_text(encoding="utf-8")
    file = parse_ruleset(SourceText("units.ind", text), Collector())
    return {
        node.name.text: same(f"{node.amount.text} {node.unit.text}")
        for node in file.statements
        if isinstance(node, UnitNode)
    }


@cache
def _shipped() -> tuple[str, ...]:
    folders = (each for each in rulesets().iterdir() if each.joinpath("ruleset.ind").is_file())
    return tuple(sorted(folder.name for folder in folders))
