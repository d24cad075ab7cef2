"""Pages of the codes IND8xx and IND9xx: files, and defects of our own. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND801",
        kind="file",
        why=Text(
            "There is nothing under that path, seen from the folder the command was given in.",
            "从执行命令的文件夹看，该路径下没有文件。",
        ),
        avoid="indicator-dsl check ruelset.ind",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND806",),
    ),
    Page(
        code="IND802",
        kind="file",
        why=Text(
            "A folder may hold several rulesets; which one is to be scored has to be said. Only "
            "`check` and `test` take whole folders.",
            "一个文件夹里可能有几个规则集，计分时须写明是哪一个。只有 check 和 test 可以给出整个"
            "文件夹。",
        ),
        avoid="indicator-dsl score hall/ achieved.act",
        prefer="indicator-dsl score hall/ruleset.ind achieved.act",
    ),
    Page(
        code="IND803",
        kind="file",
        why=Text(
            "No ruleset and no sheet of actuals is larger than 4 MiB; most often the wrong "
            "file was named.",
            "规则集和实际值文件不会超过 4 MiB，多半是选错了文件。",
        ),
        avoid="indicator-dsl check video.ind",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND120", "IND804"),
    ),
    Page(
        code="IND804",
        kind="file",
        why=Text(
            "Rulesets are plain text. A Word file, a spreadsheet or a picture stays what it "
            "is under another name.",
            "规则集是纯文本。Word、Excel 文件或图片改了扩展名也还是原来的格式。",
        ),
        avoid="indicator-dsl check picture.ind",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND805",),
    ),
    Page(
        code="IND805",
        kind="file",
        why=Text(
            "Older editors on Chinese Windows save in GB18030. Such a file is read, but a few "
            "signs may have been taken for others; UTF-8 leaves no doubt.",
            "旧版中文 Windows 编辑器以 GB18030 编码保存。此类文件可以读取，但个别符号可能认"
            "错；UTF-8 则没有疑问。",
        ),
        avoid="indicator-dsl check old.ind",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND804",),
    ),
    Page(
        code="IND806",
        kind="file",
        why=Text(
            "A word without a path is taken for the id of a shipped ruleset. To name a file "
            "of your own, write its path.",
            "不带路径的词按内置规则集的代号查找。要用自己的文件，请写路径。",
        ),
        avoid="indicator-dsl score chaoyang-windows-2024",
        prefer="indicator-dsl score chaoyang-window-2024",
        related=("IND801",),
    ),
    Page(
        code="IND807",
        kind="file",
        why=Text(
            "The file is there, and the system refuses to open it: most often permission is "
            "missing.",
            "文件存在，但系统不允许打开，多半是没有读取权限。",
        ),
        avoid="indicator-dsl check locked.ind",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND801",),
    ),
    Page(
        code="IND808",
        kind="file",
        why=Text(
            "Without actuals there is nothing to score. They are looked for beside the "
            "ruleset, under its own name or as `actuals.act`.",
            "没有实际值就无从计分。系统在规则集旁查找同名文件或 actuals.act。",
        ),
        avoid="indicator-dsl score ruleset.ind",
        prefer="indicator-dsl score ruleset.ind achieved.act",
        related=("IND503",),
    ),
    Page(
        code="IND809",
        kind="file",
        why=Text(
            "An explanation was asked for a line that the sheet does not have. Names are "
            "compared as they are written.",
            "所查的指标不在表中。名称须与规则集的写法一致。",
        ),
        avoid="indicator-dsl explain ruleset.ind achieved.act --indicator 办件总量",
        prefer="indicator-dsl explain ruleset.ind achieved.act --indicator 年办件量",
        related=("IND501",),
    ),
    Page(
        code="IND810",
        kind="file",
        why=Text(
            "Codes are stable: a number or a name once given is never used for anything else. "
            "This one was never given.",
            "代码固定不变，编号和名称一经使用不再改作他用。此代码不存在。",
        ),
        avoid="indicator-dsl code IND999",
        prefer="indicator-dsl code IND204",
    ),
    Page(
        code="IND818",
        kind="file",
        why=Text(
            "A compiled ruleset carries a version and a fingerprint of what it holds. One that "
            "was cut short, changed by hand or written by a version with another form is "
            "refused whole: no score rests on half a ruleset.",
            "编译后的规则集带有格式版本和内容指纹。不完整、被手工改动、或由格式不同的版本写成的"
            "文件一律不读，不会用残缺的规则计分。",
        ),
        avoid="indicator-dsl score edited-by-hand.indc",
        prefer="indicator-dsl compile ruleset.ind -o ruleset.indc",
        related=("IND807",),
    ),
    Page(
        code="IND851",
        kind="file",
        summary=Text(
            "a figure that the ruleset works out was to be given a value",
            "要为由规则集算出的数直接取值",
        ),
        why=Text(
            "A figure of a `let` follows from others. Were it changed alone, the sheet would "
            "contradict itself; change one of the figures it comes from.",
            "“计算”得出的数由其他数据决定。单独改动会使表内数据自相矛盾；请改动它所依据的数据。",
        ),
        avoid="indicator-dsl explain chaoyang-window-2024 --what-if 预算执行率=95%",
        prefer="indicator-dsl explain chaoyang-window-2024 --what-if 全年执行数=1500万元",
        related=("IND504", "IND809"),
    ),
    Page(
        code="IND852",
        kind="file",
        why=Text(
            "A goal is a total in points, or one of the grades the ruleset names.",
            "目标可以是总分，也可以是规则集列出的等级之一。",
        ),
        avoid="indicator-dsl explain ruleset.ind achieved.act --to 90分以上",
        prefer="indicator-dsl explain ruleset.ind achieved.act --to 90",
        related=("IND809",),
    ),
    Page(
        code="IND853",
        kind="file",
        why=Text(
            "A cost weighs the way to full marks on one line against the others: 1 unless said, "
            "2 for twice as dear, never for a line that cannot be changed.",
            "代价表示一项指标做到满分的难度与其他指标之比：不写为 1，写 2 表示加倍，"
            "never 表示不能改变。",
        ),
        avoid="indicator-dsl explain ruleset.ind achieved.act --to 90 --cost 年办件量=很高",
        prefer="indicator-dsl explain ruleset.ind achieved.act --to 90 --cost 年办件量=2",
        related=("IND852",),
    ),
    Page(
        code="IND901",
        kind="file",
        summary=Text(
            "indicator-dsl has met a defect of its own",
            "indicator-dsl 自身出现缺陷",
        ),
        why=Text(
            "Whatever you write, the answer should be a score, a finding or a diagnostic. "
            "This message means that we failed; no score was given. Please report it with the "
            "files that show it.",
            "无论写了什么，结果都应当是得分、审核问题或错误提示。出现此提示说明程序有缺陷，没"
            "有给出得分。请连同出错的文件一并反馈。",
        ),
        avoid="",
        prefer="indicator-dsl check ruleset.ind",
    ),
)
