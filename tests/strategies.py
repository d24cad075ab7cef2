"""Every generator of rulesets and actuals, with the pools of awkward names, units and numbers.

Draws syntax nodes and plain fractions; what they should score is left to the oracle.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import frozen
from hypothesis import strategies as st

from indicator_dsl import syntax as s
from indicator_dsl.syntax import keywords
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

_AWKWARD = "年办件率ab 1２（）()“”《》<>≥≤=＝#!！,，、.:：%/*+-~&\u3000不低于在且in is 定性weight分值"
_names_made = st.text(_AWKWARD, min_size=1, max_size=10)
_words_made = st.text(_AWKWARD + '"[]', max_size=14)


def _trimmed(text: str) -> str:
    return " ".join(text.split())


def _is_quotable(text: str) -> bool:
    """Whether some pair of quotation marks can hold the text."""
    return '"' not in text or not set(text) & set("“”")


names: st.SearchStrategy[str] = st.sampled_from(NAMES) | _names_made.map(_trimmed).filter(bool)
strings = _words_made.map(_trimmed).filter(_is_quotable).map(lambda t: s.WordNode(text=t))
comments = st.just("") | st.text(max_size=12).map(
    lambda text: "".join(c for c in text if c.isprintable()).strip()
)
plain_decimals = st.decimals(0, 10**6, places=3).map(lambda d: f"{d.normalize():f}")
grouped = st.integers(1000, 10**9).map(lambda n: f"{n:,}")
numbers = (st.sampled_from(["0", "95", "200000", "1,523.36", "0.5", "007"]) | plain_decimals | grouped).map(
    lambda text: s.NumberNode(text=text)
)
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
        for written in (*keywords().get(f"{kind}_GLYPH", ()), *keywords().get(f"{kind}_WORD", ()))
        if written not in {"＞＝", "＜＝", "＞", "＜", "＝", "﹦", "═", "==", "介于"}
    ]
    return st.sampled_from(kept)


# ---- statements as nodes

quantities = st.builds(s.QuantityNode, number=signed_numbers, unit=st.none() | units)
methods = st.sampled_from(["PASS", "RATIO", "INVERSE", "EXCESS"])
bounds = st.builds(
    s.BoundNode, operator=operators("GE", "GT", "LE", "LT", "EQ"), quantity=quantities
)
targets: st.SearchStrategy[s.TargetNode] = st.one_of(
    bounds,
    st.builds(s.RangeNode, low=quantities, high=quantities),
    st.builds(s.GradedNode, scale=labels),
)
weight_clauses = st.builds(s.WeightNode, points=numbers)
other_clauses: st.SearchStrategy[s.ClauseNode] = st.one_of(
    st.builds(s.MethodNode, method=methods, comment=comments),
    st.builds(s.OverNode, percent=numbers, comment=comments),
    st.builds(
        s.BasisNode,
        document=strings,
        article=st.sampled_from(["", "第十七条", "art.14", "§3（二）"]),
        comment=comments,
    ),
    st.builds(s.NoteNode, words=strings, comment=comments),
    st.builds(s.AssumeNode, words=strings, comment=comments),
)


def _bare_method(clauses: tuple[s.ClauseNode, ...]) -> bool:
    return len(clauses) == 1 and isinstance(clauses[0], s.MethodNode)


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
        s.JunctionNode, all_of=st.booleans(), parts=st.lists(inner, min_size=2, max_size=3).map(tuple)
    ),
    max_leaves=4,
)
statements: st.SearchStrategy[s.StatementNode] = st.one_of(
    st.builds(
        s.RulesetNode, title=strings, year=st.sampled_from(["", "2024", "1999"]), comment=comments
    ),
    st.builds(s.TotalNode, points=numbers, comment=comments),
    st.builds(s.RoundNode, places=numbers, each=st.booleans(), comment=comments),
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
        method=st.builds(s.MethodNode, method=methods),
        comment=comments,
    ),
    st.builds(s.UnitNode, name=units, amount=numbers, unit=units, comment=comments),
    st.builds(
        s.SectionNode,
        path=st.lists(
            st.sampled_from(["产出指标", "数量 指标", "满意度（10分）", "No.1"]), min_size=1, max_size=3
        ).map(tuple),
        points=st.none() | st.sampled_from(["40", "7.5"]).map(lambda t: s.NumberNode(text=t)),
        comment=comments,
    ),
    st.builds(s.InputNode, name=words, unit=units, comment=comments),
    st.builds(s.LetNode, name=words, value=expressions, comment=comments),
    st.builds(s.CheckNode, condition=conditions, message=strings, comment=comments),
    st.builds(s.AssumptionNode, words=strings, comment=comments),
    indicators,
)
_Kept: TypeAlias = s.StatementNode | s.ActualsStatementNode


def _spaced(draw: st.DrawFn, nodes: list[_Kept]) -> list[_Kept]:
    """The nodes with single gaps and comment lines strewn between them, none at either end."""
    kept: list[_Kept] = []
    for node in nodes:
        if kept and draw(st.booleans()):
            kept.append(s.GapNode())
        if draw(st.integers(0, 3)) == 0:
            kept.append(s.CommentNode(text=draw(comments)))
        kept.append(node)
    return kept


@st.composite
def ruleset_files(draw: st.DrawFn) -> s.RulesetFileNode:
    """Whole ruleset files that can be read, whether or not they make sense."""
    drawn = draw(st.lists(statements, max_size=5))
    return s.RulesetFileNode(statements=tuple(_spaced(draw, drawn)))  # type: ignore[arg-type]


cells = st.sampled_from(
    ["332344 件", "99.95％", "优", "部分达成 75 %", "2024年12月31日", "3#楼", "n/a", "是", "1,523.36万元"]
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
    st.builds(
        s.ActualsNode, title=strings, year=st.sampled_from(["", "2024"]), comment=comments
    ),
    st.builds(s.ReportedTotalNode, points=numbers, comment=comments),
    entries,
)


@st.composite
def actuals_files(draw: st.DrawFn) -> s.ActualsFileNode:
    """Whole actuals files that can be read, whether or not they make sense."""
    drawn = draw(st.lists(actuals_statements, max_size=5))
    return s.ActualsFileNode(statements=tuple(_spaced(draw, drawn)))  # type: ignore[arg-type]


# ---- damaged texts

_LITTER = " \t\n\u3000\r\"“”#[]()（）<>=≥.,，、/*+-%％0９年a\u200b\u202e\ud800且weight 分值 by in .. is"


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """A text after some slips of the hand: characters and lines deleted, doubled, swapped, added."""
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
