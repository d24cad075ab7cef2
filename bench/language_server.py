"""How long an editor waits: a sheet of 10,000 rules, opened and typed in, over standard input.

Run with: python bench/language_server.py [RULES]
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from statistics import median

from attrs import define, field
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

URI = "file:///bench/a.ind"
REPEATS = 5
TYPED = " over 130% explain"


def sheet(count: int) -> str:
    """A sheet of so many rules, ten under each heading."""
    lines = ["total 100", "round 2 each"]
    for number in range(count):
        if number % 10 == 0:
            lines.append(f"[第{number // 10}部分]")
        lines.append(f"指标{number} >= {number + 5} 件 weight 0.01")
        lines += ["  by ratio", '  basis "财预〔2020〕10号" 第十七条']
    return "\n".join([*lines, ""])


@define
class Editor:
    """An editor with one text, which it types into behind one rule."""

    client: LanguageClient
    lines: list[str]
    line: int
    version: int = 1
    published: "asyncio.Queue[tuple[float, int | None, int]]" = field(factory=asyncio.Queue)

    @classmethod
    async def started(cls, text: str) -> "Editor":
        """An editor whose server runs; the text is not open yet."""
        lines = text.split("\n")
        rules = [number for number, line in enumerate(lines) if line.startswith("指标")]
        editor = cls(LanguageClient("bench", "1"), lines, rules[len(rules) // 2])

        def keep(params: lsp.PublishDiagnosticsParams) -> None:
            said = (time.perf_counter(), params.version, len(params.diagnostics))
            editor.published.put_nowait(said)

        editor.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(keep)
        await editor.client.start_io(sys.executable, "-m", "indicator_dsl", "lsp")
        await editor.client.initialize_async(
            lsp.InitializeParams(capabilities=lsp.ClientCapabilities())
        )
        editor.client.initialized(lsp.InitializedParams())
        await asyncio.sleep(2)  # an editor shows its window first
        return editor

    def open(self) -> None:
        """Opens the text."""
        document = lsp.TextDocumentItem(URI, "indicator", self.version, "\n".join(self.lines))
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    def typed(self, written: str, back: int = 0) -> None:
        """Writes behind the rule, over so many characters."""
        line = self.lines[self.line]
        start, end = len(line) - back, len(line)
        self.lines[self.line] = line[:start] + written
        self.version += 1
        here = lsp.Range(lsp.Position(self.line, start), lsp.Position(self.line, end))
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(self.version, URI),
                [lsp.TextDocumentContentChangePartial(here, written)],
            )
        )

    async def said(self, *, times: int = 1) -> float:
        """How long until the diagnostics of the present version came, the last of so many."""
        began = time.perf_counter()
        while times:
            when, version, _ = await self.published.get()
            times -= version == self.version
        return when - began

    async def complete(self) -> None:
        """Asks what may stand behind the rule."""
        here = lsp.Position(self.line, len(self.lines[self.line]))
        document = lsp.TextDocumentIdentifier(URI)
        await self.client.text_document_completion_async(lsp.CompletionParams(document, here))

    async def hover(self) -> None:
        """Points at the next rule."""
        here = lsp.Position(self.line + 3, 1)
        document = lsp.TextDocumentIdentifier(URI)
        await self.client.text_document_hover_async(lsp.HoverParams(document, here))


async def waited(question: Callable[[], Awaitable[None]]) -> float:
    """How long a question takes."""
    began = time.perf_counter()
    await question()
    return time.perf_counter() - began


def told(what: str, waits: list[float]) -> None:
    """Prints a line of the table."""
    print(f"{what:44}{median(waits):8.3f} s   at most {max(waits):.3f} s   {len(waits)} times")


async def measure(count: int) -> None:
    """Opens the sheet, types behind a rule in its middle, asks on the way."""
    editor = await Editor.started(sheet(count))
    editor.open()
    told("open to diagnostics", [await editor.said()])
    rule = editor.lines[editor.line]
    keys: list[float] = []
    pointed: list[float] = []
    for key in TYPED:
        editor.typed(key)
        keys.append(await waited(editor.complete))
        pointed.append(await waited(editor.hover))
        await asyncio.sleep(0.1)
    await editor.said(times=2)  # a preview, then all of it
    told("completion, key by key", keys)
    told("hover, key by key", pointed)
    broken: list[float] = []
    sound: list[float] = []
    for _ in range(REPEATS):
        for written, waits in ((TYPED[:-1], broken), (TYPED, sound)):
            await asyncio.sleep(1)  # for the names of the last analysis
            editor.typed(written, len(editor.lines[editor.line]) - len(rule))
            waits.append(await editor.said(times=2))
    told("an edit to diagnostics, the sheet sound", sound)
    told("an edit to diagnostics, a line broken", broken)
    keys, pointed = [], []
    for _ in range(REPEATS):
        await asyncio.sleep(1)
        editor.typed(".", 1)
        answered = asyncio.create_task(editor.said(times=2))
        await asyncio.sleep(0.3)  # longer than the pause that is waited for
        while not answered.done():
            keys.append(await waited(editor.complete))
            pointed.append(await waited(editor.hover))
            await asyncio.sleep(0.03)
    told("completion while an edit is worked out", keys)
    told("hover while an edit is worked out", pointed)
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    await editor.client.stop()  # type: ignore[no-untyped-call]  # pygls has no type here


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
