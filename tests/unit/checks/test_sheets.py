"""The checks of several lines or the whole sheet: one each speaks of, one it leaves alone."""

import pytest

from indicator_dsl.checks import check_sheet
from indicator_dsl.diagnostics import Severity
from indicator_dsl.model import Ruleset
from tests.engine import checks_of, ruleset_of

# Lines that no check speaks of, to fill a sheet with; whole shares leave nothing to round.
REST = """
甲类 >= 3 件 weight 25 by pass basis "a"
乙类事情 >= 4 件 weight 25 by pass basis "a"
丙类大事情 >= 5 件 weight 25 by pass basis "a"
丁类全部大事情 >= 6 件 weight 25 by pass basis "a"
"""
Case = tuple[str, list[tuple[str, ...]]]

TWICE: list[Case] = [
    (
        (
            '年办件量 >= 9 件 weight 5 by pass basis "a"\n'
            '全年办件数量 >= 9 件 weight 5 by pass basis "a"'
        ),
        [("measured-twice", "全年办件数量", "年办件量")],
    ),
    (
        '满意度 >= 9 % weight 5 by pass basis "a"\n群众满意度 >= 9 % weight 5 by pass basis "a"',
        [("measured-twice", "群众满意度", "满意度")],
    ),
    ('满意度 >= 9 % weight 5 by pass basis "a"\n群众满意度 >= 8 % weight 5 by pass basis "a"', []),
    (
        (
            '学生满意度 >= 9 % weight 5 by pass basis "a"\n'
            '学生家长满意度 >= 9 % weight 5 by pass basis "a"'
        ),
        [],
    ),
    (
        (
            '小学入学率 >= 9 % weight 5 by pass basis "a"\n'
            '中学入学率 >= 9 % weight 5 by pass basis "a"'
        ),
        [],
    ),
]
SUMS: list[Case] = [
    (
        (
            "input 执行数 万元\ninput 预算数 万元\nlet 执行率 = 执行数 / 预算数\n"
            '执行率 >= 95 % weight 5 by pass basis "a"\n'
            '年度项目成本 <= 90 万元 weight 5 by pass basis "a"'
        ),
        [("measured-twice", "年度项目成本", "let 执行率 = 执行数 / 预算数")],
    ),
    (
        (
            "input 总数 份\nlet 合格率 = 合格数 / 总数\n"
            '合格率 >= 95 % weight 5 by pass basis "a"\n合格数 >= 90 份 weight 5 by pass basis "a"'
        ),
        [("measured-twice", "合格数", "let 合格率 = 合格数 / 总数")],
    ),
    (
        (
            "input 执行数 万元\ninput 预算数 万元\ninput 调整数 万元\n"
            "let 执行率 = 执行数 / 预算数\nlet 调整后比例 = 执行数 / 调整数\n"
            '执行率 >= 95 % weight 5 by pass basis "a"\n'
            '调整后比例 >= 90 % weight 5 by pass basis "a"'
        ),
        [("measured-twice", "调整后比例", "let 执行率 = 执行数 / 预算数")],
    ),
    (
        (
            "input 执行数 万元\ninput 预算数 万元\nlet 执行率 = 执行数 / 预算数\n"
            '执行率 >= 95 % weight 5 by pass basis "a"\n'
            '人均成本 <= 90 元 weight 5 by pass basis "a"'
        ),
        [],
    ),
]
WEIGHTS: list[Case] = [
    ('丁 >= 3 人 weight 50 by pass basis "a"', [("weight-heavy", "50")]),
    ('丁 >= 3 人 weight 32 by pass basis "a"', []),
    (
        (
            "scale 三级 = 好 100, 中 50, 差 0\n"
            '丁 is 三级 weight 35 basis "a"\n戊事 is 三级 weight 35 basis "a"'
        ),
        [("judged-heavy", "35", "35")],
    ),
    (
        (
            "scale 三级 = 好 100, 中 50, 差 0\n"
            '丁 is 三级 weight 25 basis "a"\n戊事 is 三级 weight 25 basis "a"'
        ),
        [],
    ),
    ('丁事 = 是 weight 38 basis "a"\n戊 = 是 weight 38 basis "a"', []),
]
NAMES: list[Case] = [
    (
        'input 全年预算数 万元\ninput 全年预算额 万元\ncheck 全年预算数 >= 全年预算额 "x"',
        [("names-one-apart", "input 全年预算额 万元", "input 全年预算数 万元")],
    ),
    (
        'input 全年预算 万元\ninput 全年预算额 万元\ncheck 全年预算 >= 全年预算额 "x"',
        [("names-one-apart", "input 全年预算额 万元", "input 全年预算 万元")],
    ),
    ('input 一季度办件 件\ninput 二季度办件 件\ncheck 一季度办件 >= 二季度办件 "x"', []),
    ('input 季度合格率 %\ninput 季度不合格率 %\ncheck 季度合格率 >= 季度不合格率 "x"', []),
    (
        "input 办件量(窗口) 件\ninput 办件量-窗口 件",
        [("names-alike", "input 办件量-窗口 件", "input 办件量(窗口) 件")],
    ),
    ("input Visits 件\ninput visits 件", [("names-alike", "input visits 件", "input Visits 件")]),
    ("input 办件 件\ninput 网上办件量 件", []),
]
UNITS: list[Case] = [
    (
        "input 参训总数 人\ninput 服务量 人次",
        [("units-alike", "input 服务量 人次", "input 参训总数 人")],
    ),
    ("input 甲额 万\ninput 总额度 万元", [("units-alike", "input 总额度 万元", "input 甲额 万")]),
    ("input 检查 次\ninput 抽查 次数", [("units-alike", "input 抽查 次数", "input 检查 次")]),
    ("unit 次数 = 1 次\ninput 检查 次\ninput 抽查 次数", []),
    ("input 甲额 元\ninput 总额度 万元", []),
]
FORMS: list[Case] = [
    ("[空]\n[不空]\n", [("section-empty", "[空]")]),
    ("[效益]\n[效益 / 社会]\n", []),
    (
        'scale 评 = 优 60, 良 80, 差 0\n丁 is 评 weight 5 basis "a" allow IND602 "x"',
        [("levels-out-of-order", "scale 评 = 优 60, 良 80, 差 0", "is 评")],
    ),
    (
        'scale 评 = 子 50, 丑 100, 寅 0\n丁 is 评 weight 5 basis "a"',
        [("levels-out-of-order", "scale 评 = 子 50, 丑 100, 寅 0", "is 评")],
    ),
    ('scale 评 = 子 0, 丑 50, 寅 100\n丁 is 评 weight 5 basis "a"', []),
    ('scale 评 = 中 60, 优 100, 差 0\n丁 is 评 weight 5 basis "a"', []),
]


@pytest.mark.parametrize(
    ("text", "said"),
    [*TWICE, *SUMS, *WEIGHTS, *NAMES, *UNITS, *FORMS],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_sheet(text: str, said: list[tuple[str, ...]]) -> None:
    assert said == checks_of(text + REST)


def test_a_heading_may_only_receive_points() -> None:
    moved = '[收]\n[甲]\n丁 >= 3 人 weight 5 by pass basis "a" n/a move to [收]\n'
    assert [] == checks_of(moved + REST)


def test_too_few_and_one_rule_by_itself() -> None:
    line = '丁 >= 3 人 weight 5 by pass basis "a" allow IND609 "x"'
    other = '戊 >= 3 件 weight 5 by pass basis "a" allow IND609 "x"'
    assert [("too-few-indicators", "丁", "戊")] == checks_of(f"{line}\n{other}")
    assert [("too-few-indicators", "丁")] == checks_of(f'ruleset "单" 2024\n{line}')
    assert [] == checks_of("丁 >= 3 人 weight 5 by pass")


def test_a_basis_that_is_nowhere_is_said_once() -> None:
    assert [("basis-nowhere", "甲类")] == checks_of(REST.replace(' basis "a"', ""))
    one_bare = REST.replace('4 件 weight 25 by pass basis "a"', "4 件 weight 25 by pass")
    assert [("basis-missing", "乙类事情")] == checks_of(one_bare)
    assert [] == checks_of(REST)


RAGGED = """
甲类 >= 3 件 weight 25 basis "a"
乙类事情 >= 4 件 weight 25 basis "a"
丙类大事情 >= 5 件 weight 25 basis "a"
戊 >= 6 件 weight 25 by pass basis "a"
"""


def test_where_points_are_rounded_can_matter() -> None:
    # Three lines lose or gain up to 0.005 each: 3 × 3.335 is 10.02 line by line, 10.01 at once.
    assert [("rounding-matters", "round 2 each")] == checks_of("round 2 each" + RAGGED)
    (found,) = check_sheet(ruleset_of("round 2 each" + RAGGED))
    assert "逐项取整与汇总取整，总分最多可相差 0.01 分" == found.message.zh
    (other,) = check_sheet(ruleset_of("round 0 total" + RAGGED))
    assert "汇总取整与逐项取整，总分最多可相差 1 分" == other.message.zh
    assert [] == checks_of("round 2 each" + REST)


def test_a_profile_is_left_alone() -> None:
    assert [] == checks_of("total 100\nround 2 each\n[甲]\n")


def test_house_rules_are_said_to_be_so() -> None:
    (found,) = check_sheet(ruleset_of('丁 >= 3 人 weight 50 by pass basis "a"' + REST))
    assert ["the threshold is a house rule of this program, taken from no regulation"] == [
        note.en for note in found.notes
    ]


def test_one_rule_may_allow_what_two_take_part_in() -> None:
    text = (
        '满意度 >= 9 % weight 5 by pass basis "a" allow IND606 "两个对象"\n'
        '群众满意度 >= 9 % weight 5 by pass basis "a"'
    )
    assert [] == checks_of(text + REST)


def test_the_shipped_form_has_its_true_questions(shipped: Ruleset) -> None:
    said = check_sheet(shipped)
    assert [
        ("rounding-matters", 5),
        ("basis-nowhere", 21),
        ("direction-suspect", 33),
        ("measured-twice", 37),
    ] == [(found.name, found.place.start.line if found.place else 0) for found in said]
    assert Severity.ERROR not in {found.severity for found in said}


def told(text: str, code: str) -> list[str]:
    found = (each.sentence("zh") for each in check_sheet(ruleset_of(text)) if each.code == code)
    return [sentence.partition(": ")[2] or sentence for sentence in found]


def bare(count: int, allowing: int = 0) -> str:
    """A sheet with one line that names its basis, so many that do not, and some that may."""
    rules = ['甲 >= 3 件 weight 5 by pass basis "a"']
    rules += [
        f"{'乙丙丁戊己庚辛'[n] * (n + 2)} >= {n + 4} 件 weight 5 by pass" for n in range(count)
    ]
    may = [f'  allow IND612 "口径{n}"' if n <= allowing and n else "" for n in range(count + 1)]
    return "\n".join(f"{rule}\n{clause}".rstrip() for rule, clause in zip(rules, may, strict=True))


@pytest.mark.parametrize(
    ("count", "allowing", "said"),
    [
        (1, 0, ["没有写依据，而其他指标写了：“乙乙”"]),
        (3, 0, ["没有写依据，而其他指标写了：“乙乙”、“丙丙丙”、“丁丁丁丁”"]),
        (5, 0, ["没有写依据，而其他指标写了：“乙乙”、“丙丙丙”、“丁丁丁丁”等 5 项"]),
        (3, 2, ["没有写依据，而其他指标写了：“丁丁丁丁”"]),
        (2, 2, []),
    ],
)
def test_lines_without_a_basis_are_named_in_one_note(
    count: int, allowing: int, said: list[str]
) -> None:
    text = bare(count, allowing)
    assert said == told(text, "IND612")
    assert [] == told(text, "IND690")


def test_a_share_that_is_worked_out_may_come_to_more_than_the_whole() -> None:
    figures = "input 甲 件\ninput 乙 件\nlet 完成率 = 甲 / 乙\n"
    rule = "{} >= 100 % weight 5 by pass"
    assert [] == told(figures + rule.format("完成率"), "IND608")
    assert 1 == len(told(rule.format("完成率"), "IND608"))
