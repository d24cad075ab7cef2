"""Pages of the codes IND3xx: weights, targets and methods. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND301",
        why=Text(
            "Published practice disagrees on what missing such a target costs: nothing at all "
            "may be left, or a part. The choice changes the score, so the ruleset has to make "
            "it. The message shows what each method would give for this very line.",
            "未达到此类目标扣多少分，各地规定不一：有的一律不得分，有的按比例扣。选哪种直接影"
            "响得分，规则集必须写明。提示中列出了本行按各种方法的得分。",
        ),
        avoid="项目成本 <= 100 万元 weight 10",
        prefer="项目成本 <= 100 万元 weight 10 by inverse",
        related=("IND302",),
    ),
    Page(
        code="IND302",
        why=Text(
            "`by ratio` pays for how much of a target was reached; a ceiling is not reached "
            "but kept. Each operator has its own methods.",
            "“按 比例”按完成程度给分；而上限不是要“完成”，而是不得超过。每种符号有与之相应的方法。",
        ),
        avoid="项目成本 <= 100 万元 weight 10 by ratio",
        prefer="项目成本 <= 100 万元 weight 10 by excess",
        related=("IND301", "IND313"),
    ),
    Page(
        code="IND303",
        why=Text(
            "A share of zero, or of less than zero, cannot be formed, and offices handle the "
            "case in different ways. Such a target is met or missed, nothing in between.",
            "目标值为零或负数时无法计算完成比例，各地处理方式也不同。这样的目标只有达标与不达"
            "标之分。",
        ),
        avoid="利润 >= 0 万元 weight 10",
        prefer="利润 >= 0 万元 weight 10 by pass",
        related=("IND301", "IND314"),
    ),
    Page(
        code="IND304",
        why=Text(
            "A line without points would appear on the sheet and decide nothing. What is only "
            "to be watched is declared as `input` and tested by `check`.",
            "没有分值的一行列在表上却不起作用。只需关注而不计分的数，请声明为“数据”，用“核对”"
            "检查。",
        ),
        avoid="年办件量 >= 200000 件 weight 0",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND104", "IND305"),
    ),
    Page(
        code="IND305",
        why=Text(
            "The weights of a sheet should add up to its total; a gap usually means a line "
            "was lost or changed. The sheet is still scored as it stands, because such forms "
            "are in use.",
            "各项分值之和应等于总分，不等通常是漏了一行或改了一行。实际中确有这样的表，因此仍"
            "照原样计分。",
        ),
        avoid="total 100\n年办件量 >= 200000 件 weight 90",
        prefer="total 100\n年办件量 >= 200000 件 weight 100",
        related=("IND306", "IND315"),
    ),
    Page(
        code="IND306",
        why=Text(
            "The points behind a heading are a promise about the lines under it. Where the "
            "two differ, the form and the ruleset do not say the same.",
            "标题后的分值是对其下各行的约定。两者不符，说明表与规则不一致。",
        ),
        avoid="[产出指标] 40\n年办件量 >= 200000 件 weight 20",
        prefer="[产出指标] 20\n年办件量 >= 200000 件 weight 20",
        related=("IND305",),
    ),
    Page(
        code="IND307",
        why=Text(
            "Grades are looked up from the best down; in any other order some totals would "
            "get the wrong grade. Written this way, gaps and overlaps cannot occur.",
            "等级从高到低依次查找，次序颠倒会使部分总分落入错误的等级。从高到低书写，既无缺口"
            "也无重叠。",
        ),
        avoid="grades 良 >= 80, 优 >= 90, else 差\n年办件量 >= 200000 件 weight 100",
        prefer="grades 优 >= 90, 良 >= 80, else 差\n年办件量 >= 200000 件 weight 100",
        related=("IND211",),
    ),
    Page(
        code="IND308",
        why=Text(
            "A level of a scale pays a share of the weight: never more than all of it, never "
            "less than nothing.",
            "等次按占分值的百分数给分：最多得满分，最少得零分。",
        ),
        avoid="scale 优良 = 优 120, 良 80\n服务质量 is 优良 weight 10",
        prefer="scale 优良 = 优 100, 良 80\n服务质量 is 优良 weight 10",
    ),
    Page(
        code="IND309",
        why=Text(
            "A ruleset without a rule would give every office the same empty sheet.",
            "没有规则的规则集，对任何单位都只是一张空表。",
        ),
        avoid="ruleset “综合窗口” 2024",
        prefer="ruleset “综合窗口” 2024\n年办件量 >= 200000 件 weight 20",
    ),
    Page(
        code="IND310",
        why=Text(
            "A range is written from its lower end to its upper end; both belong to it. "
            "Turned around it would hold no value at all.",
            "区间从下限写到上限，两端都包含在内。写反了就没有任何值落在其中。",
        ),
        avoid="大厅室温 in 26..18 ℃ weight 5 by pass",
        prefer="大厅室温 in 18..26 ℃ weight 5 by pass",
    ),
    Page(
        code="IND311",
        why=Text(
            "Nothing can be divided by zero; a sum that always does would leave its line "
            "without a score for every office.",
            "任何数都不能除以零；恒为零的除数会使该行对任何单位都无法计分。",
        ),
        avoid="input 执行数 万元\nlet 执行率 = 执行数 / 0\n执行率 >= 100 万元 weight 10",
        prefer=(
            "input 执行数 万元\n"
            "input 预算数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10"
        ),
        related=("IND505",),
    ),
    Page(
        code="IND312",
        why=Text(
            "Points are rounded half-up to the places the ruleset names: two in most "
            "regulations, six at the most.",
            "得分按规则集写明的位数四舍五入：多数办法为两位，最多六位。",
        ),
        avoid="round 9 each\n年办件量 >= 200000 件 weight 20",
        prefer="round 2 each\n年办件量 >= 200000 件 weight 20",
        related=("IND316",),
    ),
    Page(
        code="IND313",
        why=Text(
            "On a scale the level alone gives the points. A method besides it would be a "
            "second, different rule.",
            "按等次评判时，得分只由等次决定。再写方法，就有了两套不同的规则。",
        ),
        avoid="scale 优良 = 优 100, 良 80\n服务质量 is 优良 weight 10 by ratio",
        prefer="scale 优良 = 优 100, 良 80\n服务质量 is 优良 weight 10",
        related=("IND209", "IND302"),
    ),
    Page(
        code="IND314",
        why=Text(
            "`over 130% explain` asks why a target was exceeded by so much. A ceiling is not "
            "to be exceeded at all, and of a target of zero no share can be formed.",
            "“超 130% 须说明”要求说明为何大幅超额完成。上限本就不得超过；目标值为零时也算不出"
            "完成比例。",
        ),
        avoid="项目成本 <= 100 万元 weight 10 by pass over 130% explain",
        prefer="年办件量 >= 200000 件 weight 10 over 130% explain",
        related=("IND303", "IND703"),
    ),
    Page(
        code="IND315",
        why=Text(
            "Grades and shares are taken of the total; a total of zero leaves nothing to take "
            "them of.",
            "等级和比例都以总分为基数；总分为零就没有基数。",
        ),
        avoid="total 0\n年办件量 >= 200000 件 weight 20",
        prefer="total 20\n年办件量 >= 200000 件 weight 20",
        related=("IND305",),
    ),
    Page(
        code="IND316",
        why=Text(
            "Rounding line by line and rounding the total can differ by a hundredth, and that "
            "can decide a grade. Where the ruleset is silent, two places line by line are "
            "assumed, and it is said.",
            "逐项取整与汇总取整可能相差百分之一分，而这可能决定等级。规则集没有写明时，按逐项"
            "保留两位处理，并作此说明。",
        ),
        avoid="年办件量 >= 200000 件 weight 20",
        prefer="round 2 each\n年办件量 >= 200000 件 weight 20",
        related=("IND312",),
    ),
    Page(
        code="IND318",
        kind="python",
        why=Text(
            "`indicator` answers with one rule and has no way to say which of several was meant.",
            "indicator 只返回一条规则，文本中有几条时无法确定指哪一条。",
        ),
        avoid='indicator("年办件量 >= 5 件 weight 5\\n满意度 >= 95 % weight 5")',
        prefer='parse_ruleset("年办件量 >= 5 件 weight 5\\n满意度 >= 95 % weight 5")',
        related=("IND309",),
    ),
)
