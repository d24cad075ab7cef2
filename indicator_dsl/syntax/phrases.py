"""Words, quantities, clauses and sums as text, in either language.

What it prints parses to the same nodes.
"""

from typing import Final

from indicator_dsl.syntax import clauses as c, nodes as n
from indicator_dsl.syntax.grammar import keywords, pattern
from indicator_dsl.wording import Lang

_SIGNS: Final = {"GE": ">=", "GT": ">", "LE": "<=", "LT": "<", "EQ": "="}
_BINDING: Final = {"+": 1, "-": 1, "*": 2, "/": 2}
_BINDING_OF_SIGN: Final = 3
_TREATMENTS: Final = {"full": "FULL", "drop": "DROP", "zero": "ZERO_POINTS", "move": "MOVE"}


class Phrases:
    """The phrases of one language; `is_translated` says that operators in words are too."""

    def __init__(self, lang: Lang, *, is_translated: bool = False) -> None:
        self.is_chinese = lang == "zh"
        self._has_signs_only = is_translated and lang == "en"
        self._index = 1 if lang == "zh" else 0

    def word(self, keyword: str) -> str:
        """A keyword's spelling."""
        return keywords()[f"{keyword}_WORD"][self._index]

    def operator(self, node: n.OperatorNode) -> str:
        """An operator as written; the one that is a word, in this language."""
        if node.kind == "IN":
            return self.word("IN")
        is_foreign = self._has_signs_only and pattern("OP_WORD").fullmatch(node.written)
        return _SIGNS[node.kind] if is_foreign else node.written

    def target(self, node: n.TargetNode) -> str:
        """What a rule asks for."""
        match node:
            case n.BoundNode():
                return f"{self.operator(node.operator)} {self.value(node.quantity)}"
            case n.RangeNode():
                return f"{self.word('IN')} {quantity_text(node.low)}..{quantity_text(node.high)}"
            case n.GradedNode():
                plain = pattern("PLAIN_LABEL").fullmatch(node.scale.text)
                return f"{self.word('IS')} {node.scale.text if plain else quoted(node.scale)}"

    def value(self, node: n.QuantityNode | n.DayNode | n.AnswerNode) -> str:
        """What a bound is held against."""
        match node:
            case n.DayNode():
                return node.text
            case n.AnswerNode():
                return self.word("YES" if node.is_yes else "NO")
            case n.QuantityNode():
                return quantity_text(node)

    def method(self, node: c.MethodNode) -> str:
        """`by …`."""
        by = self.word("BY")
        match node.detail:
            case c.LineNode():
                return f"{by} {self._line(node.detail)}"
            case c.BandsNode():
                bands = [
                    f"{b.operator.written} {quantity_text(b.bound)}: {points_text(b.points)}"
                    for b in node.detail.bands
                ]
                last = f"{self.word('ELSE')} {points_text(node.detail.otherwise)}"
                return f"{by} {self.word('BANDS')} {', '.join([*bands, last])}"
            case c.LessNode():
                less = self._less(node.detail)
                return f"{by} {less if self.is_chinese else self.word('LESS') + ' ' + less}"
            case c.SidesNode():
                return f"{by} {', '.join(map(self._side, node.detail.sides))}"
            case None:
                return f"{by} {self.word(node.method)}"

    def _line(self, node: c.LineNode) -> str:
        ends = f"{self.word('FROM')} {_tight(node.start)} {self.word('TO')} {_tight(node.end)}"
        if self.is_chinese:
            share = f"{self.word('COMPLETION')} " if node.of_target else ""
            return f"{self.word('LINE')} {share}{ends}"
        share = f" {self.word('OF_TARGET')}" if node.of_target else ""
        return f"{self.word('LINE')} {ends}{share}"

    def _side(self, node: c.SideNode) -> str:
        if self.is_chinese:
            return f"{'低' if node.side == 'below' else '高'} {self._less(node.less)}"
        return f"{self.word(node.side.upper())} {self._less(node.less)}"

    def _less(self, node: c.LessNode) -> str:
        points = points_text(node.points)
        per = self.word("FULL_STEP" if node.step.reading == "full" else "PER")
        of_target = f" {self.word('OF_TARGET')}" if node.step.of_target else ""
        step = f"{per} {_tight(node.step.amount)}{of_target}"
        part = f" {self.word('PART')}" if node.step.reading == "part" else ""
        most = f" {self.word('AT_MOST')} {points_text(node.ceiling)}" if node.ceiling else ""
        if self.is_chinese:
            return f"{step} {self.word('LESS')} {points}{part}{most}"
        return f"{points} {step}{part}{most}"

    def clause(self, node: c.ClauseNode) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a clause
        """One clause, without its comment."""
        match node:
            case c.WeightNode():
                return f"{self.word('WEIGHT')} {node.points.text}"
            case c.MethodNode():
                return self.method(node)
            case c.OverNode():
                return f"{self.word('OVER')} {node.percent.text}% {self.word('EXPLAIN')}"
            case c.OverLessNode():
                less = f"{self.word('LESS')} {self._deduction(node)}"
                return f"{self.word('OVER')} {node.percent.text}% {less}"
            case c.CapNode():
                return f"{self.word('CAP')} {node.percent.text}%"
            case c.ZeroNode():
                return self._zero(node)
            case c.ZeroTargetNode():
                return f"{self.word('ZERO_TARGET')} {self.word('PASS' if node.passes else 'ERROR')}"
            case c.MissingNode():
                return self.missing(is_zero=node.is_zero)
            case c.NotApplicableNode():
                section = f" [{' / '.join(node.section)}]" if node.section else ""
                return f"{self.word('NA')} {self.word(_TREATMENTS[node.treatment])}{section}"
            case c.WhenNode():
                return f"{self.word('WHEN')} {self.condition(node.condition)}"
            case c.AllowNode():
                return f"{self.word('ALLOW')} {node.code} {quoted(node.why)}"
            case c.BasisNode():
                return f"{self.word('BASIS')} {quoted(node.document)} {node.article}".rstrip()
            case c.NoteNode():
                return f"{self.word('NOTE')} {quoted(node.words)}"
            case c.AssumeNode():
                return f"{self.word('ASSUME')} {quoted(node.words)}"
            case c.ItemNode():
                points = points_text(node.points) if node.points else self.word("REST")
                return f"- {node.name.text}: {points}"

    def missing(self, *, is_zero: bool) -> str:
        """`missing zero` or `missing error`."""
        return f"{self.word('MISSING')} {self.word('ZERO_POINTS' if is_zero else 'ERROR')}"

    def _deduction(self, node: c.OverLessNode) -> str:
        if node.of == "points":
            return f"{node.amount.text} {self.word('POINTS_UNIT')}"
        of = self.word("OF_WEIGHT" if node.of == "weight" else "OF_EARNED")
        if self.is_chinese:
            return f"{of} {node.amount.text}%"
        return f"{node.amount.text}% {of}"

    def _zero(self, node: c.ZeroNode) -> str:
        side = self.word("REACH" if node.side == "from" else node.side.upper())
        bound = _tight(node.bound)
        if self.is_chinese:
            share = f"{self.word('COMPLETION')} " if node.of_target else ""
            return f"{share}{side} {bound} {self.word('ZERO')}"
        share = f" {self.word('OF_TARGET')}" if node.of_target else ""
        return f"{self.word('ZERO')} {side} {bound}{share}"

    def expression(self, node: n.ExpressionNode, binding: int = 0) -> str:
        """A sum, with the brackets it needs."""
        match node:
            case n.TermNode():
                return term_text(node.name)
            case n.QuantityNode():
                return quantity_text(node)
            case n.NegativeNode():
                text = self.expression(node.operand, _BINDING_OF_SIGN)
                return f"-({text})" if text[0].isdecimal() else f"-{text}"
            case n.SumNode():
                own = _BINDING[node.symbol]
                left = self.expression(node.left, own)
                right = self.expression(node.right, own + 1)
                text = f"{left} {node.symbol} {right}"
                return f"({text})" if own < binding else text

    def condition(self, node: n.ConditionNode, *, inner: bool = False) -> str:
        """A condition, with the brackets it needs."""
        if isinstance(node, n.ComparisonNode):
            left, right = self.expression(node.left), self.expression(node.right)
            return f"{left} {self.operator(node.operator)} {right}"
        word = self.word("AND" if node.all_of else "OR")
        text = f" {word} ".join(self.condition(part, inner=True) for part in node.parts)
        return f"({text})" if inner else text


def quoted(word: n.WordNode) -> str:
    """A word in the quotation marks it does not hold itself."""
    return f"“{word.text}”" if '"' in word.text else f'"{word.text}"'


def term_text(name: n.WordNode) -> str:
    """The name inside a sum, in quotes where it would not be read as one name."""
    found = pattern("PLAIN_TERM").match(f"{name.text} ")
    return name.text if found and found.end() == len(name.text) else f'"{name.text}"'


def quantity_text(node: n.QuantityNode) -> str:
    """A number and its unit."""
    return f"{node.number.text} {node.unit.text if node.unit else ''}".rstrip()


def points_text(node: c.PointsNode) -> str:
    """Points, or a share of the weight."""
    return f"{node.number.text}{'%' if node.is_percent else ''}"


def _tight(node: n.QuantityNode) -> str:
    """A quantity, a per cent sign close to its number."""
    if node.unit is not None and node.unit.text == "%":
        return f"{node.number.text}%"
    return quantity_text(node)
