"""Codes of the sixth phase, IND6xx, that speak of a single line.

What a careful reader would ask about it. Holds sentences only.
"""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

LINE_NEVER_MISSED = Code(
    "IND601",
    "line-never-missed",
    Severity.WARNING,
    Text(
        "nobody can miss `{name}`: every actual earns all {weight} points",
        "“{name}”人人得满分：无论实际值是多少都得 {weight} 分",
    ),
    Text(
        'ask for something that can be missed, or keep it: allow IND601 "why"',
        "请设置可能达不到的目标；确需保留时：允许 IND601 “理由”",
    ),
)
LINE_OUT_OF_REACH = Code(
    "IND602",
    "line-out-of-reach",
    Severity.WARNING,
    Text(
        "nobody can earn the full {weight} points of `{name}`: the most is {most}",
        "“{name}”无人能得满分 {weight} 分：最多得 {most}",
    ),
    Text(
        'let a met target earn the weight, or keep it: allow IND602 "why"',
        "请让达到目标者得满分；确需保留时：允许 IND602 “理由”",
    ),
)
TARGET_NOT_FULL = Code(
    "IND603",
    "target-not-full",
    Severity.WARNING,
    Text(
        "`{name}` earns {points} of {weight} at {at}, although its target {target} is met",
        "“{name}”为 {at} 时已达到目标 {target}，却只得 {points} 分（满分 {weight}）",
    ),
    Text(
        'let the full points begin at the target, or keep it: allow IND603 "why"',
        "请让满分从目标值起；确需保留时：允许 IND603 “理由”",
    ),
)
POINTS_AGAINST_DIRECTION = Code(
    "IND604",
    "points-against-direction",
    Severity.WARNING,
    Text(
        "`{name}` asks for {target}, yet a better actual can earn fewer points",
        "“{name}”要求 {target}，但更好的实际值反而可能得分更低",
    ),
    Text(
        'order the points by the target, or keep it: allow IND604 "why"',
        "请使分数与目标方向一致；确需保留时：允许 IND604 “理由”",
    ),
)
DIRECTION_SUSPECT = Code(
    "IND605",
    "direction-suspect",
    Severity.WARNING,
    Text(
        "`{name}` asks for {target}, but of `{word}` {wish} is usually better",
        "“{name}”要求 {target}，但“{word}”通常{wish}",
    ),
    Text(
        'write {name} {turned}, or keep it: allow IND605 "why"',
        "请改为 {name} {turned}；确需保留时：允许 IND605 “理由”",
    ),
)
SHARE_OVER_WHOLE = Code(
    "IND607",
    "share-over-whole",
    Severity.WARNING,
    Text(
        "`{name}` asks for {target}: a share of a whole is never above 100 %",
        "“{name}”要求 {target}：这类比率不会超过 100 %",
    ),
    Text(
        '{name} >= 100 %, or keep it: allow IND607 "why"',
        "{name} >= 100 %；确需保留时：允许 IND607 “理由”",
    ),
)
SHARE_EXACTLY_WHOLE = Code(
    "IND608",
    "share-exactly-whole",
    Severity.NOTE,
    Text(
        "`{name}` asks for {target}: only exactly 100 % can meet it",
        "“{name}”要求 {target}：只有恰好 100 % 才能达到",
    ),
    Text(
        '{name} = 100 % weight {weight} by ratio, or keep it: allow IND608 "why"',
        "{name} = 100 % 分值 {weight} 按 比例；确需保留时：允许 IND608 “理由”",
    ),
)
BASIS_MISSING = Code(
    "IND612",
    "basis-missing",
    Severity.NOTE,
    Text(
        "no basis is named, where other lines name one: {names}",
        "没有写依据，而其他指标写了：{names}",
    ),
    Text(
        'basis "document" article, or: allow IND612 "why"',
        "依据 “文件” 条款；或：允许 IND612 “理由”",
    ),
)
PERCENTAGE_AS_RATIO = Code(
    "IND613",
    "percentage-as-ratio",
    Severity.WARNING,
    Text(
        "the target of `{name}` is written {written}: is {meant} meant?",
        "“{name}”的目标值写作 {written}：是否指 {meant}？",
    ),
    Text(
        '{name} {turned}, or keep it: allow IND613 "why"',
        "{name} {turned}；确需保留时：允许 IND613 “理由”",
    ),
)
BANDS_SHORT = Code(
    "IND617",
    "bands-short",
    Severity.WARNING,
    Text(
        "no band of `{name}` gives its full {weight} points: the best gives {most}",
        "“{name}”没有一档给满分 {weight} 分：最高一档给 {most}",
    ),
    Text(
        'give the best band {weight}, or keep it: allow IND617 "why"',
        "请给最高一档 {weight} 分；确需保留时：允许 IND617 “理由”",
    ),
)
ALLOW_IDLE = Code(
    "IND690",
    "allow-idle",
    Severity.NOTE,
    Text(
        "`allow {code}` silences nothing: the check has nothing to say about `{name}`",
        "“允许 {code}”没有作用：该检查对“{name}”没有异议",
    ),
    Text("leave the clause out", "请删去该子句"),
)
ALLOW_UNKNOWN = Code(
    "IND691",
    "allow-unknown",
    Severity.WARNING,
    Text(
        "`{code}` is no static check, so nothing can be silenced by it",
        "“{code}”不是静态检查的代码，不能用来豁免",
    ),
    Text(
        "name the code that `indicator-dsl check` shows, IND601 to IND621, or leave the clause out",
        "请写 indicator-dsl check 显示的代码（IND601 至 IND621），或删去该子句",
    ),
)
