"""Texts and files as public objects.

All diagnostics come along, whether as a value or with the error.
"""

from os import PathLike
from typing import TYPE_CHECKING

from attrs import field, frozen

from indicator_dsl import codes, compiler, files
from indicator_dsl.api.rules import Indicator, Ruleset
from indicator_dsl.diagnostics import ActualsError, Collector, Diagnostic, RulesetError
from indicator_dsl.model import Actuals
from indicator_dsl.source import Place, SourceText, Span

if TYPE_CHECKING:
    from indicator_dsl.compiler import Library


@frozen
class Compiled:
    """What compiling gave: the ruleset, None when there is an error, and every diagnostic."""

    ruleset: Ruleset | None
    diagnostics: tuple[Diagnostic, ...] = field(repr=False)


def compile_text(text: str, *, name: str = "<text>") -> Compiled:
    """The ruleset a text states, with every diagnostic; never raises on bad input.

    Args:
        text: A ruleset; one rule is a complete one.
        name: What diagnostics call the text.

    Example:
        >>> compiled = compile_text("年办件量 => 200000 件 weight 20")
        >>> compiled.ruleset is None, compiled.diagnostics[0].name
        (True, 'operator-misspelt')
    """
    collector = Collector()
    source = SourceText(name, text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    return _compiled(source, collector)


def parse_ruleset(text: str, *, name: str = "<text>") -> Ruleset:
    """The ruleset a text states.

    Raises:
        RulesetError: with all diagnostics, when there is an error.

    Example:
        >>> parse_ruleset("年办件量 >= 200000 件 weight 20").indicators[0].target
        '>= 200000 件'
    """
    return _ruleset_or_error(compile_text(text, name=name))


def load_ruleset(path_or_id: str | PathLike[str]) -> Ruleset:
    """The ruleset of a file, or a shipped one.

    Args:
        path_or_id: A path (it has a separator, ends in `.ind`, or is a path object), else the id
            of a shipped ruleset. A path that ends in `.indc` is a compiled ruleset.

    Raises:
        RulesetError: with all diagnostics, when it cannot be read or has an error.

    Example:
        >>> load_ruleset("chaoyang-window-2024").year
        2024
    """
    collector = Collector()
    if str(path_or_id).endswith(files.COMPILED_SUFFIX):
        model = files.read_compiled(files.path_of(path_or_id), collector)
        if model is None:
            raise RulesetError(collector.sorted())
        return Ruleset(model)
    found = (
        files.find_ruleset(path_or_id, collector)
        if isinstance(path_or_id, str)
        else files.path_of(path_or_id)
    )
    file = found.ruleset if isinstance(found, files.Shipped) else found
    name = f"{found.id}/ruleset.ind" if isinstance(found, files.Shipped) else ""
    source = files.read_source(file, collector, name=name) if file is not None else None
    if source is None:
        raise RulesetError(collector.sorted())
    return _ruleset_or_error(_compiled(source, collector, files.library_for(found, source)))


def indicator(text: str) -> Indicator:
    """The one rule a text states.

    Raises:
        RulesetError: when the text has an error, or states no rule or several.

    Example:
        >>> indicator("年办件量 >= 200000 件 weight 20").evaluate("180000件").earned
        Decimal('18.00')
    """
    ruleset = parse_ruleset(text)
    if len(ruleset.indicators) != 1:
        place = Place(SourceText("<text>", text), Span(0, 0))
        raise RulesetError((codes.NOT_ONE_RULE.at(place, count=len(ruleset.indicators)),))
    return ruleset.indicators[0]


def parse_actuals(text: str, *, name: str = "<text>") -> Actuals:
    """The actuals a text states.

    Raises:
        ActualsError: with all diagnostics, when there is an error.

    Example:
        >>> parse_actuals("年办件量 = 332344件 reported 20").entries[0].reported
        Fraction(20, 1)
    """
    collector = Collector()
    source = SourceText(name, text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    actuals = compiler.compile_actuals(source, collector)
    if actuals is None:
        raise ActualsError(collector.sorted())
    return actuals


def load_actuals(path: str | PathLike[str]) -> Actuals:
    """The actuals of a file: `.act`, `.json`, `.toml`, `.csv`, or `.xlsx` with the extra `office`.

    Raises:
        ActualsError: with all diagnostics, when it cannot be read or has an error.

    Example:
        >>> from indicator_dsl.assets import rulesets
        >>> with_reported = load_actuals(rulesets() / "chaoyang-window-2024" / "actuals.act")
        >>> with_reported.reported_total
        Fraction(100, 1)
    """
    collector = Collector()
    actuals = files.read_actuals(files.path_of(path), collector)
    if actuals is None:
        raise ActualsError(collector.sorted())
    return actuals


def _compiled(
    source: SourceText, collector: Collector, library: "Library | None" = None
) -> Compiled:
    model = compiler.compile_ruleset(source, collector, library)
    diagnostics = collector.sorted()
    return Compiled(None if model is None else Ruleset(model, diagnostics), diagnostics)


def _ruleset_or_error(compiled: Compiled) -> Ruleset:
    if compiled.ruleset is None:
        raise RulesetError(compiled.diagnostics)
    return compiled.ruleset
