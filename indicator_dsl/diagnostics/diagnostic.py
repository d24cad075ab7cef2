"""A diagnostic, its labels and the collector that keeps them all.

Drawing them is the rendering room's.
"""

from collections.abc import Callable
from enum import Enum

from attrs import evolve, frozen

from indicator_dsl.source import Place
from indicator_dsl.wording import Lang, Text


class Severity(Enum):
    """How grave a diagnostic is: an error leaves no ruleset, a warning and a note let it stand."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Label:
    """A place that took part, with a few words on its part."""

    place: Place
    text: Text


@frozen
class Fix:
    """A correction that changes no meaning: what to write at a place instead of what stands there.

    Its place is never empty and never reaches into a comment.
    """

    place: Place
    replacement: str


@frozen(kw_only=True)
class Diagnostic:
    """One mistake: what it is called, where it is, what to write instead.

    `labels` names every place involved, the one to look at first; it is empty only when there is
    no text to point into (a file that cannot be read).
    `citation` is the basis the source quotes there, or empty. `fix` is the correction where there
    is only one; None where the author must choose.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    labels: tuple[Label, ...] = ()
    notes: tuple[Text, ...] = ()
    help: Text | None = None
    citation: str = ""
    file: str = ""
    fix: Fix | None = None

    @property
    def place(self) -> Place | None:
        """The place to look at first; None when there is no text to point into."""
        return self.labels[0].place if self.labels else None

    @property
    def file_name(self) -> str:
        """The file the diagnostic speaks of, as its reader named it."""
        return self.place.source.name if self.place else self.file

    def sentence(self, lang: Lang = "en") -> str:
        """The message with its code, on one line.

        Example:
            >>> from indicator_dsl.wording import Text
            >>> Diagnostic(code="IND101", name="not-understood", severity=Severity.ERROR,
            ...            message=Text("no rule here", "这里没有规则")).sentence("zh")
            'IND101 not-understood: 这里没有规则'
        """
        return f"{self.code} {self.name}: {self.message.in_lang(lang)}"


def moved(said: Diagnostic, to: Callable[[Place], Place]) -> Diagnostic:
    """The same diagnostic about other places.

    Args:
        said: Of an earlier state of a text.
        to: Where a place is now.
    """
    labels = tuple(Label(to(each.place), each.text) for each in said.labels)
    fix = said.fix and Fix(to(said.fix.place), said.fix.replacement)
    return evolve(said, labels=labels, fix=fix)


def _order(diagnostic: Diagnostic) -> tuple[str, int, str]:
    start = diagnostic.place.span.start if diagnostic.place else -1
    return (diagnostic.file_name, start, diagnostic.code)


class Collector:
    """Keeps every diagnostic of a run, so that none hides another.

    Example:
        >>> Collector().has_errors
        False
    """

    def __init__(self) -> None:
        self._kept: list[Diagnostic] = []
        self.heard = 0
        """How many were told, those told twice included."""

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep one; the same one twice is kept once."""
        self.heard += 1
        if diagnostic not in self._kept[-8:]:
            self._kept.append(diagnostic)

    def extend(self, diagnostics: "tuple[Diagnostic, ...]") -> None:
        """Keep several."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @property
    def error_count(self) -> int:
        """How many of those kept are errors."""
        return sum(kept.severity is Severity.ERROR for kept in self._kept)

    @property
    def has_errors(self) -> bool:
        """Whether any kept diagnostic is an error."""
        return any(kept.severity is Severity.ERROR for kept in self._kept)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """All of them, by file and position."""
        return tuple(sorted(self._kept, key=_order))


class InputError(ValueError):
    """An input that cannot be used; carries all its diagnostics, errors and others."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "\n".join(_with_place(kept) for kept in self.diagnostics)


def _with_place(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    head = f"{place.source.name}:{place.start.line}:{place.start.column}: " if place else ""
    return head + diagnostic.sentence()


class RulesetError(InputError):
    """A ruleset with at least one error; `diagnostics` holds everything found."""


class ActualsError(InputError):
    """Actuals that cannot be read; `diagnostics` holds everything found."""


class FrameError(InputError):
    """A frame of columns that cannot be scored; `diagnostics` holds everything found."""


class FormError(InputError):
    """A file of reported forms that cannot be read; `diagnostics` holds everything found."""
