"""Every name in a file: what kind of thing it names, where it is declared and where it is used.

Reads nodes, and knows no meaning beyond that.
"""

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.source import Span
from indicator_dsl.syntax import (
    EntryNode,
    ExampleNode,
    ExtraNode,
    GradedNode,
    GradesNode,
    IndicatorNode,
    InputNode,
    LetNode,
    Node,
    NotApplicableNode,
    QuantityNode,
    ScaleNode,
    SectionNode,
    TermNode,
    UnitNode,
    UseNode,
    VetoNode,
    WordNode,
)
from indicator_dsl.wording import name_from_text


class Kind(Enum):
    """What a name names."""

    INDICATOR = "indicator"
    INPUT = "input"
    LET = "let"
    FACT = "fact"
    SCALE = "scale"
    GRADE = "grade"
    UNIT = "unit"
    SECTION = "section"
    PROFILE = "profile"
    FIGURE = "figure"

    @property
    def family(self) -> "Kind":
        """The kind whose names are told apart from those of other families.

        Rules, inputs, lets and facts are figures: one name means one of them.
        """
        figures = (Kind.INDICATOR, Kind.INPUT, Kind.LET, Kind.FACT)
        return Kind.FIGURE if self in figures else self


@frozen(kw_only=True)
class Occurrence:
    """A name at a place. `span` includes quotes; `statement` is that of the whole statement."""

    kind: Kind
    name: str
    span: Span
    statement: Span
    is_declaration: bool = False

    def names_same(self, other: "Occurrence") -> bool:
        """Whether two occurrences name the same thing."""
        return (self.kind.family, self.name) == (other.kind.family, other.name)


def occurrences(analysis: Analysis) -> Iterator[Occurrence]:
    """Every name of a file, in the order of its statements.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> found = occurrences(analyse_ruleset(text_named("a.ind", "input 收入 万元")))
        >>> [(each.kind.value, each.name) for each in found]
        [('input', '收入'), ('unit', '万元')]
    """
    for node in analysis.file.statements:
        yield from _in_statement(node)


def occurrence_at(analysis: Analysis, offset: int) -> Occurrence | None:
    """The name an offset stands in or just behind; None when there is none.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> analysis = analyse_ruleset(text_named("a.ind", "年办件量 >= 5 件 weight 20"))
        >>> occurrence_at(analysis, 2).name
        '年办件量'
    """
    for node in analysis.file.statements:
        span = node.span
        if span.start <= offset <= span.end:
            touched = [
                each for each in _in_statement(node) if each.span.start <= offset <= each.span.end
            ]
            if touched:  # of a name that ends here and one that begins here, the latter
                return max(touched, key=lambda each: (each.span.start, -each.span.end))
    return None


def _in_statement(node: Node) -> Iterator[Occurrence]:
    statement = node.span
    for kind, word, is_declaration in _named(node):
        if word.span.end > word.span.start:
            yield Occurrence(
                kind=kind,
                name=name_from_text(word.text),
                span=word.span,
                statement=statement,
                is_declaration=is_declaration,
            )


_Named = tuple[Kind, WordNode, bool]


def _named(node: Node) -> Iterator[_Named]:  # noqa: C901, PLR0912 - one case a node
    """The words of a node that name something, and of all nodes inside it."""
    match node:
        case IndicatorNode():
            yield Kind.INDICATOR, node.name, True
        case InputNode():
            yield Kind.INPUT, node.name, True
            yield Kind.UNIT, node.unit, False
        case LetNode():
            yield Kind.LET, node.name, True
        case VetoNode():
            yield Kind.FACT, node.name, True
            if node.grade is not None:
                yield Kind.GRADE, node.grade, False
        case ExtraNode():
            yield Kind.FACT, node.name, True
        case ScaleNode():
            yield Kind.SCALE, node.name, True
        case GradesNode():
            for band in node.bands:
                yield Kind.GRADE, band.label, True
            yield Kind.GRADE, node.otherwise, True
        case UnitNode():
            yield Kind.UNIT, node.name, True
            yield Kind.UNIT, node.unit, False
        case SectionNode():
            yield Kind.SECTION, WordNode(text=" / ".join(node.path), span=node.span), True
        case NotApplicableNode() if node.section:
            yield Kind.SECTION, WordNode(text=" / ".join(node.section), span=node.span), False
        case UseNode():
            yield Kind.PROFILE, node.profile, False
        case ExampleNode() | EntryNode():
            yield Kind.FIGURE, node.name, False
        case TermNode():
            yield Kind.FIGURE, node.name, False
        case GradedNode():
            yield Kind.SCALE, node.scale, False
        case QuantityNode() if node.unit is not None:
            yield Kind.UNIT, node.unit, False
        case _:
            pass
    for part in node.nodes_inside():
        if not isinstance(part, WordNode):
            yield from _named(part)
