"""Page of the code IND891: servers for editors and assistants. Holds words only."""

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
)
