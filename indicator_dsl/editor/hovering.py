"""What a reader is told who points at a place. Tells what rules and scored sheets say, no more."""

from typing import Final

from attrs import frozen

from indicator_dsl.codes import code_called
from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.editor.symbols import Kind, Occurrence, occurrence_at
from indicator_dsl.explanation import expression_text, extra_text, scale_text, veto_text
from indicator_dsl.model import Judged, Ruleset
from indicator_dsl.rendering import escaped, rule_markdown
from indicator_dsl.source import Span
from indicator_dsl.syntax import AllowNode, IndicatorNode, ScaleNode
from indicator_dsl.wording import Lang, Text, name_from_text

_INPUT: Final = Text("{name}: a figure in {unit}, not scored", "{name}：数据，单位 {unit}，不计分")
_BARE: Final = Text("{name}: a bare number, not scored", "{name}：无单位的数据，不计分")
_LET: Final = Text("{name} = {sum}", "{name} = {sum}")


@frozen(kw_only=True)
class Hover:
    """Markdown about a span; the author's own text is escaped in it."""

    span: Span
    markdown: str


def hover_at(analysis: Analysis, offset: int, lang: Lang = "en") -> Hover | None:
    """What is to be said of the place; None when there is nothing.

    Of a rule: its sentence, its curve, its basis, and what it earned where there are actuals.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> analysis = analyse_ruleset(text_named("a.ind", "年办件量 >= 5 件 weight 20 by pass"))
        >>> hover_at(analysis, 1, "zh").markdown.splitlines()[2]
        '达到目标得满分，否则不得分'
    """
    at = occurrence_at(analysis, offset)
    told = None if at is None else _named(analysis, at, lang)
    if at is not None and told is not None:
        return Hover(span=at.span, markdown=told)
    for node in analysis.file.statements:
        if not node.span.start <= offset <= node.span.end:
            continue
        match node:
            case IndicatorNode():
                for clause in node.clauses:
                    is_here = clause.span.start <= offset <= clause.span.end
                    if isinstance(clause, AllowNode) and is_here:
                        return _code(clause, lang)
                markdown = _rule(analysis, name_from_text(node.name.text), lang)
                return None if markdown is None else Hover(span=node.span, markdown=markdown)
            case _:
                pass
    return None


def _code(clause: AllowNode, lang: Lang) -> Hover | None:
    code = code_called(clause.code)
    if code is None:
        return None
    words = f"**{code.code} {code.name}**\n\n{escaped(code.message.in_lang(lang))}"
    return Hover(span=clause.span, markdown=words)


def _named(analysis: Analysis, at: Occurrence, lang: Lang) -> str | None:
    match at.kind.family:
        case Kind.FIGURE:
            return _figure(analysis, at.name, lang)
        case Kind.SCALE:
            return _scale(analysis, at.name, lang)
        case _:
            return None


def _rule(analysis: Analysis, name: str, lang: Lang) -> str | None:
    rule = None if analysis.ruleset is None else analysis.ruleset.indicator(name)
    if rule is None:
        return None
    told = None if analysis.card is None else analysis.card.line(name)
    return rule_markdown(rule, lang, told)


def _figure(analysis: Analysis, name: str, lang: Lang) -> str | None:
    ruleset = analysis.ruleset
    if ruleset is None:
        return None
    rule = _rule(analysis, name, lang)
    figure = _of_figure(ruleset, name)
    parts = [rule or "", "" if figure is None else escaped(figure.in_lang(lang))]
    return "\n\n".join(part for part in parts if part) or None


def _of_figure(ruleset: Ruleset, name: str) -> Text | None:
    for given in ruleset.inputs:
        if given.name == name:
            words = _INPUT if given.unit.text else _BARE
            return words.filled(name=name, unit=given.unit.text)
    for worked_out in ruleset.derived:
        if worked_out.name == name:
            return _LET.filled(name=name, sum=expression_text(worked_out.value, {}))
    for veto in ruleset.vetoes:
        if veto.name == name:
            return veto_text(veto)
    for extra in ruleset.extras:
        if extra.name == name:
            return extra_text(extra)
    return None


def _scale(analysis: Analysis, name: str, lang: Lang) -> str | None:
    rules = () if analysis.ruleset is None else analysis.ruleset.indicators
    for rule in rules:
        if isinstance(rule.measure, Judged) and rule.measure.scale.name == name:
            return escaped(scale_text(rule.measure.scale).in_lang(lang))
    for node in analysis.file.statements:
        if isinstance(node, ScaleNode) and name_from_text(node.name.text) == name:
            return escaped(node.span.text_of(analysis.source.text))
    return None
