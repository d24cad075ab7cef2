"""Codes IND871 to IND873: curves drawn, and pages printed by a browser. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

BROWSER_MISSING = Code(
    "IND871",
    "browser-missing",
    Severity.ERROR,
    Text(
        "no browser was found to print `{file}`{named}", "没有找到可用来生成“{file}”的浏览器{named}"
    ),
    Text(
        "install Chromium, Chrome or Edge, or write the page (-o report.html) and print it from "
        "any browser",
        "请安装 Chromium、Chrome 或 Edge；也可生成网页（-o report.html），再用任何浏览器打印",
    ),
)
BROWSER_FAILED = Code(
    "IND872",
    "browser-failed",
    Severity.ERROR,
    Text("the browser `{browser}` gave no PDF: {why}", "浏览器“{browser}”没有生成 PDF：{why}"),
    Text(
        "name another one with --browser, or write the page (-o report.html) and print it from it",
        "请用 --browser 指定其他浏览器；也可生成网页（-o report.html），再从网页打印",
    ),
)
NO_CURVE = Code(
    "IND873",
    "no-curve",
    Severity.ERROR,
    Text(
        "`{file}` is scored by a scale or by points, and has no curve to draw",
        "“{file}”按等次或要点计分，没有可画的曲线",
    ),
    Text(
        "indicator-dsl explain --indicator tells how it was scored",
        "indicator-dsl explain --indicator 可说明其得分",
    ),
)
