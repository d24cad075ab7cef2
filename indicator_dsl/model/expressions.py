"""Sums and conditions over named figures. Working them out is the scoring room's."""

from attrs import field, frozen

from indicator_dsl.model.targets import Operator
from indicator_dsl.quantities import Quantity
from indicator_dsl.source import NOWHERE, Place
from indicator_dsl.values import Value


def _place() -> Place:
    return field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True, eq=False, repr=False)
class Name(Value):
    """A figure by its name."""

    name: str
    place: Place = _place()


@frozen(kw_only=True, eq=False, repr=False)
class Constant(Value):
    """A figure written out."""

    value: Quantity


@frozen(kw_only=True, eq=False, repr=False)
class Negative(Value):
    """A figure with its sign turned."""

    operand: "Expression"


@frozen(kw_only=True, eq=False, repr=False)
class Operation(Value):
    """`left symbol right`, the symbol one of `+ - * /`."""

    symbol: str
    left: "Expression"
    right: "Expression"


Expression = Name | Constant | Negative | Operation


@frozen(kw_only=True, eq=False, repr=False)
class Comparison(Value):
    """`left OP right`."""

    operator: Operator
    left: Expression
    right: Expression


@frozen(kw_only=True, eq=False, repr=False)
class AllOf(Value):
    """True when every part is."""

    parts: "tuple[Condition, ...]"


@frozen(kw_only=True, eq=False, repr=False)
class AnyOf(Value):
    """True when some part is."""

    parts: "tuple[Condition, ...]"


Condition = Comparison | AllOf | AnyOf


def names_in(what: Expression | Condition) -> tuple[str, ...]:
    """Every name an expression or condition speaks of, in order, each once.

    Example:
        >>> names_in(Operation(symbol="/", left=Name(name="执行数"), right=Name(name="预算数")))
        ('执行数', '预算数')
    """
    match what:
        case Name():
            found: tuple[str, ...] = (what.name,)
        case Constant():
            found = ()
        case Negative():
            found = names_in(what.operand)
        case AllOf() | AnyOf():
            found = tuple(name for part in what.parts for name in names_in(part))
        case _:
            found = names_in(what.left) + names_in(what.right)
    return tuple(dict.fromkeys(found))
