"""Codes of the seventh phase, IND704 to IND722: what does not hold in a reported form.

Holds sentences only. Three more stand beside what is scored (IND701 to IND703); where a ruleset's
author would be told the same, the code is the author's (IND305, IND306, IND605).
"""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

UNMET_BUT_FULL = Code(
    "IND704",
    "unmet-but-full",
    Severity.ERROR,
    Text(
        "`{indicator}` misses its target ({asked}, {done}) and still has all {weight} points",
        "“{indicator}”没有达到目标（{asked}，{done}），仍得满分 {weight} 分",
    ),
    Text(
        "on what ground were full points given although the target was missed?",
        "没有达到目标，给满分的依据是什么？",
    ),
)
MET_BUT_DEDUCTED = Code(
    "IND705",
    "met-but-deducted",
    Severity.WARNING,
    Text(
        "`{indicator}` meets its target ({asked}, {done}), yet has {reported} of {weight} points",
        "“{indicator}”已达到目标（{asked}，{done}），却只得 {reported} 分（满分 {weight}）",
    ),
    Text("what were the {lost} points taken for?", "扣 {lost} 分的原因是什么？"),
)
DEDUCTED_WITHOUT_REASON = Code(
    "IND706",
    "deducted-without-reason",
    Severity.WARNING,
    Text(
        "{subject} lost {lost} of {weight} points, and no reason is given",
        "{subject}扣 {lost} 分（满分 {weight}），没有说明原因",
    ),
    Text("why were {lost} points taken, and what will be done?", "扣 {lost} 分的原因和改进措施？"),
)
NO_DIRECTION = Code(
    "IND707",
    "no-direction",
    Severity.NOTE,
    Text(
        "the target of `{indicator}`, {target}, does not say which way is better",
        "“{indicator}”的目标值 {target} 没有写明是“≥”“≤”还是“=”",
    ),
    Text("is {target} the least or the most?", "{target} 是下限还是上限？"),
)
QUALITATIVE_WITHOUT_SCALE = Code(
    "IND708",
    "qualitative-without-scale",
    Severity.WARNING,
    Text(
        "`{indicator}` asks for “{target}”, and nothing says what that is worth in points",
        "“{indicator}”的目标值“{target}”没有写明评定标准和各等次的得分",
    ),
    Text(
        "by what standard was it judged, and what would have cost points?",
        "按什么标准评定？什么情况扣分？",
    ),
)
UNIT_DIFFERS = Code(
    "IND709",
    "unit-differs",
    Severity.NOTE,
    Text(
        "`{indicator}` is counted in {unit} and in {other}",
        "“{indicator}”的单位不一致：{unit}、{other}",
    ),
    Text("which unit is meant?", "以哪个单位为准？"),
)
ACTUAL_COPIES_TARGET = Code(
    "IND710",
    "actual-copies-target",
    Severity.WARNING,
    Text(
        "the actual of `{indicator}` repeats its target: {actual}",
        "“{indicator}”的实际完成值照抄目标值：{actual}",
    ),
    Text("what was achieved, and what shows it?", "实际完成情况如何？有何依据？"),
)
WORDY_ACTUAL = Code(
    "IND711",
    "wordy-actual",
    Severity.WARNING,
    Text(
        "`{indicator}` asks for {target}, and is answered in words: {actual}",
        "“{indicator}”的目标值是 {target}，实际完成值却是文字：{actual}",
    ),
    Text("what is the figure?", "实际数值是多少？"),
)
SCORED_WITHOUT_VALUES = Code(
    "IND712",
    "scored-without-values",
    Severity.ERROR,
    Text(
        "`{indicator}` has {reported} points without {missing}",
        "“{indicator}”没有填{missing}，却得 {reported} 分",
    ),
    Text("what were the {reported} points given for?", "{reported} 分的依据是什么？"),
)
DUPLICATE_MEASURE = Code(
    "IND713",
    "duplicate-measure",
    Severity.WARNING,
    Text(
        "`{indicator}` scores a second time what {other} scores",
        "“{indicator}”与{other}重复计分",
    ),
    Text("which of the two is meant to count?", "两处以哪一处计分？"),
)
HEAVY_INDICATOR = Code(
    "IND714",
    "heavy-indicator",
    Severity.NOTE,
    Text(
        "`{indicator}` alone weighs {weight} of {total} points",
        "“{indicator}”一项占 {weight} 分（总分 {total}）",
    ),
    Text("can it be split into several measurable indicators?", "能否拆成几项可以衡量的指标？"),
)
NO_DISCRIMINATION = Code(
    "IND715",
    "no-discrimination",
    Severity.NOTE,
    Text(
        "all {count} lines have full points, and no actual says more than its target",
        "{count} 项指标全部满分，实际完成值都只是重复目标值或文字表述",
    ),
    Text("what shows the result of each line?", "各项完成情况的依据是什么？"),
)
EXECUTION_RATE_DIFFERS = Code(
    "IND716",
    "execution-rate-differs",
    Severity.ERROR,
    Text(
        "{subject} is given as {printed}; {executed} of {budget} is {rate}",
        "{subject}填 {printed}，而 {executed} ÷ {budget} = {rate}",
    ),
    Text("which figure is right?", "哪个数字是对的？"),
)
BUDGET_SCORE_DIFFERS = Code(
    "IND717",
    "budget-score-differs",
    Severity.ERROR,
    Text(
        "the execution rate of {rate} was given {reported} points; it earns {earned} of {weight}",
        "预算执行率 {rate}，自评 {reported} 分；应得 {earned} 分（满分 {weight}）",
    ),
    Text("on what ground was {reported} given?", "自评 {reported} 分的依据是什么？"),
)
BUDGET_CUT_TO_SPENDING = Code(
    "IND718",
    "budget-cut-to-spending",
    Severity.WARNING,
    Text(
        "the budget {initial} was cut to {budget}, exactly what was spent",
        "全年预算数由年初的 {initial} 调减为 {budget}，恰好等于执行数",
    ),
    Text("when and why was the budget cut?", "预算何时、因何调减？"),
)
RESULTS_WITHOUT_SPENDING = Code(
    "IND719",
    "results-without-spending",
    Severity.WARNING,
    Text(
        "nothing of the budget of {budget} was spent, and {full} of {count} lines have full points",
        "预算 {budget} 没有支出，{count} 项指标中却有 {full} 项满分",
    ),
    Text("how were the results reached without spending?", "没有支出，任务是如何完成的？"),
)
COST_CONTRADICTS_BUDGET = Code(
    "IND720",
    "cost-contradicts-budget",
    Severity.WARNING,
    Text(
        "`{indicator}` says {cost}, the money of the form says that {executed} was spent",
        "“{indicator}”填 {cost}，资金部分的执行数为 {executed}",
    ),
    Text("how much was spent?", "实际支出是多少？"),
)
NARRATIVE_DIFFERS = Code(
    "IND721",
    "narrative-differs",
    Severity.WARNING,
    Text(
        "the text says {told} of {subject}, the table says {tabled}",
        "{subject}在文字中为 {told}，表中为 {tabled}",
    ),
    Text("which figure is right?", "以哪个数字为准？"),
)
ROW_LEFT_BLANK = Code(
    "IND722",
    "row-left-blank",
    Severity.WARNING,
    Text(
        "`{indicator}` ({weight} points) has neither points nor {missing}",
        "“{indicator}”（{weight} 分）没有填得分，也没有填{missing}",
    ),
    Text("what was achieved?", "实际完成了多少？"),
)
