"""Terms and conditions as Python expressions.

Nothing of a user's text enters an expression: words are named by their place among the constants.
"""

from collections.abc import Callable, Mapping
from typing import Final, TypeVar

from attrs import define, field

from indicator_dsl.frames.terms import (
    Compared,
    Condition,
    Every,
    Held,
    Named,
    Not,
    Number,
    Pick,
    Product,
    Quotient,
    Some,
    Sum,
    Whole,
    Words,
)

# How tightly each form binds, from the loosest.
_CHOICE, _OR, _AND, _NOT, _COMPARISON, _SUM, _PRODUCT, _SIGN, _ATOM = range(9)
_SIGNS: Final = {"<": "<", "<=": "<=", "=": "=="}
_NEGATED: Final = {"<": ">=", "<=": ">", "=": "!="}

_VARIES: Final = object()
_Spelt = tuple[str, int]
_T = TypeVar("_T")


@define
class Speller:
    """Spells terms.

    `names` are the local variables of columns, `labels` the texts behind a column of places, with
    the variable that holds the text. Constants are gathered in `constants` by their own names.
    """

    names: dict[str, str]
    labels: Mapping[str, tuple[str, tuple[str, ...]]]
    constants: dict[str, object] = field(factory=dict)

    def whole(self, term: Whole) -> str:
        """A term."""
        return self._whole(term)[0]

    def condition(self, found: Condition) -> str:
        """A condition."""
        return self._condition(found)[0]

    def words(self, term: Words) -> str:
        """Words, each by the constant that holds it."""
        return self._chosen(
            list(term.cases), term.otherwise, lambda said: (self.constant("W", said), _ATOM)
        )[0]

    def constant(self, kind: str, value: object) -> str:
        """The name a constant goes by, the same for the same value."""
        for name, known in self.constants.items():
            if name.startswith(kind) and known == value:
                return name
        name = f"{kind}{sum(known.startswith(kind) for known in self.constants)}"
        self.constants[name] = value
        return name

    # ---- terms

    def _whole(self, term: Whole) -> _Spelt:  # noqa: PLR0911 - one a term
        match term:
            case Number():
                return str(term.value), _ATOM if term.value >= 0 else _SIGN
            case Named():
                return self._named(term), _ATOM
            case Sum():
                return self._sum(term), _SUM
            case Product():
                return self._product(term)
            case Quotient():
                above = _within(self._whole(term.above), _PRODUCT)
                return f"{above} // {_within(self._whole(term.below), _SIGN)}", _PRODUCT
            case Held():
                return self._whole(term.term)
            case Pick():
                return self._chosen(list(term.cases), term.otherwise, self._whole)

    def _named(self, term: Named) -> str:
        if term.name in self.labels:
            holder, labels = self.labels[term.name]
            return f"{self.constant('T', _places(labels))}[{holder}]"
        return self.names[term.name]

    def _sum(self, term: Sum) -> str:
        parts: list[Whole] = []
        rest: Whole = term
        while isinstance(rest, Sum):
            parts.append(rest.right)
            rest = rest.left
        spelt = _within(self._whole(rest), _SUM)
        for part in reversed(parts):
            text, _ = told = self._whole(part)
            minus = text.startswith("-")
            spelt += f" - {text[1:]}" if minus else f" + {_within(told, _PRODUCT)}"
        return spelt

    def _product(self, term: Product) -> _Spelt:
        left, right = term.left, term.right
        if right == Number(-1):
            return f"-{_within(self._whole(left), _SIGN)}", _SIGN
        if isinstance(right, Number):
            left, right = right, left
        first = _within(self._whole(left), _PRODUCT)
        return f"{first} * {_within(self._whole(right), _SIGN)}", _PRODUCT

    def _chosen(
        self, cases: list[tuple[Condition, _T]], otherwise: _T, spelt: Callable[[_T], _Spelt]
    ) -> _Spelt:
        """The first value whose condition holds: looked up where only a label decides."""
        looked_up = self._looked_up(cases, otherwise)
        if looked_up is not None:
            return looked_up, _ATOM
        if not cases:
            return spelt(otherwise)
        text = _within(spelt(otherwise), _CHOICE)
        for where, value in reversed(cases):
            condition = _within(self._condition(where), _OR)
            text = f"{_within(spelt(value), _OR)} if {condition} else {text}"
        return text, _CHOICE

    def _looked_up(self, cases: list[tuple[Condition, _T]], otherwise: _T) -> str | None:
        """A table by the label, where a column of labels alone says which constant it is."""
        values: dict[int, object] = {}
        columns: set[str] = set()
        for where, value in cases:
            for part in where.parts if isinstance(where, Some) else (where,):
                match part:
                    case Compared(sign="=", left=Named() as column, right=Number() as place):
                        columns.add(column.name)
                        values.setdefault(place.value, _constant_of(value))
                    case _:
                        return None
        last = _constant_of(otherwise)
        if len(columns) != 1 or not columns <= self.labels.keys() or last is _VARIES:
            return None
        holder, labels = self.labels[columns.pop()]
        table = {label: values.get(place, last) for place, label in enumerate(labels)}
        if _VARIES in table.values():
            return None
        return f"{self.constant('T', table)}[{holder}]"

    # ---- conditions

    def _condition(self, found: Condition) -> _Spelt:
        match found:
            case Compared(sign="=", right=Number(value=0)):
                return f"not {_within(self._whole(found.left), _COMPARISON)}", _NOT
            case Compared():
                return self._compared(found, _SIGNS), _COMPARISON
            case Not(part=Compared() as part):
                return self._compared(part, _NEGATED), _COMPARISON
            case Not():
                return f"not {_within(self._condition(found.part), _NOT)}", _NOT
            case Every():
                return self._joined(found.parts, " and ", "True", _AND)
            case Some():
                return self._joined(found.parts, " or ", "False", _OR)

    def _compared(self, found: Compared, signs: Mapping[str, str]) -> str:
        left, right = self._whole(found.left), self._whole(found.right)
        return f"{_within(left, _SUM)} {signs[found.sign]} {_within(right, _SUM)}"

    def _joined(self, parts: tuple[Condition, ...], joint: str, empty: str, level: int) -> _Spelt:
        if not parts:
            return empty, _ATOM
        return joint.join(_within(self._condition(part), level + 1) for part in parts), level


def _within(spelt: _Spelt, level: int) -> str:
    text, binds = spelt
    return text if binds >= level else f"({text})"


def _constant_of(value: object) -> object:
    """What is the same in every record: a number, a word or nothing; `_VARIES` for the rest."""
    if isinstance(value, Number):
        return value.value
    return value if value is None or isinstance(value, str) else _VARIES


def _places(labels: tuple[str, ...]) -> dict[str, int]:
    return {label: place for place, label in enumerate(labels)}


def names_in(*parts: Whole | Condition | Words) -> list[str]:
    """Every column that terms, conditions or words speak of, as often as they do."""
    found: list[str] = []
    waiting = list(parts)
    while waiting:
        match waiting.pop():
            case Number():
                pass
            case Named() as named:
                found.append(named.name)
            case Quotient() as quotient:
                waiting += [quotient.above, quotient.below]
            case Held() as held:
                waiting.append(held.term)
            case Pick() as pick:
                waiting.append(pick.otherwise)
                waiting += [part for case in pick.cases for part in case]
            case Words() as words:
                waiting += [where for where, _ in words.cases]
            case Not() as negation:
                waiting.append(negation.part)
            case Every() | Some() as joined:
                waiting += joined.parts
            case pair:
                waiting += [pair.left, pair.right]
    return found
