"""How files are taken apart: operators, keywords, lines, blanks, and what is left out."""

import time

import pytest

from indicator_dsl.syntax import (
    BasisNode,
    BoundNode,
    CheckNode,
    DefaultNode,
    EntryNode,
    GradesNode,
    IndicatorNode,
    InputNode,
    JunctionNode,
    LetNode,
    MethodNode,
    NegativeNode,
    OverNode,
    QuantityNode,
    RangeNode,
    ReportedTotalNode,
    RoundNode,
    RulesetNode,
    ScaleNode,
    SumNode,
    TermNode,
    TotalNode,
    UnitNode,
    WeightNode,
    keywords,
)
from tests.engine import read_actuals, read_ruleset, rule, statement

GLYPHS = {
    "GE": ">= ≥ ≧ ＞＝ ⩾",
    "GT": "> ＞",
    "LE": "<= ≤ ≦ ＜＝ ⩽",
    "LT": "< ＜",
    "EQ": "= ＝ ﹦ ═ ==",
}
WORDS = {
    "GE": "不低于 不少于 大于等于",
    "GT": "高于 大于",
    "LE": "不超过 不高于 不多于 小于等于",
    "LT": "低于 小于",
    "EQ": "等于",
}
BLANKS = [" ", "\t", "\u3000", "\u00a0", " \u3000\t"]


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (kind, written) for kind, all_written in table.items() for written in all_written.split()
    ]


# ---- operators


@pytest.mark.parametrize(("kind", "glyph"), pairs(GLYPHS))
@pytest.mark.parametrize(
    "line", ["年办件量 {} 5 件 weight 3", "年办件量{}5件 weight 3", "年办件量{}-5 weight 3"]
)
def test_an_operator_glyph(kind: str, glyph: str, line: str) -> None:
    target = rule(line.format(glyph)).target
    assert isinstance(target, BoundNode)
    assert kind == target.operator.kind
    assert glyph == target.operator.span.text_of(line.format(glyph))


@pytest.mark.parametrize(("kind", "word"), pairs(WORDS))
def test_an_operator_word_needs_a_blank_before_it(kind: str, word: str) -> None:
    for line in (f"年办件量 {word} 5 件 weight 3", f"年办件量 {word}5 件 weight 3"):
        target = rule(line).target
        assert isinstance(target, BoundNode)
        assert (kind, word) == (target.operator.kind, target.operator.written)
    file, said = read_ruleset(f"年办件量{word}5 件 weight 3")
    assert () == file.statements
    assert ["operator-glued"] == [each.name for each in said]


def test_the_table_of_keywords_has_these_operators_and_no_other() -> None:
    table = keywords()
    for kind, glyphs in GLYPHS.items():
        assert set(glyphs.split()) == set(table[f"{kind}_GLYPH"])
        assert set(WORDS[kind].split()) == set(table[f"{kind}_WORD"])


@pytest.mark.parametrize("line", ["气温 in 18..26 ℃ weight 3", "气温 介于 18…26℃ 分值 3"])
def test_a_range(line: str) -> None:
    target = rule(line).target
    assert isinstance(target, RangeNode)
    assert ("18", None) == (target.low.number.text, target.low.unit)
    assert target.high.unit is not None
    assert ("26", "℃") == (target.high.number.text, target.high.unit.text)


def test_a_range_may_name_its_unit_twice_and_a_counting_word_apart() -> None:
    target = rule("件数 in 1 万 件..20,000件 weight 3").target
    assert isinstance(target, RangeNode)
    assert target.low.unit is not None
    assert target.high.unit is not None
    assert ("万 件", "件") == (target.low.unit.text, target.high.unit.text)


# ---- keywords

ENGLISH = """\
ruleset "标题" 2024
total 100
round 2 each
grades 优 >= 90, 良 >= 80, else 差
scale 优良 = 优 100, 良 80
default <= by inverse
unit 万元 = 10000 元
[产出指标] 40
input 全年执行数 万元
let 预算执行率 = 全年执行数 / 全年预算数
check 全年执行数 > 1 and (全年执行数 < 3 or 全年执行数 = 2) "核对"
assume "假定"
年办件量 >= 200000 件 weight 20
  by ratio
  over 130% explain
  basis "财预〔2020〕10号" 第十七条
  note "备注"
  assume "假定"
气温 in 18..26 ℃ weight 3 by pass
温度 < 26 ℃ weight 3 by excess
服务 is 优良 weight 3
"""
CHINESE = """\
规则集 “标题” 2024
总分 100
保留 2 位 逐项
等级 优≥90，良＞＝80、其余 差
等次 优良 ＝ 优 100%，良 80％
默认 <= 按 反比
单位 万元＝１００００ 元
[产出指标] 40
数据 全年执行数 万元
计算 预算执行率＝全年执行数÷全年预算数
核对 全年执行数 > 1 且 （全年执行数 ＜ 3 或 全年执行数 == 2） “核对”
假定 “假定”
年办件量 >= 200000 件 分值 20
　按 比例
　超130%须说明
　依据“财预〔2020〕10号”第十七条
　备注 “备注”
　假定“假定”
气温 介于 18..26 ℃ 权重 3 按 达标
温度 ＜ 26 ℃ 权重 3 按 超幅
服务 定性 优良 权重 3
"""


def shape(node: object) -> str:
    """A node without the glyph it keeps."""
    return repr(node).replace("'≥'", "'>='").replace("written='=='", "written='='")


def test_every_keyword_has_two_spellings_of_one_meaning() -> None:
    english, said = read_ruleset(ENGLISH)
    assert () == said
    chinese, said = read_ruleset(CHINESE)
    assert () == said
    assert [shape(node) for node in english.statements] == [
        shape(node) for node in chinese.statements
    ]


def test_spellings_may_be_mixed() -> None:
    assert rule("年办件量 >= 5 件 weight 3 by ratio") == rule("年办件量 >= 5 件 权重 3 按 ratio")


def test_round_total_is_not_round_each() -> None:
    for line, each in (
        ("round 2 each", True),
        ("round 2 total", False),
        ("保留 2 位 汇总", False),
        ("保留 2 逐项", True),
    ):
        node = statement(line)
        assert isinstance(node, RoundNode)
        assert each == node.each


def test_statements_of_a_ruleset() -> None:
    file, _ = read_ruleset(ENGLISH)
    heading, total, _, grades, scale, default, unit, _, figure, let, check, *_ = file.statements
    assert isinstance(heading, RulesetNode)
    assert ("标题", "2024") == (heading.title.text, heading.year)
    assert isinstance(total, TotalNode)
    assert "100" == total.points.text
    assert isinstance(grades, GradesNode)
    assert [("优", "90"), ("良", "80")] == [(b.label.text, b.points.text) for b in grades.bands]
    assert "差" == grades.otherwise.text
    assert isinstance(scale, ScaleNode)
    assert [("优", "100", None), ("良", "80", None)] == [
        (level.label.text, level.percent.text, level.to) for level in scale.levels
    ]
    assert isinstance(default, DefaultNode)
    assert ("LE", "INVERSE") == (default.operator.kind, default.method.method)
    assert isinstance(unit, UnitNode)
    assert ("万元", "10000", "元") == (unit.name.text, unit.amount.text, unit.unit.text)
    assert isinstance(figure, InputNode)
    assert ("全年执行数", "万元") == (figure.name.text, figure.unit.text)
    assert isinstance(let, LetNode)
    assert isinstance(let.value, SumNode)
    assert isinstance(check, CheckNode)
    assert isinstance(check.condition, JunctionNode)
    assert check.condition.all_of
    inner = check.condition.parts[1]
    assert isinstance(inner, JunctionNode)
    assert not inner.all_of


def test_a_ranged_level() -> None:
    node = statement("scale 达成 = 达成 100..80, 未达成 0")
    assert isinstance(node, ScaleNode)
    assert node.levels[0].to is not None
    assert "80" == node.levels[0].to.text


# ---- rules, their clauses and the lines these stand on


BLOCK = """\
年办件量 >= 200000 件 weight 20
  by ratio
  over 130% explain
  basis "财预〔2020〕10号" 第十七条
"""


def clauses(text: str) -> list[str]:
    file, said = read_ruleset(text)
    assert () == said
    found = [node for node in file.statements if isinstance(node, IndicatorNode)]
    assert 1 == len(found)
    return [type(clause).__name__ for clause in found[0].clauses]


ALL = ["WeightNode", "MethodNode", "OverNode", "BasisNode"]


@pytest.mark.parametrize(
    "text",
    [
        BLOCK,
        BLOCK.replace("\n  ", " "),
        BLOCK.replace("\n  ", "\n\t"),
        BLOCK.replace("\n  ", "\n\u3000"),
        BLOCK.replace("\n", "\r\n"),
        BLOCK.replace("\n", "\n\n"),
        BLOCK.replace("\n", "\n \t \n"),
        BLOCK.replace("\n", "\n  # 说明\n"),
        BLOCK.replace("\n", "\n# 说明\n\n"),
        BLOCK.replace("\n", "  # 说明\n"),
        BLOCK.replace(" weight 20", "\n  weight 20"),
        BLOCK.rstrip("\n"),
        "\n\n" + BLOCK + "\n\n\n",
        "   " + BLOCK,
    ],
)
def test_clauses_stand_on_the_rule_or_indented_under_it(text: str) -> None:
    assert ALL == clauses(text)


def test_the_weight_comes_first_wherever_it_stands() -> None:
    assert rule("A >= 5 件 weight 3 by ratio") == rule("A >= 5 件 by ratio weight 3")


def test_a_clause_that_is_not_indented_starts_something_else() -> None:
    _, said = read_ruleset("年办件量 >= 200000 件 weight 20\nby ratio\n")
    assert [("by", 2)] == [
        (each.place.text[:2], each.place.start.line) for each in said if each.place
    ]


def test_an_indented_rule_is_a_rule_of_its_own() -> None:
    file, said = read_ruleset("A >= 1 件 weight 1\n  B >= 2 件 weight 2\n")
    assert () == said
    assert ["A", "B"] == [n.name.text for n in file.statements if isinstance(n, IndicatorNode)]


@pytest.mark.parametrize("blank", BLANKS)
def test_every_kind_of_blank_parts_words(blank: str) -> None:
    line = "A >= 5 件 weight 3 by ratio over 130 % explain".replace(" ", blank)
    assert rule("A >= 5 件 weight 3 by ratio over 130% explain") == rule(line)


def test_clauses_keep_what_they_say() -> None:
    node = rule(BLOCK)
    weight, method, over, basis = node.clauses
    assert isinstance(weight, WeightNode)
    assert "20" == weight.points.text
    assert isinstance(method, MethodNode)
    assert "RATIO" == method.method
    assert isinstance(over, OverNode)
    assert "130" == over.percent.text
    assert isinstance(basis, BasisNode)
    assert ("财预〔2020〕10号", "第十七条") == (basis.document.text, basis.article)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("200000", "200000"),
        ("２００，０００", "200,000"),
        ("1,523.36", "1,523.36"),
        ("１５２３．３６", "1523.36"),
        ("-5", "-5"),
        ("－5", "-5"),
        ("−5", "-5"),
        ("+5", "+5"),
        ("007", "007"),
    ],
)
def test_numbers_keep_their_digits_in_ascii(written: str, number: str) -> None:
    target = rule(f"A >= {written} 件 weight 3").target
    assert isinstance(target, BoundNode)
    assert isinstance(target.quantity, QuantityNode)
    assert number == target.quantity.number.text
    assert written == target.quantity.number.span.text_of(f"A >= {written} 件 weight 3")


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("5", None),
        ("5%", "%"),
        ("5 ％", "%"),
        ("5 ‰", "‰"),
        ("20万件", "万件"),
        ("20 万 件", "万 件"),
        ("20 万", "万"),
        ("400 元/人·月", "元/人·月"),
        ("400 元/(人·月)", "元/(人·月)"),
        ("400 元/人、天", "元/人、天"),
        ("3 件/10万人", "件/10万人"),
        ("3 台(套)", "台(套)"),
        ("3 ㎡", "㎡"),
        ("3 weights", "weights"),
        ("3 by-laws", "by-laws"),
    ],
)
def test_units_are_kept_as_written(written: str, unit: str | None) -> None:
    target = rule(f"A >= {written} weight 3").target
    assert isinstance(target, BoundNode)
    assert isinstance(target.quantity, QuantityNode)
    assert unit == (target.quantity.unit.text if target.quantity.unit else None)


@pytest.mark.parametrize("clause", ["weight 3", "分值 3", "by pass weight 3", "note “x” weight 3"])
def test_a_clause_word_is_no_unit(clause: str) -> None:
    for count in ("5", "5 万"):
        target = rule(f"A >= {count} {clause}").target
        assert isinstance(target, BoundNode)
        assert isinstance(target.quantity, QuantityNode)
        assert count.partition(" ")[2] == (
            target.quantity.unit.text if target.quantity.unit else ""
        )


# ---- sums and conditions


def written_out(node: object) -> str:
    """A sum with a bracket around every operation."""
    match node:
        case SumNode():
            return f"({written_out(node.left)}{node.symbol}{written_out(node.right)})"
        case NegativeNode():
            return f"(-{written_out(node.operand)})"
        case TermNode():
            return node.name.text
        case QuantityNode():
            return f"{node.number.text}{node.unit.text if node.unit else ''}"
    raise TypeError(node)


@pytest.mark.parametrize(
    ("sum_", "brackets"),
    [
        ("a + b * c", "(a+(b*c))"),
        ("(a + b) * c", "((a+b)*c)"),
        ("a - b - c", "((a-b)-c)"),
        ("a / b / c", "((a/b)/c)"),
        ("a - (b - c)", "(a-(b-c))"),
        ("-a * b", "((-a)*b)"),
        ("-(a + b)", "(-(a+b))"),
        ("a - -3 元", "(a--3元)"),
        ("a ＋ b － c × d ÷ e", "((a+b)-((c*d)/e))"),
        ("（a + b） / 2", "((a+b)/2)"),
        ("元 / 人", "(元/人)"),
        ("3 元/人 * a", "(3元/人*a)"),
        ("3 元 / 人", "(3元/人)"),
    ],
)
def test_how_sums_are_grouped(sum_: str, brackets: str) -> None:
    node = statement(f"let 合计 = {sum_}")
    assert isinstance(node, LetNode)
    assert brackets == written_out(node.value)


# ---- actuals


def entry(line: str) -> EntryNode:
    file, said = read_actuals(line)
    assert () == said
    (only,) = file.statements
    assert isinstance(only, EntryNode)
    return only


@pytest.mark.parametrize(
    ("line", "name", "cell", "reported", "reason"),
    [
        ("年办件量 = 332344 件", "年办件量", "332344 件", None, None),
        ("年办件量＝332344件", "年办件量", "332344件", None, None),
        ("年办件量 = 332344 件   reported 20", "年办件量", "332344 件", "20", None),
        ('满意度 = 94 %  自评 ９  原因 "样本不足"', "满意度", "94 %", "9", "样本不足"),
        ("满意度 = 94 %  reason “样本不足” reported 9.5", "满意度", "94 %", "9.5", "样本不足"),
        ("预算执行率 reported 10", "预算执行率", None, "10", None),
        ('预算执行率 reason "无"', "预算执行率", None, None, "无"),
        ("服务 =", "服务", "", None, None),
        ("服务 = reported 3", "服务", "", "3", None),
        ("机制创新 = n/a  # 不适用", "机制创新", "n/a", None, None),
        ("说明 = a = b", "说明", "a = b", None, None),
        ('"a = b" = 3', "a = b", "3", None, None),
        ("3#楼 = 1#", "3#楼", "1#", None, None),
        ("“双随机”抽查率 = 5 %", "“双随机”抽查率", "5 %", None, None),
        ("time in queue = 5 min", "time in queue", "5 min", None, None),
        ("total cost = 5", "total cost", "5", None, None),
        ("备注 = “甲 #1”", "备注", "“甲 #1”", None, None),
    ],
)
def test_an_entry(
    line: str, name: str, cell: str | None, reported: str | None, reason: str | None
) -> None:
    node = entry(line)
    assert name == node.name.text
    assert cell == (None if node.cell is None else node.cell.text)
    assert reported == (None if node.reported is None else node.reported.text)
    assert reason == (None if node.reason is None else node.reason.text)


def test_the_reported_total() -> None:
    for line in ("total reported 98", "总分 自评 98"):
        file, said = read_actuals(line)
        assert () == said
        (only,) = file.statements
        assert isinstance(only, ReportedTotalNode)
        assert "98" == only.points.text


@pytest.mark.parametrize(
    "line",
    [
        "= 5",
        "reported 5",
        "x # y = 3",
        "a = 5 reported 3 reported 4",
        'a = 5 reason "x" reason "y"',
        "total reported 100 = 5",
    ],
)
def test_what_is_no_entry(line: str) -> None:
    _, said = read_actuals(line)
    assert {"IND4"} == {each.code[:4] for each in said}


# ---- what cannot be read


def test_a_line_that_cannot_be_read_is_left_out_and_the_rest_is_not() -> None:
    file, said = read_ruleset("A >= 1 件 weight 1\n???\nB >= 2 件 weight 2\n")
    assert ["A", "B"] == [n.name.text for n in file.statements if isinstance(n, IndicatorNode)]
    assert [2] == [each.place.start.line for each in said if each.place]


def test_a_clause_that_cannot_be_read_leaves_its_rule() -> None:
    file, said = read_ruleset("A >= 1 件 weight 1\n  by ratoi\n  note “x”\nB >= 2 件 weight 2\n")
    first, second = file.statements
    assert isinstance(first, IndicatorNode)
    assert ["WeightNode", "NoteNode"] == [type(clause).__name__ for clause in first.clauses]
    assert isinstance(second, IndicatorNode)
    assert [2] == [each.place.start.line for each in said if each.place]


def test_spans_are_right_behind_a_line_that_cannot_be_read() -> None:
    text = "???\n[产出指标] 40\n年办件量 >= 200000 件 weight 20\n  by ratio\n"
    file, _ = read_ruleset(text)
    section, indicator = file.statements
    assert "[产出指标] 40" == section.span.text_of(text)
    assert isinstance(indicator, IndicatorNode)
    assert "年办件量" == indicator.name.span.text_of(text)
    assert "by ratio" == indicator.clauses[1].span.text_of(text)


def test_a_text_of_nothing_has_no_statements() -> None:
    for text in ("", "\n", "  \t\n\u3000\n", "\r\n\r\n"):
        file, said = read_ruleset(text)
        assert () == file.statements
        assert () == said


@pytest.mark.parametrize("line", ["", "  ", "# 说明", "  # 说明", "\t"])
def test_reading_takes_time_in_proportion_to_the_lines(line: str) -> None:
    # A reader that looked at all following empty lines from each of them would take minutes.
    text = "A >= 1 件 weight 1\n" + f"{line}\n" * 40_000 + "  by ratio\n"
    start = time.perf_counter()
    assert ["WeightNode", "MethodNode"] == clauses(text)
    assert time.perf_counter() - start < 20
