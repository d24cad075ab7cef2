"""Codes IND403 to IND419: actuals in tables and in data files. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

DATA_MALFORMED = Code(
    "IND403",
    "data-malformed",
    Severity.ERROR,
    Text("`{file}` is not {kind}: {why}", "“{file}”不是 {kind}：{why}"),
    Text("was it saved whole, and by the right name?", "文件是否保存完整、扩展名是否正确？"),
)
TABLE_WITHOUT_HEAD = Code(
    "IND404",
    "table-without-head",
    Severity.ERROR,
    Text(
        "`{file}` has no head row with an indicator's name and its actual value",
        "“{file}”没有含“指标”和“实际完成值”的表头行",
    ),
    Text(
        "write a head row: 指标,实际完成值,自评得分,原因 or indicator,actual,reported,reason",
        "请写表头行：指标,实际完成值,自评得分,原因 或 indicator,actual,reported,reason",
    ),
)
COLUMN_REPEATED = Code(
    "IND405",
    "column-repeated",
    Severity.ERROR,
    Text(
        "{first} and {second} are both the column of {meaning}",
        "{first} 与 {second} 都是{meaning}列",
    ),
    Text("give one of them another heading", "请给其中一列改名"),
)
ROW_WITHOUT_NAME = Code(
    "IND406",
    "row-without-name",
    Severity.ERROR,
    Text(
        "{where} holds `{text}`, but its row names no indicator",
        "{where} 为“{text}”，该行却没有指标名称",
    ),
    Text("write the indicator's name in column {column}", "请在 {column} 列写指标名称"),
)
POINTS_UNREADABLE = Code(
    "IND407",
    "points-unreadable",
    Severity.ERROR,
    Text("{where}: `{text}` is not a number of points", "{where}：“{text}”不是分数"),
    Text("write the points as a plain number: 18.5", "请写成数字：18.5"),
)
FORMULA_WITHOUT_VALUE = Code(
    "IND408",
    "formula-without-value",
    Severity.ERROR,
    Text(
        "{where} is a formula whose value was not saved", "{where} 是公式，文件中没有保存计算结果"
    ),
    Text(
        "open the workbook in a spreadsheet program and save it, or write the value itself",
        "请用表格软件打开后重新保存，或直接填写数值",
    ),
)
CELL_IN_ERROR = Code(
    "IND409",
    "cell-in-error",
    Severity.ERROR,
    Text("{where} holds the error `{text}`", "{where} 是错误值“{text}”"),
    Text("mend the formula, or write the value itself", "请改正公式，或直接填写数值"),
)
CELL_SHOWN_ROUNDED = Code(
    "IND410",
    "cell-shown-rounded",
    Severity.NOTE,
    Text(
        "{where} shows {text} and holds {held}: {held} was read",
        "{where} 显示 {text}，实为 {held}：按 {held} 读取",
    ),
    Text(
        "show more decimals, or write the value that counts", "请多显示几位小数，或填写应采用的值"
    ),
)
FORMAT_NOT_READ = Code(
    "IND411",
    "format-not-read",
    Severity.WARNING,
    Text(
        "{where}: the number format `{text}` is not understood; the number {held} was read",
        "{where}：数字格式“{text}”无法识别；按数值 {held} 读取",
    ),
    Text("write number and unit as text: 33 万件", "请把数值和单位写成文本：33 万件"),
)
KEY_UNKNOWN = Code(
    "IND412",
    "key-unknown",
    Severity.ERROR,
    Text("`{file}`: no key is called `{key}`{nearest}", "“{file}”：没有“{key}”这个键{nearest}"),
    Text(
        "the keys are title, year, actuals, reported, reasons, total_reported",
        "可用的键：title、year、actuals、reported、reasons、total_reported",
    ),
)
VALUE_UNFIT = Code(
    "IND413",
    "value-unfit",
    Severity.ERROR,
    Text("`{file}`: `{key}` should be {wanted}", "“{file}”：“{key}”应为{wanted}"),
)
TABLE_TOO_LARGE = Code(
    "IND414",
    "table-too-large",
    Severity.ERROR,
    Text("`{file}` is too large a table: {why}", "“{file}”的表格过大：{why}"),
    Text("keep the rows of this sheet only", "请只保留本表的行"),
)
WORKBOOK_LOCKED = Code(
    "IND415",
    "workbook-locked",
    Severity.ERROR,
    Text(
        "`{file}` is encrypted, or a workbook of the old kind (.xls)",
        "“{file}”已加密，或为旧格式工作簿（.xls）",
    ),
    Text("save it without a password as .xlsx", "请取消密码并另存为 .xlsx"),
)
KEY_REPEATED = Code(
    "IND416",
    "key-repeated",
    Severity.ERROR,
    Text("`{file}`: `{key}` stands there twice", "“{file}”：“{key}”出现两次"),
    Text("keep one of the two", "请只保留一处"),
)
TABLES_SEVERAL = Code(
    "IND417",
    "tables-several",
    Severity.NOTE,
    Text(
        "`{file}` has several tables of actuals; that of sheet `{sheet}` was read",
        "“{file}”有多张实际值表；读取的是工作表“{sheet}”",
    ),
    Text("keep one of them in a file of its own", "请把要用的一张另存为文件"),
)
EXTRA_MISSING = Code(
    "IND418",
    "extra-missing",
    Severity.ERROR,
    Text("`{file}` cannot be read: openpyxl is not installed", "“{file}”无法读取：未安装 openpyxl"),
    Text('pip install "indicator-dsl[office]"', 'pip install "indicator-dsl[office]"'),
)
