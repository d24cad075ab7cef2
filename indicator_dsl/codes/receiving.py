"""Codes IND831 to IND844: reported forms in files. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

FORM_MISSING = Code(
    "IND831",
    "form-missing",
    Severity.ERROR,
    Text(
        "`{file}` holds no self-evaluation form: no row names an indicator, its target and its "
        "actual value",
        "“{file}”中没有自评表：找不到含指标名称、指标值、实际完成值的表头",
    ),
    Text(
        "is it the right file? The columns are known by their heads: 三级指标, 年度指标值, "
        "实际完成值, 分值, 得分",
        "文件是否选错？各列靠表头识别：三级指标、年度指标值、实际完成值、分值、得分",
    ),
)
FORM_IS_OLD_WORD = Code(
    "IND832",
    "form-is-old-word",
    Severity.ERROR,
    Text(
        "`{file}` is a document of the old kind (.doc, .wps), which is not read",
        "“{file}”为旧格式文档（.doc、.wps），无法读取",
    ),
    Text("open it in Word or WPS and save it as .docx", "请用 Word 或 WPS 打开，另存为 .docx"),
)
FORM_IS_PDF = Code(
    "IND833",
    "form-is-pdf",
    Severity.ERROR,
    Text(
        "`{file}` is a PDF: its table is a picture or loose words, and is not read",
        "“{file}”为 PDF，其中的表格是图片或零散文字，无法读取",
    ),
    Text(
        "ask for the Word or Excel file; or copy the table into a text file or a spreadsheet",
        "请索取 Word 或 Excel 原件；或将表格复制到文本文件或电子表格",
    ),
)
FORM_LOCKED = Code(
    "IND834",
    "form-locked",
    Severity.ERROR,
    Text("`{file}` is locked with a password", "“{file}”设有密码"),
    Text("open it and save it without one", "请打开后取消密码并另存"),
)
FORM_KIND_UNKNOWN = Code(
    "IND835",
    "form-kind-unknown",
    Severity.ERROR,
    Text("`{file}` is {kind}, which is not read", "“{file}”是{kind}，无法读取"),
    Text(
        "save it as .docx, .xlsx, .csv or .txt",
        "请另存为 .docx、.xlsx、.csv 或 .txt",
    ),
)
FILE_EMPTY = Code(
    "IND836",
    "file-empty",
    Severity.ERROR,
    Text("`{file}` is empty", "“{file}”是空文件"),
    Text("was it saved, and copied whole?", "文件是否已保存、复制完整？"),
)
FORM_TOO_LARGE = Code(
    "IND837",
    "form-too-large",
    Severity.ERROR,
    Text("`{file}` is too large for a form: {why}", "“{file}”过大，不像自评表：{why}"),
    Text("keep the form only", "请只保留自评表"),
)
RECORD_UNFIT = Code(
    "IND838",
    "record-unfit",
    Severity.ERROR,
    Text("`{file}`, {where}: {key} should be {wanted}", "“{file}”{where}：{key}应为{wanted}"),
)
FORM_FORMULA_EMPTY = Code(
    "IND839",
    "form-formula-empty",
    Severity.WARNING,
    Text(
        "`{file}`: {n} formulas have no saved value, the first in {where}; those cells are read "
        "as empty",
        "“{file}”：有 {n} 个公式没有保存计算结果，首处为{where}；这些格按空格读取",
    ),
    Text(
        "open the workbook in a spreadsheet program and save it",
        "请用表格软件打开后重新保存",
    ),
)
FORM_FORMATS_LOST = Code(
    "IND840",
    "form-formats-lost",
    Severity.WARNING,
    Text(
        "`{file}` is a workbook of the old kind (.xls): its numbers are read, not how they are "
        "shown; 99.95% appears as 0.9995",
        "“{file}”为旧格式工作簿（.xls）：只能读出数值，读不出显示格式，99.95% 会读成 0.9995",
    ),
    Text("save it as .xlsx", "请另存为 .xlsx"),
)
FORM_BROKEN = Code(
    "IND841",
    "form-broken",
    Severity.ERROR,
    Text("`{file}` is a broken {kind} file: {why}", "“{file}”是损坏的 {kind} 文件：{why}"),
    Text("open it, save it again, or ask for it once more", "请打开后重新保存，或重新索取"),
)
FORM_EXTRA_MISSING = Code(
    "IND842",
    "form-extra-missing",
    Severity.ERROR,
    Text(
        "`{file}` is a workbook of the old kind (.xls), and python-calamine is not installed",
        "“{file}”为旧格式工作簿（.xls），而未安装 python-calamine",
    ),
    Text(
        'save it as .xlsx, or: pip install "indicator-dsl[office]"',
        '请另存为 .xlsx，或执行 pip install "indicator-dsl[office]"',
    ),
)
FOLDER_WITHOUT_FORMS = Code(
    "IND843",
    "folder-without-forms",
    Severity.ERROR,
    Text(
        "`{file}` holds no file that may hold a form",
        "“{file}”中没有可能含自评表的文件",
    ),
    Text("is it the right folder?", "文件夹是否选错？"),
)
FORM_ROWS_GUESSED = Code(
    "IND844",
    "form-rows-guessed",
    Severity.WARNING,
    Text(
        "`{file}` has one cell a line and no sign between the rows: they were told apart by what "
        "the cells look like",
        "“{file}”每行一格，行与行之间没有标志：各行是按单元格的样子划分的",
    ),
    Text(
        "compare the rows with the form, or give the Word or Excel file",
        "请与原表核对各行，或改用 Word、Excel 原件",
    ),
)
