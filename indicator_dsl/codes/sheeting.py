"""Codes of the sixth phase, IND6xx, that speak of several lines or of the whole sheet.

Holds sentences only.
"""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

MEASURED_TWICE = Code(
    "IND606",
    "measured-twice",
    Severity.WARNING,
    Text(
        "`{name}` and `{other}` seem to score the same measure twice",
        "“{name}”与“{other}”似乎对同一事项重复计分",
    ),
    Text(
        'score it once, or keep both: allow IND606 "why"',
        "请只计一次分；确需保留时：允许 IND606 “理由”",
    ),
)
WEIGHT_HEAVY = Code(
    "IND609",
    "weight-heavy",
    Severity.WARNING,
    Text(
        "`{name}` alone weighs {weight} of {total} points, more than {percent} %",
        "“{name}”一项占 {total} 分中的 {weight} 分，超过 {percent} %",
    ),
    Text(
        'spread the weight over several lines, or keep it: allow IND609 "why"',
        "请分散到几项指标；确需保留时：允许 IND609 “理由”",
    ),
)
JUDGED_HEAVY = Code(
    "IND610",
    "judged-heavy",
    Severity.WARNING,
    Text(
        "lines judged on a scale weigh {weight} of {total} points, more than {percent} %",
        "定性指标占 {total} 分中的 {weight} 分，超过 {percent} %",
    ),
    Text(
        'measure some of them in figures, or write on one of them: allow IND610 "why"',
        "请把其中一些改为定量；确需保留时在其中一项写：允许 IND610 “理由”",
    ),
)
BASIS_NOWHERE = Code(
    "IND611",
    "basis-nowhere",
    Severity.NOTE,
    Text("no line of the sheet names its basis", "整张评分表没有任何一项写明依据"),
    Text(
        'basis "document" article, or on one line: allow IND611 "why"',
        "依据 “文件” 条款；或在其中一项写：允许 IND611 “理由”",
    ),
)
NAMES_ONE_APART = Code(
    "IND614",
    "names-one-apart",
    Severity.NOTE,
    Text(
        "`{name}` and `{other}` are one character apart: are they two things?",
        "“{name}”与“{other}”只差一个字：确是两件事吗？",
    ),
    Text(
        'write one name for one thing, or: allow IND614 "why"',
        "同一事物请用同一名称；确是两件事时：允许 IND614 “理由”",
    ),
)
NAMES_ALIKE = Code(
    "IND615",
    "names-alike",
    Severity.WARNING,
    Text(
        "`{name}` and `{other}` differ only in blanks, case, brackets or other marks",
        "“{name}”与“{other}”只在空格、大小写、括号或其他符号上不同",
    ),
    Text(
        'write both the same way: {other}, or: allow IND615 "why"',
        "请统一写法：{other}；确是两件事时：允许 IND615 “理由”",
    ),
)
UNITS_ALIKE = Code(
    "IND616",
    "units-alike",
    Severity.NOTE,
    Text(
        "the units `{unit}` and `{other}` look alike and do not measure the same thing",
        "单位“{unit}”与“{other}”相似，却不是同一种计量",
    ),
    Text(
        'use one of them, or declare: unit {other} = 1 {unit}, or: allow IND616 "why"',
        "请统一单位，或声明：单位 {other} = 1 {unit}；确是两种时：允许 IND616 “理由”",
    ),
)
ROUNDING_MATTERS = Code(
    "IND618",
    "rounding-matters",
    Severity.NOTE,
    Text(
        "rounding {here} and rounding {there} can differ by up to {most} points in the total",
        "{here}取整与{there}取整，总分最多可相差 {most} 分",
    ),
    Text(
        "the ruleset settles it by its `round` statement; if that is enough, write on any rule: "
        'allow IND618 "why"',
        "以规则集的“保留”语句为准；已知悉时可在任一项写：允许 IND618 “理由”",
    ),
)
LEVELS_OUT_OF_ORDER = Code(
    "IND619",
    "levels-out-of-order",
    Severity.WARNING,
    Text(
        "the scale `{scale}` gives `{level}` ({share}) more than `{before}` ({least})",
        "等次“{scale}”中“{level}”({share})高于“{before}”({least})",
    ),
    Text(
        'write the levels from the best down, or keep them: allow IND619 "why"',
        "请从优到差依次写各等次；确需保留时：允许 IND619 “理由”",
    ),
)
TOO_FEW_INDICATORS = Code(
    "IND620",
    "too-few-indicators",
    Severity.NOTE,
    Text(
        "the sheet has {count}: fewer than {least} say little about a project",
        "整张评分表只有 {count}：少于 {least} 项难以反映一个项目",
    ),
    Text(
        'add indicators, or write on one of them: allow IND620 "why"',
        "请增加指标；确需如此时在其中一项写：允许 IND620 “理由”",
    ),
)
SECTION_EMPTY = Code(
    "IND621",
    "section-empty",
    Severity.NOTE,
    Text("the section `{section}` has no line", "“{section}”下没有任何指标"),
    Text("add a line to it, or leave the heading out", "请补上指标，或删去该标题"),
)
