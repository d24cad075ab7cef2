"""One visit of the page: its questions by name, and what it has open. Never raises."""

import json
from collections.abc import Callable
from typing import Final

from attrs import define, field, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.page import trying, writing
from indicator_dsl.page.auditing import Inbox
from indicator_dsl.page.questions import Question, Record
from indicator_dsl.page.shelf import code_page, examples, facts
from indicator_dsl.rendering import diagnostics_to_dict

_FAILED: Final = "failed"


@frozen(kw_only=True)
class Answer:
    """What the page is told: `text` is JSON, `content` the bytes of a file, empty mostly."""

    text: str
    content: bytes = b""


@define
class Visit:
    """What one page has open, and the answers to its questions.

    Example:
        >>> visit = Visit()
        >>> visit.ask('{"ask": "code", "code": "IND701", "lang": "en"}').text[:15]
        '{"markdown": "#'
    """

    _inbox: Inbox = field(factory=Inbox)
    _desk: writing.Desk = field(factory=writing.Desk)

    def ask(self, question: str, content: bytes = b"") -> Answer:
        """The answer to a question; what fails is said in it, under `failed`.

        Args:
            question: JSON: an object with `ask`, the name of the question, and what it needs.
            content: The bytes of a file, where the question is about one.
        """
        asked = Question(json.loads(question), content)
        try:
            record = self._answers[asked.text("ask")](asked)
        except Exception as fault:  # noqa: BLE001 - a page has nobody to catch it
            why = f"{type(fault).__name__}: {fault}"
            record = _refused(codes.DEFECT.of_file("", why=why), asked)
        file = record.pop("content", b"")
        text = json.dumps(record, ensure_ascii=True)
        return Answer(text=text, content=file if isinstance(file, bytes) else b"")

    @property
    def _answers(self) -> dict[str, Callable[[Question], Record]]:
        return {
            "facts": facts,
            "examples": examples,
            "code": code_page,
            "read": self._inbox.read,
            "audit": self._inbox.audit,
            "form": self._inbox.form,
            "report": self._inbox.report,
            "rules": self._inbox.rules,
            "analyse": self._desk.analyse,
            "corrections": self._desk.corrections,
            "complete": self._desk.complete,
            "hover": self._desk.hover,
            "format": self._desk.format,
            "sheet": trying.sheet,
            "score": trying.score,
        }


def _refused(said: Diagnostic, asked: Question) -> Record:
    return {_FAILED: diagnostics_to_dict([said], asked.lang)["diagnostics"]}
