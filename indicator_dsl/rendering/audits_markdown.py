"""An audited form as a working paper in Markdown, to paste into a document and sign.

Sets what the audit found, and adds nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from indicator_dsl.audit import Audit, AuditFinding
from indicator_dsl.rendering import audit_words as words, labels
from indicator_dsl.rendering.audit_groups import assumptions_of
from indicator_dsl.rendering.audit_rows import rows_table
from indicator_dsl.rendering.audit_verdicts import summary_of
from indicator_dsl.rendering.markdown import escaped
from indicator_dsl.rendering.outline import outline_markdown
from indicator_dsl.wording import Lang, Text, same

_TITLE: Final = Text("Audit of a self-evaluation form", "自评表核查底稿")
_BLANK: Final = "________"


def audit_markdown(audit: Audit, lang: Lang = "en") -> str:
    """The audited form as Markdown: rows, findings with sums, cells and questions, assumptions.

    Everything the form says is escaped. The last line is ended.

    Args:
        audit: The audited form.
        lang: The language of the words around what the form says.
    """
    return "\n".join(_lines(audit, lang)) + "\n"


def _lines(audit: Audit, lang: Lang) -> Iterator[str]:
    title = words.SAYS.filled(name=_TITLE, words=words.title_of_form(audit)).in_lang(lang)
    yield f"# {escaped(title)}"
    yield ""
    year = words.year_of(audit)
    facts = [*words.facts_of(audit)]
    if year:
        facts.insert(1, (words.YEAR, same(year)))
    for label, said in facts:
        yield f"- {_said(label, said, lang)}"
    yield ""
    yield f"**{escaped(summary_of(audit).in_lang(lang))}**"
    if audit.rows:
        yield from _heading(words.ROWS, lang)
        yield outline_markdown([rows_table(audit, lang)]).rstrip("\n")
    yield from _heading(words.FINDINGS, lang)
    if audit.findings:
        yield escaped(words.count_text(audit.findings).in_lang(lang))
        yield ""
        for number, finding in enumerate(audit.findings, 1):
            yield from _finding(number, finding, lang)
    else:
        yield escaped(words.nothing_found(audit).in_lang(lang))
    lost = [words.not_understood(row) for row in audit.rows if not row.reading.is_understood]
    unread = [words.cells_text([cell]) for cell in audit.transcript.unread]
    assumed = [
        words.named(each.title.in_lang(lang), each.indicators, 0, lang)
        for each in assumptions_of(audit)
    ]
    yield from _listed(words.ASSUMED, [same(each) for each in assumed], lang)
    yield from _listed(words.NOT_UNDERSTOOD, lost, lang)
    yield from _listed(words.UNREAD, unread, lang)
    yield ""
    yield labels.SIGNATURE.filled(blank=_BLANK).in_lang(lang)


def _heading(heading: Text, lang: Lang) -> Iterator[str]:
    yield ""
    yield f"## {heading.in_lang(lang)}"
    yield ""


def _said(label: Text, said: Text, lang: Lang) -> str:
    return escaped(words.SAYS.filled(name=label, words=said).in_lang(lang))


def _finding(number: int, finding: AuditFinding, lang: Lang) -> Iterator[str]:
    said = finding.finding
    indent = " " * len(f"{number}. ")
    message = escaped(said.message.in_lang(lang))
    yield f"{number}. **{said.code} {said.name}** {message}"
    if finding.arithmetic is not None:
        yield f"{indent}- {_said(words.SUM, finding.arithmetic, lang)}"
    cells = words.cells_text(finding.cells)
    if cells.en:
        yield f"{indent}- {_said(words.CELLS, cells, lang)}"
    level = words.LEVELS[finding.confidence]
    yield f"{indent}- {escaped(words.CONFIDENCE.filled(level=level).in_lang(lang))}"
    if said.ask is not None:
        question = words.SAYS.filled(name=words.QUESTION, words=said.ask)
        yield f"{indent}- *{escaped(question.in_lang(lang))}*"


def _listed(heading: Text, texts: Sequence[Text], lang: Lang) -> Iterator[str]:
    if not texts:
        return
    yield from _heading(heading, lang)
    yield from (f"- {escaped(text.in_lang(lang))}" for text in texts)
