"""Pages of the codes IND403 to IND418: actuals in tables, workbooks and data files.

Holds words only.
"""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND403",
        kind="json",
        why=Text(
            "The file does not keep to the rules of its format, most often because it was cut "
            "off or edited by hand. Nothing of it is used.",
            "文件不合其格式的规则，多半是被截断或手工改坏。其中的内容一概不采用。",
        ),
        avoid='{"年办件量": "33 万件"',
        prefer='{"年办件量": "33 万件"}',
        related=(
            "IND412",
            "IND416",
        ),
    ),
    Page(
        code="IND404",
        kind="csv",
        why=Text(
            "Columns are known by their headings. Titles and notes may stand above the head "
            "row, but there must be one.",
            "各列靠表头识别。表头上方可以有标题和说明，但必须有表头行。",
        ),
        avoid="年办件量,33 万件",
        prefer=("指标,实际完成值\n年办件量,33 万件"),
        related=("IND405",),
    ),
    Page(
        code="IND405",
        kind="csv",
        why=Text(
            "Two columns with the same meaning contradict each other sooner or later; which one "
            "counts has to be said.",
            "两列含义相同，迟早互相矛盾；须写明以哪一列为准。",
        ),
        avoid=("指标,实际值,实际完成值\n年办件量,33 万件,34 万件"),
        prefer=("指标,年初计划,实际完成值\n年办件量,33 万件,34 万件"),
        related=("IND404",),
    ),
    Page(
        code="IND406",
        kind="csv",
        why=Text(
            "A value without a name cannot be given to any line. Merged cells often look like "
            "this when the table is saved as text.",
            "没有名称的值无法归到任何指标。合并单元格另存为文本后常出现这种情况。",
        ),
        avoid=("指标,实际完成值\n,33 万件"),
        prefer=("指标,实际完成值\n年办件量,33 万件"),
        related=("IND404",),
    ),
    Page(
        code="IND407",
        kind="csv",
        why=Text(
            "The column of reported points holds numbers, so that they can be compared with the "
            "points worked out.",
            "自评得分列须为数字，才能与计算得分核对。",
        ),
        avoid=("指标,实际完成值,自评得分\n年办件量,33 万件,满分"),
        prefer=("指标,实际完成值,自评得分\n年办件量,33 万件,20"),
        related=("IND701",),
    ),
    Page(
        code="IND408",
        kind="file",
        why=Text(
            "A workbook keeps a formula and the value last worked out. A file written by a "
            "program has only the formula; it is not worked out here, because spreadsheets "
            "round in their own way.",
            "工作簿同时保存公式和上次算出的值。由程序生成的文件可能只有公式；本程序不代为计算，"
            "因为表格软件另有取舍。",
        ),
        avoid=("# B2: =166172*2\nindicator-dsl score ruleset.ind formula.xlsx"),
        prefer=("# B2: 332344 件\nindicator-dsl score ruleset.ind achieved.xlsx"),
        related=("IND409",),
    ),
    Page(
        code="IND409",
        kind="file",
        why=Text(
            "A cell such as #DIV/0! holds no value. It is neither 0 nor missing; somebody has "
            "to look at its formula.",
            "#DIV/0! 之类的单元格没有值，既不是 0，也不是缺失，须检查公式。",
        ),
        avoid=("# B2: #DIV/0!\nindicator-dsl score ruleset.ind broken.xlsx"),
        prefer=("# B2: 332344 件\nindicator-dsl score ruleset.ind achieved.xlsx"),
        related=(
            "IND408",
            "IND505",
        ),
    ),
    Page(
        code="IND410",
        kind="file",
        why=Text(
            "A cell can show 100 % and hold 99.95 %. The value held is scored; the note tells "
            "it, because the paper shows the other one.",
            "单元格可能显示 100 % 而实为 99.95 %。计分以实际值为准，并加以提示，因为纸面上看"
            "到的是另一个数。",
        ),
        avoid=("# B2: 332344.4, shown as 332344\nindicator-dsl score ruleset.ind rounded.xlsx"),
        prefer=("# B2: 332344 件\nindicator-dsl score ruleset.ind achieved.xlsx"),
        related=(
            "IND411",
            "IND508",
        ),
    ),
    Page(
        code="IND411",
        kind="file",
        why=Text(
            "Number formats can scale what they show: a cell that shows 1.5 may hold 15000. "
            "Such a format is not guessed at; the number held is read, and said.",
            "数字格式可以缩放显示：显示 1.5 的单元格可能实为 15000。此类格式不作猜测，按实际"
            "数值读取并提示。",
        ),
        avoid=("# B2: 332344 in the format 0!.0,\nindicator-dsl score ruleset.ind scaled.xlsx"),
        prefer=("# B2: 332344 件\nindicator-dsl score ruleset.ind achieved.xlsx"),
        related=("IND410",),
    ),
    Page(
        code="IND412",
        kind="json",
        why=Text(
            "A misspelt key would silently leave out what it holds, such as all reported points.",
            "键名写错，其中的内容（例如全部自评分）就会被无声漏掉。",
        ),
        avoid='{"actuals": {"年办件量": "33 万件"}, "reportet": {"年办件量": 20}}',
        prefer='{"actuals": {"年办件量": "33 万件"}, "reported": {"年办件量": 20}}',
        related=("IND413",),
    ),
    Page(
        code="IND413",
        kind="json",
        why=Text(
            "Each key holds one kind of value. A list of figures, for one, does not say which "
            "of them counts.",
            "每个键只放一种内容。例如一串数字就没有说明以哪个为准。",
        ),
        avoid='{"年办件量": [33, 34]}',
        prefer='{"年办件量": "33 万件"}',
        related=("IND412",),
    ),
    Page(
        code="IND414",
        kind="file",
        why=Text(
            "No sheet of actuals has a hundred thousand rows; most often a whole register was "
            "saved, or empty rows with formats in them.",
            "实际值表不会有十万行，多半是误存了整个台账，或带格式的空行。",
        ),
        avoid="indicator-dsl score ruleset.ind register.csv",
        prefer="indicator-dsl score ruleset.ind achieved.csv",
        related=("IND803",),
    ),
    Page(
        code="IND415",
        kind="file",
        why=Text(
            "An encrypted workbook and one of the kind used before 2007 look the same from "
            "outside; neither can be read.",
            "加密的工作簿与 2007 年以前的旧格式从外部看是一样的，都无法读取。",
        ),
        avoid="indicator-dsl score ruleset.ind locked.xlsx",
        prefer="indicator-dsl score ruleset.ind achieved.xlsx",
        related=("IND804",),
    ),
    Page(
        code="IND416",
        kind="json",
        why=Text(
            "Of two values under one key most programs keep the last without a word. Here both "
            "are refused, even when they are alike.",
            "同一个键写两次，多数程序会默默取后一个。本程序一律拒绝，即使两值相同。",
        ),
        avoid='{"年办件量": "33 万件", "年办件量": "34 万件"}',
        prefer='{"年办件量": "33 万件"}',
        related=("IND402",),
    ),
    Page(
        code="IND417",
        kind="file",
        why=Text(
            "Only one sheet of a workbook is scored. When several look like actuals, the first "
            "is taken, and that is said.",
            "一个工作簿只取一张表计分。有几张都像实际值表时取第一张，并加以提示。",
        ),
        avoid=("# two sheets, each with a head row\nindicator-dsl score ruleset.ind several.xlsx"),
        prefer="indicator-dsl score ruleset.ind achieved.xlsx",
        related=("IND404",),
    ),
    Page(
        code="IND418",
        kind="file",
        why=Text(
            "Workbooks need one more package, which is left out unless asked for. A table saved "
            "as CSV needs none.",
            "读取工作簿需要另装一个包，默认不安装。另存为 CSV 则不需要。",
        ),
        avoid="",
        prefer="indicator-dsl score ruleset.ind achieved.csv",
        related=("IND415",),
    ),
)
