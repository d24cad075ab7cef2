"""What is said about a line that cannot be read: code, underlined words, the line put right."""

import pytest
from hypothesis import given, strategies as st

from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import language_of, parse_actuals, parse_ruleset
from indicator_dsl.wording import Lang

Mistake = tuple[str, str, str, str]


def mistakes_in(text: str, *, actuals: bool = False) -> list[Diagnostic]:
    collector = Collector()
    parse = parse_actuals if actuals else parse_ruleset
    parse(SourceText("a", text), collector)
    return list(collector.sorted())


def told(text: str, *, actuals: bool = False) -> list[tuple[str, str, str]]:
    """Name, underlined words and help of everything found; help only when it is to be pasted."""
    return [_told(diagnostic) for diagnostic in mistakes_in(text, actuals=actuals)]


def _told(diagnostic: Diagnostic) -> tuple[str, str, str]:
    assert diagnostic.place is not None
    advice = diagnostic.help
    pasted = advice.en if advice is not None and advice.en == advice.zh else ""
    return diagnostic.name, diagnostic.place.text, pasted


OPERATORS: list[Mistake] = [
    ("a => 5 件 weight 5", "operator-misspelt", "=>", "a >= 5 件 weight 5"),
    ("a =< 5 件 weight 5 by inverse", "operator-misspelt", "=<", "a <= 5 件 weight 5 by inverse"),
    ("a > = 5 件 weight 5", "operator-misspelt", "> =", "a >= 5 件 weight 5"),
    ("a ≥= 5 件 weight 5", "operator-misspelt", "≥=", "a >= 5 件 weight 5"),
    ("a ＞= 5 件 weight 5", "operator-misspelt", "＞=", "a >= 5 件 weight 5"),
    ("a >＝ 5 件 weight 5", "operator-misspelt", ">＝", "a >= 5 件 weight 5"),
    ("a ≯ 5 件 weight 5", "operator-misspelt", "≯", "a <= 5 件 weight 5"),
    ("a != 5 weight 5", "operator-misspelt", "!=", ""),
    ("a ≠ 5 weight 5", "operator-misspelt", "≠", ""),
    ("a <> 5 weight 5", "operator-misspelt", "<>", ""),
    ("年办件量不低于20万件 分值 20", "operator-glued", "不低于", "年办件量 不低于 20万件 分值 20"),
    ("年办件量 不小于 5 件 分值 20", "operator-misspelt", "不小于", "年办件量 >= 5 件 分值 20"),
    ("年办件量应达到5件 分值 20", "operator-misspelt", "达到", "年办件量 >= 5件 分值 20"),
    ("成本 不得超过 5 万元 分值 20", "operator-misspelt", "不得超过", "成本 <= 5 万元 分值 20"),
    ("cost at most 5 万元 weight 20", "operator-misspelt", "at most", "cost <= 5 万元 weight 20"),
    ("年办件量：5 件 weight 20", "operator-misspelt", "：", "年办件量 >= 5 件 weight 20"),
    ("年办件量: 5 件 weight 20", "operator-misspelt", ":", "年办件量 >= 5 件 weight 20"),
    (
        "年办件量 200000件以上 weight 20",
        "operator-misspelt",
        "以上",
        "年办件量 >= 200000 件 weight 20",
    ),
    ("时长 30天以内 分值 5", "operator-misspelt", "以内", "时长 <= 30 天 分值 5"),
    ("满意度 95%以上（含） 分值 5", "operator-misspelt", "以上", "满意度 >= 95 % 分值 5"),
    ("a >= 5 件以上 weight 5", "operator-misspelt", "以上", "a >= 5 件 weight 5"),
    (
        "时长 不超过 30天以内 分值 5 按 反比",
        "operator-misspelt",
        "以内",
        "时长 不超过 30天 分值 5 按 反比",
    ),
    ("a >= 5 件以下 weight 5", "operator-misspelt", "以下", ""),
    ("室温 18~26 ℃ weight 5", "operator-misspelt", "~", "室温 in 18..26 ℃ weight 5"),
    ("室温 18℃至26℃ 分值 5", "operator-misspelt", "至", "室温 介于 18..26 ℃ 分值 5"),
    ("室温 in 18-26 ℃ weight 5", "operator-misspelt", "-", "室温 in 18..26 ℃ weight 5"),
]
TARGETS: list[Mistake] = [
    (">= 5 件 weight 5", "name-missing", ">= 5 件 weight 5", ""),
    ("定性 优良 weight 5", "name-missing", "定性 优良 weight 5", ""),
    ("weight 20", "name-missing", "weight 20", ""),
    ("by ratio", "name-missing", "by ratio", ""),
    ("年办件量 weight 5", "target-missing", "年办件量", "年办件量 >= 100 % weight 5"),
    ("年办件量 5 件 weight 5", "target-missing", "年办件量", "年办件量 >= 5 件 weight 5"),
    ("年办件量 weight 20 >= 5 件", "target-missing", "年办件量", "年办件量 >= 5 件 weight 20"),
    ("年办件量 >= weight 5", "value-missing", ">=", "年办件量 >= 100 % weight 5"),
    ("服务质量 定性 分值 5", "value-missing", "定性", "服务质量 定性 优良中低差 分值 5"),
    ("a ≥ 1e5 件 weight 5", "number-malformed", "1e5", "a ≥ 100000 件 weight 5"),
    ("a ≥ 1.25e1 件 weight 5", "number-malformed", "1.25e1", "a ≥ 12.5 件 weight 5"),
    ("a ≥ 20,0000 件 weight 5", "number-malformed", "20,0000", "a ≥ 200000 件 weight 5"),
    ("a ≥ .5 件 weight 5", "number-malformed", ".5", "a ≥ 0.5 件 weight 5"),
]
WEIGHTS: list[Mistake] = [
    ("年办件量 >= 5 件 20", "weight-missing", "20", "年办件量 >= 5 件 weight 20"),
    ("年办件量 >= 5 件 20分", "weight-missing", "20", "年办件量 >= 5 件 分值 20"),
    ("年办件量 不低于 5 件 20分", "weight-missing", "20", "年办件量 不低于 5 件 分值 20"),
    ("年办件量 >= 5 件 20 points", "weight-missing", "20", "年办件量 >= 5 件 weight 20"),
    ("年办件量 >= 5 % (20)", "weight-missing", "20", "年办件量 >= 5 % weight 20"),
    ("年办件量 >= 5 件 weight", "weight-missing", "weight", "年办件量 >= 5 件 weight 10"),
    ("年办件量 >= 5 件 weight x", "weight-missing", "weight x", "年办件量 >= 5 件 weight 10"),
    ("年办件量 >= 5 件 权重：20", "weight-missing", "权重：20", "年办件量 >= 5 件 权重 20"),
    ("年办件量 >= 5 件 weight=20", "weight-missing", "weight=20", "年办件量 >= 5 件 weight 20"),
    ("年办件量 >= 5 件 weight = 20", "weight-missing", "weight = 20", "年办件量 >= 5 件 weight 20"),
    ("年办件量 >= 5件weight 20", "weight-missing", "weight 20", "年办件量 >= 5件 weight 20"),
    ("年办件量 >= 5 件 分值20", "weight-missing", "分值20", "年办件量 >= 5 件 分值 20"),
    ("年办件量 >= 5 件 满分 20", "weight-missing", "满分 20", "年办件量 >= 5 件 weight 20"),
    ("年办件量 >= 5 件 weight 20分", "not-understood", "分", "年办件量 >= 5 件 weight 20"),
    ("年办件量 >= 5 件 weight 20 %", "not-understood", "%", "年办件量 >= 5 件 weight 20"),
    ("年办件量\t≥\t5\t件\t20", "weight-missing", "20", "年办件量 ≥ 5 件 weight 20"),
    ("年办件量\t≥5件\t332344件\t20\t18", "weight-missing", "20", "年办件量 ≥ 5件 weight 20"),
    ("服务\t定性\t优良中低差\t优\t10\t9", "weight-missing", "10", "服务 定性 优良中低差 weight 10"),
    ("| 年办件量 | ≥ | 5 | 件 | 20 |", "weight-missing", "20", "年办件量 ≥ 5 件 weight 20"),
    (
        "产出指标\t数量指标\t年办件量\t≥\t5\t件\t20",
        "weight-missing",
        "20",
        "[产出指标 / 数量指标]\n年办件量 ≥ 5 件 weight 20",
    ),
]
CLAUSES: list[Mistake] = [
    ("H ≥ 3 件 wieght 5", "clause-unknown", "wieght", "H ≥ 3 件 weight 5"),
    ("H ≥ 3 wieght 5", "clause-unknown", "wieght", "H ≥ 3 weight 5"),
    ("H ≥ 3 件 weight 5 bye ratio", "clause-unknown", "bye", "H ≥ 3 件 weight 5 by ratio"),
    ("H ≥ 3 件 weight 5 ratio", "clause-unknown", "ratio", "H ≥ 3 件 weight 5 by ratio"),
    ("H ≥ 3 件 分值 5 按比例", "clause-unknown", "按比例", "H ≥ 3 件 分值 5 按 比例"),
    ("H ≥ 3 件 分值 5 按 比例扣分", "clause-unknown", "按 比例扣分", "H ≥ 3 件 分值 5 按 比例"),
    ("H ≥ 3 件 分值 5 按：比例", "clause-unknown", "按：", "H ≥ 3 件 分值 5 按 比例"),
    ("H ≥ 3 件 weight 5 by linear", "clause-unknown", "by linear", ""),
    ("H ≥ 3 件 weight 5 by", "clause-unknown", "by", ""),
    ("H ≥ 3 件 weight 5 minimum 3", "clause-unknown", "minimum", ""),
    (
        "H ≥ 3 件 weight 5 over 130 explain",
        "clause-unknown",
        "over 130 explain",
        "H ≥ 3 件 weight 5 over 130% explain",
    ),
    (
        "H ≥ 3 件 分值 5 超过130%须说明",
        "clause-unknown",
        "超过130%须说明",
        "H ≥ 3 件 分值 5 超 130% 须说明",
    ),
    (
        "H ≥ 3 件 分值 5 依据 财预〔2020〕10号 第十七条",
        "not-understood",
        "财预〔2020〕10号 第十七条",
        'H ≥ 3 件 分值 5 依据 "财预〔2020〕10号" 第十七条',
    ),
    ("H ≥ 3 件 分值 5 根据 “甲”", "clause-unknown", "根据", "H ≥ 3 件 分值 5 依据 “甲”"),
    ("H ≥ 3 件、weight 5", "not-understood", "、", "H ≥ 3 件 weight 5"),
    ("H ≥ 3 件，分值 5，按 比例。", "not-understood", "，", "H ≥ 3 件 分值 5 按 比例"),
    ("H ≥ 3 件 weight 5;", "not-understood", ";", "H ≥ 3 件 weight 5"),
    ("H ≥ 3 件 Weight 5 BY ratio", "keyword-case", "Weight", "H ≥ 3 件 weight 5 by ratio"),
]
STATEMENTS: list[Mistake] = [
    ("[产出指标 40", "not-understood", "[产出指标 40", "[产出指标] 40"),
    ("产出指标] 40", "not-understood", "产出指标] 40", "[产出指标] 40"),
    ("【产出指标】（40分）", "not-understood", "【产出指标】（40分）", "[产出指标] 40"),
    (
        "[产出指标 / 数量指标]：40",
        "not-understood",
        "[产出指标 / 数量指标]：40",
        "[产出指标 / 数量指标] 40",
    ),
    ("// 注释", "not-understood", "//", "# 注释"),
    ("＃ 注释", "not-understood", "＃", "# 注释"),
    ("ruleset 综合窗口 2024年度", "not-understood", "综合窗口 2024年度", 'ruleset "综合窗口" 2024'),
    (
        "规则集：“综合窗口”（2024年）",
        "not-understood",
        "“综合窗口”（2024年）",
        "规则集 “综合窗口” 2024",
    ),
    ("ruleset “综合窗口 2024", "quote-unbalanced", "“", "ruleset “综合窗口” 2024"),
    ('a ≥ 5 件 weight 5 note "甲', "quote-unbalanced", '"', 'a ≥ 5 件 weight 5 note "甲"'),
    ("rulset “综合窗口”", "not-understood", "rulset", "ruleset “综合窗口”"),
    ("TOTAL 100", "keyword-case", "TOTAL", "total 100"),
    ("总分：100分", "not-understood", "总分：100分", "总分 100"),
    ("round 2", "not-understood", "round 2", "round 2 each"),
    ("保留两位小数", "not-understood", "保留两位小数", "保留 2 位 逐项"),
    (
        "等级 优>=90 良>=80 差",
        "not-understood",
        "等级 优>=90 良>=80 差",
        "等级 优 >= 90, 良 >= 80, 其余 差",
    ),
    (
        "grade 优 >= 90, else 差",
        "not-understood",
        "grade 优 >= 90, else 差",
        "grades 优 >= 90, else 差",
    ),
    (
        "scale 优良 = 优 100 良 80",
        "not-understood",
        "scale 优良 = 优 100 良 80",
        "scale 优良 = 优 100, 良 80",
    ),
    (
        "scale 优良：优=100，良=80",
        "not-understood",
        "scale 优良：优=100，良=80",
        "scale 优良 = 优 100, 良 80",
    ),
    *(
        (
            f"scale 达 = 达成 {high}{sign}{low}, 未 {low}",
            "not-understood",
            f"scale 达 = 达成 {high}{sign}{low}, 未 {low}",
            "scale 达 = 达成 100..80, 未 80",
        )
        for high, sign, low in (
            ("100", "-", "80"),
            ("100", "到", "80"),
            ("100", " 至 ", "80"),
            ("100", "～", "80"),
            ("100%", "-", "80%"),
        )
    ),
    (
        "等次 达 = 达成（100%～80%），未达成（80%～0%）",
        "not-understood",
        "等次 达 = 达成（100%～80%），未达成（80%～0%）",
        "等次 达 = 达成 100..80, 未达成 80..0",
    ),
    (
        "grades 优 90-100, 良 80-90, 差 0-80",
        "not-understood",
        "grades 优 90-100, 良 80-90, 差 0-80",
        "grades 优 >= 90, 良 >= 80, else 差",
    ),
    (
        "等级 优（90～100分） 良（80～90分） 差",
        "not-understood",
        "等级 优（90～100分） 良（80～90分） 差",
        "等级 优 >= 90, 良 >= 80, 其余 差",
    ),
    *(
        (
            f"grades 优>=90, 良>=80, {last}",
            "not-understood",
            f"grades 优>=90, 良>=80, {last}",
            "grades 优 >= 90, 良 >= 80, else 差",
        )
        for last in ("差<80", "差＜80", "差 < 80", "差80分以下", "差 0-80", "差")
    ),
    ("default <= inverse", "not-understood", "default <= inverse", "default <= by inverse"),
    ("unit 万元 10000 元", "not-understood", "unit 万元 10000 元", "unit 万元 = 10000 元"),
    ("let 率 执行数/预算数", "not-understood", "let 率 执行数/预算数", "let 率 = 执行数/预算数"),
    ("check a <= b", "not-understood", "check a <= b", 'check a <= b "must hold: a <= b"'),
    ("input 全年执行数", "input-without-unit", "全年执行数", "input 全年执行数 万元"),
    ("input 全年执行数（元）", "input-without-unit", "全年执行数（元）", "input 全年执行数 元"),
    ("年办件量 = 5 件 reported 20", "not-understood", "reported 20", ""),
    ("foo", "not-understood", "foo", ""),
]
ACTUALS: list[Mistake] = [
    ("年办件量：332344 件", "actual-not-understood", "：", "年办件量 = 332344 件"),
    ("年办件量 332344 件", "actual-not-understood", "年办件量", "年办件量 = 332344 件"),
    (
        "年办件量\t332344件\t20",
        "actual-not-understood",
        "年办件量\t332344件\t20",
        "年办件量 = 332344件 reported 20",
    ),
    ("a = 5 件 自评 20 分", "actual-not-understood", "自评 20 分", "a = 5 件 自评 20"),
    (
        "a = 5 件 reported 2 reason 不足",
        "actual-not-understood",
        "不足",
        'a = 5 件 reported 2 reason "不足"',
    ),
    (
        'a = 5 reported 2 "不足"',
        "actual-not-understood",
        '"不足"',
        'a = 5 reported 2 reason "不足"',
    ),
    (
        "actuals for 综合窗口 2024",
        "actual-not-understood",
        "actuals for 综合窗口 2024",
        'actuals for "综合窗口" 2024',
    ),
    ('actuals "综合窗口"', "actual-not-understood", 'actuals "综合窗口"', 'actuals for "综合窗口"'),
    ("total 100", "actual-not-understood", "total 100", "total reported 100"),
    ("总分：自评100分", "actual-not-understood", "总分：自评100分", "总分 自评 100"),
    ("满意度", "actual-not-understood", "满意度", ""),
]


STEPS: list[Mistake] = [
    (
        f"工期 <= 5 天 {written}",
        "clause-unknown",
        written.split(" ", 2)[-1],
        f"工期 <= 5 天 {right}",
    )
    for written, right in (
        ("weight 10 每天扣1", "weight 10 by less 1 per 1 天"),
        ("weight 10 每迟1天扣0.5分", "weight 10 by less 0.5 per 1 天"),
        ("分值 10 每延迟2天，扣0.5分", "分值 10 按 每 2 天 扣 0.5"),
        ("分值 10 按 每1天扣1", "分值 10 按 每 1 天 扣 1"),
        ("分值 10 按 每 1 天扣 1", "分值 10 按 每 1 天 扣 1"),
        ("分值 10 每满1天扣1", "分值 10 按 每满 1 天 扣 1"),
    )
]
STEPS += [
    (
        "制度 weight 10 by points\n  - 健全 10",
        "not-understood",
        "健全 10",
        "- 健全: 10",
    ),
    ("甲“乙 >= 5 件 weight 10", "quote-unbalanced", "“", '"甲“乙" >= 5 件 weight 10'),
    (
        "甲“乙 >= 5 件 weight 10 # 他说”好",
        "quote-unbalanced",
        "“",
        '"甲“乙" >= 5 件 weight 10 # 他说”好',
    ),
    (
        "工期 <= 2024-12-31 weight 10 每天扣1",
        "clause-unknown",
        "每天扣1",
        "工期 <= 2024-12-31 weight 10 by less 1 per 1 天",
    ),
    ("工期 <= 2024-12-31 weight 10 foo", "clause-unknown", "foo", ""),
]


@pytest.mark.parametrize("mistake", [*OPERATORS, *TARGETS, *WEIGHTS, *CLAUSES, *STATEMENTS, *STEPS])
def test_a_slip_in_a_ruleset(mistake: Mistake) -> None:
    text, *expected = mistake
    assert [tuple(expected)] == told(text)


@pytest.mark.parametrize("mistake", ACTUALS)
def test_a_slip_in_actuals(mistake: Mistake) -> None:
    text, *expected = mistake
    assert [tuple(expected)] == told(text, actuals=True)


@pytest.mark.parametrize("mistake", [*OPERATORS, *TARGETS, *WEIGHTS, *CLAUSES, *STATEMENTS])
def test_what_is_to_be_pasted_can_be_read(mistake: Mistake) -> None:
    assert [] == mistakes_in(mistake[3])


@pytest.mark.parametrize("mistake", ACTUALS)
def test_what_is_to_be_pasted_into_actuals_can_be_read(mistake: Mistake) -> None:
    assert [] == mistakes_in(mistake[3], actuals=True)


def test_two_slips_on_a_line_are_corrected_together() -> None:
    expected = [("operator-misspelt", "=>", "H >= 3 件 weight 5")]
    assert expected == told("H => 3 件 wieght 5")


def test_a_comment_stays_on_the_corrected_line() -> None:
    expected = [("operator-misspelt", "=>", "H >= 3 件 weight 5  # 见 “附件” => 2")]
    assert expected == told("H => 3 件 weight 5 # 见 “附件” => 2")


def test_quoted_words_stay_as_they_are() -> None:
    expected = [("operator-misspelt", "=>", 'H >= 3 件 weight 5 note "a =>  b"')]
    assert expected == told('H =>   3 件 weight 5 note "a =>  b"')


def test_advice_is_in_the_language_of_the_file() -> None:
    line = "满意度 >= 95 % 10"
    assert [("weight-missing", "10", "满意度 >= 95 % weight 10")] == told(f"total 10\n{line}")
    assert [("weight-missing", "10", "满意度 >= 95 % 分值 10")] == told(f"总分 10\n{line}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "en"),
        ("年办件量 >= 5 件", "en"),
        ("年办件量 >= 5 件 weight 5", "en"),
        ("年办件量 >= 5 件 分值 5", "zh"),
        ("年办件量 >= 5 件 分值 5 by ratio", "en"),  # as many of either
        ("年办件量 >= 5 件 分值 5 按 比例", "zh"),
        ('a >= 5 件 weight 5 note "分值 5 按 比例"', "en"),  # quoted words are no keywords
        ("年办件量 >= 5 件 5分", "zh"),
    ],
)
def test_the_language_of_a_text(text: str, expected: Lang) -> None:
    assert expected == language_of(text)


def test_clause_lines_are_read_though_the_rule_above_cannot_be() -> None:
    text = "年办件量 => 5 件 weight 5\n  by ratoi\n  over 130 explain\n  basis “甲” 第一条\n"
    expected = [
        ("operator-misspelt", "=>", "年办件量 >= 5 件 weight 5"),
        ("clause-unknown", "by ratoi", "by ratio"),
        ("clause-unknown", "over 130 explain", "over 130% explain"),
    ]
    assert expected == told(text)


def test_clause_lines_under_a_very_short_line() -> None:
    text = "a\n  by ratoi\n"
    assert ["a", "by ratoi"] == [underlined for _, underlined, _ in told(text)]


def test_clause_lines_under_a_line_as_long_as_the_one_that_stands_in() -> None:
    text = "a => 5\n  by ratoi\n"  # six characters, as `x >= 1` has
    assert ["=>", "by ratoi"] == [underlined for _, underlined, _ in told(text)]


def test_a_misspelt_clause_line_belongs_to_the_rule_above() -> None:
    text = "年办件量 >= 5 件 weight 5\n  bye ratio\n  basis “甲”\n满意度 >= 95 % weight 5\n"
    collector = Collector()
    file = parse_ruleset(SourceText("a", text), collector)
    assert [("clause-unknown", "bye", "by ratio")] == told(text)
    assert 2 == len(file.statements)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("权重：20", ("clause-unknown", "权重：20", "权重 20")),
        ("wieght 20", ("clause-unknown", "wieght", "weight 20")),
        (
            "依据 财预〔2020〕10号",
            ("not-understood", "财预〔2020〕10号", '依据 "财预〔2020〕10号"'),
        ),
        ("备注：“甲”", ("clause-unknown", "备注：", "备注 “甲”")),
        ("按比例，", ("clause-unknown", "按比例，", "按 比例")),
    ],
)
def test_a_slip_on_a_clause_line(line: str, expected: tuple[str, str, str]) -> None:
    assert [expected] == told(f"年办件量 >= 5 件 weight 5\n  {line}")


def test_an_indented_rule_is_a_rule_of_its_own() -> None:
    text = "年办件量 >= 5 件 weight 5\n  满意度 => 95 % weight 5\n"
    assert [("operator-misspelt", "=>", "满意度 >= 95 % weight 5")] == told(text)


def test_every_line_is_told_of_in_one_run() -> None:
    text = "total：100\na => 1 件 weight 5\n[b\nc >= 3 件 5\n"
    expected = ["total：100", "=>", "[b", "5"]
    assert expected == [underlined for _, underlined, _ in told(text)]


def test_a_file_of_another_kind_is_told_of_line_by_line() -> None:
    # Guessing ends after 500 lines; telling does not.
    found = mistakes_in("a => 5 件 weight 5\n" * 600)
    assert 600 == len(found)
    assert ["operator-misspelt"] * 500 + ["not-understood"] * 100 == [d.name for d in found]


WORDS = (
    *(
        "年办件量",
        "a",
        ">=",
        "≥",
        "=",
        "20",
        "1e5",
        "件",
        "%",
        "weight",
        "分值",
        "权重",
        "：",
        "，",
    ),
    *(
        "（",
        "）",
        "[",
        "“",
        "”",
        '"',
        "不低于",
        "以上",
        "至",
        "~",
        "is",
        "定性",
        "by",
        "按",
        "比例",
    ),
    *("over", "explain", "basis", "依据", "ruleset", "total", "grades", "else", "scale", "unit"),
    *("input", "let", "check", "actuals for", "reported", "自评", "reason", "#", "\t", "|", "\n  "),
)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.booleans())
def test_help_to_be_pasted_can_always_be_read(text: str, actuals: bool) -> None:  # noqa: FBT001 - drawn
    for diagnostic in mistakes_in(text, actuals=actuals):
        _, _, pasted = _told(diagnostic)
        if pasted and diagnostic.place is not None:
            is_clause = diagnostic.place.start.line > 1 and not actuals
            shown = f"x >= 1\n  {pasted}" if is_clause else pasted
            assert [] == mistakes_in(shown, actuals=actuals) or [] == mistakes_in(pasted)


def test_a_range_with_ends_too_long_to_be_numbers_is_told_of_all_the_same() -> None:
    told_of = told(f"grades 优 {'9' * 400}-{'8' * 500}, 差")
    assert ["not-understood"] == [name for name, *_ in told_of]
