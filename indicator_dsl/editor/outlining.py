"""The shape of a file: headings with what stands under them. Reads nodes only."""

from collections.abc import Iterator

from attrs import evolve, frozen

from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.editor.symbols import Kind
from indicator_dsl.source import Span
from indicator_dsl.syntax import (
    EntryNode,
    ExtraNode,
    IndicatorNode,
    InputNode,
    LetNode,
    ScaleNode,
    SectionNode,
    UnitNode,
    VetoNode,
    WeightNode,
    WordNode,
)


@frozen(kw_only=True)
class Entry:
    """A part of a file. `span` is all of it, `name_span` what to jump to; `detail` a few signs."""

    kind: Kind
    name: str
    span: Span
    name_span: Span
    detail: str = ""
    parts: tuple["Entry", ...] = ()


def outline_of(analysis: Analysis) -> tuple[Entry, ...]:
    r"""The parts of a file, headings with what stands under them.

    A heading whose path begins with another one's stands under that one.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> text = "[产出] 20\n[产出 / 数量]\n年办件量 >= 5 件 weight 20"
        >>> (top,) = outline_of(analyse_ruleset(text_named("a.ind", text)))
        >>> top.name, top.parts[0].name, top.parts[0].parts[0].name
        ('产出', '数量', '年办件量')
    """
    roots: list[_Open] = []
    standing: list[_Open] = []
    for node in analysis.file.statements:
        if isinstance(node, SectionNode):
            while standing and node.path[: len(standing[-1].path)] != standing[-1].path:
                standing.pop()
            if standing and node.path == standing[-1].path:
                standing.pop()
            inherited = len(standing[-1].path) if standing else 0
            heading = _Open(
                node.path,
                Entry(
                    kind=Kind.SECTION,
                    name=" / ".join(node.path[inherited:]),
                    span=node.span,
                    name_span=node.span,
                    detail=node.points.text if node.points else "",
                ),
                [],
            )
            (standing[-1].parts if standing else roots).append(heading)
            standing.append(heading)
        else:
            for entry in _entry(node):
                found = _Open((), entry, [])
                (standing[-1].parts if standing else roots).append(found)
    return tuple(each.closed() for each in roots)


@frozen
class _Open:
    path: tuple[str, ...]
    entry: Entry
    parts: list["_Open"]

    def closed(self) -> Entry:
        parts = tuple(part.closed() for part in self.parts)
        span = self.entry.span.to(parts[-1].span) if parts else self.entry.span
        return evolve(self.entry, parts=parts, span=span)


def _entry(node: object) -> Iterator[Entry]:
    named: tuple[Kind, WordNode, str] | None = None
    match node:
        case IndicatorNode():
            weights = [c.points.text for c in node.clauses if isinstance(c, WeightNode)]
            named = (Kind.INDICATOR, node.name, weights[0] if weights else "")
        case InputNode():
            named = (Kind.INPUT, node.name, node.unit.text)
        case LetNode():
            named = (Kind.LET, node.name, "")
        case ScaleNode():
            named = (Kind.SCALE, node.name, "")
        case UnitNode():
            named = (Kind.UNIT, node.name, f"{node.amount.text} {node.unit.text}")
        case VetoNode() | ExtraNode():
            named = (Kind.FACT, node.name, "")
        case EntryNode():
            named = (Kind.FIGURE, node.name, node.cell.text if node.cell else "")
        case _:
            return
    kind, word, detail = named
    if word.text:
        span: Span = node.span
        yield Entry(kind=kind, name=word.text, span=span, name_span=word.span, detail=detail)
