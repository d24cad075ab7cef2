"""Where the parts of a rule stand, for whoever speaks of them later. Judges nothing."""

from indicator_dsl.compiler.reading import Desk
from indicator_dsl.model import Marks
from indicator_dsl.source import NOWHERE
from indicator_dsl.syntax import IndicatorNode, MethodNode, WeightNode


def marks_of(node: IndicatorNode, desk: Desk) -> Marks:
    """The places of a rule's name, target, weight and method."""
    weights = [clause.points.span for clause in node.clauses if isinstance(clause, WeightNode)]
    methods = [clause.span for clause in node.clauses if isinstance(clause, MethodNode)]
    return Marks(
        name=desk.place(node.name.span),
        target=NOWHERE if node.target is None else desk.place(node.target.span),
        weight=desk.place(weights[0]) if weights else NOWHERE,
        method=desk.place(methods[0]) if methods else NOWHERE,
    )
