"""Codes of the first phase, IND1xx.

What is written cannot be read as the language. Holds sentences only.
"""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

NOT_UNDERSTOOD = Code(
    "IND101",
    "not-understood",
    Severity.ERROR,
    Text("`{text}` is not understood here", "此处的“{text}”看不懂"),
    Text(
        "a rule reads NAME OP VALUE UNIT weight N, for example: 年办件量 >= 200000 件 weight 20",
        "一条规则写作 名称 符号 目标值 单位 分值 N，例如：年办件量 >= 200000 件 分值 20",
    ),
)
OPERATOR_MISSPELT = Code(
    "IND102",
    "operator-misspelt",
    Severity.ERROR,
    Text("`{text}` is not an operator", "“{text}”不是运算符"),
)
OPERATOR_GLUED = Code(
    "IND103",
    "operator-glued",
    Severity.ERROR,
    Text("the operator `{text}` is glued to the name", "运算符“{text}”与名称连在一起"),
)
WEIGHT_MISSING = Code(
    "IND104",
    "weight-missing",
    Severity.ERROR,
    Text("`{name}` does not say what it weighs", "“{name}”没有写分值"),
)
NAME_MISSING = Code(
    "IND105",
    "name-missing",
    Severity.ERROR,
    Text("the rule begins with `{text}`: its name is missing", "规则以“{text}”开头，缺少指标名称"),
    Text("put the indicator's name first: 指标名称 {text}", "在前面写上指标名称：指标名称 {text}"),
)
QUOTE_UNBALANCED = Code(
    "IND106",
    "quote-unbalanced",
    Severity.ERROR,
    Text("a quotation mark is opened and not closed on its line", "引号在本行没有成对"),
)
KEYWORD_CASE = Code(
    "IND107",
    "keyword-case",
    Severity.ERROR,
    Text("keywords are written in lower case: `{text}`", "关键词须用小写：“{text}”"),
)
NUMBER_MALFORMED = Code(
    "IND108",
    "number-malformed",
    Severity.ERROR,
    Text("`{text}` is not a number in digits", "“{text}”不是用数字写成的数"),
    Text(
        "write plain digits: no exponent, commas only between thousands, one point: 1,523.36",
        "请写普通数字：不用科学记数法，逗号只作千分位，一个小数点：1,523.36",
    ),
)
NUMBER_TOO_LONG = Code(
    "IND109",
    "number-too-long",
    Severity.ERROR,
    Text(
        "the number has {whole} digits before the point and {decimal} behind it;"
        " 18 and 9 are the most",
        "该数小数点前有 {whole} 位、后有 {decimal} 位；最多 18 位和 9 位",
    ),
    Text(
        "write it in a larger unit, for example 万元 or 亿元", "请改用更大的单位，例如 万元、亿元"
    ),
)
CHARACTER_FORBIDDEN = Code(
    "IND110",
    "character-forbidden",
    Severity.ERROR,
    Text("the text holds the invisible character {character}", "文本中有不可见字符 {character}"),
    Text("delete it, or type the line anew", "请删除该字符，或重新输入此行"),
)
LINE_TOO_LONG = Code(
    "IND111",
    "line-too-long",
    Severity.ERROR,
    Text(
        "the line has {count} characters; {limit} are the most",
        "此行有 {count} 个字符；最多 {limit} 个",
    ),
    Text("put clauses on indented lines of their own", "请把子句写到下面缩进的各行"),
)
TOO_DEEP = Code(
    "IND112",
    "too-deep",
    Severity.ERROR,
    Text("brackets or signs are nested more than {limit} deep", "括号或符号嵌套超过 {limit} 层"),
    Text(
        "name a part of the sum with `let` and use the name",
        "请用 计算 给其中一部分起名，再引用该名称",
    ),
)
VALUE_MISSING = Code(
    "IND113",
    "value-missing",
    Severity.ERROR,
    Text("`{text}` is not followed by a target value", "“{text}”后面没有目标值"),
)
CLAUSE_UNKNOWN = Code(
    "IND114",
    "clause-unknown",
    Severity.ERROR,
    Text("no clause begins with `{text}`", "没有以“{text}”开头的子句"),
)
UNIT_NOT_NAMED = Code(
    "IND115",
    "input-without-unit",
    Severity.ERROR,
    Text("`input {text}` does not name its unit", "“数据 {text}”没有写单位"),
)
DIGITS_FULL_WIDTH = Code(
    "IND116",
    "digits-full-width",
    Severity.NOTE,
    Text("`{text}` is read as {number}", "“{text}”按 {number} 读取"),
    Text("`indicator-dsl fmt` writes it in ordinary digits", "indicator-dsl fmt 可改写为半角数字"),
)
CLAUSE_REPEATED = Code(
    "IND117",
    "clause-repeated",
    Severity.ERROR,
    Text("`{name}` has the clause `{clause}` twice", "“{name}”的子句“{clause}”写了两次"),
    Text("keep one of the two", "请只保留一处"),
)
TARGET_MISSING = Code(
    "IND118",
    "target-missing",
    Severity.ERROR,
    Text("`{name}` has a weight but no target", "“{name}”有分值而没有目标"),
)
STATEMENT_REPEATED = Code(
    "IND119",
    "statement-repeated",
    Severity.ERROR,
    Text("`{statement}` is said twice", "“{statement}”写了两次"),
    Text("keep one of the two", "请只保留一处"),
)
TOO_LARGE = Code(
    "IND120",
    "text-too-large",
    Severity.ERROR,
    Text(
        "the text has {count} characters; {limit} are the most",
        "文本有 {count} 个字符；最多 {limit} 个",
    ),
    Text("split it into several files", "请拆成多个文件"),
)
