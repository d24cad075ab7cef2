"""The server for assistants, asked by a real client over standard input and output."""

import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

RULES = "年办件量 >= 200000 件 weight 20 by ratio\n"
ACTUALS = "年办件量 = 180000 件\n"


def test_the_three_tools_read_and_answer() -> None:
    async def run() -> None:
        command = StdioServerParameters(command=sys.executable, args=["-m", "indicator_dsl", "mcp"])
        async with (
            stdio_client(command) as (reading, writing),
            ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            assert [tool.name for tool in tools] == ["check", "score", "explain"]
            for tool in tools:
                assert tool.annotations is not None
                assert tool.annotations.read_only_hint
                assert not tool.annotations.destructive_hint

            async def answer(tool: str, **asked: str) -> dict[str, object]:
                result = await session.call_tool(tool, asked)
                assert not result.is_error
                content = result.structured_content
                assert isinstance(content, dict)
                return content

            checked = await answer("check", ruleset="年办件量 => 5 件 weight 20", language="zh")
            assert not checked["is_valid"]
            assert "IND102" in json.dumps(checked)
            # 20 · 180000 / 200000 = 18.
            scored = await answer("score", ruleset=RULES, actuals=ACTUALS)
            card = scored["card"]
            assert isinstance(card, dict)
            assert card["total"] == "18.00"
            told = await answer("explain", ruleset=RULES, actuals=ACTUALS, language="zh")
            assert "20 × 180000 / 200000 = 18.00" in str(told["explanation"])
            shipped = await answer("score", ruleset="chaoyang-window-2024")
            card = shipped["card"]
            assert isinstance(card, dict)
            assert card["total"] == "98.00"

    asyncio.run(asyncio.wait_for(run(), 120))
