"""The one layout: what the formatter writes for each kind of line, in both languages."""

import pytest

from indicator_dsl.syntax import (
    BoundNode,
    IndicatorNode,
    LetNode,
    NegativeNode,
    NumberNode,
    OperatorNode,
    QuantityNode,
    RulesetFileNode,
    WeightNode,
    WordNode,
    print_actuals,
    print_ruleset,
)
from tests.engine import read_actuals, read_ruleset


def printed(text: str, lang: str) -> str:
    file, said = read_ruleset(text)
    assert () == said
    return print_ruleset(file, "zh" if lang == "zh" else "en").removesuffix("\n")


@pytest.mark.parametrize(
    ("written", "english", "chinese"),
    [
        ("规则集“标题”2024", 'ruleset "标题" 2024', '规则集 "标题" 2024'),
        ('ruleset “他说"好"”', 'ruleset “他说"好"”', '规则集 “他说"好"”'),
        ("total   １００", "total 100", "总分 100"),
        ("保留 2 逐项", "round 2 each", "保留 2 位 逐项"),
        ("round 0 total", "round 0 total", "保留 0 位 汇总"),
        (
            "grades 优≥90，良＞＝80、else 差",
            "grades 优 >= 90, 良 >= 80, else 差",
            "等级 优 >= 90, 良 >= 80, 其余 差",
        ),
        (
            "scale 优良 = 优 100%，达成 100…80",
            "scale 优良 = 优 100, 达成 100..80",
            "等次 优良 = 优 100, 达成 100..80",
        ),
        ("default ≤ by inverse", "default ≤ by inverse", "默认 ≤ 按 反比"),
        ("default in by pass", "default in by pass", "默认 介于 按 达标"),
        ("unit 万元=10000元", "unit 万元 = 10000 元", "单位 万元 = 10000 元"),
        ("[产出指标/数量指标]40", "[产出指标 / 数量指标] 40", "[产出指标 / 数量指标] 40"),
        ("input 全年执行数　万元", "input 全年执行数 万元", "数据 全年执行数 万元"),
        ('input "3 # 楼" 万元', 'input "3 # 楼" 万元', '数据 "3 # 楼" 万元'),
        ("let a=(b+c)*-d÷2", "let a = (b + c) * -d / 2", "计算 a = (b + c) * -d / 2"),
        ("let a = b - (c - d)", "let a = b - (c - d)", "计算 a = b - (c - d)"),
        ("let a = (b * c) / d", "let a = b * c / d", "计算 a = b * c / d"),
        ("let a = - 3", "let a = -(3)", "计算 a = -(3)"),
        ("let a = -3", "let a = -3", "计算 a = -3"),
        (
            'check (a>1 and b 不超过 2) or "c d:e"=3 “须核实”',
            'check (a > 1 and b 不超过 2) or "c d:e" = 3 "须核实"',
            '核对 (a > 1 且 b 不超过 2) 或 "c d:e" = 3 "须核实"',
        ),
        ('假定 “按"反比"”', 'assume “按"反比"”', '假定 “按"反比"”'),
        ("满意度≥95％ 权重 10", "满意度 ≥ 95 % weight 10", "满意度 ≥ 95 % 分值 10"),
        ("满意度 ＞＝ ９５% weight 10", "满意度 >= 95 % weight 10", "满意度 >= 95 % 分值 10"),
        ("A >= 5 件 by ratio weight 3", "A >= 5 件 weight 3 by ratio", "A >= 5 件 分值 3 按 比例"),
        ("A 介于 1…5件 分值 3", "A in 1..5 件 weight 3", "A 介于 1..5 件 分值 3"),
        ("A 定性 优良 分值 3", "A is 优良 weight 3", "A 定性 优良 分值 3"),
        ('A is "优 良" weight 3', 'A is "优 良" weight 3', 'A 定性 "优 良" 分值 3'),
        ('"A" >= 5 weight 3', "A >= 5 weight 3", "A >= 5 分值 3"),
        ('"A>=3" >= 5 weight 3', '"A>=3" >= 5 weight 3', '"A>=3" >= 5 分值 3'),
        (
            '"A in 1..2" in 3..4 weight 3',
            '"A in 1..2" in 3..4 weight 3',
            '"A in 1..2" 介于 3..4 分值 3',
        ),
        (
            "A >= 5 件 weight 3 over 130 % explain by ratio",
            "A >= 5 件 weight 3\n  over 130% explain\n  by ratio",
            "A >= 5 件 分值 3\n  超 130% 须说明\n  按 比例",
        ),
        (
            "A >= 5 件 weight 3 依据“甲”第一条 备注“乙” 假定 “丙”",
            'A >= 5 件 weight 3\n  basis "甲" 第一条\n  note "乙"\n  assume "丙"',
            'A >= 5 件 分值 3\n  依据 "甲" 第一条\n  备注 "乙"\n  假定 "丙"',
        ),
    ],
)
def test_a_statement(written: str, english: str, chinese: str) -> None:
    assert english == printed(written, "en")
    assert chinese == printed(written, "zh")
    assert english == printed(chinese, "en")


def test_a_method_stands_on_the_rule_while_the_line_is_short() -> None:
    # 25 cells behind the name, and two for each of its characters: 99 and 101.
    short, long = (f"{'长' * length} >= 5 % weight 3 by ratio" for length in (37, 38))
    assert short == printed(short, "en")
    assert long.replace(" by", "\n  by") == printed(long, "en")


def test_a_method_with_a_comment_of_its_own_keeps_its_line() -> None:
    text = "A >= 5 件 weight 3\n  by ratio  # 比例"
    assert text == printed(text, "en")


def test_gaps_and_comments() -> None:
    assert "# 一\n\ntotal 100  # 二" == printed("#一\n\n\n total 100 #  二\n\n", "en")


@pytest.mark.parametrize(
    ("written", "english", "chinese"),
    [
        ("actuals  for “标题” 2024", 'actuals for "标题" 2024', '实际完成值 "标题" 2024'),
        ("total reported １００", "total reported 100", "总分 自评 100"),
        (
            "年办件量＝332344件  自评 20",
            "年办件量 = 332344件 reported 20",
            "年办件量 = 332344件 自评 20",
        ),
        ("服务 =", "服务 =", "服务 ="),
        ("服务 = reported 3", "服务 = reported 3", "服务 = 自评 3"),
        ("率 reported 3", "率 reported 3", "率 自评 3"),
        ('"a = b" = 3', '"a = b" = 3', '"a = b" = 3'),
        ('"3 # 楼" reported 3', '"3 # 楼" reported 3', '"3 # 楼" 自评 3'),
        (
            "满意度=94 % reason “样本不足” reported 9",
            '满意度 = 94 % reported 9 reason "样本不足"',
            '满意度 = 94 % 自评 9 原因 "样本不足"',
        ),
    ],
)
def test_a_line_of_actuals(written: str, english: str, chinese: str) -> None:
    file, said = read_actuals(written)
    assert () == said
    assert f"{english}\n" == print_actuals(file, "en")
    assert f"{chinese}\n" == print_actuals(file, "zh")


def test_nothing_prints_as_nothing() -> None:
    assert "" == print_ruleset(RulesetFileNode(statements=()))


def test_nodes_that_no_text_gave_print_so_that_they_read_the_same() -> None:
    three = QuantityNode(number=NumberNode(text="3"))
    let = LetNode(name=WordNode(text="a"), value=NegativeNode(operand=NegativeNode(operand=three)))
    rule = IndicatorNode(
        name=WordNode(text="温度 大于 60 的天数"),
        target=BoundNode(operator=OperatorNode(kind="GE", written=">="), quantity=three),
        clauses=(WeightNode(points=NumberNode(text="5")),),
    )
    file = RulesetFileNode(statements=(let, rule))
    text = print_ruleset(file)
    assert 'let a = --(3)\n"温度 大于 60 的天数" >= 3 weight 5\n' == text
    assert (file, ()) == read_ruleset(text)
