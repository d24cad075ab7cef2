"""Codes of the second phase, IND2xx.

Names and units that do not fit together. Holds sentences only.
"""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

NAME_DUPLICATE = Code(
    "IND201",
    "name-duplicate",
    Severity.ERROR,
    Text("the name `{name}` is used twice", "名称“{name}”用了两次"),
    Text("give one of them another name", "请给其中一个改名"),
)
NAME_LOOK_ALIKE = Code(
    "IND202",
    "name-look-alike",
    Severity.ERROR,
    Text(
        "`{name}` and `{other}` look alike but are not the same name",
        "“{name}”与“{other}”看起来一样，其实不是同一个名称",
    ),
    Text("write both the same way: {other}", "请统一写法：{other}"),
)
NAME_UNKNOWN = Code(
    "IND203",
    "name-unknown",
    Severity.ERROR,
    Text("nothing is called `{name}`", "没有叫“{name}”的数据或指标"),
)
UNIT_MISMATCH = Code(
    "IND204",
    "unit-mismatch",
    Severity.ERROR,
    Text(
        "`{left}` and `{right}` do not measure the same thing", "“{left}”与“{right}”不是同一种计量"
    ),
)
UNIT_MALFORMED = Code(
    "IND205",
    "unit-malformed",
    Severity.ERROR,
    Text("`{text}` cannot be read as a unit", "“{text}”不能作为单位"),
    Text(
        "write a word, or words joined by / and ·: 元/人·月",
        "请写一个词，或用 / 和 · 连接：元/人·月",
    ),
)
UNIT_REDECLARED = Code(
    "IND206",
    "unit-redeclared",
    Severity.ERROR,
    Text("the unit `{name}` is already declared, as {known}", "单位“{name}”已有换算：{known}"),
    Text("leave the line out, or give the unit another name", "请删去此行，或给单位另起名称"),
)
UNIT_LEFT_OUT = Code(
    "IND207",
    "unit-left-out",
    Severity.NOTE,
    Text(
        "the target of `{name}` has no unit: actuals with a unit will be refused",
        "“{name}”的目标值没有单位：带单位的实际值将不被接受",
    ),
    Text(
        "name the unit behind the number: {name} {written} 件",
        "请在数后写单位：{name} {written} 件",
    ),
)
LET_CYCLIC = Code(
    "IND208",
    "let-cyclic",
    Severity.ERROR,
    Text("`{name}` is worked out from itself: {path}", "“{name}”的计算用到了它自己：{path}"),
    Text("break the circle: make one of them an `input`", "请打断循环：把其中一个改为 数据"),
)
SCALE_UNKNOWN = Code(
    "IND209",
    "scale-unknown",
    Severity.ERROR,
    Text("no scale is called `{name}`", "没有叫“{name}”的等次"),
)
UNIT_UNKNOWN = Code(
    "IND210",
    "unit-unknown",
    Severity.ERROR,
    Text(
        "the unit `{name}` appears nowhere else: a name that begins with a digit must be quoted",
        "单位“{name}”在别处没有出现：以数字开头的名称须加引号",
    ),
    Text(
        'quote the name: "{written}", or declare the unit: unit {name} = 1 …',
        '请给名称加引号："{written}"，或声明单位：单位 {name} = 1 …',
    ),
)
LABEL_DUPLICATE = Code(
    "IND211",
    "label-duplicate",
    Severity.ERROR,
    Text("`{level}` stands twice in `{name}`", "“{level}”在“{name}”中出现两次"),
    Text("keep one of the two", "请只保留一处"),
)
LET_UNUSED = Code(
    "IND212",
    "let-unused",
    Severity.WARNING,
    Text("`{name}` is worked out and used nowhere", "“{name}”算出后没有用到"),
    Text(
        "add the rule that scores it: {name} >= 100 % weight 10",
        "请写上给它计分的规则：{name} >= 100 % 分值 10",
    ),
)
