"""The texts an editor has open, and what is known of each, worked out behind its back.

A text is analysed in a thread once no key has been pressed for a moment; questions that need places
wait for that, the others are answered from what was known before. Knows no protocol.
"""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from attrs import define, field

from indicator_dsl.compiler import Library
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.editor import (
    Analysis,
    Edit,
    Encoding,
    Vocabulary,
    analyse_actuals,
    analyse_ruleset,
    edited,
    offset_at,
    preview_of,
    text_named,
    vocabulary_of,
)
from indicator_dsl.files import actuals_beside, library_for, read_source
from indicator_dsl.source import SourceText, Span
from indicator_dsl.wording import Lang

_LONG: Final = 40_000  # characters from which on the pauses of the author are waited for
_PAUSE: Final = 0.25
_SETTLE: Final = 0.02

_Answer = TypeVar("_Answer")
Published = Callable[["OpenText", SourceText, Iterable[Diagnostic]], None]
Place = tuple[int, int]


@define(eq=False)
class OpenText:
    """A text that is open: its newest state, and the newest of which all is known."""

    uri: str
    path: Path | None
    source: SourceText
    version: int = 0
    analysis: Analysis | None = None
    vocabulary: Vocabulary | None = None
    turn: int = 0  # counts every reason to look again
    known_turn: int = -1
    task: "asyncio.Task[None] | None" = None

    @property
    def is_actuals(self) -> bool:
        """Whether it is a file of actuals, by the end of its name."""
        return self.uri.lower().endswith(".act")

    @property
    def library(self) -> Library:
        """Where its profiles are found."""
        return library_for(self.path, self.source)


@define(eq=False)
class OpenTexts:
    """All open texts by their URI.

    `published` is told the diagnostics of a text whenever they change; `lang` says what an editor
    speaks.
    """

    published: Published
    lang: Callable[[], Lang]
    _texts: dict[str, OpenText] = field(factory=dict)
    _worker: ThreadPoolExecutor = field(factory=lambda: ThreadPoolExecutor(max_workers=1))

    def get(self, uri: str) -> OpenText | None:
        """The text, or None when it is not open."""
        return self._texts.get(uri)

    def open(self, uri: str, path: Path | None, text: str, version: int) -> None:
        """Takes a text in."""
        self._texts[uri] = OpenText(
            uri, path, text_named(path.name if path else uri, text), version
        )
        self._look_again(self._texts[uri])

    def change(
        self,
        uri: str,
        changes: Iterable[tuple[tuple[Place, Place] | None, str]],
        version: int,
        encoding: Encoding,
    ) -> None:
        """Makes an editor's changes, one after the other; one without a range is the whole text."""
        text = self._texts.get(uri)
        if text is None:
            return
        source = text.source
        for places, written in changes:
            new = text_named(source.name, written).text
            if places is not None:
                start, end = (offset_at(source, *place, encoding) for place in places)
                new = edited(source.text, [Edit(Span(start, max(start, end)), new)])
            source = SourceText(source.name, new)
        text.source, text.version = source, version
        if text.analysis is not None and len(source.text) > _LONG:
            self.published(text, source, preview_of(text.analysis, source))
        self._look_again(text)

    def close(self, uri: str) -> None:
        """Forgets a text."""
        text = self._texts.pop(uri, None)
        if text is not None and text.task is not None:
            text.task.cancel()

    def refresh(self) -> None:
        """Looks at every text again: a file beside one of them may have changed."""
        for text in self._texts.values():
            self._look_again(text, with_companion=False)

    async def current(self, uri: str) -> Analysis | None:
        """What is known of the newest state of a text, once it is known; None when not open."""
        text = self._texts.get(uri)
        while text is not None and text.known_turn != text.turn and text.task is not None:
            await asyncio.wait([text.task])
        return None if text is None else text.analysis

    async def recent(self, uri: str) -> Analysis | None:
        """What is known of a text: of a long one perhaps an earlier state, so that nobody waits."""
        text = self._texts.get(uri)
        if text is not None and text.analysis is not None and len(text.source.text) > _LONG:
            return text.analysis
        return await self.current(uri)

    def uri_beside(self, text: OpenText) -> str:
        """The URI by which the editor knows the file that belongs to a text; empty without one."""
        path = _beside(text)
        opened = (each.uri for each in self._texts.values() if path and each.path == path)
        return next(opened, "" if path is None else path.as_uri())

    async def aside(self, work: Callable[[], _Answer]) -> _Answer:
        """The answer of some work done in the thread of analyses, so that questions go on."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def beside(self, text: OpenText) -> SourceText | None:
        """The actuals of a ruleset, or the ruleset of actuals, as they are open or on disk."""
        path = _beside(text)
        if path is None:
            return None
        opened = next((each for each in self._texts.values() if each.path == path), None)
        return read_source(path, Collector()) if opened is None else opened.source

    # ---- the work behind

    def _look_again(self, text: OpenText, *, with_companion: bool = True) -> None:
        text.turn += 1
        if text.task is None or text.task.done():
            text.task = asyncio.get_running_loop().create_task(self._follow(text))
        if with_companion:
            for other in self._texts.values():
                if other is not text and text.path is not None and _beside(other) == text.path:
                    self._look_again(other, with_companion=False)

    async def _follow(self, text: OpenText) -> None:
        while text.known_turn != text.turn:
            turn = text.turn
            await asyncio.sleep(_PAUSE if len(text.source.text) > _LONG else _SETTLE)
            if turn != text.turn:  # another key was pressed
                continue
            analysis = await self.aside(self._analysing(text))
            text.analysis = analysis
            names = partial(vocabulary_of, analysis, self.lang())
            is_long = len(analysis.source.text) > _LONG
            if not is_long:
                text.vocabulary = await self.aside(names)
            if turn == text.turn:
                text.known_turn = turn
                self.published(text, analysis.source, analysis.diagnostics)
            if is_long:  # names change rarely, mistakes come and go
                text.vocabulary = await self.aside(names)

    def _analysing(self, text: OpenText) -> Callable[[], Analysis]:
        source, library, beside = text.source, text.library, self.beside(text)
        if not text.is_actuals:
            return partial(analyse_ruleset, source, library, beside, text.analysis)
        rules = library_for(_beside(text), beside) if beside else None
        return partial(analyse_actuals, source, beside, rules)


def _beside(text: OpenText) -> Path | None:
    """The file that belongs to an open one."""
    if text.path is None:
        return None
    if not text.is_actuals:
        found = actuals_beside(text.path)
        return found if isinstance(found, Path) and found.suffix == ".act" else None
    same_name = text.path.with_suffix(".ind")
    candidates = (same_name, text.path.parent / "ruleset.ind")
    return next((each for each in candidates if each.is_file()), None)
