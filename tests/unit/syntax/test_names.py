"""Names as forms really have them: what a name is, where it ends, and when it needs quotes."""

import pytest

from indicator_dsl.syntax import (
    BoundNode,
    CheckNode,
    GradedNode,
    IndicatorNode,
    InputNode,
    LetNode,
    RangeNode,
    SectionNode,
    TermNode,
)
from tests.engine import errors_of, read_actuals, read_ruleset, rule, said_of, statement

# One a line, so that a name keeps its inner blanks.
PLAIN = """\
年办件量
办事群众满意度
预算执行率
项目开展进度
为办事群众提供进驻可事项现场咨询受理服务
政务服务水平
计算机配备数
计算 准确率
单位职工满意度
单位 GDP 能耗
总分公司覆盖率
总分 排名
总分 5 强企业数
数据共享率
数据 开放接口数
等级医院数量
等级 评审通过数
等次 公布及时率
保留岗位数
保留 2 位教师的村数
默认密码清零率
默认 设置核查率
核对无误率
假定事项复核数
规则集发布数
total cost
total 5 year cost
total cost of ownership
round trips
round 2 interviews
unit price
input devices
let-out area
check coverage
default rate
scale of reform
grades published
time in queue
time in 2 queues
uptime is monitored
weight of evidence
weighted score
by-laws passed
basis points
over budget items
note takers
in-person visits
is-online ratio
配备率(≥95%)
配备率（≥ 95 %）
完成率（含 3 个子项（必选））
满意度(优+良)
“双随机”抽查率
“一网通办”事项比例
“满意度≥95%”的窗口数
《管理办法（2024）》知晓率
3#楼
1号机组利用率
2024年度培训人次
5G基站数
24小时响应率
100%覆盖的村数
A、B类占比
水、电、气保障率
A&B 类、C 类占比
人均能耗（kWh/人·年）
投诉办结率！
CO₂排放量
x<y 的情形数
高于去年的天数
不低于标准的站点数
低于均值单位数
大于号个数
等于零的指标数
介于中间的比例
定性 指标数量
按 时完成率
按时 办结率
依据 清单办结率
备注 完整率
超 期办件数
分值 合计数
权重 合理的指标数
左括号（的名称数
右括号）的名称数
优、良率(含“基本满意”)
年度项目成本（万元）
T+1 日办结率
No.1 车间合格率
满意/基本满意率
"""
QUOTED = """\
配备率≥95%的站点数
温度 大于 60 的天数
气温 in 18..26 的天数
得分 = 100 的人数
x>=5 的样本数
- 减项
[临时] 任务数
# 号开头
（见 #3）的数量
"""


def test_there_are_enough_names() -> None:
    assert len(PLAIN.splitlines()) >= 60


@pytest.mark.parametrize("name", PLAIN.splitlines())
def test_a_name_needs_no_quotes(name: str) -> None:
    for line in (
        f"{name} >= 5 件 weight 3",
        f"{name}≥95% 分值 5",
        f"{name} ＞＝ ９５％ 权重 ５",
        f"{name} 不低于 5 件 weight 3",
        f"{name} 小于等于 5 件 weight 3",
        f"\t{name}\u3000=\u30001,000 件/10万人\u3000weight\u30003\u3000by\u3000ratio",
    ):
        node = rule(line)
        assert name == node.name.text
        assert isinstance(node.target, BoundNode)
        assert name == node.name.span.text_of(line)
    ranged = rule(f"{name} in 1..5 件 weight 3").target
    assert isinstance(ranged, RangeNode)
    graded = rule(f"{name} 定性 优良 weight 3 note “优良 >= 5 件”").target
    assert isinstance(graded, GradedNode)
    assert "优良" == graded.scale.text


@pytest.mark.parametrize("name", [*QUOTED.splitlines(), *PLAIN.splitlines()])
def test_any_name_may_stand_in_quotes(name: str) -> None:
    for line in (
        f'"{name}" >= 5 件 weight 3',
        f'"{name}"≥95% 分值 5',
        f'"{name}" 不超过 5 件 weight 3 by pass',
        f'"{name}" in 1..5 件 weight 3',
        f'"{name}" is 优良 weight 3',
    ):
        assert name == rule(line).name.text


@pytest.mark.parametrize("name", QUOTED.splitlines())
def test_some_names_are_not_themselves_without_quotes(name: str) -> None:
    file, _ = read_ruleset(f"{name} >= 5 件 weight 3")
    assert name not in [
        each.name.text for each in file.statements if isinstance(each, IndicatorNode)
    ]


@pytest.mark.parametrize("name", [*QUOTED.splitlines(), *PLAIN.splitlines()])
def test_any_name_may_stand_in_sums_and_actuals(name: str) -> None:
    let = statement(f'let 合计 = "{name}" / 3')
    assert isinstance(let, LetNode)
    assert f'"{name}" / 3' == let.value.span.text_of(f'let 合计 = "{name}" / 3')
    check = statement(
        f'check "{name}" > 1 件 and "{name}" 不超过 "{name}" 或 "{name}" = 1 "须核实"'
    )
    assert isinstance(check, CheckNode)
    own = statement(f'let "{name}" = 1 件')
    assert isinstance(own, LetNode)
    assert name == own.name.text
    given = statement(f'input "{name}" 件')
    assert isinstance(given, InputNode)
    assert name == given.name.text
    for line in (f'"{name}" = 5 件 reported 3', f'"{name}" reported 3'):
        file, said = read_actuals(line)
        assert () == said
        (entry,) = file.statements
        assert f'"{name}"' == entry.span.text_of(line)[: len(name) + 2]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("let 预算执行率 = 全年执行数 / 全年预算数", "全年执行数"),
        ("let 占比 = 优良（含基本满意）率 / 总数", "优良（含基本满意）率"),
        ("let 占比 = total cost / 总数", "total cost"),
        ("let 占比 = A类 件数 / 总数", "A类 件数"),
        ("let 占比 = 满意度(优+良) / 总数", "满意度(优+良)"),
    ],
)
def test_a_name_in_a_sum_may_have_blanks_and_glued_brackets(line: str, name: str) -> None:
    node = statement(line)
    assert isinstance(node, LetNode)
    assert not isinstance(node.value, TermNode)
    assert line.index(name) == node.value.span.start
    assert name in said_names(line)


def said_names(line: str) -> list[str]:
    """The names a line uses without anything declaring them."""
    return [
        words for name, words in said_of(f"{line}\n全 >= 1 件 weight 1") if name == "name-unknown"
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("年办件量不低于20万件 weight 20", "operator-glued"),
        ("合格率大于95% weight 20", "operator-glued"),
        (">= 5 件 weight 3", "name-missing"),
        ("年办件量 weight 3", "target-missing"),
    ],
)
def test_a_rule_without_a_proper_name_is_a_named_mistake(line: str, name: str) -> None:
    assert name in [each for each, _ in errors_of(line)]


@pytest.mark.parametrize(
    ("line", "path", "points"),
    [
        ("[产出指标] 40", ("产出指标",), "40"),
        ("[产出指标 / 数量指标]", ("产出指标", "数量指标"), None),
        ("[产出指标／数量指标]  12.5  # 见附件", ("产出指标", "数量指标"), "12.5"),
        ("  [ 满意度（10分） ]", ("满意度（10分）",), None),
        ("[3#楼]", ("3#楼",), None),
    ],
)
def test_a_section_holds_nothing_but_points(
    line: str, path: tuple[str, ...], points: str | None
) -> None:
    node = statement(line)
    assert isinstance(node, SectionNode)
    assert path == node.path
    assert points == (node.points.text if node.points else None)


def test_a_bracket_before_more_than_points_is_no_section() -> None:
    assert [] != errors_of("[质量] 合格率 >= 90 % weight 2")


def test_a_word_of_the_language_starts_a_rule_when_a_weight_follows() -> None:
    for name in (
        "total 100",
        "round 2 each",
        "let a",
        "input 设备",
        "unit x",
        "default",
        "scale a",
    ):
        assert name == rule(f"{name} = 3 件 weight 5").name.text


def test_a_weight_in_quotes_or_comments_makes_no_rule() -> None:
    for line in (
        'check 1 > 2 "共 weight 5"',
        "check 1 > 2 “共 weight 5”",
        "check 1 > 2 “共”  # weight 5",
        'assume "按 分值 5"',
    ):
        assert not line.startswith(type(statement(line)).__name__)
