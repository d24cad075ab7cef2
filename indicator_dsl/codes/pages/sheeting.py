"""Pages of the codes IND319 to IND330 and IND510 to IND512: methods, guards, events.

Holds words only.
"""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND319",
        why=Text(
            "On a target in per cent, “each 1 %” may be one percentage point or one hundredth "
            "of the target: at a target of 80 % these are 1 and 0.8 points. The ruleset says "
            "which.",
            "目标值是百分数时，“每 1%”可指 1 个百分点，也可指目标值的百分之一：目标 80% 时"
            "分别是 1 和 0.8 个百分点。须写明是哪一种。",
        ),
        avoid="群众知晓率 >= 80 % weight 10 by less 0.5 per 1%",
        prefer="群众知晓率 >= 80 % weight 10 by less 0.5 per 1 pp",
        related=("IND320",),
    ),
    Page(
        code="IND320",
        why=Text(
            "Bands are tried from the first on. One that stands behind a wider one is never "
            "reached, so the points written there are never given.",
            "分段从前往后逐档判断。排在更宽一档之后的分段永远轮不到，所写的分数也就无从得到。",
        ),
        avoid=("群众满意度 >= 90 % weight 10\n  by bands >= 80: 8, >= 90: 10, else 0"),
        prefer=("群众满意度 >= 90 % weight 10\n  by bands >= 90: 10, >= 80: 8, else 0"),
        related=(
            "IND604",
            "IND617",
        ),
    ),
    Page(
        code="IND321",
        why=Text(
            "A line never earns more than its weight by its method; points above it would make "
            "the sheet's total larger than it says. Extra points are a `bonus`.",
            "按方法计算的得分不会超过分值，否则总分会超出表上所写。额外加分请用“加分”。",
        ),
        avoid=("群众满意度 >= 90 % weight 10\n  by bands >= 90: 12, >= 80: 8, else 0"),
        prefer=("群众满意度 >= 90 % weight 10\n  by bands >= 90: 10, >= 80: 8, else 0"),
        related=(
            "IND327",
            "IND617",
        ),
    ),
    Page(
        code="IND322",
        why=Text(
            "Each guard belongs to certain targets and methods: `zero below` to `>=`, `zero "
            "above` to `<=`, `cap` to methods that go on past full points. Elsewhere it would "
            "do nothing.",
            "每种限制只适用于某些目标和方法：“低于……不得分”用于“>=”，“高于……不得分”"
            "用于“<=”，“最高”用于满分后还能继续加分的方法。用在别处不起作用。",
        ),
        avoid="项目成本 <= 90 万元 weight 10 by inverse zero below 60",
        prefer="项目成本 <= 90 万元 weight 10 by inverse zero above 120",
        related=(
            "IND302",
            "IND314",
        ),
    ),
    Page(
        code="IND323",
        why=Text(
            "Who meets every item of a checklist should earn exactly its weight. The sum is "
            "checked so that a changed item cannot change the weight unnoticed.",
            "全部要点达到时，应恰好得到分值。核对合计，可避免改动一项后分值悄悄变化。",
        ),
        avoid=(
            "管理制度 weight 10\n  by points\n  - 制度健全: 4\n  - 制度公开: 3\n  - 执行有效: 2"
        ),
        prefer=(
            "管理制度 weight 10\n  by points\n  - 制度健全: 4\n  - 制度公开: 3\n  - 执行有效: rest"
        ),
        related=(
            "IND305",
            "IND511",
        ),
    ),
    Page(
        code="IND324",
        why=Text(
            "A line goes from no points to all points. Where more is asked, it goes upwards; a "
            "line the other way round would pay those who miss the target.",
            "线性从零分点走到满分点。目标要求越多越好时应向上；方向写反，未达标者反而得分。",
        ),
        avoid="群众满意度 >= 95 % weight 10 by line from 95 to 60",
        prefer="群众满意度 >= 95 % weight 10 by line from 60 to 95",
        related=(
            "IND310",
            "IND604",
        ),
    ),
    Page(
        code="IND325",
        why=Text(
            "A line under a condition has points that belong to nobody when the condition does "
            "not hold. Practice differs on what becomes of them, so the ruleset says it.",
            "附条件的指标在条件不成立时，其分值的去向各地做法不同：给满分、给零分、剔除或转入"
            "别处。规则集须写明。",
        ),
        avoid=("input 人数 人\n培训人数 >= 5 人 weight 10 when 人数 >= 10 人"),
        prefer=("input 人数 人\n培训人数 >= 5 人 weight 10 when 人数 >= 10 人 n/a full"),
        related=("IND326",),
    ),
    Page(
        code="IND326",
        why=Text(
            "Points that do not apply can move only to a section this sheet has, named as in "
            "its heading.",
            "不适用的分值只能转入本表已有的部分，名称须与标题一致。",
        ),
        avoid=(
            "[产出指标]\n"
            "培训人数 >= 5 人 weight 10 n/a move to [效果指标]\n"
            "[效益指标]\n"
            "就业人数 >= 5 人 weight 10"
        ),
        prefer=(
            "[产出指标]\n"
            "培训人数 >= 5 人 weight 10 n/a move to [效益指标]\n"
            "[效益指标]\n"
            "就业人数 >= 5 人 weight 10"
        ),
        related=(
            "IND325",
            "IND621",
        ),
    ),
    Page(
        code="IND327",
        why=Text(
            "A bonus that is counted without end can outweigh everything else on the sheet. Its "
            "ceiling is part of the rule.",
            "加分若可无限累计，会压过表上所有指标。上限是规则的一部分。",
        ),
        avoid=('年办件量 >= 5 件 weight 100\nbonus "机制创新" 1 each'),
        prefer=('年办件量 >= 5 件 weight 100\nbonus "机制创新" 1 each cap 3\nlimit total 100'),
        related=("IND328",),
    ),
    Page(
        code="IND328",
        why=Text(
            "With bonuses the total can pass the full score. Some sheets allow 103 of 100, "
            "others stop at 100; a `limit total` settles which.",
            "有加分时总分可能超过满分。有的允许 100 分得 103 分，有的到 100 分为止；请用“封"
            "顶 总分”写明。",
        ),
        avoid=('年办件量 >= 5 件 weight 100\nbonus "机制创新" 1 each cap 3'),
        prefer=('年办件量 >= 5 件 weight 100\nbonus "机制创新" 1 each cap 3\nlimit total 100'),
        related=("IND327",),
    ),
    Page(
        code="IND329",
        why=Text(
            "Yes and no have no order, so nothing can be at least or at most one of them.",
            "是与否没有大小之分，不能说“不低于”或“不超过”。",
        ),
        avoid="预算是否被核减 <= 否 weight 5",
        prefer="预算是否被核减 = 否 weight 5",
        related=("IND302",),
    ),
    Page(
        code="IND330",
        why=Text(
            "A veto holds the grade down to one of the sheet's own grades; one that is not "
            "among them could never apply.",
            "否决把等级压到本表的某一级；表中没有的等级无从适用。",
        ),
        avoid=(
            "grades 优 >= 90, 良 >= 80, else 差\n"
            "年办件量 >= 5 件 weight 100\n"
            'veto "虚报数据" grade <= 中'
        ),
        prefer=(
            "grades 优 >= 90, 良 >= 80, else 差\n"
            "年办件量 >= 5 件 weight 100\n"
            'veto "虚报数据" grade <= 良'
        ),
        related=(
            "IND307",
            "IND512",
        ),
    ),
    Page(
        code="IND510",
        kind="score",
        why=Text(
            "A line that is worked out from other figures has no value before they are known. "
            "Its points stay open, and the total is an interval.",
            "由其他数据算出的指标，在数据补齐之前没有值。该项得分待定，总分是一个区间。",
        ),
        avoid=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10\n"
            "---\n"
            "预算数 = 200 万元"
        ),
        prefer=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10\n"
            "---\n"
            "预算数 = 200 万元\n"
            "执行数 = 190 万元"
        ),
        related=(
            "IND503",
            "IND505",
        ),
    ),
    Page(
        code="IND511",
        kind="score",
        why=Text(
            "What is reported under a name the checklist does not have is not scored, and the "
            "item it was meant for lacks its answer.",
            "要点表里没有的名称不参与计分，而本该得到答案的要点因此缺答案。",
        ),
        avoid=(
            "管理制度 weight 10\n"
            "  by points\n"
            "  - 制度健全: 4\n"
            "  - 制度公开: 6\n"
            "---\n"
            "管理制度\n"
            "  - 制度健全: 是\n"
            "  - 信息公开: 是"
        ),
        prefer=(
            "管理制度 weight 10\n"
            "  by points\n"
            "  - 制度健全: 4\n"
            "  - 制度公开: 6\n"
            "---\n"
            "管理制度\n"
            "  - 制度健全: 是\n"
            "  - 制度公开: 是"
        ),
        related=(
            "IND323",
            "IND501",
        ),
    ),
    Page(
        code="IND512",
        kind="score",
        why=Text(
            "A veto overrides the points: whatever the lines earned, the grade or the total is "
            "held down. It is shown beside the score so that nobody overlooks it.",
            "否决优先于得分：无论各项得多少分，等级或总分都被压低。系统在得分旁列出，以免遗漏。",
        ),
        avoid=(
            "grades 优 >= 90, 良 >= 80, else 差\n"
            "年办件量 >= 5 件 weight 100\n"
            'veto "虚报数据" grade <= 良\n'
            "---\n"
            "年办件量 = 5 件\n"
            "虚报数据 = 是"
        ),
        prefer=(
            "grades 优 >= 90, 良 >= 80, else 差\n"
            "年办件量 >= 5 件 weight 100\n"
            'veto "虚报数据" grade <= 良\n'
            "---\n"
            "年办件量 = 5 件\n"
            "虚报数据 = 否"
        ),
        related=("IND330",),
    ),
)
