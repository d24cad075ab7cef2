"""Pages of the codes IND881 to IND889: columns and files of many score sheets. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

_GOOD: Final = "indicator-dsl batch ruleset.ind sheets.csv -o scores.csv"

PAGES: Final = (
    Page(
        code="IND881",
        kind="file",
        why=Text(
            "Scoring one sheet needs no dataframe library, so they are an extra.",
            "单张评分表计分不需要数据框架库，因此作为可选安装。",
        ),
        avoid="",
        prefer=_GOOD,
    ),
    Page(
        code="IND882",
        kind="file",
        summary=Text(
            "files of Spark Connect cannot be scored by columns here",
            "无法按列计分：Spark Connect 的文件",
        ),
        why=Text(
            "What was not tried against the exact arithmetic is refused by name. An answer that "
            "is nearly right would be worse than none.",
            "未与精确计算核对过的引擎按名称拒绝：差一点的结果比没有结果更糟。",
        ),
        avoid="indicator-dsl batch ruleset.ind sheets.csv -o s.csv --engine spark --master sc://host",
        prefer=_GOOD,
    ),
    Page(
        code="IND883",
        kind="file",
        summary=Text(
            "the column `total` cannot be used: a column that comes out has this name",
            "列“total”无法使用：结果中有同名的列",
        ),
        why=Text(
            "The columns that came in come out again beside the scores. None is replaced or "
            "dropped silently.",
            "原有各列与得分一并输出，不会悄悄替换或丢弃任何一列。",
        ),
        avoid=(
            "# scored.csv has a column `total`\nindicator-dsl batch ruleset.ind scored.csv -o s.csv"
        ),
        prefer=_GOOD,
        related=("IND884",),
    ),
    Page(
        code="IND884",
        kind="file",
        why=Text(
            "A column is found by the indicator's name. With none found every value would be "
            "missing, and that is more likely a mistake than what was meant.",
            "列按指标名称查找。一列也找不到时，所有值都算缺失，这多半是弄错了文件。",
        ),
        avoid=(
            "# other.csv has only the column `编号`\n"
            "indicator-dsl batch ruleset.ind other.csv -o s.csv"
        ),
        prefer=_GOOD,
        related=("IND883",),
    ),
    Page(
        code="IND885",
        kind="file",
        summary=Text(
            "`sheets.json` cannot be scored by columns: it is neither CSV nor parquet",
            "“sheets.json”无法按列计分：不是 CSV 或 parquet",
        ),
        why=Text(
            "Only CSV and parquet, in and out. Everything else is better turned into one of "
            "these by the one who knows what its cells mean.",
            "输入和输出只支持 CSV 与 parquet，其他格式请先转换。",
        ),
        avoid="indicator-dsl batch ruleset.ind sheets.json -o scores.csv",
        prefer=_GOOD,
    ),
    Page(
        code="IND886",
        kind="file",
        why=Text(
            "A run that was stopped goes on where it was. What is already there must then come "
            "from the same ruleset, the same engine and the same options.",
            "中断后再次运行会接着做完，因此已有结果必须来自同一规则集、同一引擎和同样的选项。",
        ),
        avoid=(
            "# scores/ was written with another ruleset\n"
            "indicator-dsl batch ruleset.ind sheets/ -o scores/"
        ),
        prefer="indicator-dsl batch ruleset.ind sheets/ -o scores-2/",
    ),
    Page(
        code="IND887",
        kind="file",
        summary=Text(
            "no Spark can be had at `cluster`: no master of Spark is named so",
            "无法使用“cluster”处的 Spark：Spark 没有这种主节点写法",
        ),
        why=Text(
            "Spark runs where its master says. Nothing else is tried in its place, since the "
            "files may be out of reach there.",
            "Spark 在其主节点所指之处运行。不会改到别处去算，因为那里未必能读到这些文件。",
        ),
        avoid="indicator-dsl batch ruleset.ind sheets.csv -o s.csv --engine spark --master cluster",
        prefer=_GOOD,
    ),
    Page(
        code="IND888",
        kind="file",
        summary=Text(
            "`rows.csv` cannot be audited as a long table: no column is known to hold the table "
            "(table、表号、项目代码、项目编号、项目名称)",
            "“rows.csv”无法按长表核查：没有能认出的表的编号列（table、表号、项目代码、项目编号、项目名称）",
        ),
        why=Text(
            "A long table holds the rows of many forms. Without the column that tells the forms "
            "apart, or with one that does not, sums and totals would be those of nothing. No form "
            "has more than 2,000 rows.",
            "长表含有许多张自评表的行。没有区分各表的列，或该列不能区分，合计与总分就没有意义。"
            "没有哪张表超过 2,000 行。",
        ),
        avoid="indicator-dsl audit --batch rows.csv -o audited",
        prefer="indicator-dsl audit --batch rows.csv -o audited --column table=项目全称",
    ),
    Page(
        code="IND889",
        kind="file",
        why=Text(
            "A table is audited once all its rows are there. Where they stand apart the input is "
            "sorted first, on disk where it does not fit into memory. The tables then come out in "
            "the order of their names, the rows of each in the order they came in.",
            "一张表的各行到齐才能核查。各行分散时先排序，内存放不下则借用磁盘。结果按表的名称排列，表内各行保持原有次序。",
        ),
        avoid="indicator-dsl audit --batch scattered.csv -o audited",
        prefer="indicator-dsl audit --batch by-table.csv -o audited",
    ),
    Page(
        code="IND890",
        kind="file",
        summary=Text(
            "`sheets.csv` has no column for 满意度: missing in every row",
            "“sheets.csv”没有以下各列，其每一行都缺这些值：满意度",
        ),
        why=Text(
            "A missing value is not 0, so the lines stay open and there is no total. Where that "
            "is so in every row, the column is more likely called something else.",
            "缺失的值不等于 0，因此相应各行保持未定，也没有总分。"
            "若每一行都缺，多半是列名写得不同。",
        ),
        avoid="indicator-dsl batch chaoyang-window-2024 sheets.csv -o scores.csv",
        prefer=_GOOD,
    ),
    Page(
        code="IND894",
        kind="file",
        summary=Text(
            "in `two-weights.csv` 2 columns may hold the weight: `分值` is taken, not `权重`",
            "“two-weights.csv”有 2 列都可作分值：采用“分值”，不采用“权重”",
        ),
        why=Text(
            "Columns are known by their heads. A wrong one, or none, changes every row, and "
            "nothing in the result would show it.",
            "各列凭列名认出。认错一列或缺一列，每一行都会受影响，而结果中看不出来。",
        ),
        avoid="indicator-dsl audit --batch two-weights.csv -o audited",
        prefer="indicator-dsl audit --batch two-weights.csv -o audited --column weight=分值",
    ),
    Page(
        code="IND895",
        kind="file",
        summary=Text(
            "in `merged-cells.csv` 1 rows do not say which table they are of: not audited",
            "“merged-cells.csv”有 1 行没有写明属于哪张表：未核查",
        ),
        why=Text(
            "Rows of several forms may have lost their number, for instance by merged cells. Taken "
            "together they would be a form that nobody handed in.",
            "丢失编号的各行可能来自几张表，例如原为合并单元格。合在一起就成了没有人报过的表。",
        ),
        avoid="indicator-dsl audit --batch merged-cells.csv -o audited",
        prefer="indicator-dsl audit --batch every-row-filled.csv -o audited",
    ),
)
