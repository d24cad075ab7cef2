"""Codes IND82x: files of cases, and the search for something to test. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

CASE_NOT_TOML = Code(
    "IND821",
    "case-not-toml",
    Severity.ERROR,
    Text("the case cannot be read as TOML: {why}", "用例不是有效的 TOML：{why}"),
    Text(
        'names that are not plain ASCII are quoted: "年办件量" = "185000 件"',
        '中文名称须加英文引号："年办件量" = "185000 件"',
    ),
)
CASE_MALFORMED = Code(
    "IND822",
    "case-malformed",
    Severity.ERROR,
    Text("`{key}` cannot stand in a case: {why}", "用例中的“{key}”有误：{why}"),
)
CASE_WITHOUT_RULESET = Code(
    "IND823",
    "case-without-ruleset",
    Severity.ERROR,
    Text(
        "the case has no ruleset: {home} holds {count} .ind files and no ruleset.ind",
        "用例没有规则集：{home} 中有 {count} 个 .ind 文件，没有 ruleset.ind",
    ),
    Text('say which one: file = "NAME.ind"', '请写明是哪一个：file = "NAME.ind"'),
)
CASE_FILE_OUTSIDE = Code(
    "IND824",
    "case-file-outside",
    Severity.ERROR,
    Text(
        "`{file}` lies outside the folder of the case's ruleset",
        "“{file}”不在用例所属规则集的文件夹之内",
    ),
    Text(
        "put the ruleset there, or name a shipped one by its id",
        "请把规则集放进来，或写内置规则集的标识",
    ),
)
NOTHING_TO_TEST = Code(
    "IND825",
    "nothing-to-test",
    Severity.ERROR,
    Text(
        "there is no ruleset (.ind) and no case (cases/*.toml) in `{file}`",
        "“{file}”中没有规则集（.ind），也没有用例（cases/*.toml）",
    ),
    Text(
        "write an example into a ruleset: example NAME = VALUE -> POINTS",
        "在规则集里写一条示例：示例 名称 = 实际值 -> 得分",
    ),
)
