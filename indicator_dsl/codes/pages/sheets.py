"""Pages of the codes IND610 to IND691: how a sheet is made up, names, and `allow`.

Holds words only.
"""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND610",
        kind="sheet",
        why=Text(
            "What is judged depends on who judges. When such lines decide much of the total, "
            "two offices can hardly be compared. The threshold is a house rule.",
            "定性指标因人而异，所占过多则各单位难以比较。此界限是本程序的经验值。",
        ),
        avoid=(
            "scale 三级 = 好 100, 中 50, 差 0\n"
            "甲类 is 三级 weight 25\n"
            "乙类事情 is 三级 weight 25\n"
            "丙类大事情 >= 5 件 weight 25 by pass\n"
            "丁类 >= 6 件 weight 25 by pass"
        ),
        prefer=(
            "scale 三级 = 好 100, 中 50, 差 0\n"
            "甲类 is 三级 weight 25\n"
            "乙类事情 >= 4 件 weight 25 by pass\n"
            "丙类大事情 >= 5 件 weight 25 by pass\n"
            "丁类 >= 6 件 weight 25 by pass"
        ),
        related=("IND609",),
    ),
    Page(
        code="IND611",
        kind="sheet",
        why=Text(
            "A score that somebody disputes is defended by the document it rests on. `basis` "
            "keeps it beside the line.",
            "得分有争议时要拿出依据。“依据”子句让依据与指标写在一起。",
        ),
        avoid=(
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 40 by pass"
        ),
        prefer=(
            '甲类 >= 3 件 weight 30 by pass basis "考核办法"\n'
            '乙类事情 >= 4 件 weight 30 by pass basis "考核办法"\n'
            '丙类大事情 >= 5 件 weight 40 by pass basis "考核办法"'
        ),
        related=("IND612",),
    ),
    Page(
        code="IND612",
        kind="sheet",
        why=Text(
            "Where most lines name their basis, one without looks invented.",
            "其他指标都写了依据，唯独这一项没有，难免受到质疑。",
        ),
        avoid=(
            '甲类 >= 3 件 weight 30 by pass basis "考核办法"\n'
            "乙类事情 >= 4 件 weight 30 by pass\n"
            '丙类大事情 >= 5 件 weight 40 by pass basis "考核办法"'
        ),
        prefer=(
            '甲类 >= 3 件 weight 30 by pass basis "考核办法"\n'
            '乙类事情 >= 4 件 weight 30 by pass basis "考核办法"\n'
            '丙类大事情 >= 5 件 weight 40 by pass basis "考核办法"'
        ),
        related=("IND611",),
    ),
    Page(
        code="IND613",
        kind="sheet",
        why=Text(
            "0.95 as a target for a rate most often means 95 %. Read as written, an actual of 1 "
            "% would meet it.",
            "比率的目标写作 0.95，多半是指 95 %。",
        ),
        avoid="产品合格率 >= 0.95 weight 10",
        prefer="产品合格率 >= 95 % weight 10",
        related=("IND607",),
    ),
    Page(
        code="IND614",
        kind="sheet",
        why=Text(
            "Two names one character apart are often one thing misspelt; then the value given "
            "under one is missing under the other.",
            "两个名称只差一个字，往往是同一事项写错，填在一处的值在另一处就缺了。",
        ),
        avoid=(
            "input 全年预算数 万元\n"
            "input 全年预算额 万元\n"
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 40 by pass"
        ),
        prefer=(
            "input 全年预算数 万元\n"
            "input 全年执行数 万元\n"
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 40 by pass"
        ),
        related=(
            "IND606",
            "IND615",
        ),
    ),
    Page(
        code="IND615",
        kind="sheet",
        why=Text(
            "Readers take two names that differ only in marks or blanks for one; the computer "
            "does not.",
            "只差符号或空格的两个名称，人看来是一个，程序看来是两个。",
        ),
        avoid=(
            "input 办件量(窗口) 件\n"
            "input 办件量-窗口 件\n"
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 40 by pass"
        ),
        prefer=(
            "input 窗口办件量 件\n"
            "input 网上办件次数 件\n"
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 40 by pass"
        ),
        related=(
            "IND202",
            "IND614",
        ),
    ),
    Page(
        code="IND616",
        kind="sheet",
        why=Text(
            "人 counts people, 人次 counts visits. When both stand on one sheet, one of them "
            "may be a slip; they cannot be converted.",
            "“人”数的是人，“人次”数的是次数。同一张表上两者并存，可能有一处是笔误；两者不能换算。",
        ),
        avoid=("参训规模 >= 30 人 weight 30\n服务总规模 >= 400 人次 weight 30"),
        prefer=("参训规模 >= 30 人次 weight 30\n服务总规模 >= 400 人次 weight 30"),
        related=(
            "IND204",
            "IND210",
        ),
    ),
    Page(
        code="IND617",
        kind="sheet",
        why=Text(
            "The weight promises more than the best band gives, so the sheet's full score is "
            "out of reach.",
            "分值比最高一档多，满分无人能得。",
        ),
        avoid=("得分 >= 90 分 weight 10\n  by bands >= 90: 8, >= 60: 5, else 0"),
        prefer=("得分 >= 90 分 weight 10\n  by bands >= 90: 10, >= 60: 5, else 0"),
        related=(
            "IND321",
            "IND602",
        ),
    ),
    Page(
        code="IND618",
        kind="sheet",
        why=Text(
            "Rounding every line and rounding the total once give totals a few hundredths "
            "apart, enough to cross a grade. Both are used; the sheet says which.",
            "逐项取整与只对总分取整，总分可差百分之几分，足以跨过等级线。两种做法都有，须写明。",
        ),
        avoid=("round 2 each\n甲类 >= 3 件 weight 30\n乙类事情 >= 4 件 weight 30"),
        prefer=("round 2 each\n甲类 >= 3 件 weight 30 by pass\n乙类事情 >= 4 件 weight 30 by pass"),
        related=("IND316",),
    ),
    Page(
        code="IND619",
        kind="sheet",
        why=Text(
            "A scale is read from the best level down. When a lower level earns more, two "
            "shares were most likely exchanged.",
            "等次从优到差排列。后面的等次反而得分更高，多半是两处比例写颠倒了。",
        ),
        avoid=("scale 评定 = 优 80, 良 100, 差 0\n服务 is 评定 weight 5"),
        prefer=("scale 评定 = 优 100, 良 80, 差 0\n服务 is 评定 weight 5"),
        related=("IND604",),
    ),
    Page(
        code="IND620",
        kind="sheet",
        why=Text(
            "One or two figures rarely tell whether a project did well. The number is a house "
            "rule.",
            "一两项指标很难说明一个项目的好坏。此数量是本程序的经验值。",
        ),
        avoid=("甲类 >= 3 件 weight 50 by pass\n乙类事情 >= 4 件 weight 50 by pass"),
        prefer=(
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 40 by pass"
        ),
        related=("IND609",),
    ),
    Page(
        code="IND621",
        kind="sheet",
        why=Text(
            "A heading without lines was perhaps left over, or its lines slipped under the next "
            "heading.",
            "标题下没有指标，可能是遗留的标题，或指标误放到了下一个标题之下。",
        ),
        avoid=("[产出指标]\n[效益指标]\n甲类 >= 3 件 weight 30 by pass"),
        prefer=("[效益指标]\n甲类 >= 3 件 weight 30 by pass"),
        related=("IND326",),
    ),
    Page(
        code="IND690",
        kind="sheet",
        why=Text(
            "An `allow` that silences nothing outlived the line it was written for, and would "
            "hide the next mistake there.",
            "不起作用的“允许”是修改后遗留的，会掩盖以后出现的问题。",
        ),
        avoid=('产品合格率 >= 95 % weight 10\n  allow IND605 "分年下达"'),
        prefer="产品合格率 >= 95 % weight 10",
        related=("IND691",),
    ),
    Page(
        code="IND691",
        kind="sheet",
        why=Text(
            "Only the checks of the sheet can be allowed. Errors and findings about scores are "
            "never silenced.",
            "只有静态检查可以豁免。错误和审核问题不能豁免。",
        ),
        avoid=('产品合格率 >= 95 % weight 10\n  allow IND204 "单位"'),
        prefer=('产品合格率 >= 100 % weight 10\n  allow IND608 "上级要求"'),
        related=("IND690",),
    ),
)
