"""Codes IND845 to IND849: forms written back to files. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

FORM_ENDING_UNKNOWN = Code(
    "IND845",
    "form-ending-unknown",
    Severity.ERROR,
    Text(
        "`{file}` ends neither in .xlsx nor in .docx, and a form is written as nothing else",
        "“{file}”既不以 .xlsx 也不以 .docx 结尾，自评表只能写成这两种",
    ),
    Text(
        "-o 自评表.xlsx for live formulas, -o 自评表.docx to print and sign",
        "要公式可重算，写 -o 自评表.xlsx；要打印签章，写 -o 自评表.docx",
    ),
)
WRITER_MISSING = Code(
    "IND846",
    "writer-missing",
    Severity.ERROR,
    Text(
        "`{file}` cannot be written: {package} is not installed",
        "“{file}”无法写入：未安装 {package}",
    ),
    Text('pip install "indicator-dsl[office]"', 'pip install "indicator-dsl[office]"'),
)
POINTS_NOT_LIVE = Code(
    "IND847",
    "points-not-live",
    Severity.NOTE,
    Text(
        "in `{file}` these points are numbers, not formulas: {names}",
        "“{file}”中以下得分是数值，不是公式：{names}",
    ),
    Text(
        "the sheet 核算 says why, line by line; score again to change them",
        "原因逐项列于“核算”表；要改动请重新计分",
    ),
)
