"""Codes IND4xx, IND5xx and IND7xx.

Actuals that cannot be read, actuals that cannot be scored, reported scores that do not hold. Holds
sentences only.
"""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

ACTUAL_NOT_UNDERSTOOD = Code(
    "IND401",
    "actual-not-understood",
    Severity.ERROR,
    Text("`{text}` is not understood here", "此处的“{text}”看不懂"),
    Text(
        "a line of actuals reads NAME = VALUE reported N,"
        " for example: 年办件量 = 332344 件 reported 20",
        "实际值每行写作 名称 = 实际值 自评 N，例如：年办件量 = 332344 件 自评 20",
    ),
)
ACTUAL_DUPLICATE = Code(
    "IND402",
    "actual-duplicate",
    Severity.ERROR,
    Text("`{name}` is given twice", "“{name}”给了两次"),
    Text("keep one of the two", "请只保留一处"),
)
ACTUAL_UNKNOWN = Code(
    "IND501",
    "actual-unknown",
    Severity.WARNING,
    Text("the ruleset has no `{indicator}`{nearest}", "规则集中没有“{indicator}”{nearest}"),
    Text("is the name written as in the ruleset?", "名称与规则集写法是否一致？"),
)
ACTUAL_UNREADABLE = Code(
    "IND502",
    "actual-unreadable",
    Severity.ERROR,
    Text(
        "`{indicator}`: the actual `{cell}` cannot be scored: {why}",
        "“{indicator}”：实际值“{cell}”无法计分：{why}",
    ),
    Text("what was achieved, in {unit}?", "以{unit}计，实际完成多少？"),
)
ACTUAL_MISSING = Code(
    "IND503",
    "actual-missing",
    Severity.WARNING,
    Text(
        "`{indicator}` has no actual: its points are unknown, not 0",
        "“{indicator}”没有实际值：得分未知，不是 0",
    ),
    Text("what was achieved?", "实际完成多少？"),
)
LET_SUPPLIED = Code(
    "IND504",
    "let-supplied",
    Severity.WARNING,
    Text(
        "`{indicator}` is worked out by the ruleset; the value `{cell}` given for it is not used",
        "“{indicator}”由规则集计算得出；所给的值“{cell}”未采用",
    ),
    Text("give the figures it is worked out from", "请给出计算所用的数据"),
)
NOT_COMPUTABLE = Code(
    "IND505",
    "not-computable",
    Severity.ERROR,
    Text("`{indicator}` cannot be worked out: {why}", "“{indicator}”无法计算：{why}"),
    Text("are the figures it is worked out from right?", "计算所用的数据是否正确？"),
)
CHECK_FAILED = Code(
    "IND506",
    "check-failed",
    Severity.WARNING,
    Text("{message} ({figures})", "{message}（{figures}）"),
)
YEAR_DIFFERS = Code(
    "IND507",
    "year-differs",
    Severity.WARNING,
    Text(
        "the actuals are of {actual}, the ruleset of {expected}",
        "实际值是 {actual} 年度的，规则集是 {expected} 年度的",
    ),
    Text("are these the actuals of the same year?", "是否为同一年度？"),
)
ACTUAL_ROUNDED = Code(
    "IND508",
    "actual-rounded",
    Severity.NOTE,
    Text(
        "`{indicator}`: the binary number {cell} was read as {number}",
        "“{indicator}”：二进制浮点数 {cell} 按 {number} 读取",
    ),
)
TITLE_DIFFERS = Code(
    "IND509",
    "title-differs",
    Severity.WARNING,
    Text(
        "the actuals are for `{actual}`, the ruleset is `{expected}`",
        "实际值属于“{actual}”，规则集是“{expected}”",
    ),
    Text("are these the actuals of this project?", "是否为同一项目？"),
)
REPORTED_SCORE_DIFFERS = Code(
    "IND701",
    "reported-score-differs",
    Severity.ERROR,
    Text(
        "`{indicator}`: the office reported {reported};"
        " {asked}, {done} earns {earned} of {weight}{others}",
        "“{indicator}”：自评 {reported} 分；"
        "{asked}，{done}，应得 {earned} 分（满分 {weight}）{others}",
    ),
    Text("on what ground was {reported} given?", "自评 {reported} 分的依据是什么？"),
)
REPORTED_TOTAL_DIFFERS = Code(
    "IND702",
    "total-differs",
    Severity.ERROR,
    Text("the reported total is {reported}; {computed}", "自评总分 {reported}；{computed}"),
    Text("how was the total of {reported} reached?", "总分 {reported} 是如何得出的？"),
)
OVERACHIEVED = Code(
    "IND703",
    "overachieved-without-reason",
    Severity.WARNING,
    Text(
        "`{indicator}` reached {share} of its target and gives no reason;"
        " one is due from {threshold} on",
        "“{indicator}”完成目标的 {share}，未说明原因；达到 {threshold} 即须说明",
    ),
    Text("was the target set too low?", "目标值是否定得偏低？"),
)
FIGURE_MISSING = Code(
    "IND510",
    "figure-missing",
    Severity.WARNING,
    Text(
        "`{indicator}` cannot be worked out yet: {why}; its points are unknown, not 0",
        "“{indicator}”暂时无法计算：{why}；得分未知，不是 0",
    ),
    Text("what is the figure?", "该数据是多少？"),
)
ITEM_UNKNOWN = Code(
    "IND511",
    "item-unknown",
    Severity.WARNING,
    Text("the checklist `{indicator}` has no item `{item}`", "“{indicator}”没有要点“{item}”"),
    Text("is the item written as in the ruleset?", "要点名称与规则集写法是否一致？"),
)
PERCENT_UNCLEAR = Code(
    "IND513",
    "percent-unclear",
    Severity.WARNING,
    Text(
        "`{indicator}`: the actual {cell} is read as {read}; it may mean {other}",
        "“{indicator}”：实际值 {cell} 按 {read} 读取，也可能是 {other}",
    ),
    Text("{other} or {read}?", "是 {other} 还是 {read}？"),
)
VETOED = Code(
    "IND512",
    "vetoed",
    Severity.WARNING,
    Text("`{indicator}` is true: {effect}", "“{indicator}”属实：{effect}"),
)
