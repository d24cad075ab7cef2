"""Pages of the codes IND704 to IND721: what does not hold in a reported form. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

_HEADS: Final = "三级指标,年度指标值,实际完成值,分值,得分,偏差原因\n"
_MONEY: Final = "项目资金（万元）,年初预算数,全年预算数,全年执行数,分值,执行率,得分\n年度资金总额,"
_GOOD: Final = f"{_HEADS}年办件量,≥200000件,210000件,20,20,"

PAGES: Final = (
    Page(
        code="IND704",
        kind="form",
        why=Text(
            "Full points say that the target was met. The cells say that it was not.",
            "满分表示达到目标，而表中的数字说明没有达到。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,150000件,20,20,",
        prefer=f"{_HEADS}年办件量,≥200000件,150000件,20,15,部分窗口停办",
        related=("IND701",),
    ),
    Page(
        code="IND705",
        kind="form",
        why=Text(
            "The target is met and points are missing all the same. Either the figure, or the "
            "score, or the target is not the one meant; or points were taken for something the "
            "form does not tell.",
            "目标已达到却仍扣分：或是数字、得分、目标有一处填错，或是另有扣分原因而表中没有写明。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,210000件,20,18,",
        prefer=_GOOD,
        related=("IND706",),
    ),
    Page(
        code="IND706",
        kind="form",
        summary=Text(
            "a row lost points, and no reason is given",
            "有扣分而没有说明原因",
        ),
        why=Text(
            "The form has a column for the reason of every deviation and for what will be done. "
            "Points lost without a word cannot be judged.",
            "自评表设有“偏差原因分析及改进措施”一栏，扣分而不说明，无从评判。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,150000件,20,15,",
        prefer=f"{_HEADS}年办件量,≥200000件,150000件,20,15,部分窗口停办",
        related=("IND705",),
    ),
    Page(
        code="IND707",
        kind="form",
        why=Text(
            "A target without an operator can be the least, the most, or the exact figure. The "
            "direction was then taken from the words of the indicator's name, or assumed; the "
            "points follow from it.",
            "目标值没有“≥”“≤”“=”，可能是下限、上限或定值。审核时按指标名称的用词推定方向，"
            "得分由此而来。",
        ),
        avoid=f"{_HEADS}年办件量,200000件,210000件,20,20,",
        prefer=_GOOD,
        related=("IND605",),
    ),
    Page(
        code="IND708",
        kind="form",
        why=Text(
            "Words cannot be scored without a standard: what counts as good, and what each level "
            "is worth. The levels used here are assumed from the profile.",
            "定性指标须写明评定标准和各等次的得分，否则无法核对。审核时按配置假定的等次折算。",
        ),
        avoid=f"{_HEADS}政务服务水平,效果明显,效果明显,30,30,",
        prefer=_GOOD,
        related=("IND711",),
    ),
    Page(
        code="IND709",
        kind="form",
        why=Text(
            "One figure is counted in two units. Where one can be turned into the other it was; "
            "where 万 stands for 万元 it is a slip of the pen; else they cannot be compared.",
            "同一数字用了两种单位：能换算的已换算；以“万”代“万元”多为笔误；否则无法比较。",
        ),
        avoid=(
            "三级指标,年度指标值,绩效度量单位,实际完成值,分值,得分\n项目总成本,≤100,万,95万元,10,10"
        ),
        prefer=(
            "三级指标,年度指标值,绩效度量单位,实际完成值,分值,得分\n"
            "项目总成本,≤100,万元,95万元,10,10"
        ),
    ),
    Page(
        code="IND710",
        kind="form",
        why=Text(
            "An actual is a figure or a finding of its own. One that repeats the target, sign "
            "and all, says nothing of what was achieved.",
            "实际完成值应是实际的数字或情况；连“≥”一起照抄目标值，看不出完成了多少。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,≥200000件,20,20,",
        prefer=_GOOD,
        related=("IND711", "IND715"),
    ),
    Page(
        code="IND711",
        kind="form",
        why=Text(
            "A target in figures asks for a figure. Words in its place cannot be compared, so "
            "the line is left open: not 0, and not full.",
            "目标值是数字，实际完成值也应是数字。填写文字无法比较，该项待定：既不算 0 分，也不"
            "算满分。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,已完成,20,20,",
        prefer=_GOOD,
        related=("IND712",),
    ),
    Page(
        code="IND712",
        kind="form",
        why=Text(
            "Points were given although a cell they rest on is empty.",
            "得分所依据的单元格是空的。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,,20,20,",
        prefer=_GOOD,
        related=("IND711",),
    ),
    Page(
        code="IND713",
        kind="form",
        why=Text(
            "One result is paid twice: by two rows on the same thing, or by the execution rate "
            "and a ceiling on the same spending.",
            "同一结果两处计分：两行指标考核同一件事，或执行率与成本上限考核同一笔支出。",
        ),
        avoid=(
            f"{_MONEY}100,100,95,10,95%,9.5\n"
            "三级指标,年度指标值,实际完成值,分值,得分\n项目总成本,≤100万元,95万元,10,10"
        ),
        prefer=(
            f"{_MONEY}100,100,95,10,95%,9.5\n"
            "三级指标,年度指标值,实际完成值,分值,得分\n年办件量,≥200000件,210000件,10,10"
        ),
        related=("IND606",),
    ),
    Page(
        code="IND714",
        kind="form",
        why=Text(
            "30 of 100 points or more hang on one line. The threshold is a house rule of this "
            "program, taken from no regulation.",
            "一项占总分 30% 以上，成败系于一行。该界限是本程序的惯例，并非出自任何规定。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,210000件,40,40,",
        prefer=_GOOD,
        related=("IND609",),
    ),
    Page(
        code="IND715",
        kind="form",
        why=Text(
            "Every line has full points, and no actual says more than that the target was met. "
            "Such a form tells good work from bad in nothing.",
            "各项都是满分，实际完成值又都只是重复目标或一句“已完成”，这张表看不出好坏。",
        ),
        avoid=(
            f"{_HEADS}年办件量,≥200000件,≥200000件,20,20,\n满意度,≥95%,≥95%,10,10,\n"
            "投诉处理率,≥90%,≥90%,10,10,"
        ),
        prefer=_GOOD,
        related=("IND710",),
    ),
    Page(
        code="IND716",
        kind="form",
        summary=Text(
            "a rate is not the spending divided by the budget", "执行率不等于执行数除以预算数"
        ),
        why=Text(
            "The rate stands beside the two amounts it is made of, or in a row of its own, and "
            "says something else. Rounding to the decimals it is printed with is allowed for.",
            "执行率与旁边的金额算出来的不一致；按所填小数位数取舍造成的差别不算。",
        ),
        avoid=f"{_MONEY}100,100,90,10,98%,9.8\n{_GOOD}",
        prefer=f"{_MONEY}100,100,90,10,90%,9\n{_GOOD}",
        related=("IND717",),
    ),
    Page(
        code="IND717",
        kind="form",
        why=Text(
            "The execution rate is scored like any other line: its weight times the rate, never "
            "more than the weight. The rate as printed and the rate of the first budget are "
            "tried too before this is said.",
            "预算执行率按 分值 × 执行率 计分，不超过分值。按表上所填执行率、按年初预算数计算也"
            "对不上时才提示。",
        ),
        avoid=f"{_MONEY}100,100,90,10,90%,10\n{_GOOD}",
        prefer=f"{_MONEY}100,100,90,10,90%,9\n{_GOOD}",
        related=("IND716", "IND718"),
    ),
    Page(
        code="IND718",
        kind="form",
        why=Text(
            "The rate is taken of the budget as changed during the year. A budget brought down to "
            "exactly what was spent makes any rate 100 %.",
            "执行率以全年预算数为分母。把全年预算数调减到恰好等于执行数，执行率必为 100%。",
        ),
        avoid=f"{_MONEY}100,90,90,10,100%,10\n{_GOOD}",
        prefer=f"{_MONEY}100,100,90,10,90%,9\n{_GOOD}",
        related=("IND717",),
    ),
    Page(
        code="IND719",
        kind="form",
        why=Text(
            "Nothing was spent, and at least half of the lines have full points. Either the work "
            "was done without money, or it was not done.",
            "没有支出，却有一半以上的指标得满分：或是没花钱就办成了，或是并没有办。",
        ),
        avoid=f"{_MONEY}100,100,0,10,0%,0\n{_GOOD}",
        prefer=f"{_MONEY}100,100,90,10,90%,9\n{_GOOD}",
    ),
    Page(
        code="IND720",
        kind="form",
        why=Text(
            "The whole cost in a row and the spending in the block of money are one amount. "
            "Rounded to fewer digits they still agree; these do not.",
            "指标中的总成本与资金部分的执行数应是同一金额；按较少位数取舍后仍不一致。",
        ),
        avoid=(
            f"{_MONEY}100,100,90,10,90%,9\n"
            "三级指标,年度指标值,实际完成值,分值,得分\n项目总成本,≤100万元,80万元,10,10"
        ),
        prefer=(
            f"{_MONEY}100,100,90,10,90%,9\n"
            "三级指标,年度指标值,实际完成值,分值,得分\n项目总成本,≤100万元,90万元,10,10"
        ),
        related=("IND713",),
    ),
    Page(
        code="IND721",
        kind="form",
        summary=Text(
            "the text around the table and the table give different figures",
            "文字部分与表中的数字不一致",
        ),
        why=Text(
            "The goals achieved and the report's text repeat figures of the table. A figure is "
            "compared where the name of the row, or its end, stands right before it; “33 万以上” "
            "agrees with 332344, “100 %” does not agree with 99.95 %.",
            "年度目标完成情况和报告正文会重复表中的数字。紧跟在指标名称（或其末尾）之后的数字"
            "才作比较：“33 万以上”与 332344 相符，“100%”与 99.95% 不符。",
        ),
        avoid=f"全年办事群众满意度100%。\n---\n{_HEADS}办事群众满意度,≥95%,99.95%,10,10,",
        prefer=f"全年办事群众满意度99.95%。\n---\n{_HEADS}办事群众满意度,≥95%,99.95%,10,10,",
    ),
    Page(
        code="IND722",
        kind="form",
        why=Text(
            "A row that was left blank is open: it counts neither as 0 nor as full, and until "
            "it is answered the form has no total.",
            "空着的一行尚不能确定：既不按零分也不按满分算，补填之前没有总分。",
        ),
        avoid=f"{_HEADS}年办件量,≥200000件,,20,,",
        prefer=_GOOD,
        related=("IND712",),
    ),
)
