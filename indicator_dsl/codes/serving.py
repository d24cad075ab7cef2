"""Code IND891: servers for editors and assistants. Holds sentences only."""

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
