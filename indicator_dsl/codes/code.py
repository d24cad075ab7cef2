"""What a code is and how it becomes a diagnostic or a finding. Holds no message of its own."""

from attrs import frozen

from indicator_dsl.diagnostics import Diagnostic, Finding, Fix, Label, Severity
from indicator_dsl.source import Place
from indicator_dsl.values import Value
from indicator_dsl.wording import Text

_NOTHING = Text("", "")


@frozen(eq=False, repr=False)
class Code(Value):
    """A stable number and name with the sentences that belong to it.

    `message` and `help` are templates with `{fields}`; `help` is empty when each use brings its
    own.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    help: Text = _NOTHING

    def at(
        self,
        place: Place,
        *others: Label,
        label: Text = _NOTHING,
        notes: tuple[Text, ...] = (),
        advice: Text | None = None,
        citation: str = "",
        fix: Fix | None = None,
        **fields: object,
    ) -> Diagnostic:
        """A diagnostic that points at `place` first and at `others` besides.

        Args:
            place: Where to look first.
            others: The other places that took part, each with its words.
            label: A few words under the first place.
            notes: Further sentences, shown below.
            advice: Help for this very case; the code's own template when not given.
            citation: The basis the source quotes there, or empty.
            fix: The correction where there is only one.
            fields: What the templates ask for.
        """
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=self.severity,
            message=self.message.filled(**fields),
            labels=(Label(place, label), *others),
            notes=notes,
            help=self._help(advice, fields),
            citation=citation,
            fix=fix,
        )

    def of_file(self, file: str, **fields: object) -> Diagnostic:
        """A diagnostic about a file as a whole, with no text to point into."""
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=self.severity,
            message=self.message.filled(file=file, **fields),
            help=self._help(None, {"file": file, **fields}),
            file=file,
        )

    def finding(self, indicator: str = "", **fields: object) -> Finding:
        """A finding about one line, or about the whole sheet when `indicator` is empty."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            message=self.message.filled(indicator=indicator, **fields),
            indicator=indicator,
            ask=self._help(None, {"indicator": indicator, **fields}),
        )

    def _help(self, advice: Text | None, fields: dict[str, object]) -> Text | None:
        if advice is not None:
            return advice
        return self.help.filled(**fields) if self.help.en else None
