"""Pages of the codes IND2xx: names and units that do not fit together. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND201",
        why=Text(
            "An actual is given by name: with two lines of one name it would be unclear which "
            "of them it belongs to.",
            "实际值按名称填报：两行同名，就不知道实际值属于哪一行。",
        ),
        avoid="满意度 >= 95 % weight 5\n满意度 >= 90 % weight 5",
        prefer="群众满意度 >= 95 % weight 5\n企业满意度 >= 90 % weight 5",
        related=("IND202", "IND402"),
    ),
    Page(
        code="IND202",
        why=Text(
            "Full-width and ordinary letters, or blanks inside a name, look the same on paper "
            "and are different to a machine. Such a pair is refused, never merged silently.",
            "全角与半角字母、名称中的空格，纸面上看不出差别，对程序却是不同的名称。遇到这样的"
            "一对，系统拒绝而不悄悄合并。",
        ),
        avoid="A类满意度 >= 95 % weight 5\n\uff21类满意度 >= 90 % weight 5",
        prefer="A类满意度 >= 95 % weight 5\nB类满意度 >= 90 % weight 5",
        related=("IND110", "IND201"),
    ),
    Page(
        code="IND203",
        why=Text(
            "A sum can use only figures that are declared as `input`, worked out by `let`, or "
            "scored by a rule. This way each figure has a unit and a place where it is reported.",
            "算式只能引用已声明的数据、计算项或已有指标。这样每个数都有单位，也有填报的地方。",
        ),
        avoid="input 预算数 万元\nlet 执行率 = 执行数 / 预算数\n执行率 >= 100 % weight 10",
        prefer=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10"
        ),
        related=("IND210",),
    ),
    Page(
        code="IND204",
        why=Text(
            "件 and 天 cannot be compared or added: a score made of them would mean nothing. "
            "The message shows every place that took part, the declaration included.",
            "“件”和“天”不能比较，也不能相加，由此得出的分数没有意义。提示会标出涉及的每一处，"
            "包括声明处。",
        ),
        avoid="input 办件量 件\ninput 天数 天\nlet 合计 = 办件量 + 天数\n合计 >= 100 件 weight 10",
        prefer=(
            "input 办件量 件\n"
            "input 天数 天\n"
            "let 日均办件量 = 办件量 / 天数\n"
            "日均办件量 >= 100 件/天 weight 10"
        ),
        related=("IND115", "IND205"),
    ),
    Page(
        code="IND205",
        why=Text(
            "A unit is a word, or words joined by / and ·. What cannot be taken apart this "
            "way cannot be converted or checked either.",
            "单位是一个词，或用 / 和 · 连接的几个词。不能这样分解的写法，无法换算，也无法核对。",
        ),
        avoid="人均成本 >= 5 元//人 weight 5",
        prefer="人均成本 >= 5 元/人 weight 5",
        related=("IND204",),
    ),
    Page(
        code="IND206",
        why=Text(
            "A unit has one meaning. If 万元 were 1000 元 in one ruleset, its scores could "
            "not be compared with any other's.",
            "一个单位只有一种含义。若某个规则集里的“万元”是 1000 元，它的得分就无法与其他规则"
            "集比较。",
        ),
        avoid="unit 万元 = 1000 元\n项目收入 >= 5 万元 weight 5",
        prefer="项目收入 >= 5 万元 weight 5",
    ),
    Page(
        code="IND207",
        why=Text(
            "A bare target accepts bare actuals only: 332344 is scored, 332344 件 is refused. "
            "If the figure counts something, say what.",
            "目标值没有单位，就只接受没有单位的实际值：填 332344 可以计分，填 332344 件则不接"
            "受。计数的指标请写明单位。",
        ),
        avoid="年办件量 >= 200000 weight 20",
        prefer="年办件量 >= 200000 件 weight 20",
        related=("IND115", "IND204"),
    ),
    Page(
        code="IND208",
        why=Text(
            "A figure that is worked out from itself has no value. One of the figures in the "
            "circle must be reported by the office.",
            "由自身推算出来的数没有值。循环中至少有一个数须由单位填报。",
        ),
        avoid="let 甲 = 乙\nlet 乙 = 甲\n甲 >= 1 件 weight 5",
        prefer="input 乙 件\nlet 甲 = 乙\n甲 >= 1 件 weight 5",
        related=("IND203",),
    ),
    Page(
        code="IND209",
        why=Text(
            "Forms often say 优良中低差 without saying what each level is worth. The ruleset "
            "has to state it, because the score depends on it.",
            "表中常写“优良中低差”而不写各等次折合多少分。得分取决于此，规则集必须写明。",
        ),
        avoid="服务质量 is 优良中低差 weight 10",
        prefer=(
            "scale 优良中低差 = 优 100, 良 80, 中 60, 低 30, 差 0\n服务质量 is 优良中低差 weight 10"
        ),
        related=("IND211", "IND313"),
    ),
    Page(
        code="IND210",
        why=Text(
            "In a sum, `2023年收入` reads as the number 2023 with the unit 年收入. Quotation "
            "marks make it the name it is meant to be.",
            "在算式里，“2023年收入”会读成数 2023 加单位“年收入”。加上引号才是名称。",
        ),
        avoid=(
            "input 2023年收入 万元\n"
            "input 收入 万元\n"
            "let 比值 = 收入 / 2023年收入\n"
            "比值 >= 100 % weight 5"
        ),
        prefer=(
            "input 2023年收入 万元\n"
            "input 收入 万元\n"
            'let 比值 = 收入 / "2023年收入"\n'
            "比值 >= 100 % weight 5"
        ),
        related=("IND203",),
    ),
    Page(
        code="IND211",
        why=Text(
            "A level or a grade that stands twice would have two values, and the order of "
            "writing must not decide.",
            "同一等次或等级写两次，就有两个取值，而先写后写不应决定得分。",
        ),
        avoid="scale 优良差 = 优 100, 优 90, 差 0\n服务质量 is 优良差 weight 10",
        prefer="scale 优良差 = 优 100, 良 80, 差 0\n服务质量 is 优良差 weight 10",
        related=("IND209", "IND307"),
    ),
    Page(
        code="IND212",
        why=Text(
            "A figure that is worked out and used nowhere earns no points. Most often the "
            "rule that should score it was forgotten, or its name is spelt differently.",
            "算出而没有用到的数不产生得分。多半是漏写了给它计分的规则，或名称写法不一致。",
        ),
        avoid=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "年办件量 >= 200000 件 weight 20"
        ),
        prefer=(
            "input 预算数 万元\n"
            "input 执行数 万元\n"
            "let 执行率 = 执行数 / 预算数\n"
            "执行率 >= 100 % weight 10"
        ),
        related=("IND203",),
    ),
)
