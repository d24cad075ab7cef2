"""Pages of the codes IND1xx: what is written cannot be read as the language. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND101",
        why=Text(
            "The line is neither a rule nor a statement of the language, so nobody can say "
            "what it would score. It is left out of the reading, and everything else in the "
            "file is still checked.",
            "这一行既不是规则，也不是语言中的语句，无法确定它如何计分。读取时跳过此行，文件其"
            "余部分照常检查。",
        ),
        avoid="办件情况良好",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND114", "IND118", "IND401"),
    ),
    Page(
        code="IND102",
        why=Text(
            "The operator decides whether the target is a floor, a ceiling or an exact value. "
            "A sign that could be taken either way would change the score, so it is never "
            "guessed. `not equal` is no target: it does not say what should be achieved.",
            "符号决定目标值是下限、上限还是定值。看错符号会改变得分，因此不作猜测。“不等于”不"
            "能作目标：它没有说明应当达到什么。",
        ),
        avoid="年办件量 => 200000 件 weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND103", "IND113"),
    ),
    Page(
        code="IND103",
        why=Text(
            "Chinese writes no blanks between words, and many names contain words such as 不"
            "低于 themselves. A blank in front of the operator shows where the name ends.",
            "汉语词间不空格，而许多指标名称本身就含有“不低于”等字样。在符号前加一个空格，名称"
            "到哪里为止就清楚了。",
        ),
        avoid="年办件量不低于20万件 weight 20",
        prefer="年办件量 不低于 20万件 weight 20",
        related=("IND102",),
    ),
    Page(
        code="IND104",
        why=Text(
            "A line without points cannot be scored, and a bare number behind the target "
            "could be a second target. The word `weight` removes the doubt.",
            "没有分值的一行无法计分；目标值后面光写一个数，也可能被看成另一个目标值。写上“分"
            "值”二字就没有疑问了。",
        ),
        avoid="年办件量 >= 200000 件 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND118", "IND304"),
    ),
    Page(
        code="IND105",
        why=Text(
            "Actuals and findings are matched to a rule by its name. A rule without a name "
            "could never be given a value. A clause that belongs to the rule above must be "
            "indented.",
            "实际值和审核问题都按名称与规则对应，没有名称的规则无法取得实际值。属于上一条规则"
            "的子句须缩进书写。",
        ),
        avoid=">= 200000 件 weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND114",),
    ),
    Page(
        code="IND106",
        why=Text(
            "Everything behind an open quotation mark would be read as quoted words, a weight "
            "or a method included. Quoted words end on the line they begin on.",
            "引号不闭合，后面的分值和计分方法都会被当作引文。引文须在同一行内结束。",
        ),
        avoid='年办件量 >= 200000 件 weight 20 note "以系统数据为准',
        prefer='年办件量 >= 200000 件 weight 20 note "以系统数据为准"',
    ),
    Page(
        code="IND107",
        why=Text(
            "Names may hold capitals, keywords never do: this keeps the two apart for reader "
            "and machine.",
            "名称中可以有大写字母，关键词一律小写，这样读者和程序都能区分二者。",
        ),
        avoid="年办件量 >= 200000 件 Weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
    ),
    Page(
        code="IND108",
        why=Text(
            "A figure that can be read in two ways must not decide points: `20,0000` is "
            "either two hundred thousand or a slip. Commas stand between thousands only, and "
            "exponents are not used.",
            "能有两种读法的数字不能用来计分：“20,0000”可能是二十万，也可能是笔误。逗号只作千"
            "分位，不用科学记数法。",
        ),
        avoid="年办件量 >= 20,0000 件 weight 20",
        prefer="年办件量 >= 200,000 件 weight 20",
        related=("IND109", "IND116"),
    ),
    Page(
        code="IND109",
        why=Text(
            "At most 18 digits stand before the point and 9 behind it: more than any budget "
            "needs. A longer number is almost always two numbers that have run together.",
            "小数点前最多 18 位、后最多 9 位，足够任何预算使用。更长的数几乎总是两个数连在了一起。",
        ),
        avoid="项目收入 >= 1234567890123456789 元 weight 10",
        prefer="项目收入 >= 12345678901.23 亿元 weight 10",
        related=("IND108",),
    ),
    Page(
        code="IND110",
        why=Text(
            "Invisible characters make two names look alike that are not, and can turn a line "
            "around on the screen. In a document that decides points, what is read must be "
            "what is seen.",
            "不可见字符会使两个不同的名称看起来一样，甚至使整行在屏幕上倒序显示。决定得分的文"
            "件必须所见即所读。",
        ),
        avoid="年办\u200b件量 >= 200000 件 weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND202",),
    ),
    Page(
        code="IND111",
        why=Text(
            "A line of more than a thousand characters is no row of a form; most often a line "
            "break was lost. The limit also keeps a damaged file from holding up the check.",
            "超过一千个字符的一行不会是表格中的一行，多半是丢了换行。设上限也可避免损坏的文件"
            "拖住检查。",
        ),
        avoid="年办件量 >= 200000 件 weight 20 note “" + "以系统数据为准；" * 125 + "”",
        prefer="年办件量 >= 200000 件 weight 20\n  note “以系统数据为准”",
        related=("IND120",),
    ),
    Page(
        code="IND112",
        why=Text(
            "Nobody can check a sum nested sixty-four deep by eye. Parts that have names of "
            "their own can be checked one by one.",
            "括号嵌套六十四层以上的算式无法人工核对。给其中各部分起名，就能逐项核对。",
        ),
        avoid=(
            "input 执行数 万元\nlet 率 = "
            + "(" * 65
            + "执行数"
            + ")" * 65
            + " / 执行数\n率 >= 100 % weight 10"
        ),
        prefer="input 执行数 万元\nlet 率 = 执行数 / 执行数\n率 >= 100 % weight 10",
    ),
    Page(
        code="IND113",
        why=Text(
            "Without a value there is nothing to hold the actual against. An empty cell of "
            "the form stays open and is not read as 0.",
            "没有目标值，实际值就无从比较。表中空着的单元格不能当作 0。",
        ),
        avoid="年办件量 >= weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND118",),
    ),
    Page(
        code="IND114",
        why=Text(
            "Every clause changes what a line earns or what the office must explain. A "
            "misspelt one would be left out silently, so it is refused, and the nearest words "
            "are offered.",
            "每个子句都影响得分或说明义务。写错的子句若被悄悄略去，得分就变了，因此一律拒绝，"
            "并给出相近的词。",
        ),
        avoid="年办件量 >= 200000 件 wieght 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND101", "IND107", "IND117"),
    ),
    Page(
        code="IND115",
        why=Text(
            "The unit of a raw figure is what keeps 万元 and 元 from being added up unseen. "
            "Actuals in another unit of the same kind are converted, others are refused.",
            "数据写明单位，才不会把万元和元混着相加。同类单位的实际值自动换算，不同类的不予接受。",
        ),
        avoid="input 全年执行数\n年办件量 >= 200000 件 weight 20",
        prefer="input 全年执行数 万元\n年办件量 >= 200000 件 weight 20",
        related=("IND204", "IND207"),
    ),
    Page(
        code="IND116",
        why=Text(
            "Full-width digits are read as they are meant. The note makes the reading "
            "visible; the formatter writes ordinary digits.",
            "全角数字按原意读取。此提示只为说明读成了什么；格式化命令会改写为半角数字。",
        ),
        avoid="年办件量 >= ２０００００ 件 weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND108",),
    ),
    Page(
        code="IND117",
        why=Text(
            "Two weights or two methods on one line contradict each other, and the order of "
            "writing must not decide.",
            "一行写两个分值或两种方法，互相矛盾，而先写后写不应决定得分。",
        ),
        avoid="年办件量 >= 200000 件 weight 20 weight 25",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND119",),
    ),
    Page(
        code="IND118",
        why=Text(
            "Points without a target cannot be earned or lost by any rule. A value needs its "
            "operator: 200000 件 may be the least or the most that is wanted.",
            "有分值而没有目标，就没有得分和扣分的规则。目标值须带符号：200000 件可以是下限，"
            "也可以是上限。",
        ),
        avoid="年办件量 200000 件 weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND104", "IND113"),
    ),
    Page(
        code="IND119",
        why=Text(
            "A statement about the whole sheet can hold only once; two totals would leave the "
            "choice to chance.",
            "对整张表的规定只能有一处；写两个总分，就不知道以哪个为准。",
        ),
        avoid="total 20\ntotal 100\n年办件量 >= 200000 件 weight 20",
        prefer="total 20\n年办件量 >= 200000 件 weight 20",
        related=("IND117",),
    ),
    Page(
        code="IND120",
        kind="python",
        summary=Text(
            "the text has more than 4194304 characters",
            "文本超过 4194304 个字符",
        ),
        why=Text(
            "No score sheet is that long; most often the wrong file was named. The limit "
            "keeps such a file from holding up the machine.",
            "没有这么长的评分表，多半是选错了文件。设上限可避免此类文件占住机器。",
        ),
        avoid='compile_text("#" * 5_000_000)',
        prefer='compile_text("年办件量 >= 200000 件 weight 20")',
        related=("IND111", "IND803"),
    ),
)
