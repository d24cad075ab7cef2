"""Codes IND891 to IND893: servers, and the page in a browser. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

SERVER_MISSING = Code(
    "IND891",
    "server-missing",
    Severity.ERROR,
    Text(
        "the server needs the extra `{extra}`, which is not installed",
        "该服务需要附加组件“{extra}”，尚未安装",
    ),
    Text('pip install "indicator-dsl[{extra}]"', 'pip install "indicator-dsl[{extra}]"'),
)
PAGE_MISSING = Code(
    "IND892",
    "page-missing",
    Severity.ERROR,
    Text("the built page is not {where}", "{where}没有构建好的网页"),
    Text(
        'pip install "indicator-dsl[page]"; in a checkout: python web/build.py',
        'pip install "indicator-dsl[page]"；在源码目录中执行：python web/build.py',
    ),
)
PORT_UNUSABLE = Code(
    "IND893",
    "port-unusable",
    Severity.ERROR,
    Text("port {port} of this machine cannot be used: {why}", "本机端口 {port} 无法使用：{why}"),
    Text("--port 0 takes any that is free", "--port 0 自动选用空闲端口"),
)
