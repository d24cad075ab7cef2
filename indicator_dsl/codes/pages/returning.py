"""Pages of the codes IND845 to IND849: forms written back to files. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND845",
        kind="file",
        why=Text(
            "The ending says what the form is written as: a workbook, in which every computed "
            "point is a formula, or a document.",
            "文件结尾决定写成什么：工作簿（得分均为公式）或文档。",
        ),
        avoid="indicator-dsl fill ruleset.ind achieved.act -o form.pdf",
        prefer="indicator-dsl fill ruleset.ind achieved.act -o form.xlsx",
        related=("IND816",),
    ),
    Page(
        code="IND846",
        kind="file",
        summary=Text(
            "what writes workbooks is not installed",
            "未安装写工作簿所需的组件",
        ),
        why=Text(
            "Writing .xlsx needs openpyxl, which comes with the extra `office`. Writing .docx "
            "needs nothing more.",
            "写 .xlsx 需要 openpyxl，随附加组件 office 安装；写 .docx 不需要别的组件。",
        ),
        avoid="",
        prefer="indicator-dsl fill ruleset.ind achieved.act -o form.xlsx",
        related=("IND418",),
    ),
    Page(
        code="IND847",
        kind="file",
        why=Text(
            "A spreadsheet counts in binary floating point. A formula is written only where it is "
            "exact to the last digit for whatever is entered; where numbers are too large for "
            "that, the points stand as a number, and the sheet 核算 says so.",
            "电子表格用二进制浮点数计算。只有对任何录入都精确到最后一位时才写公式；数值过大无法"
            "保证时，得分以数值写入，并在“核算”表中注明。",
        ),
        avoid="indicator-dsl fill huge.ind achieved.act -o form.xlsx",
        prefer="indicator-dsl fill ruleset.ind achieved.act -o form.xlsx",
        related=("IND845",),
    ),
)
