"""The language server, asked by a real client over standard input and output."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from indicator_dsl.servers.language_server import server_for

# 𠮷 and 𪚥 are two UTF-16 units each: every place behind them tells right counting from wrong.
RULES = """ruleset "窗口" 2024
scale 优良差 = 优 100, 良 80, 差 0
input 𠮷收入 万元
input 支出 万元
let 𪚥率 = 支出 / 𠮷收入
[产出 / 𠮷类] 30
𠮷办件量 >= 200000 件 weight 20 by ratio
𪚥率 >= 90 % weight 10
[效益] 20
服务水平 is 优良差 weight 20
"""
ACTUALS = """𠮷收入 = 100 万元
支出 = 81 万元
𠮷办件量 = 180000 件
服务水平 = 良
"""
TIMEOUT = 60


class Client:
    """An editor with one folder, that keeps the diagnostics it is sent."""

    def __init__(self, encodings: list[lsp.PositionEncodingKind | str] | None = None) -> None:
        self.lsp = LanguageClient("test", "1")
        self.published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.encodings = encodings
        published = self.published

        def keep(params: lsp.PublishDiagnosticsParams) -> None:
            published.put_nowait(params)

        self.lsp.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(keep)

    async def start(self, locale: str = "en") -> lsp.InitializeResult:
        await self.lsp.start_io(sys.executable, "-m", "indicator_dsl", "lsp", "--stdio")
        general = lsp.GeneralClientCapabilities(position_encodings=self.encodings)
        answer = await self.lsp.initialize_async(
            lsp.InitializeParams(
                capabilities=lsp.ClientCapabilities(general=general), locale=locale
            )
        )
        self.lsp.initialized(lsp.InitializedParams())
        return answer

    async def stop(self) -> None:
        await self.lsp.shutdown_async(None)
        self.lsp.exit(None)
        await self.lsp.stop()  # type: ignore[no-untyped-call]  # pygls has no type here

    def open(self, path: Path, text: str) -> lsp.TextDocumentIdentifier:
        uri = path.as_uri()
        self.lsp.text_document_did_open(
            lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "indicator", 1, text))
        )
        return lsp.TextDocumentIdentifier(uri)

    async def diagnostics(
        self, document: lsp.TextDocumentIdentifier, version: int
    ) -> list[lsp.Diagnostic]:
        while True:
            found = await self.published.get()
            if found.uri == document.uri and found.version == version:
                return list(found.diagnostics)


Question = Callable[[Client, Path], Awaitable[None]]
Ask = Callable[[Question], None]


@pytest.fixture(scope="module")
def editor() -> Iterator[tuple[asyncio.Runner, Client]]:
    """One editor for all tests: each opens files of its own."""
    with asyncio.Runner() as runner:
        client = runner.run(_started())
        yield runner, client
        runner.run(client.stop())


async def _started() -> Client:
    client = Client()
    await client.start()
    return client


@pytest.fixture
def ask(editor: tuple[asyncio.Runner, Client], tmp_path: Path) -> Ask:
    runner, client = editor
    return lambda question: runner.run(asyncio.wait_for(question(client, tmp_path), TIMEOUT))


def tried_alone(question: Question, folder: Path, client: Client, locale: str) -> None:
    async def run() -> None:
        await client.start(locale)
        try:
            await question(client, folder)
        finally:
            await client.stop()

    asyncio.run(asyncio.wait_for(run(), TIMEOUT))


def at(text: str, words: str, *, inside: int = 1) -> lsp.Position:
    """Where the words stand, as an editor counts: independently of the server, by encoding."""
    before = text[: text.index(words) + inside]
    line = before.count("\n")
    column = before.rsplit("\n", 1)[-1]
    return lsp.Position(line, len(column.encode("utf-16-le")) // 2)


def words_at(text: str, where: lsp.Range) -> str:
    lines = text.split("\n")
    assert where.start.line == where.end.line
    units = lines[where.start.line].encode("utf-16-le")
    return units[where.start.character * 2 : where.end.character * 2].decode("utf-16-le")


def applied(text: str, edits: list[lsp.TextEdit]) -> str:
    lines = text.split("\n")

    def offset(place: lsp.Position) -> int:
        units = lines[place.line].encode("utf-16-le")[: place.character * 2]
        return sum(len(line) + 1 for line in lines[: place.line]) + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda each: offset(each.range.start), reverse=True):
        start, end = offset(edit.range.start), offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text


def test_a_mistake_is_underlined_corrected_and_gone(ask: Ask) -> None:
    async def question(client: Client, folder: Path) -> None:
        text = "𠮷办件量 => 200000 件 weight 20\n"
        document = client.open(folder / "a.ind", text)
        (found,) = await client.diagnostics(document, 1)
        assert (found.code, words_at(text, found.range)) == ("IND102", "=>")
        assert found.severity is lsp.DiagnosticSeverity.Error
        actions = await client.lsp.text_document_code_action_async(
            lsp.CodeActionParams(document, found.range, lsp.CodeActionContext([found]))
        )
        assert actions is not None
        (action,) = actions
        assert isinstance(action, lsp.CodeAction)
        assert action.is_preferred
        assert action.edit is not None
        assert action.edit.changes is not None
        (edit,) = action.edit.changes[document.uri]
        client.lsp.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(2, document.uri),
                [lsp.TextDocumentContentChangePartial(edit.range, edit.new_text)],
            )
        )
        left = await client.diagnostics(document, 2)
        assert [each.code for each in left if each.severity is lsp.DiagnosticSeverity.Error] == []

    ask(question)


def test_related_places(ask: Ask) -> None:
    async def question(client: Client, folder: Path) -> None:
        text = "input 𠮷数 件\ninput 天数 天\nlet 和 = 𠮷数 + 天数\n和 >= 1 件 weight 5\n"
        document = client.open(folder / "a.ind", text)
        found = next(e for e in await client.diagnostics(document, 1) if e.code == "IND204")
        assert words_at(text, found.range) == "天数"
        related = found.related_information
        assert related
        assert {words_at(text, each.location.range) for each in related} >= {"𠮷数"}

    ask(question)


def test_completion_while_typing(ask: Ask) -> None:
    async def question(client: Client, folder: Path) -> None:
        text = f"{RULES}𠮷新指标 >= 5 万元 分值 3 w\n"
        document = client.open(folder / "a.ind", text)
        await client.diagnostics(document, 1)

        async def offered(where: lsp.Position) -> dict[str, lsp.CompletionItem]:
            answer = await client.lsp.text_document_completion_async(
                lsp.CompletionParams(document, where)
            )
            assert isinstance(answer, lsp.CompletionList)
            return {item.label: item for item in answer.items}

        when = (await offered(at(text, "分值 3 w", inside=6)))["when"]
        assert isinstance(when.text_edit, lsp.TextEdit)
        assert words_at(text, when.text_edit.range) == "w"
        assert list(await offered(at(text, "服务水平 is 优", inside=8))) == ["优良差"]
        names = await offered(at(text, "= 支出 / ", inside=7))
        assert {"𠮷收入", "支出"} <= names.keys()
        assert "万元" in await offered(at(text, "支出 万元", inside=3))

    ask(question)


def test_hover_tells_the_rule_and_what_it_earned(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.act").write_text(ACTUALS, encoding="utf-8")

    async def question(client: Client, folder: Path) -> None:
        document = client.open(folder / "a.ind", RULES)
        answer = await client.lsp.text_document_hover_async(
            lsp.HoverParams(document, at(RULES, "𠮷办件量"))
        )
        assert answer is not None
        assert isinstance(answer.contents, lsp.MarkupContent)
        assert "in proportion" in answer.contents.value
        assert "18.00 of 20" in answer.contents.value
        assert "┊" in answer.contents.value  # the curve, with the line of its target
        assert answer.range is not None
        assert words_at(RULES, answer.range) == "𠮷办件量"

    ask(question)


def test_notes_beside_the_text(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.act").write_text(ACTUALS, encoding="utf-8")

    async def question(client: Client, folder: Path) -> None:
        document = client.open(folder / "a.ind", RULES)
        whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
        answer = await client.lsp.text_document_inlay_hint_async(
            lsp.InlayHintParams(document, whole)
        )
        assert answer is not None
        # 20 · 180000/200000 = 18; 81/100 = 81 % of 90 %: 10 · 81/90 = 9; 良: 20 · 80 % = 16.
        assert [each.label for each in answer] == [
            "27.00 of 30",
            "18.00 of 20, 2.00 to win",
            "9.00 of 10, 1.00 to win",
            "16.00 of 20",
            "16.00 of 20, 4.00 to win",
        ]
        assert str(answer[1].tooltip) == "𠮷办件量 needs at least 200000 件: 20000 件 more"

    ask(question)


def test_definition_and_references(ask: Ask) -> None:
    async def question(client: Client, folder: Path) -> None:
        document = client.open(folder / "a.ind", RULES)

        async def defined(where: lsp.Position) -> list[str]:
            answer = await client.lsp.text_document_definition_async(
                lsp.DefinitionParams(document, where)
            )
            assert isinstance(answer, list)
            found = [each for each in answer if isinstance(each, lsp.Location)]
            return [words_at(RULES, each.range) for each in found]

        used = at(RULES, "𠮷收入\n[")
        assert await defined(used) == ["𠮷收入"]
        assert await defined(at(RULES, "优良差 weight")) == ["优良差"]
        assert await defined(at(RULES, "𪚥率 >=")) == ["𪚥率", "𪚥率"]
        answer = await client.lsp.text_document_references_async(
            lsp.ReferenceParams(lsp.ReferenceContext(True), document, used)
        )
        assert answer is not None
        assert [each.range.start.line for each in answer] == [2, 4]

    ask(question)


def test_a_profile_is_gone_to(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "共用.ind").write_text("round 2 each\n", encoding="utf-8")

    async def question(client: Client, folder: Path) -> None:
        text = "use 共用.ind\n量 >= 5 件 weight 5\n"
        document = client.open(folder / "a.ind", text)
        answer = await client.lsp.text_document_definition_async(
            lsp.DefinitionParams(document, at(text, "共用"))
        )
        assert isinstance(answer, list)
        assert [each.uri for each in answer if isinstance(each, lsp.Location)] == [
            (folder / "共用.ind").as_uri()
        ]

    ask(question)


def test_renaming_takes_the_actuals_along(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.act").write_text(ACTUALS, encoding="utf-8")

    async def question(client: Client, folder: Path) -> None:
        document = client.open(folder / "a.ind", RULES)
        answer = await client.lsp.text_document_rename_async(
            lsp.RenameParams(document, at(RULES, "𠮷收入\n["), "𪚥收入 合计")
        )
        assert answer is not None
        assert answer.changes is not None
        renamed = applied(RULES, list(answer.changes[document.uri]))
        assert renamed == RULES.replace("𠮷收入", "𪚥收入 合计")
        beside = (folder / "a.act").as_uri()
        assert applied(ACTUALS, list(answer.changes[beside])).startswith("𪚥收入 合计 = 100 万元\n")

    ask(question)


def test_a_name_that_is_taken_is_refused(ask: Ask) -> None:
    async def question(client: Client, folder: Path) -> None:
        document = client.open(folder / "a.ind", RULES)
        with pytest.raises(Exception, match="is taken"):
            await client.lsp.text_document_rename_async(
                lsp.RenameParams(document, at(RULES, "𠮷收入\n["), "支出")
            )

    ask(question)


def test_layout_and_outline(ask: Ask) -> None:
    async def question(client: Client, folder: Path) -> None:
        text = "[𠮷类] 20\r\n𠮷办件量>=5 件   weight 20\r\n"
        document = client.open(folder / "a.ind", text)
        options = lsp.FormattingOptions(2, insert_spaces=True)
        edits = await client.lsp.text_document_formatting_async(
            lsp.DocumentFormattingParams(document, options)
        )
        assert edits is not None
        laid_out = applied(text.replace("\r\n", "\n"), list(edits))
        assert laid_out == "[𠮷类] 20\n𠮷办件量 >= 5 件 weight 20\n"
        symbols = await client.lsp.text_document_document_symbol_async(
            lsp.DocumentSymbolParams(document)
        )
        assert symbols is not None
        (section,) = symbols
        assert isinstance(section, lsp.DocumentSymbol)
        assert section.name == "𠮷类"
        assert section.children is not None
        assert [each.name for each in section.children] == ["𠮷办件量"]

    ask(question)


def test_an_editor_that_counts_in_bytes(tmp_path: Path) -> None:
    async def question(client: Client, folder: Path) -> None:
        document = client.open(folder / "a.ind", "𠮷量 => 5 件 weight 5\n")
        (found,) = await client.diagnostics(document, 1)
        # 𠮷 is four bytes, 量 three, the blank one.
        assert (found.range.start.character, found.range.end.character) == (8, 10)

    utf8: list[lsp.PositionEncodingKind | str] = [lsp.PositionEncodingKind.Utf8]
    tried_alone(question, tmp_path, Client(utf8), "en")


def test_chinese_is_spoken_to_a_chinese_editor(tmp_path: Path) -> None:
    async def question(client: Client, folder: Path) -> None:
        document = client.open(folder / "a.ind", "量 => 5 件 weight 5\n")
        (found,) = await client.diagnostics(document, 1)
        assert found.message.splitlines()[-1] == "建议：量 >= 5 件 weight 5"

    tried_alone(question, tmp_path, Client(), "zh-cn")


def test_what_the_server_offers() -> None:
    features = server_for("1", "en").protocol.fm.features
    assert {lsp.TEXT_DOCUMENT_INLAY_HINT, lsp.TEXT_DOCUMENT_RENAME} <= features.keys()
