"""Codes IND881 to IND890, IND894, IND895: columns and files of many sheets. Sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

BATCH_EXTRA_MISSING = Code(
    "IND881",
    "batch-extra-missing",
    Severity.ERROR,
    Text(
        "columns cannot be scored: {package} is not installed",
        "无法按列计分：未安装 {package}",
    ),
    Text('pip install "indicator-dsl[{extra}]"', 'pip install "indicator-dsl[{extra}]"'),
)
FRAME_UNKNOWN = Code(
    "IND882",
    "frame-unknown",
    Severity.ERROR,
    Text("{what} cannot be scored by columns here", "无法按列计分：{what}"),
    Text(
        "give a frame of polars, pandas, pyarrow or Spark, or a relation of DuckDB",
        "请使用 polars、pandas、pyarrow、Spark 的表，或 DuckDB 的关系",
    ),
)
FRAME_COLUMN_UNFIT = Code(
    "IND883",
    "frame-column-unfit",
    Severity.ERROR,
    Text("the column `{column}` cannot be used: {why}", "列“{column}”无法使用：{why}"),
)
FRAME_WITHOUT_NAMES = Code(
    "IND884",
    "frame-without-names",
    Severity.ERROR,
    Text(
        "no column is named as an indicator or an input of the ruleset",
        "没有一列与规则集的指标或数据同名",
    ),
    Text(
        "the ruleset knows {en}; the columns are {found_en}",
        "规则集中的名称：{zh}；文件中的列：{found_zh}",
    ),
)
BATCH_FILE_UNFIT = Code(
    "IND885",
    "batch-file-unfit",
    Severity.ERROR,
    Text("`{file}` cannot be scored by columns: {why}", "“{file}”无法按列计分：{why}"),
)
BATCH_OUTPUT_OTHER = Code(
    "IND886",
    "batch-output-other",
    Severity.ERROR,
    Text(
        "`{file}` holds scores of another ruleset or in another form",
        "“{file}”中已有另一规则集或另一形式的得分",
    ),
    Text("write into another folder", "请写入另一个文件夹"),
)
BATCH_SPARK_UNREACHABLE = Code(
    "IND887",
    "batch-spark-unreachable",
    Severity.ERROR,
    Text("no Spark can be had at `{master}`: {why}", "无法使用“{master}”处的 Spark：{why}"),
    Text(
        "name it as Spark does: --master spark://HOST:7077, or --master local[2] for this machine",
        "按 Spark 的写法填写：--master spark://主机:7077，本机用 --master local[2]",
    ),
)
LONG_TABLE_UNFIT = Code(
    "IND888",
    "long-table-unfit",
    Severity.ERROR,
    Text("`{file}` cannot be audited as a long table: {why}", "“{file}”无法按长表核查：{why}"),
    Text("{advice}", "{advice}"),
)
ROWS_SCATTERED = Code(
    "IND889",
    "rows-scattered",
    Severity.NOTE,
    Text(
        "in `{file}` the rows of a table do not all stand together: they are sorted by table first",
        "“{file}”中同一张表的各行没有排在一起：先按表排序",
    ),
)
BATCH_COLUMN_ABSENT = Code(
    "IND890",
    "batch-column-absent",
    Severity.WARNING,
    Text(
        "`{file}`{and_en} has no column for {en}: missing in every row",
        "“{file}”{and_zh}没有以下各列，其每一行都缺这些值：{zh}",
    ),
    Text(
        "name the columns as the ruleset does; one that is not named so is only carried along",
        "列名须与规则集中的名称一致；不一致的列只会原样带过",
    ),
)
LONG_COLUMN_DOUBTFUL = Code(
    "IND894",
    "long-column-doubtful",
    Severity.WARNING,
    Text("in `{file}` {what}", "“{file}”{what}"),
    Text("name the column: --column {role}={column}", "请指明该列：--column {role}={column}"),
)
ROWS_WITHOUT_TABLE = Code(
    "IND895",
    "rows-without-table",
    Severity.WARNING,
    Text(
        "in `{file}` {count} rows do not say which table they are of: not audited",
        "“{file}”有 {count} 行没有写明属于哪张表：未核查",
    ),
    Text("fill in the column `{column}` in every row", "请在每一行填写“{column}”列"),
)
