"""Codes IND8xx, files, and IND9xx, our own defects. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

FILE_MISSING = Code(
    "IND801",
    "file-missing",
    Severity.ERROR,
    Text("there is no file `{file}`", "没有文件“{file}”"),
    Text("look at the spelling of the path", "请检查路径写法"),
)
FILE_IS_FOLDER = Code(
    "IND802",
    "file-is-folder",
    Severity.ERROR,
    Text("`{file}` is a folder, not a file", "“{file}”是文件夹，不是文件"),
    Text("name the file inside it", "请写出其中的文件名"),
)
FILE_TOO_LARGE = Code(
    "IND803",
    "file-too-large",
    Severity.ERROR,
    Text(
        "`{file}` has {size}; at most {limit} is read",
        "“{file}”有 {size}；最多读 {limit}",
    ),
    Text("is it the right file?", "文件是否选错？"),
)
FILE_NOT_TEXT = Code(
    "IND804",
    "file-not-text",
    Severity.ERROR,
    Text("`{file}` is neither UTF-8 nor GB18030 text", "“{file}”既不是 UTF-8 也不是 GB18030 文本"),
    Text("save it as plain text in UTF-8", "请另存为 UTF-8 纯文本"),
)
FILE_GB18030 = Code(
    "IND805",
    "file-gb18030",
    Severity.NOTE,
    Text("`{file}` was read as GB18030", "“{file}”按 GB18030 编码读取"),
    Text("save it as UTF-8 when you can", "方便时请另存为 UTF-8"),
)
RULESET_UNKNOWN = Code(
    "IND806",
    "ruleset-unknown",
    Severity.ERROR,
    Text("no shipped ruleset is called `{file}`{nearest}", "没有名为“{file}”的内置规则集{nearest}"),
    Text(
        "`indicator-dsl rulesets` lists them; a path needs a / or ends in .ind",
        "indicator-dsl rulesets 可列出全部；路径须含 / 或以 .ind 结尾",
    ),
)
FILE_UNREADABLE = Code(
    "IND807",
    "file-unreadable",
    Severity.ERROR,
    Text("`{file}` cannot be read: {why}", "“{file}”无法读取：{why}"),
    Text("may you read it?", "是否有读取权限？"),
)
ACTUALS_NOT_NAMED = Code(
    "IND808",
    "actuals-not-named",
    Severity.ERROR,
    Text("`{file}` has no actuals beside it", "“{file}”旁没有实际值文件"),
    Text(
        "name the file of actuals: indicator-dsl score {file} actuals.act",
        "请写出实际值文件：indicator-dsl score {file} actuals.act",
    ),
)
DEFECT = Code(
    "IND901",
    "defect",
    Severity.ERROR,
    Text(
        "this is a defect of indicator-dsl, not of your files: {why}",
        "这是 indicator-dsl 自身的缺陷，与您的文件无关：{why}",
    ),
    Text("please report it with the files that show it", "请连同出错的文件一并反馈"),
)
NO_SUCH_INDICATOR = Code(
    "IND809",
    "no-such-indicator",
    Severity.ERROR,
    Text("the ruleset has no indicator `{file}`{nearest}", "规则集没有指标“{file}”{nearest}"),
    Text("write the name as the ruleset does", "请按规则集中的写法写名称"),
)
CODE_UNKNOWN = Code(
    "IND810",
    "code-unknown",
    Severity.ERROR,
    Text("no code is called `{file}`{nearest}", "没有代码“{file}”{nearest}"),
    Text("a code reads IND204, its name unit-mismatch", "代码写作 IND204，名称写作 unit-mismatch"),
)
PROFILE_UNKNOWN = Code(
    "IND811",
    "profile-unknown",
    Severity.ERROR,
    Text(
        "`{name}` is neither a shipped profile nor a file beside the ruleset{nearest}",
        "“{name}”既不是内置方案，也不是规则集旁的文件{nearest}",
    ),
    Text(
        "`indicator-dsl rulesets` lists the shipped ones", "indicator-dsl rulesets 可列出内置方案"
    ),
)
PROFILE_OUTSIDE = Code(
    "IND812",
    "profile-outside",
    Severity.ERROR,
    Text("`{name}` lies outside the ruleset's folder", "“{name}”不在规则集所在文件夹之内"),
    Text("put the file beside the ruleset", "请把文件放到规则集旁"),
)
PROFILE_CYCLIC = Code(
    "IND813",
    "profile-cyclic",
    Severity.ERROR,
    Text("the profiles use each other in a circle: {path}", "方案相互引用成环：{path}"),
    Text("take one `use` out", "请去掉其中一处引用"),
)
PROFILES_TOO_MANY = Code(
    "IND814",
    "profiles-too-many",
    Severity.ERROR,
    Text("more than {limit} profiles are used", "引用的方案超过 {limit} 个"),
    Text("put several of them into one file", "请把其中几个合并为一个文件"),
)
FOLDER_EMPTY = Code(
    "IND815",
    "folder-empty",
    Severity.ERROR,
    Text(
        "the folder `{file}` holds no .ind and no .act file",
        "文件夹“{file}”中没有 .ind 或 .act 文件",
    ),
    Text("is it the right folder?", "文件夹是否选错？"),
)
FILE_EXISTS = Code(
    "IND816",
    "file-exists",
    Severity.ERROR,
    Text("`{file}` exists already and is left as it is", "“{file}”已存在，未作改动"),
    Text("choose another name", "请换一个文件名"),
)
FILE_NOT_WRITTEN = Code(
    "IND817",
    "file-not-written",
    Severity.ERROR,
    Text("`{file}` cannot be written: {why}", "“{file}”无法写入：{why}"),
    Text("may you write there?", "是否有写入权限？"),
)
COMPILED_UNFIT = Code(
    "IND818",
    "compiled-unfit",
    Severity.ERROR,
    Text(
        "`{file}` is no compiled ruleset that can be read: {why}",
        "无法读取编译后的规则集“{file}”：{why}",
    ),
    Text(
        "make it again: indicator-dsl compile RULESET -o {file}",
        "请重新生成：indicator-dsl compile 规则集 -o {file}",
    ),
)
FIGURE_WORKED_OUT = Code(
    "IND851",
    "figure-worked-out",
    Severity.ERROR,
    Text(
        "`{file}` is worked out from {names}, and takes no value of its own",
        "“{file}”由 {names} 算出，不能直接取值",
    ),
    Text("change {first} instead", "请改 {first} 的值"),
)
GOAL_UNKNOWN = Code(
    "IND852",
    "goal-unknown",
    Severity.ERROR,
    Text(
        "`{file}` is neither points nor a grade of the ruleset{nearest}",
        "“{file}”既不是分数，也不是规则集的等级{nearest}",
    ),
    Text("write points, --to 90{grades}", "请写分数，如 --to 90{grades}"),
)
COST_UNREADABLE = Code(
    "IND853",
    "cost-unreadable",
    Severity.ERROR,
    Text("`{file}` is no cost: {why}", "“{file}”不是代价：{why}"),
    Text(
        "write NAME=2 for twice the cost, NAME=never for a line that cannot be changed",
        "请写 名称=2（代价加倍），或 名称=never（不能改变）",
    ),
)
