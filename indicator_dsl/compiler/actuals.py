"""An actuals file's text as actuals.

Cells stay as written: only their target knows how to read them.
"""

from typing import TypeVar

from indicator_dsl import codes
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.diagnostics import Collector, Label
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.quantities import UnitTable
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax import ActualsNode, EntryNode, ReportedTotalNode, parse_actuals
from indicator_dsl.wording import Text

_Once = TypeVar("_Once", ActualsNode, ReportedTotalNode)


def compile_actuals(source: SourceText, collector: Collector) -> Actuals | None:
    """The actuals a text states; None when the collector then holds an error.

    Example:
        >>> source = SourceText("a.act", "年办件量 = 33万件 reported 20")
        >>> actuals = compile_actuals(source, Collector())
        >>> actuals.entries[0].cell
        '33万件'
    """
    file = parse_actuals(source, collector)
    desk = Desk(source, collector, UnitTable())
    entries: dict[str, Entry] = {}
    header: ActualsNode | None = None
    total: ReportedTotalNode | None = None
    for node in file.statements:
        match node:
            case ActualsNode():
                header = _only(header, node, desk)
            case ReportedTotalNode():
                total = _only(total, node, desk)
            case EntryNode():
                _enter(node, desk, entries)
            case _:
                pass
    reported_total = desk.number(total.points) if total else None
    if collector.has_errors:
        return None
    return Actuals(
        title=header.title.text if header else "",
        year=int(header.year) if header and header.year else None,
        entries=tuple(entries.values()),
        reported_total=reported_total,
    )


def _only(first: _Once | None, node: _Once, desk: Desk) -> _Once:
    """The statement that counts: the first of its kind; a second one is reported."""
    if first is None:
        return node
    value = node.title if isinstance(node, ActualsNode) else node.points
    said = Span(node.span.start, value.span.start).text_of(desk.source.text)
    desk.collector.add(
        codes.STATEMENT_REPEATED.at(
            desk.place(node.span),
            Label(desk.place(first.span), Text("first here", "第一处")),
            statement=" ".join(said.strip('"“').split()),
        )
    )
    return first


def _enter(node: EntryNode, desk: Desk, entries: dict[str, Entry]) -> None:
    name = name_of(node.name)
    place = desk.place(node.span)
    if name in entries:
        first = Label(entries[name].place, Text("first here", "第一处"))
        desk.collector.add(codes.ACTUAL_DUPLICATE.at(place, first, name=name))
        return
    entries[name] = Entry(
        name=name,
        cell=node.cell.text if node.cell and node.cell.text else None,
        items=tuple((name_of(item), cell.text) for item, cell in node.items),
        reported=desk.number(node.reported) if node.reported else None,
        reason=node.reason.text if node.reason else "",
        place=place,
    )
