"""`new`: a few questions, and a commented ruleset that compiles."""

import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeVar

import click

from indicator_dsl import codes
from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.cli.writing import write_text
from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import library_for, shipped_rulesets
from indicator_dsl.quantities import NotANumber, number_from_text
from indicator_dsl.rendering import Beginning, beginning_text
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Lang, Text

_TITLE: Final = Text("Title of the sheet", "评分表名称")
_YEAR: Final = Text("Year (empty: none)", "年度（可空）")
_PROFILE: Final = Text("Profile to use: {known} (empty: none)", "引用的方案：{known}（可空）")
_SECTION: Final = Text("Section (empty: no more)", "一级指标（空：结束）")
_POINTS: Final = Text("Points of {name}", "“{name}”的分值")
_WRITTEN: Final = Text(
    "{path} written. Next: indicator-dsl check {path}",
    "已写入 {path}。下一步：indicator-dsl check {path}",
)
_BAD_SECTION: Final = Text(
    "`{text}`: write a section as NAME=POINTS, points above 0",
    "“{text}”：请写作 名称=分值，分值大于 0",
)
_BAD_YEAR: Final = Text("`{text}` is no year of four digits", "“{text}”不是四位数的年度")
_BAD_TITLE: Final = Text("a title holds one line of text", "名称应为一行文字")
_YEAR_DIGITS: Final = 4
_Answer = TypeVar("_Answer")
_UNFIT: Final = frozenset('[]#"“”\n\r')


@click.command()
@click.argument("path", default="ruleset.ind")
@click.option("--title", help="Title of the sheet; with it nothing is asked (名称).")
@click.option("--year", help="Its year, four digits (年度).")
@click.option("--profile", help="A shipped ruleset, or a file beside, to use (引用).")
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar="NAME=POINTS",
    help='A section and its points, repeatable: "产出指标=50" (一级指标).',
)
@options.LANG
def new(
    path: str,
    title: str | None,
    year: str | None,
    profile: str | None,
    sections: tuple[str, ...],
    lang: str | None,
) -> None:
    """Begin a ruleset at PATH, by default ruleset.ind; - prints it (新建规则集).

    Asks for title, year, profile and sections unless --title is given. A file that exists is left
    as it is.
    """
    spoken = terminal.language(lang)
    collector = Collector()
    if path != inputs.STANDARD_INPUT and Path(path).exists():
        collector.add(codes.FILE_EXISTS.of_file(path))
    else:
        beginning = (
            _asked(path, spoken, year, profile, sections)
            if title is None
            else _stated(spoken, title, year, profile, sections)
        )
        _begin(path, beginning, spoken, collector)
    terminal.show_diagnostics(collector.sorted(), spoken, quiet=True)
    sys.exit(terminal.IN_ERROR if collector.has_errors else terminal.COMPUTED)


def _begin(path: str, beginning: Beginning, lang: Lang, collector: Collector) -> None:
    """Writes the text once it compiles; a file that came to be meanwhile is not overwritten."""
    text = beginning_text(beginning, lang)
    source = SourceText(path, text)
    found = None if path == inputs.STANDARD_INPUT else Path(path)
    trial = Collector()
    if compile_ruleset(source, trial, library_for(found, source)) is None:
        collector.extend(trial.sorted())
        return
    if found is None:
        click.echo(text, nl=False)
        return
    write_text(found, text, collector, is_new=True)
    if not collector.has_errors:
        click.echo(_WRITTEN.filled(path=path).in_lang(lang))


def _stated(
    lang: Lang, title: str, year: str | None, profile: str | None, sections: tuple[str, ...]
) -> Beginning:
    return Beginning(
        title=_title(title, lang),
        year=_year(year or "", lang),
        profile=profile or "",
        sections=[_section(section, lang) for section in sections],
    )


def _asked(
    path: str, lang: Lang, year: str | None, profile: str | None, sections: tuple[str, ...]
) -> Beginning:
    """What the author answers; what was given as an option is not asked for.

    An answer that will not do is asked for again.
    """
    title = click.prompt(_TITLE.in_lang(lang), value_proc=lambda said: _title(said, lang))
    said_year: int | None = (
        _prompted(_YEAR, lang, lambda said: _year(said.strip(), lang))
        if year is None
        else _year(year, lang)
    )
    if profile is None:
        known = ", ".join(each.id for each in shipped_rulesets())
        question = _PROFILE.filled(known=known)
        profile = _prompted(question, lang, lambda said: _profile(said.strip(), path, lang))
    parts = [_section(section, lang) for section in sections]
    while not sections and (name := _answer(_SECTION, lang)):
        parts.append(_asked_section(name, lang))
    return Beginning(title=title, year=said_year, profile=profile, sections=parts)


def _asked_section(name: str, lang: Lang) -> tuple[str, Fraction]:
    points = _POINTS.filled(name=name).in_lang(lang)
    section: tuple[str, Fraction] = click.prompt(
        points, value_proc=lambda said: _section(f"{name}={said}", lang)
    )
    return section


def _prompted(question: Text, lang: Lang, read: Callable[[str], _Answer]) -> _Answer:
    """An answer as it is read; none at all is read as an empty one."""
    answer: _Answer = click.prompt(
        question.in_lang(lang), default="", show_default=False, value_proc=read
    )
    return answer


def _answer(question: Text, lang: Lang) -> str:
    return _prompted(question, lang, str.strip)


def _profile(said: str, path: str, lang: Lang) -> str:
    """The profile, where a ruleset at that path finds it."""
    collector = Collector()
    if said:
        source = SourceText(path, beginning_text(Beginning(title=path, profile=said), lang))
        found = None if path == inputs.STANDARD_INPUT else Path(path)
        compile_ruleset(source, collector, library_for(found, source))
    if collector.has_errors:
        raise click.UsageError(collector.sorted()[0].message.in_lang(lang))
    return said


def _title(said: str, lang: Lang) -> str:
    title = " ".join(said.split())
    if not title or ('"' in title and "”" in title):
        raise click.UsageError(_BAD_TITLE.in_lang(lang))
    return title


def _year(said: str, lang: Lang) -> int | None:
    if not said:
        return None
    if len(said) != _YEAR_DIGITS or not (said.isascii() and said.isdecimal()):
        raise click.UsageError(_BAD_YEAR.filled(text=said).in_lang(lang))
    return int(said)


def _section(said: str, lang: Lang) -> tuple[str, Fraction]:
    name, _, points = said.replace("＝", "=").rpartition("=")
    fault = click.UsageError(_BAD_SECTION.filled(text=said).in_lang(lang))
    try:
        worth = number_from_text(points.strip())
    except NotANumber as why:
        raise fault from why
    if worth <= 0 or not name.strip() or _UNFIT & set(name):
        raise fault
    return " ".join(name.split()), worth
