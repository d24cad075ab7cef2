"""Pages of the codes IND601 to IND609: what a line asks for and what it pays.

Holds words only.
"""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND601",
        kind="sheet",
        why=Text(
            "Points that everybody earns say nothing about the work and make every total look "
            "better.",
            "人人得满分的指标反映不出工作好坏，只会抬高总分。",
        ),
        avoid="站点 >= 0 个 weight 5 zero target pass",
        prefer="站点 >= 3 个 weight 5",
        related=("IND602",),
    ),
    Page(
        code="IND602",
        kind="sheet",
        why=Text(
            "If the best possible actual still loses points, the sheet's full score is out of "
            "reach and its grades shift.",
            "做到最好仍要失分，满分就无人能得，等级也随之偏移。",
        ),
        avoid=("scale 三级 = 甲 90, 乙 50\n服务 is 三级 weight 5"),
        prefer=("scale 三级 = 甲 100, 乙 50\n服务 is 三级 weight 5"),
        related=(
            "IND601",
            "IND617",
        ),
    ),
    Page(
        code="IND603",
        kind="sheet",
        why=Text(
            "Who meets the target expects the full points. When they begin only beyond it, the "
            "target written is not the real one.",
            "达到目标值者理应得满分。满分点在目标之外，说明所写的目标不是真正的目标。",
        ),
        avoid="得分 >= 90 分 weight 10 by line from 60 to 100",
        prefer="得分 >= 90 分 weight 10 by line from 60 to 90",
        related=("IND602",),
    ),
    Page(
        code="IND604",
        kind="sheet",
        why=Text(
            "A better actual that earns less invites reporting a worse one. Most often two "
            "points were exchanged.",
            "实际值更好反而得分更低，等于鼓励少报。多半是两处分数写颠倒了。",
        ),
        avoid=("得分 >= 90 分 weight 10\n  by bands >= 95: 5, >= 60: 10, else 0"),
        prefer=("得分 >= 90 分 weight 10\n  by bands >= 90: 10, >= 60: 5, else 0"),
        related=(
            "IND320",
            "IND605",
        ),
    ),
    Page(
        code="IND605",
        kind="sheet",
        why=Text(
            "The name says that more is better and the target asks for less, or the other way "
            "round. Then doing more than planned costs points, as with a project ahead of its "
            "plan.",
            "名称表明越多越好，目标却要求不超过，或者相反。结果超额完成反而扣分，例如进度超前。",
        ),
        avoid="项目开展进度 <= 80 % weight 10 by inverse",
        prefer="项目开展进度 >= 80 % weight 10",
        related=("IND604",),
    ),
    Page(
        code="IND606",
        kind="sheet",
        why=Text(
            "One success or one failure counted twice weighs double. It happens when two "
            "sections ask for the same thing under two names.",
            "同一件事计两次分，好坏都被加倍。常见于两个部分用不同名称要求同一事项。",
        ),
        avoid=("年办件量 >= 9 件 weight 5\n全年办件数量 >= 9 件 weight 5"),
        prefer=("年办件量 >= 9 件 weight 5\n网上办件占比 >= 60 % weight 5"),
        related=("IND614",),
    ),
    Page(
        code="IND607",
        kind="sheet",
        why=Text(
            "A part is never larger than its whole: a pass rate of 101 % cannot be met.",
            "部分不会大于整体：合格率 101 % 不可能达到。",
        ),
        avoid="产品合格率 >= 101 % weight 10",
        prefer="产品合格率 >= 99 % weight 10",
        related=(
            "IND608",
            "IND613",
        ),
    ),
    Page(
        code="IND608",
        kind="sheet",
        why=Text(
            "At least 100 % of a whole means exactly 100 %: one failure among a million misses "
            "it. `=` says what is meant.",
            "比率“不低于 100 %”就是恰好 100 %：一百万件中有一件不合格即未达标。写“=”更明白。",
        ),
        avoid="产品合格率 >= 100 % weight 10",
        prefer="产品合格率 = 100 % weight 10 by ratio",
        related=("IND607",),
    ),
    Page(
        code="IND609",
        kind="sheet",
        why=Text(
            "One line that decides a third of the total makes the others matter little. The "
            "threshold is a house rule, not a regulation.",
            "一项占总分三成以上，其他指标就无足轻重。此界限是本程序的经验值，并非规定。",
        ),
        avoid=(
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 40 by pass"
        ),
        prefer=(
            "甲类 >= 3 件 weight 30 by pass\n"
            "乙类事情 >= 4 件 weight 30 by pass\n"
            "丙类大事情 >= 5 件 weight 30 by pass\n"
            "丁类要紧事 >= 6 件 weight 10 by pass"
        ),
        related=("IND610",),
    ),
)
