"""The server for assistants: three tools that read and change nothing. Answers none itself."""

from typing import Annotated, Final, Literal

from mcp.server.mcpserver import MCPServer
from mcp_types import ToolAnnotations
from pydantic import Field

from indicator_dsl.servers.answering import check_text, explain_texts, score_texts
from indicator_dsl.wording import Lang

_ABOUT: Final = (
    "Score sheets for performance indicators (项目支出绩效评价) as text: one rule a line, "
    "`NAME >= VALUE UNIT weight N`. Scores are exact; never work them out yourself, ask `score`, "
    "and quote `explain` for the reason of a lost point."
)
_READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_Ruleset = Annotated[str, Field(description="Text of a ruleset (.ind), or a shipped ruleset's id")]
_Actuals = Annotated[
    str,
    Field(
        description="Text of actuals (.act), `NAME = CELL` a line; "
        "empty for those that ship with a shipped ruleset"
    ),
]
_Indicator = Annotated[str, Field(description="One indicator's name; empty for every deduction")]
_Lang = Annotated[Literal["", "en", "zh"], Field(description="Language of the answer")]


def assistant_for(version: str, lang: Lang) -> MCPServer[None]:
    """A server with the three tools; `lang` is spoken where a question names none."""
    server: MCPServer[None] = MCPServer(
        "indicator-dsl", version=version, instructions=_ABOUT, log_level="WARNING"
    )

    @server.tool(annotations=_READS)
    def check(ruleset: _Ruleset, language: _Lang = "") -> dict[str, object]:
        """Check a ruleset: every mistake with its place, code and correction (检查评分规则)."""
        return check_text(ruleset, language or lang)

    @server.tool(annotations=_READS)
    def score(ruleset: _Ruleset, actuals: _Actuals = "", language: _Lang = "") -> dict[str, object]:
        """Score actuals by a ruleset: the total, every line, the findings (计算得分)."""
        return score_texts(ruleset, actuals, language or lang)

    @server.tool(annotations=_READS)
    def explain(
        ruleset: _Ruleset,
        actuals: _Actuals = "",
        indicator: _Indicator = "",
        language: _Lang = "",
    ) -> dict[str, object]:
        """Explain every lost point: asked, done, the sum, the rule, the remedy (说明扣分原因)."""
        return explain_texts(ruleset, actuals, indicator, language or lang)

    return server
