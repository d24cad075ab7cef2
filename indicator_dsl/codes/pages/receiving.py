"""Pages of the codes IND831 to IND844: reported forms in files. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND831",
        kind="file",
        why=Text(
            "A form is found by the heads of its columns, in whatever order they stand: the name "
            "of the indicator, its target, its actual value. Other words for heads are added in "
            "`rulesets/form-words.toml`.",
            "自评表靠表头识别，各列顺序不限：指标名称、指标值、实际完成值。其他叫法可加入 "
            "rulesets/form-words.toml。",
        ),
        avoid="indicator-dsl audit takings.csv",
        prefer="indicator-dsl audit form.csv",
        related=("IND835", "IND836"),
    ),
    Page(
        code="IND832",
        kind="file",
        why=Text(
            "Documents of the old kind, .doc of Word 97 to 2003 and .wps, have a form of their "
            "own. Word and WPS both save them as .docx without loss.",
            "旧格式文档（Word 97–2003 的 .doc、WPS 的 .wps）结构不同。Word 和 WPS 均可另存为 "
            ".docx，内容不变。",
        ),
        avoid="indicator-dsl audit form.doc",
        prefer="indicator-dsl audit form.csv",
        related=("IND834",),
    ),
    Page(
        code="IND833",
        kind="file",
        why=Text(
            "A PDF holds words at places on a page, or the picture of a page, but no cells. "
            "Guessed cells would put numbers under the wrong heads, so none are guessed.",
            "PDF 里只有页面上的文字位置或整页图片，没有单元格。猜测单元格会把数字放错列，"
            "因此不猜。",
        ),
        avoid="indicator-dsl audit form.pdf",
        prefer="indicator-dsl audit form.csv",
        related=("IND835",),
    ),
    Page(
        code="IND834",
        kind="file",
        why=Text(
            "What is locked with a password cannot be read without it, and passwords are not asked "
            "for.",
            "加密文件没有密码无法读取；本工具不询问密码。",
        ),
        avoid="indicator-dsl audit locked.docx",
        prefer="indicator-dsl audit form.csv",
        related=("IND832",),
    ),
    Page(
        code="IND835",
        kind="file",
        why=Text(
            "Forms are read from Word and Excel files, saved web pages, tables of separated "
            "values, copied text and JSON records. What a file is, its bytes say before its name "
            "does.",
            "可读取 Word、Excel、网页、CSV、复制的文本和 JSON 记录。文件类型先看内容，再看扩展名。",
        ),
        avoid="indicator-dsl audit form.png",
        prefer="indicator-dsl audit form.csv",
        related=("IND831", "IND833"),
    ),
    Page(
        code="IND836",
        kind="file",
        why=Text(
            "The file has no content. Copies that were cut off end so.",
            "文件没有内容，多为复制中断所致。",
        ),
        avoid="indicator-dsl audit empty.docx",
        prefer="indicator-dsl audit form.csv",
        related=("IND831",),
    ),
    Page(
        code="IND837",
        kind="file",
        why=Text(
            "No form has 100 000 rows or unpacks to 100 million bytes. Files made to fill a "
            "machine do, and whole ledgers; neither is read.",
            "自评表不会有十万行，解压后也不会有上亿字节。这样的多为恶意文件或整本台账，不予读取。",
        ),
        avoid="indicator-dsl audit ledger.csv",
        prefer="indicator-dsl audit form.csv",
        related=("IND831",),
    ),
    Page(
        code="IND838",
        kind="file",
        why=Text(
            "A record is one form: texts under known keys, and lists of rows. What is of another "
            "kind is left out, and the rest of the record is read.",
            "一条记录即一张自评表：已知的键对应文本或行的列表。类型不符的部分略去，其余照读。",
        ),
        avoid=(
            '# odd.json holds {"id": "a", "indicators": "年办件量"}\nindicator-dsl audit odd.json'
        ),
        prefer=(
            '# form.json holds {"id": "a", "indicators": [{"level3": "年办件量"}]}\n'
            "indicator-dsl audit form.json"
        ),
        related=("IND831",),
    ),
    Page(
        code="IND839",
        kind="file",
        why=Text(
            "A formula is read by the value that was saved with it. Programs that write workbooks "
            "without working them out save none; then what the office meant to show is not known.",
            "公式按文件中保存的结果读取。有的程序写入公式却不计算，没有结果可读，"
            "也就不知道该格应显示什么。",
        ),
        avoid=(
            "# its total is =SUM(E2:E2), and no program has worked it out\n"
            "indicator-dsl audit uncounted.xlsx"
        ),
        prefer="indicator-dsl audit form.csv",
        related=("IND840",),
    ),
    Page(
        code="IND840",
        kind="file",
        why=Text(
            "A workbook of the old kind is read by its values alone. A cell that shows 99.95% "
            "holds 0.9995, and nothing read says which of the two a reader saw.",
            "旧格式工作簿（.xls）只能读出数值。显示为 99.95% 的格里存的是 0.9995，"
            "读不出显示的样子。",
        ),
        avoid="indicator-dsl audit old.xls",
        prefer="indicator-dsl audit form.csv",
        related=("IND839",),
    ),
    Page(
        code="IND841",
        kind="file",
        why=Text(
            "The file says what it is, and then is not: it was cut off, or changed by a program "
            "that does not know it.",
            "文件开头表明了类型，后面的内容却不符，多为传输中断或被其他程序改坏。",
        ),
        avoid="indicator-dsl audit cut.docx",
        prefer="indicator-dsl audit form.csv",
        related=("IND836", "IND837"),
    ),
    Page(
        code="IND842",
        kind="file",
        why=Text(
            "Workbooks of the old kind need an extra library; .xlsx and .docx need none.",
            "读取旧格式工作簿需要另装一个库；.xlsx 和 .docx 不需要。",
        ),
        avoid="",
        prefer="indicator-dsl audit form.csv",
        related=("IND840",),
    ),
    Page(
        code="IND843",
        kind="file",
        why=Text(
            "A folder is looked through for files that may hold forms, folders in it too. None of "
            "these was there.",
            "会在文件夹及其子文件夹中查找可能含自评表的文件，这里一个也没有。",
        ),
        avoid="indicator-dsl audit photos",
        prefer="indicator-dsl audit forms",
        related=("IND831",),
    ),
    Page(
        code="IND844",
        kind="file",
        why=Text(
            "Some programs copy a table as one cell a line. Where a row ends is then not written "
            "anywhere: numbers, signs and words are laid under the heads they fit best, and a "
            "cell may come to stand in the wrong column.",
            "有的程序复制表格时每格一行，行的结尾没有标志。只能按数字、符号、文字的样子归入最合适的列，"
            "个别单元格可能归错。",
        ),
        avoid="indicator-dsl audit lined.txt",
        prefer="indicator-dsl audit form.csv",
        related=("IND831",),
    ),
)
