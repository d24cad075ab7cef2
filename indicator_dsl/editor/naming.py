"""Where a name is declared, where it is used, and what changes when it is given another one.

A renaming that would change any meaning is refused.
"""

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.compiler import Desk, Library, ShippedLibrary, shared_units
from indicator_dsl.diagnostics import Collector
from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.editor.edits import Edit, edited
from indicator_dsl.editor.symbols import Kind, Occurrence, occurrence_at, occurrences
from indicator_dsl.model import Judged, Ruleset
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax import ActualsFileNode, UseNode, parse_actuals, parse_ruleset
from indicator_dsl.wording import Text, name_from_text

_RENAMED: Final = (Kind.FIGURE, Kind.SCALE, Kind.GRADE, Kind.UNIT)
_NOTHING_HERE: Final = Text("there is no name here to change", "此处没有可改的名称")
_TAKEN: Final = Text("`{name}` is taken", "“{name}”已被使用")
_UNREADABLE: Final = Text(
    "`{name}` cannot be read as a name in every place it is used",
    "“{name}”无法在所有用到的地方作为名称读出",
)
_SHARED: Final = Text(
    "`{name}` is not declared in this file", "“{name}”不是在本文件中定义的，不能在此改名"
)


@frozen
class Refusal:
    """Why a name cannot be changed."""

    why: Text


def definition_at(
    analysis: Analysis, offset: int, library: Library | None = None
) -> tuple[Place, ...]:
    r"""Where the name at an offset is declared, in the file or in a profile; nothing when unknown.

    Args:
        analysis: Of the text the offset is in.
        offset: In or just behind the name.
        library: Where the file a `use` names is found; only shipped ones when None.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> text = "input 收入 万元\nlet 一半 = 收入 / 2\n一半 >= 5 万元 weight 9"
        >>> found = definition_at(analyse_ruleset(text_named("a.ind", text)), text.index("收入 /"))
        >>> found[0].text
        '收入'
    """
    at = occurrence_at(analysis, offset)
    if at is None:
        return ()
    here = [each for each in references_at(analysis, offset) if each.is_declaration]
    if here:
        return tuple(Place(analysis.source, each.span) for each in here)
    if at.kind is Kind.PROFILE:
        return tuple(_profile(analysis, at, library or ShippedLibrary()))
    return tuple(_elsewhere(analysis.ruleset, at))


def _profile(analysis: Analysis, at: Occurrence, library: Library) -> Iterator[Place]:
    desk = Desk(analysis.source, Collector(), shared_units())
    for node in analysis.file.statements:
        if isinstance(node, UseNode) and node.span == at.statement:
            source = library.find(node.profile.text, desk.collector, node, desk)
            if source is not None:
                yield Place(source, Span(0, 0))


def _elsewhere(ruleset: Ruleset | None, at: Occurrence) -> Iterator[Place]:
    """Where a profile declares a scale, or the ruleset of actuals a figure."""
    if ruleset is None:
        return
    if at.kind is Kind.SCALE:
        scales = [r.measure.scale for r in ruleset.indicators if isinstance(r.measure, Judged)]
        yield from dict.fromkeys(each.place for each in scales if each.name == at.name)
    if at.kind is Kind.FIGURE:
        rule = ruleset.indicator(at.name)
        if rule is not None:
            yield rule.marks.name if rule.marks.name.span.end else rule.place
        yield from (each.place for each in ruleset.inputs if each.name == at.name)
        yield from (each.place for each in ruleset.derived if each.name == at.name)
        yield from (each.place for each in ruleset.extras if each.name == at.name)
        yield from (each.place for each in ruleset.vetoes if each.name == at.name)


def references_at(analysis: Analysis, offset: int) -> tuple[Occurrence, ...]:
    """Every place that names the same thing as the offset does, declarations included."""
    at = occurrence_at(analysis, offset)
    found = () if at is None else occurrences(analysis)
    return tuple(each for each in found if at is not None and each.names_same(at))


def renaming_at(
    analysis: Analysis, offset: int, new: str, beside: Analysis | None = None
) -> dict[SourceText, tuple[Edit, ...]] | Refusal:
    """The edits that give the name at an offset another one, by text; or why that cannot be.

    Args:
        analysis: Of the text the offset is in.
        offset: In or just behind the name.
        new: The new name, without quotes; they are set where they are needed.
        beside: Of the ruleset's actuals, or the actuals' ruleset: renamed as well.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> text = text_named("a.ind", "年办件量 >= 5 件 weight 20")
        >>> (edits,) = renaming_at(analyse_ruleset(text), 2, "受理量").values()
        >>> edited(text.text, edits)
        '受理量 >= 5 件 weight 20'
    """
    at = occurrence_at(analysis, offset)
    if at is None or at.kind.family not in _RENAMED:
        return Refusal(_NOTHING_HERE)
    wanted = name_from_text(new.strip().strip('"“”'))
    texts = [analysis] if beside is None else [analysis, beside]
    named = {each.source: list(occurrences(each)) for each in texts}
    every = [each for found in named.values() for each in found]
    if not any(each.is_declaration and each.names_same(at) for each in every):
        return Refusal(_SHARED.filled(name=at.name))
    if wanted != at.name and any(
        (each.kind.family, each.name) == (at.kind.family, wanted) for each in every
    ):
        return Refusal(_TAKEN.filled(name=wanted))
    changes: dict[SourceText, tuple[Edit, ...]] = {}
    for each in texts:
        edits = _edits(each, at, wanted)
        if edits is None:
            return Refusal(_UNREADABLE.filled(name=wanted))
        if edits:
            changes[each.source] = edits
    return changes


def _edits(analysis: Analysis, at: Occurrence, new: str) -> tuple[Edit, ...] | None:
    """The edits of one text; None when it would then say something else."""
    found = list(occurrences(analysis))
    same = [each for each in found if each.names_same(at)]
    expected = [
        (each.kind, new if each.names_same(at) else each.name, each.is_declaration)
        for each in found
    ]
    if not same:
        return ()
    for spelling in (_as_written, _quoted_in_sums, _quoted):
        edits = tuple(Edit(each.span, spelling(new, each, analysis)) for each in same)
        if _names_of(analysis, edited(analysis.source.text, edits)) == expected:
            return edits
    return None


def _as_written(new: str, each: Occurrence, analysis: Analysis) -> str:
    """Quoted where the old name had to be."""
    written = each.span.text_of(analysis.source.text)
    is_quoted = written[:1] in '"“' and written[-1:] in '"”' and len(written) > 1
    return f"{written[0]}{new}{written[-1]}" if is_quoted else new


def _quoted_in_sums(new: str, each: Occurrence, analysis: Analysis) -> str:
    if each.kind is Kind.FIGURE and isinstance(analysis.file, ActualsFileNode):
        return _as_written(new, each, analysis)
    return f'"{new}"' if each.kind is Kind.FIGURE else _as_written(new, each, analysis)


def _quoted(new: str, _each: Occurrence, _analysis: Analysis) -> str:
    return f'"{new}"'


def _names_of(analysis: Analysis, text: str) -> list[tuple[Kind, str, bool]]:
    source, collector = SourceText(analysis.source.name, text), Collector()
    file = (
        parse_actuals(source, collector)
        if isinstance(analysis.file, ActualsFileNode)
        else parse_ruleset(source, collector)
    )
    changed = evolve(analysis, source=source, file=file)
    return [(each.kind, each.name, each.is_declaration) for each in occurrences(changed)]
