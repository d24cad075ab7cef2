"""Every generator of rulesets and actuals, with the pools of awkward names, units and numbers.

Draws syntax nodes and plain fractions; what they should score is left to the oracle.
"""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeVar

from attrs import evolve, frozen
from hypothesis import strategies as st

from indicator_dsl import syntax as s
from indicator_dsl.assets import rulesets
from indicator_dsl.wording import Lang
from tests import oracle

# ---- pools

NAMES: Final = (
    "年办件量",
    "办事群众满意度",
    "项目开展进度",
    "计算机配备数",
    "单位职工满意度",
    "总分公司数量",
    "输入输出设备数",
    "total cost",
    "time in queue",
    "uptime is monitored",
    "weight of evidence",
    "by-laws passed",
    "round trips",
    "配备率(≥95%)",
    "配备率（≥ 95 %）",
    "完成率（含 3 个子项（必选））",
    "“双随机”抽查率",
    "《管理办法》知晓率",
    "3#楼",
    "A&B 类、C 类占比",
    "１号机组利用率",
    "人均能耗（kWh/人·年）",
    "不低于标准的站点数",
    "定性 指标 数量",
    "50%以上人员达标数",
    "预算执行率！",
    "配备率≥95%的站点数",
    "温度 大于 60 的天数",
    "x>=5 的样本数",
    "a = b",
    "# 号开头",
    "[临时] 任务数",
    "- 减项",
    "且",
    "and",
    "执行数 / 预算数",
    "2023年收入",
)
# What one unit of each family is worth in the family's first.
FAMILIES: Final = (
    {"件": Fraction(1), "万件": Fraction(10_000), "百件": Fraction(100)},
    {"%": Fraction(1), "‰": Fraction(1, 10), "百分比": Fraction(1), "％": Fraction(1)},
    {"万元": Fraction(1), "元": Fraction(1, 10_000), "亿元": Fraction(10_000)},
    {"元/人·月": Fraction(1), "万元/人·月": Fraction(10_000), "元/(人·月)": Fraction(1)},
    {"℃": Fraction(1)},
    {"min": Fraction(1), "小时": Fraction(60), "秒": Fraction(1, 60)},
    {"件/10万人": Fraction(1), "件/人": Fraction(100_000)},
    {"": Fraction(1)},
)
UNITS: Final = tuple(next(iter(family)) for family in FAMILIES if "" not in family)
WEIGHTS: Final = tuple(map(Fraction, ("10", "20", "100", "1", "0.5", "3", "3.335", "33.33", "7")))
TARGETS: Final = tuple(
    map(Fraction, ("200000", "95", "80", "100", "1599.56", "1", "3", "7", "0.7", "0.000001"))
)
TINY: Final = Fraction(1, 10**9)

# ---- words and numbers as nodes

_AWKWARD = (
    "年办件率ab 1２（）()“”《》<>≥≤=＝#!！,，、.:：%/*+-~&\u3000不低于在且in is 定性weight分值"
)
_names_made = st.text(_AWKWARD, min_size=1, max_size=10)
_words_made = st.text(_AWKWARD + '"[]', max_size=14)


def _trimmed(text: str) -> str:
    return " ".join(text.split())


def _is_quotable(text: str) -> bool:
    """Whether some pair of quotation marks can hold the text."""
    return '"' not in text or not set(text) & set("“”")


names: st.SearchStrategy[str] = st.sampled_from(NAMES) | _names_made.map(_trimmed).filter(bool)
strings = _words_made.map(_trimmed).filter(_is_quotable).map(lambda t: s.WordNode(text=t))
# Without ”, which would close an unpaired “ earlier on the line.
comments = st.just("") | st.text(max_size=12).map(
    lambda text: "".join(c for c in text if c.isprintable() and c != "”").strip()
)
plain_decimals = st.decimals(0, 10**6, places=3).map(lambda d: f"{d.normalize():f}")
grouped = st.integers(1000, 10**9).map(lambda n: f"{n:,}")
numbers = (
    st.sampled_from(["0", "95", "200000", "1,523.36", "0.5", "007"]) | plain_decimals | grouped
).map(lambda text: s.NumberNode(text=text))
signed_numbers = st.builds(
    lambda sign, number: s.NumberNode(text=sign + number.text), st.sampled_from(["", "-"]), numbers
)
units = st.sampled_from(UNITS).map(lambda unit: s.WordNode(text=unit))
labels = st.sampled_from(["优", "良", "优良中低差", "A级", "达成", "基本达成（含）", "I"]).map(
    lambda text: s.WordNode(text=text)
)
words = names.map(lambda name: s.WordNode(text=name))


def operators(*kinds: str) -> st.SearchStrategy[s.OperatorNode]:
    """Operators as authors type them, in the forms that the printer keeps."""
    kept = [
        s.OperatorNode(kind=kind, written=written)
        for kind in kinds
        for written in (
            *s.keywords().get(f"{kind}_GLYPH", ()),
            *s.keywords().get(f"{kind}_WORD", ()),
        )
        if written not in {"＞＝", "＜＝", "＞", "＜", "＝", "﹦", "═", "==", "介于"}
    ]
    return st.sampled_from(kept)


# ---- statements as nodes

quantities = st.builds(s.QuantityNode, number=signed_numbers, unit=st.none() | units)
_days = st.sampled_from(["2024-12-31", "2024年12月31日", "2024年12月", "2024/1/5"])
_percents = st.sampled_from(["60", "1.5", "120", "0.3"]).map(lambda text: s.NumberNode(text=text))
_percent_amounts = st.builds(
    s.QuantityNode, number=_percents, unit=st.just("%").map(lambda unit: s.WordNode(text=unit))
)
_headings = st.lists(
    st.sampled_from(["产出指标", "数量 指标", "满意度（10分）", "No.1"]), min_size=1, max_size=3
).map(tuple)
points = st.builds(s.PointsNode, number=numbers, is_percent=st.booleans())


def _amounts() -> st.SearchStrategy[tuple[s.QuantityNode, bool]]:
    """An amount, and whether it is a share of the target."""
    plain = st.builds(s.QuantityNode, number=numbers, unit=st.none() | units)
    return st.tuples(plain, st.just(False)) | st.tuples(_percent_amounts, st.booleans())


_less = st.builds(
    lambda points, amount, reading, ceiling: s.LessNode(
        points=points,
        step=s.StepNode(amount=amount[0], of_target=amount[1], reading=reading),
        ceiling=ceiling,
    ),
    points,
    _amounts(),
    st.sampled_from(["proportional", "full", "part"]),
    st.none() | points,
)


@st.composite
def _line_ends(draw: st.DrawFn) -> s.LineNode:
    if draw(st.booleans()):
        return s.LineNode(start=draw(_percent_amounts), end=draw(_percent_amounts), of_target=True)
    plain = st.builds(s.QuantityNode, number=signed_numbers, unit=st.none() | units)
    return s.LineNode(start=draw(plain), end=draw(plain))


_sides = st.lists(
    st.builds(s.SideNode, side=st.sampled_from(["below", "above"]), less=_less),
    min_size=1,
    max_size=2,
).map(lambda sides: s.SidesNode(sides=tuple(sides)))
_banded = st.builds(
    s.BandsNode,
    bands=st.lists(
        st.builds(
            s.BandNode,
            operator=operators("GE", "GT", "LE", "LT"),
            bound=st.builds(s.QuantityNode, number=signed_numbers, unit=st.none() | units),
            points=points,
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    otherwise=points,
)
plain_methods = st.sampled_from(["PASS", "RATIO", "INVERSE", "EXCESS"]).map(
    lambda method: s.MethodNode(method=method)
)
methods: st.SearchStrategy[s.MethodNode] = st.one_of(
    plain_methods,
    _line_ends().map(lambda detail: s.MethodNode(method="LINE", detail=detail)),
    _banded.map(lambda detail: s.MethodNode(method="BANDS", detail=detail)),
    _less.map(lambda detail: s.MethodNode(method="LESS", detail=detail)),
    _sides.map(lambda detail: s.MethodNode(method="SIDES", detail=detail)),
)
bounds = st.builds(
    s.BoundNode, operator=operators("GE", "GT", "LE", "LT", "EQ"), quantity=quantities
)
targets: st.SearchStrategy[s.TargetNode] = st.one_of(
    bounds,
    st.builds(
        s.BoundNode,
        operator=operators("GE", "LE", "EQ"),
        quantity=_days.map(lambda text: s.DayNode(text=text))
        | st.booleans().map(lambda is_yes: s.AnswerNode(is_yes=is_yes)),
    ),
    st.builds(s.RangeNode, low=quantities, high=quantities),
    st.builds(s.GradedNode, scale=labels),
)
terms = words.map(lambda name: s.TermNode(name=name))


def _sums(inner: st.SearchStrategy[s.ExpressionNode]) -> st.SearchStrategy[s.ExpressionNode]:
    symbols = st.sampled_from("+-*/")
    return st.builds(s.NegativeNode, operand=inner) | st.builds(
        s.SumNode, symbol=symbols, left=inner, right=inner
    )


expressions: st.SearchStrategy[s.ExpressionNode] = st.recursive(
    terms | quantities, _sums, max_leaves=5
)
comparisons = st.builds(
    s.ComparisonNode,
    operator=operators("GE", "GT", "LE", "LT", "EQ"),
    left=expressions,
    right=expressions,
)
conditions: st.SearchStrategy[s.ConditionNode] = st.recursive(
    comparisons,
    lambda inner: st.builds(
        s.JunctionNode,
        all_of=st.booleans(),
        parts=st.lists(inner, min_size=2, max_size=3).map(tuple),
    ),
    max_leaves=4,
)
weight_clauses = st.builds(s.WeightNode, points=numbers)
other_clauses: st.SearchStrategy[s.ClauseNode] = st.one_of(
    st.builds(lambda method, comment: evolve(method, comment=comment), methods, comments),
    st.builds(s.OverNode, percent=numbers, comment=comments),
    st.builds(
        s.BasisNode,
        document=strings,
        article=st.sampled_from(["", "第十七条", "art.14", "§3（二）"]),
        comment=comments,
    ),
    st.builds(
        s.OverLessNode,
        percent=numbers,
        amount=numbers,
        of=st.sampled_from(["weight", "earned", "points"]),
        comment=comments,
    ),
    st.builds(s.CapNode, percent=numbers, comment=comments),
    st.builds(
        lambda side, amount, comment: s.ZeroNode(
            side=side, bound=amount[0], of_target=amount[1], comment=comment
        ),
        st.sampled_from(["below", "above", "from"]),
        _amounts(),
        comments,
    ),
    st.builds(s.ZeroTargetNode, passes=st.booleans(), comment=comments),
    st.builds(s.MissingNode, is_zero=st.booleans(), comment=comments),
    st.builds(
        s.NotApplicableNode, treatment=st.sampled_from(["full", "zero", "drop"]), comment=comments
    ),
    st.builds(s.NotApplicableNode, treatment=st.just("move"), section=_headings, comment=comments),
    st.builds(s.WhenNode, condition=conditions, comment=comments),
    st.builds(
        s.AllowNode, code=st.sampled_from(["IND601", "IND609"]), why=strings, comment=comments
    ),
    st.builds(s.NoteNode, words=strings, comment=comments),
    st.builds(s.AssumeNode, words=strings, comment=comments),
)


indicators = st.builds(
    lambda name, target, weight, others, comment: s.IndicatorNode(
        name=name, target=target, clauses=(weight, *others), comment=comment
    ),
    words,
    targets,
    weight_clauses,
    st.lists(other_clauses, max_size=3),
    comments,
)
items = st.builds(
    s.ItemNode,
    name=st.sampled_from(["制度健全", "执行 有效", "公开（网站）", "item A"]).map(
        lambda text: s.WordNode(text=text)
    ),
    points=st.none() | points,
    comment=comments,
)
checklists = st.builds(
    lambda name, weight, items, comment: s.IndicatorNode(
        name=name, clauses=(weight, s.MethodNode(method="POINTS"), *items), comment=comment
    ),
    st.sampled_from(["制度建设", "决策 程序", "weight of evidence"]).map(
        lambda text: s.WordNode(text=text)
    ),
    weight_clauses,
    st.lists(items, min_size=1, max_size=3),
    comments,
)


since = st.just("") | st.sampled_from(["2024-01-01", "2024年7月1日"])
names_in_quotes = strings.filter(lambda word: bool(word.text))
statements: st.SearchStrategy[s.StatementNode] = st.one_of(
    st.builds(
        s.RulesetNode, title=strings, year=st.sampled_from(["", "2024", "1999"]), comment=comments
    ),
    st.builds(s.TotalNode, points=numbers, since=since, comment=comments),
    st.builds(s.RoundNode, places=numbers, each=st.booleans(), since=since, comment=comments),
    st.builds(
        s.UseNode,
        profile=st.sampled_from(["mof-2020", "a/b.ind", "同目录 文件.ind"]).map(
            lambda text: s.WordNode(text=text)
        ),
        comment=comments,
    ),
    st.builds(
        s.ExampleNode,
        name=st.sampled_from(["年办件量", "total cost", "制度 建设"]).map(
            lambda text: s.WordNode(text=text)
        ),
        cell=st.sampled_from(["180000 件", "部分达成 75 %", "是", "n/a", "2024-12-31"]).map(
            lambda text: s.WordNode(text=text)
        ),
        points=numbers,
        comment=comments,
    ),
    st.builds(
        s.LimitNode,
        points=numbers,
        condition=st.none() | conditions,
        since=since,
        comment=comments,
    ),
    st.builds(
        lambda name, ceiling, missing, comment: s.VetoNode(
            name=name, missing_is_zero=missing, comment=comment, **ceiling
        ),
        names_in_quotes,
        labels.map(lambda label: {"grade": label}) | numbers.map(lambda points: {"points": points}),
        st.none() | st.booleans(),
        comments,
    ),
    st.builds(
        s.ExtraNode,
        is_bonus=st.booleans(),
        name=names_in_quotes,
        each=numbers,
        cap=st.none() | numbers,
        missing_is_zero=st.none() | st.booleans(),
        comment=comments,
    ),
    st.builds(
        s.GradesNode,
        bands=st.lists(
            st.builds(s.GradeBandNode, label=labels, points=numbers), min_size=1, max_size=3
        ).map(tuple),
        otherwise=labels,
        comment=comments,
    ),
    st.builds(
        s.ScaleNode,
        name=labels,
        levels=st.lists(
            st.builds(s.ScaleLevelNode, label=labels, percent=numbers, to=st.none() | numbers),
            min_size=1,
            max_size=3,
        ).map(tuple),
        comment=comments,
    ),
    st.builds(
        s.DefaultNode,
        operator=operators("GE", "GT", "LE", "LT", "EQ", "IN"),
        method=methods,
        since=since,
        comment=comments,
    ),
    st.builds(s.UnitNode, name=units, amount=numbers, unit=units, comment=comments),
    st.builds(
        s.SectionNode,
        path=st.lists(
            st.sampled_from(["产出指标", "数量 指标", "满意度（10分）", "No.1"]),
            min_size=1,
            max_size=3,
        ).map(tuple),
        points=st.none() | st.sampled_from(["40", "7.5"]).map(lambda t: s.NumberNode(text=t)),
        comment=comments,
    ),
    st.builds(
        s.SectionNode,
        path=_headings,
        points=st.just(s.NumberNode(text="30")),
        inner=st.just(s.NumberNode(text="100")),
        comment=comments,
    ),
    st.builds(s.InputNode, name=words, unit=units, comment=comments),
    st.builds(s.LetNode, name=words, value=expressions, comment=comments),
    st.builds(s.CheckNode, condition=conditions, message=strings, comment=comments),
    st.builds(s.AssumptionNode, words=strings, comment=comments),
    indicators,
    checklists,
)
_Kept = TypeVar("_Kept", s.StatementNode, s.ActualsStatementNode)
_nothing: tuple[s.CommentNode | s.GapNode, ...] = ()
_before = st.builds(
    lambda gap, comment: (*gap, *comment),
    st.sampled_from([(), (s.GapNode(),)]),
    st.just(_nothing) | st.just(_nothing) | comments.map(lambda text: (s.CommentNode(text=text),)),
)


def _spaced(nodes: st.SearchStrategy[_Kept]) -> st.SearchStrategy[tuple[_Kept, ...]]:
    """Up to five nodes with single gaps and comment lines between them, no gap at either end."""

    return st.lists(st.tuples(_before, nodes), max_size=5).map(_strewn)


def _strewn(drawn: list[tuple[tuple[s.CommentNode | s.GapNode, ...], _Kept]]) -> tuple[_Kept, ...]:
    every: list[_Kept] = []
    for pair in drawn:
        every.extend(pair[0])
        every.append(pair[1])
    return tuple(every[1:] if every and isinstance(every[0], s.GapNode) else every)


# Whole files that can be read, whether or not they make sense.
ruleset_files = st.builds(s.RulesetFileNode, statements=_spaced(statements))

cells = st.sampled_from(
    [
        "332344 件",
        "99.95％",
        "优",
        "部分达成 75 %",
        "2024年12月31日",
        "3#楼",
        "n/a",
        "是",
        "1,523.36万元",
    ]
) | st.text("年件万%1２.,，、-（）/优 a=", max_size=10).map(_trimmed)
entries = st.builds(
    s.EntryNode,
    name=words,
    cell=cells.map(lambda text: s.WordNode(text=text)),
    reported=st.none() | signed_numbers,
    reason=st.none() | strings,
    comment=comments,
) | st.builds(s.EntryNode, name=words, reported=numbers, reason=st.none() | strings)
actuals_statements: st.SearchStrategy[s.ActualsStatementNode] = st.one_of(
    st.builds(s.ActualsNode, title=strings, year=st.sampled_from(["", "2024"]), comment=comments),
    st.builds(s.ReportedTotalNode, points=numbers, comment=comments),
    entries,
)
actuals_files = st.builds(s.ActualsFileNode, statements=_spaced(actuals_statements))


# ---- damaged texts

_LITTER = (
    ' \t\n\u3000\r"“”#[]()（）<>=≥.,，、/*+-%％0９年a\u200b\u202e\ud800且weight 分值 by in .. is'
)

_SHIPPED = rulesets().joinpath("chaoyang-window-2024")
RULESET: Final = _SHIPPED.joinpath("ruleset.ind").read_text(encoding="utf-8")
ACTUALS: Final = _SHIPPED.joinpath("actuals.act").read_text(encoding="utf-8")


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text after some slips: characters and lines deleted, doubled, swapped, added."""
    characters = list(text)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(characters) - 1, 0)))
        match draw(st.sampled_from(["delete", "double", "swap", "add", "cut", "line"])):
            case "delete":
                del characters[at : at + 1]
            case "double":
                characters[at:at] = characters[at : at + 1]
            case "swap":
                characters[at : at + 2] = reversed(characters[at : at + 2])
            case "add":
                characters.insert(at, draw(st.sampled_from(_LITTER)))
            case "cut":
                del characters[at : at + draw(st.integers(1, 30))]
            case _:
                lines = "".join(characters).split("\n")
                line = draw(st.integers(0, len(lines) - 1))
                other = draw(st.integers(0, len(lines) - 1))
                lines[line], lines[other] = lines[other], lines[line]
                characters = list("\n".join(lines))
    return "".join(characters)


texts = st.text() | st.text(_LITTER + _AWKWARD, max_size=60)


# ---- sheets: rulesets that make sense, in the words of the oracle

KINDS: Final = {">=": "GE", ">": "GT", "<=": "LE", "<": "LT", "=": "EQ"}
SCALE: Final = {"优": Fraction(1), "良": Fraction(4, 5), "中": Fraction("0.605"), "差": Fraction(0)}


@frozen(kw_only=True)
class Line:
    """One rule: what the oracle needs, and what its text says besides.

    `unit` is a unit of `FAMILIES`, in which target and actual are told. `formula` is the sum that
    a derived line is worked out by; a share of 1 is then 100 %.
    """

    name: str
    rule: oracle.Rule | oracle.Judgement
    unit: str = ""
    states_method: bool = True
    formula: "oracle.Sum | None" = None


@frozen(kw_only=True)
class Sheet:
    """A ruleset and one actual for each line and input; `cells` says the same as `amounts`."""

    lines: tuple[Line, ...]
    rounding: oracle.Rounding
    amounts: Mapping[str, Fraction | str]
    cells: Mapping[str, object]
    inputs: tuple[str, ...] = ()

    def text(self, lang: Lang = "en") -> str:
        """The ruleset as an author would write it."""
        return s.print_ruleset(s.RulesetFileNode(statements=tuple(_statements(self))), lang)

    def amount(self, line: Line) -> Fraction | str | None:
        """What the line is held against, in its unit; None when it cannot be worked out."""
        if line.formula is None:
            return self.amounts[line.name]
        figures = {n: a for n, a in self.amounts.items() if isinstance(a, Fraction)}
        found = oracle.worked_out(line.formula, figures)
        return found * 100 if found is not None and line.unit == "%" else found

    def earned(self, line: Line) -> Fraction | None:
        """What the oracle gives the line; None when its figure cannot be worked out."""
        amount = self.amount(line)
        return None if amount is None else oracle.points(line.rule, amount, self.rounding)


def family_of(unit: str) -> Mapping[str, Fraction]:
    """The units an actual may be told in, with their worth in `unit`."""
    return next(family for family in FAMILIES if unit in family)


def decimal_text(x: Fraction) -> str | None:
    """The plain decimal for `x`; None when nine decimals or eighteen digits cannot hold it."""
    steps = x * 10**9
    if steps.denominator != 1 or abs(x) >= 10**18:
        return None
    digits = str(abs(steps.numerator)).zfill(10)
    sign = "-" if x < 0 else ""
    return sign + f"{digits[:-9]}.{digits[-9:]}".rstrip("0").rstrip(".")


def _quantity(x: Fraction, unit: str) -> s.QuantityNode:
    text = decimal_text(x)
    assert text is not None
    return s.QuantityNode(
        number=s.NumberNode(text=text), unit=s.WordNode(text=unit) if unit else None
    )


def _number(x: Fraction) -> s.NumberNode:
    return _quantity(x, "").number


def _target(line: Line) -> s.TargetNode:
    if isinstance(line.rule, oracle.Judgement):
        return s.GradedNode(scale=s.WordNode(text="等次表"))
    low = _quantity(line.rule.low, line.unit)
    if line.rule.operator == "in":
        return s.RangeNode(low=low, high=_quantity(line.rule.high, line.unit))
    written = line.rule.operator
    return s.BoundNode(operator=s.OperatorNode(kind=KINDS[written], written=written), quantity=low)


def _rule(line: Line) -> s.IndicatorNode:
    clauses: list[s.ClauseNode] = [s.WeightNode(points=_number(line.rule.weight))]
    if isinstance(line.rule, oracle.Rule) and line.states_method:
        clauses.append(s.MethodNode(method=line.rule.method.upper()))
    return s.IndicatorNode(
        name=s.WordNode(text=line.name), target=_target(line), clauses=tuple(clauses)
    )


def _expression(formula: oracle.Sum) -> s.ExpressionNode:
    if isinstance(formula, str):
        return s.TermNode(name=s.WordNode(text=formula))
    if isinstance(formula, Fraction):
        return _quantity(formula, "")
    symbol, left, right = formula
    return s.SumNode(symbol=symbol, left=_expression(left), right=_expression(right))


def _statements(sheet: Sheet) -> list[s.StatementNode]:
    rounding = sheet.rounding
    levels = tuple(
        s.ScaleLevelNode(label=s.WordNode(text=label), percent=_number(share * 100))
        for label, share in SCALE.items()
    )
    return [
        s.RoundNode(places=_number(Fraction(rounding.places)), each=rounding.each),
        s.ScaleNode(name=s.WordNode(text="等次表"), levels=levels),
        *(
            s.InputNode(name=s.WordNode(text=name), unit=s.WordNode(text="万元"))
            for name in sheet.inputs
        ),
        *(
            s.LetNode(name=s.WordNode(text=line.name), value=_expression(line.formula))
            for line in sheet.lines
            if line.formula is not None
        ),
        *map(_rule, sheet.lines),
    ]


def looks(name: str) -> str:
    """What two names must not have in common to stand in one ruleset."""
    return "".join(unicodedata.normalize("NFKC", name).split())


weights = st.sampled_from(WEIGHTS)
roundings = st.builds(oracle.Rounding, places=st.integers(0, 4), each=st.booleans())


@st.composite
def rules(draw: st.DrawFn) -> oracle.Rule:
    """Any operator with any method that fits it; only pass may have a target of zero or less."""
    operator = draw(st.sampled_from(sorted(oracle.FITTING)))
    method = draw(st.sampled_from(oracle.FITTING[operator]))
    low = draw(st.sampled_from(TARGETS))
    if method == "pass":
        low *= draw(st.sampled_from([1, 0, -1]))
    widths = ["0", "1", "2.5", "100"] if operator == "in" else ["0"]
    high = low + Fraction(draw(st.sampled_from(widths)))
    return oracle.Rule(operator=operator, low=low, high=high, method=method, weight=draw(weights))


judgements = st.builds(oracle.Judgement, shares=st.just(SCALE), weight=weights)


def ties(rule: oracle.Rule, points: Fraction) -> list[Fraction]:
    """The actuals that earn just these points before rounding, above 0 and below the weight."""
    share = points / rule.weight
    match rule.method, rule.operator:
        case "ratio", ">=" | ">":
            return [share * rule.low]
        case "ratio", _:
            return [share * rule.low, rule.high / share]
        case "inverse", _:
            return [rule.low / share]
        case "excess", _:
            return [rule.low * (2 - share)]
        case _:
            return []


def _kept(x: Fraction) -> Fraction:
    """The nearest number that a cell can hold."""
    near = x.limit_denominator(10**9)
    return near if abs(near) < 10**18 else Fraction(10**18 - 1)


@st.composite
def amounts_for(draw: st.DrawFn, rule: oracle.Rule, rounding: oracle.Rounding) -> Fraction:
    """Actuals where it matters: ties of rounding, the target, its ends, each with a step beside."""
    half_steps = rule.weight * 2 * 10**rounding.places
    points = Fraction(
        2 * draw(st.integers(0, max(int(half_steps) // 2 - 1, 0))) + 1, 2 * 10**rounding.places
    )
    turning = [rule.low, rule.high, 2 * rule.low, rule.low / 2, Fraction(0), -rule.low]
    tied = ties(rule, points) if points < rule.weight else []
    free = st.fractions(-10, 10**6, max_denominator=1000) | st.integers(-30, 30_000).map(
        lambda hundredths: Fraction(hundredths, 100)
    )
    is_tied = bool(tied) and draw(st.booleans())
    x = _kept(draw(st.sampled_from(tied) if is_tied else st.sampled_from(turning) | free))
    step = Fraction(1, x.denominator * max(10**9 // x.denominator, 1))
    return _kept(x + draw(st.sampled_from([0, 0, 0, 1, -1])) * step)


@st.composite
def cells_for(draw: st.DrawFn, x: Fraction, unit: str) -> object:
    """One of the ways to hand in an amount of `unit`: text in some unit, or a Python number."""
    ways: list[object] = [x]
    plain = decimal_text(x)
    if plain is not None:
        ways += [Decimal(plain), plain, int(x) if x.denominator == 1 else plain]
    for other, worth in family_of(unit).items():
        number = decimal_text(x / worth)
        if number is not None and other:
            whole, point, decimals = number.partition(".")
            commas = f"{int(whole):,}" if whole != "-0" else whole
            ways += [
                f"{number}{other}",
                f" {number} {other}",
                f"{commas}{point}{decimals}　{other}",
            ]
            ways.append(number.translate(FULL_WIDTH) + other)
    return draw(st.sampled_from(ways))


FULL_WIDTH: Final = str.maketrans("0123456789.-", "０１２３４５６７８９．－")


@st.composite
def sheets(draw: st.DrawFn, max_lines: int = 4) -> Sheet:
    """Rulesets of measured and judged lines, each with an actual."""
    rounding = draw(roundings)
    titles = draw(st.lists(names, min_size=1, max_size=max_lines, unique_by=looks))
    lines: list[Line] = []
    amounts: dict[str, Fraction | str] = {}
    cells: dict[str, object] = {}
    for name in titles:
        rule = draw(st.one_of(rules(), rules(), rules(), judgements))
        if isinstance(rule, oracle.Judgement):
            lines.append(Line(name=name, rule=rule))
            amounts[name] = cells[name] = draw(st.sampled_from(sorted(SCALE)))
            continue
        unit = draw(st.sampled_from(["", *UNITS]))
        is_built_in = (rule.operator, rule.method) == (">=", "ratio")
        says = not is_built_in or draw(st.booleans())
        lines.append(Line(name=name, rule=rule, unit=unit, states_method=says))
        amount = draw(amounts_for(rule, rounding))
        amounts[name] = amount
        cells[name] = draw(cells_for(amount, unit))
    return Sheet(lines=tuple(lines), rounding=rounding, amounts=amounts, cells=cells)


_INPUTS: Final = ("全年执行数", "全年预算数")
_money: st.SearchStrategy[oracle.Sum] = st.recursive(
    st.sampled_from(_INPUTS),
    lambda inner: (
        st.tuples(st.sampled_from("+-"), inner, inner)
        | st.tuples(st.sampled_from("*/"), inner, st.sampled_from([Fraction(3), Fraction("0.7")]))
    ),
    max_leaves=4,
)
_shares: st.SearchStrategy[oracle.Sum] = st.tuples(st.just("/"), _money, _money)


@st.composite
def derived_sheets(draw: st.DrawFn) -> Sheet:
    """Rulesets whose lines are worked out from two inputs, which may be zero."""
    rounding = draw(roundings)
    lines = []
    for name in ("预算执行率", "结余"):
        rule = draw(rules())
        is_share = draw(st.booleans())
        formula = draw(_shares if is_share else _money)
        lines.append(Line(name=name, rule=rule, unit="%" if is_share else "万元", formula=formula))
    amount = st.sampled_from(["1523.36", "1599.56", "0", "-3", "1"]).map(Fraction)
    amounts = {name: draw(amount) for name in _INPUTS}
    return Sheet(
        lines=tuple(lines),
        rounding=rounding,
        amounts=amounts,
        cells={name: draw(cells_for(x, "万元")) for name, x in amounts.items()},
        inputs=_INPUTS,
    )


def sheet_of(lines: list[Line], rounding: oracle.Rounding) -> Sheet:
    """A sheet of these lines, for actuals that are given elsewhere."""
    return Sheet(lines=tuple(lines), rounding=rounding, amounts={}, cells={})


@st.composite
def with_gaps(
    draw: st.DrawFn, whole: st.SearchStrategy[Sheet], least: int = 0
) -> tuple[Sheet, dict[str, object]]:
    """A sheet, and its cells without some of them: at least so many are left out."""
    sheet = draw(whole)
    left_out = draw(st.sets(st.sampled_from(sorted(sheet.cells)), min_size=least))
    return sheet, {name: cell for name, cell in sheet.cells.items() if name not in left_out}
