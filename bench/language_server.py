"""How long an editor waits: a sheet of 10,000 rules, opened and typed in, over standard input.

Run with: python bench/language_server.py [RULES]
"""

import asyncio
import sys
import time
from statistics import median

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

URI = "file:///bench/a.ind"


def sheet(count: int) -> str:
    """A sheet of so many rules, ten under each heading."""
    lines = ["total 100", "round 2 each"]
    for number in range(count):
        if number % 10 == 0:
            lines.append(f"[第{number // 10}部分]")
        lines.append(f"指标{number} >= {number + 5} 件 weight 0.01")
        lines += ["  by ratio", '  basis "财预〔2020〕10号" 第十七条']
    return "\n".join([*lines, ""])


async def measure(count: int) -> None:
    """Opens the sheet, types a word in its middle, asks between the keys."""
    client = LanguageClient("bench", "1")
    published: asyncio.Queue[int | None] = asyncio.Queue()

    def keep(params: lsp.PublishDiagnosticsParams) -> None:
        published.put_nowait(params.version)

    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(keep)
    await client.start_io(sys.executable, "-m", "indicator_dsl", "lsp")
    await client.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities()))
    client.initialized(lsp.InitializedParams())
    await asyncio.sleep(2)  # an editor shows its window first
    text = sheet(count)
    document = lsp.TextDocumentIdentifier(URI)
    began = time.perf_counter()
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(URI, "indicator", 1, text))
    )
    await published.get()
    print(
        f"open to diagnostics        {time.perf_counter() - began:8.3f} s  {len(text)} characters"
    )
    line = text.count("\n") // 2
    while not text.split("\n")[line].startswith("指标"):
        line += 1
    column = len(text.split("\n")[line])
    waits: list[float] = []
    for version, key in enumerate(" over 130% expl", 2):
        here = lsp.Position(line, column)
        client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version, URI),
                [lsp.TextDocumentContentChangePartial(lsp.Range(here, here), key)],
            )
        )
        column += 1
        began = time.perf_counter()
        await client.text_document_completion_async(
            lsp.CompletionParams(document, lsp.Position(line, column))
        )
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.1)
    print(f"completion, key by key     {median(waits):8.3f} s  at most {max(waits):.3f} s")
    began = time.perf_counter()
    while await published.get() != version:
        pass
    print(f"last key to its mistakes   {time.perf_counter() - began:8.3f} s")
    began = time.perf_counter()
    await client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(line, 1)))
    print(f"hover                      {time.perf_counter() - began:8.3f} s")
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]  # pygls has no type here


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
