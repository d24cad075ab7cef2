"""Pages of the codes IND891 to IND893: servers, and the page in a browser. Holds words only."""

from typing import Final

from indicator_dsl.codes.pages.page import Page
from indicator_dsl.wording import Text

PAGES: Final = (
    Page(
        code="IND891",
        kind="file",
        why=Text(
            "A server for editors (`lsp`) or for assistants (`mcp`) needs packages that scoring "
            "does not; they are left out unless asked for.",
            "编辑器服务（`lsp`）和智能助手服务（`mcp`）需要计分用不到的包，默认不安装。",
        ),
        avoid="",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND418",),
    ),
    Page(
        code="IND892",
        kind="file",
        why=Text(
            "The page is a folder of files that are built apart from the library, since they carry "
            "a Python of their own. It comes with the extra `page`, or is built in a checkout.",
            "网页是一个自带 Python 的文件夹，与程序分开构建，"
            "随附加组件 page 安装，或在源码目录中构建。",
        ),
        avoid="indicator-dsl page --from no-such-folder -o copied",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND891",),
    ),
    Page(
        code="IND893",
        kind="file",
        why=Text(
            "Another program listens there already, often an earlier `page --serve`, or the system "
            "keeps the port for itself.",
            "该端口已被别的程序占用（常常是先前的 `page --serve`），或为系统保留。",
        ),
        avoid="",
        prefer="indicator-dsl check ruleset.ind",
        related=("IND892",),
    ),
)
