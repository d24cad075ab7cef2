"""Pages of the codes IND871 to IND873: curves drawn, and pages printed by a browser.

Holds words only.
"""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND871",
        kind="file",
        summary=Text("no browser was found to print a report", "没有找到可用来生成报告的浏览器"),
        why=Text(
            "A PDF is made by a browser that is on the machine already; nothing is brought along "
            "and nothing is sent anywhere.",
            "PDF 由本机已有的浏览器生成；程序不自带浏览器，也不向外发送任何内容。",
        ),
        avoid=(
            "# there is no such program\n"
            "indicator-dsl report ruleset.ind achieved.act -o report.pdf --browser nowhere"
        ),
        prefer="indicator-dsl report ruleset.ind achieved.act -o report.html",
        related=("IND872",),
    ),
    Page(
        code="IND872",
        kind="file",
        why=Text(
            "The program was found and could not be run, took too long, or wrote no PDF. Nothing "
            "half-finished is left behind.",
            "程序找到了浏览器，但无法运行、超时或没有写出 PDF；不会留下不完整的文件。",
        ),
        avoid=(
            "# picture.ind is no program\n"
            "indicator-dsl report ruleset.ind achieved.act -o report.pdf --browser picture.ind"
        ),
        prefer="indicator-dsl report ruleset.ind achieved.act -o report.html",
        related=("IND871",),
    ),
    Page(
        code="IND873",
        kind="file",
        why=Text(
            "A curve gives points for every figure. A scale has levels and a checklist has items, "
            "which a table shows better.",
            "曲线表示每个数值得多少分；等次和要点没有连续的数值，用表格更清楚。",
        ),
        avoid=(
            "# graded.ind: 服务水平 is 优良差 weight 10\nindicator-dsl plot graded.ind 服务水平"
        ),
        prefer="indicator-dsl plot ruleset.ind 年办件量",
        related=("IND809",),
    ),
)
