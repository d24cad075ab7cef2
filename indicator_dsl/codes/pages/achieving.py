"""Pages of the codes IND4xx, IND5xx and IND7xx: actuals, and scores reported for them.

Holds words only.
"""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND401",
        kind="actuals",
        why=Text(
            "In a file of actuals each line gives one figure: its name, an equals sign, the "
            "value as on the form. A line that cannot be read might hold the very figure that "
            "decides a score, so it is never passed over.",
            "实际值文件每行填一个数：名称、等号、表上的值。看不懂的一行可能正是决定得分的数，"
            "因此不会略过。",
        ),
        avoid="年办件量：332344 件",
        prefer="年办件量 = 332344 件",
        related=("IND101", "IND502"),
    ),
    Page(
        code="IND402",
        kind="actuals",
        why=Text(
            "Two values for one indicator contradict each other, even when they are alike: "
            "one of them was not meant to be there.",
            "一个指标填两次，即使相同也说明有一处是多余的；不同则互相矛盾。",
        ),
        avoid="年办件量 = 332344 件\n年办件量 = 332345 件",
        prefer="年办件量 = 332344 件",
        related=("IND201",),
    ),
    Page(
        code="IND501",
        kind="score",
        why=Text(
            "A value whose name is not in the ruleset is not scored. Usually the name is "
            "spelt differently on the two papers, and the line it was meant for lacks its value.",
            "规则集里没有的名称不参与计分。通常是两处写法不同，而本该得到这个值的一行因此缺值。",
        ),
        avoid="年办件量 >= 200000 件 weight 20\n---\n办件总数 = 332344 件",
        prefer="年办件量 >= 200000 件 weight 20\n---\n年办件量 = 332344 件",
        related=("IND503",),
    ),
    Page(
        code="IND502",
        kind="score",
        why=Text(
            "What the cell holds is no figure in the target's unit, no level of the scale, or "
            "cannot be converted. The line stays without a score until it is cleared up; it "
            "is not scored as 0.",
            "单元格里的内容不是以目标单位计的数，也不是等次中的一级，或无法换算。弄清之前该行"
            "不计分，也不按 0 分处理。",
        ),
        avoid="年办件量 >= 200000 件 weight 20\n---\n年办件量 = 较多",
        prefer="年办件量 >= 200000 件 weight 20\n---\n年办件量 = 332344 件",
        related=("IND204", "IND503"),
    ),
    Page(
        code="IND503",
        kind="score",
        why=Text(
            "A missing value is not zero: on a line such as `<= 100 万元` an empty cell would "
            "otherwise earn full points. Until the value is known the total is an interval.",
            "缺值不等于 0：否则像“<= 100 万元”这样的指标，空着反而得满分。补齐之前，总分只能"
            "是一个区间。",
        ),
        avoid="年办件量 >= 200000 件 weight 20\n---\n# 年办件量待统计",
        prefer="年办件量 >= 200000 件 weight 20\n---\n年办件量 = 332344 件",
        related=("IND501", "IND502"),
    ),
    Page(
        code="IND504",
        kind="score",
        why=Text(
            "A figure the ruleset works out needs no reporting: two sources for one number "
            "sooner or later differ. The computed value is used.",
            "规则集能算出的数不必填报：同一个数有两个来源，迟早不一致。计分以算出的值为准。",
        ),
        avoid=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10\n"
            "---\n"
            "预算数 = 200 万元\n"
            "执行数 = 190 万元\n"
            "执行率 = 100 %"
        ),
        prefer=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10\n"
            "---\n"
            "预算数 = 200 万元\n"
            "执行数 = 190 万元"
        ),
    ),
    Page(
        code="IND505",
        kind="score",
        why=Text(
            "The figures are there, but the sum has no result: most often the divisor is "
            "zero, as with a budget of nothing. Whether such a line counts as met is not for "
            "the machine to decide.",
            "数据都有，但算式没有结果：多半是除数为零，例如预算数为零。这样的一行是否算完成，"
            "不应由程序决定。",
        ),
        avoid=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10\n"
            "---\n"
            "预算数 = 0 万元\n"
            "执行数 = 0 万元"
        ),
        prefer=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10\n"
            "---\n"
            "预算数 = 200 万元\n"
            "执行数 = 190 万元"
        ),
        related=("IND311",),
    ),
    Page(
        code="IND506",
        kind="score",
        summary=Text(
            "a condition the ruleset checks does not hold",
            "规则集中的一项核对不成立",
        ),
        why=Text(
            "A `check` costs no points; it says that reported figures contradict each other, "
            "and shows them.",
            "“核对”不扣分，只说明填报的数据互相矛盾，并列出这些数据。",
        ),
        avoid=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "check 执行数 <= 预算数 “执行数不应超过预算数”\n"
            "年办件量 >= 5 件 weight 20\n"
            "---\n"
            "预算数 = 200 万元\n"
            "执行数 = 210 万元\n"
            "年办件量 = 5 件"
        ),
        prefer=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "check 执行数 <= 预算数 “执行数不应超过预算数”\n"
            "年办件量 >= 5 件 weight 20\n"
            "---\n"
            "预算数 = 200 万元\n"
            "执行数 = 190 万元\n"
            "年办件量 = 5 件"
        ),
    ),
    Page(
        code="IND507",
        kind="score",
        why=Text(
            "Targets change from year to year; actuals of one year held against those of "
            "another give a score nobody meant.",
            "目标值逐年变化，用一年的实际值对另一年的目标，得分没有意义。",
        ),
        avoid=(
            "ruleset “综合窗口” 2024\n"
            "年办件量 >= 5 件 weight 20\n"
            "---\n"
            "actuals for “综合窗口” 2023\n"
            "年办件量 = 5 件"
        ),
        prefer=(
            "ruleset “综合窗口” 2024\n"
            "年办件量 >= 5 件 weight 20\n"
            "---\n"
            "actuals for “综合窗口” 2024\n"
            "年办件量 = 5 件"
        ),
        related=("IND509",),
    ),
    Page(
        code="IND508",
        kind="python",
        why=Text(
            "A binary number such as 0.1 + 0.2 carries digits nobody wrote. It is read as 15 "
            "significant digits, then 9 decimals; the note says what was read. Text, Decimal "
            "and Fraction are taken exactly.",
            "0.1 + 0.2 这样的二进制浮点数带有无人写过的尾数。系统取 15 位有效数字、9 位小数，"
            "并说明读成了什么。文本、Decimal、Fraction 则按原值读取。",
        ),
        avoid='parse_ruleset("差错率 <= 0.3 % weight 5 by pass").evaluate({"差错率": 0.1 + 0.2})',
        prefer='parse_ruleset("差错率 <= 0.3 % weight 5 by pass").evaluate({"差错率": "0.3 %"})',
    ),
    Page(
        code="IND509",
        kind="score",
        why=Text(
            "The two papers name different projects. Names of indicators are often alike from "
            "project to project, so the figures would be scored without complaint.",
            "两份文件写的不是同一项目。不同项目的指标名称常常相同，数据会照常计分而不报错，因"
            "此特别提示。",
        ),
        avoid=(
            "ruleset “综合窗口”\n"
            "年办件量 >= 5 件 weight 20\n"
            "---\n"
            "actuals for “一网通办”\n"
            "年办件量 = 5 件"
        ),
        prefer=(
            "ruleset “综合窗口”\n"
            "年办件量 >= 5 件 weight 20\n"
            "---\n"
            "actuals for “综合窗口”\n"
            "年办件量 = 5 件"
        ),
        related=("IND507",),
    ),
    Page(
        code="IND513",
        kind="score",
        why=Text(
            "A number without a unit is read in the target's: 0.93 against 95 % is 0.93 %. Forms "
            "and spreadsheets often write shares as 0.93 and mean 93 %. The points are those of "
            "the number as it stands, until its sign is written.",
            "没有单位的数按目标值的单位读取：目标为 95 % 时，0.93 即 0.93 %。而表格中常把 93 % 写作"
            " 0.93。写明百分号之前，按所写的数计分。",
        ),
        avoid="满意度 >= 95 % weight 10\n---\n满意度 = 0.93",
        prefer="满意度 >= 95 % weight 10\n---\n满意度 = 93 %",
        related=("IND701",),
    ),
    Page(
        code="IND701",
        kind="score",
        summary=Text(
            "the score the office reported for a line is not what its actual earns",
            "某一行的自评分与按实际值计算的得分不符",
        ),
        why=Text(
            "The rule, the target and the actual give a score that anybody can work out; the "
            "office gave itself another. It is a question to the office, not yet a fault: the "
            "rule may be assumed, the figure may be misread.",
            "由规则、目标值和实际值算出的得分与自评分不同。这是需要向单位核实的问题，还不是结"
            "论：规则可能是推定的，数据也可能有误。",
        ),
        avoid="项目进度 <= 80 % weight 10 by inverse\n---\n项目进度 = 100 % reported 10",
        prefer="项目进度 <= 80 % weight 10 by inverse\n---\n项目进度 = 100 % reported 8",
        related=("IND702",),
    ),
    Page(
        code="IND702",
        kind="score",
        summary=Text(
            "the reported total is not what the lines add up to",
            "自评总分与各项得分之和不符",
        ),
        why=Text(
            "A total that does not follow from its lines was added up wrongly, or a line was "
            "changed afterwards.",
            "总分与各项对不上，或是加错，或是事后改了某一项。",
        ),
        avoid="年办件量 >= 5 件 weight 20\n---\n年办件量 = 4 件\ntotal reported 20",
        prefer="年办件量 >= 5 件 weight 20\n---\n年办件量 = 4 件\ntotal reported 16",
        related=("IND701",),
    ),
    Page(
        code="IND703",
        kind="score",
        why=Text(
            "A target exceeded by a third or more was perhaps set too low. The ruleset asks "
            "the office to say why; no points are taken.",
            "大幅超额完成，可能是目标值定低了。规则集要求单位说明原因，不因此扣分。",
        ),
        avoid="年办件量 >= 5 件 weight 20 over 130% explain\n---\n年办件量 = 8 件",
        prefer=(
            "年办件量 >= 5 件 weight 20 over 130% explain\n"
            "---\n"
            "年办件量 = 8 件 reason “新增两个进驻部门”"
        ),
        related=("IND314",),
    ),
)
