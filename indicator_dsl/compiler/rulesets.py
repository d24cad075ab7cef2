"""A ruleset's text as a ruleset: the pass that calls every other part of the compiler, in order."""

from fractions import Fraction
from hashlib import sha256

from attrs import define, field, frozen

from indicator_dsl import codes
from indicator_dsl.compiler.closing import checks_from, examples_from, warn_unused
from indicator_dsl.compiler.events import (
    extras_from,
    limits_from,
    note_unlimited_total,
    vetoes_from,
)
from indicator_dsl.compiler.figures import (
    derived_from,
    inputs_from,
    known_units,
    refuse_confusable_names,
)
from indicator_dsl.compiler.keeping import Context, Keeper, KeptRules
from indicator_dsl.compiler.known_sentences import in_both_languages
from indicator_dsl.compiler.measures import Setting
from indicator_dsl.compiler.profiles import (
    Library,
    ShippedLibrary,
    assumptions_in_force,
    files_of,
)
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.sections import checked_total, sections_and_indicators
from indicator_dsl.compiler.settings import (
    defaults_from,
    grades_from,
    only,
    rounding_from,
    scales_from,
    total_from,
)
from indicator_dsl.compiler.targets import unit_of_target
from indicator_dsl.compiler.units import base_words, declare_unit, shared_units
from indicator_dsl.diagnostics import Collector
from indicator_dsl.model import (
    Grades,
    Limit,
    Rounding,
    Ruleset,
    Scale,
)
from indicator_dsl.quantities import Unit
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax import (
    IndicatorNode,
    RulesetFileNode,
    RulesetNode,
    UnitNode,
    parse_ruleset,
)
from indicator_dsl.wording import Text


@define
class _Whole:
    """What the profiles and the ruleset say together, later files over earlier ones."""

    total: Fraction | None
    rounding: Rounding
    grades: Grades | None
    scales: dict[str, Scale]
    assumptions: tuple[Text, ...]


def compile_ruleset(
    source: SourceText, collector: Collector, library: Library | None = None
) -> Ruleset | None:
    """The ruleset a text states; None when the collector then holds an error.

    Args:
        source: The text, under the name its reader knows it by.
        collector: Takes every diagnostic; give each text one of its own.
        library: Where `use` finds profiles; only shipped ones when None.

    Example:
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> ruleset = compile_ruleset(source, Collector())
        >>> ruleset.indicators[0].weight
        Fraction(20, 1)
    """
    return compile_file(parse_ruleset(source, collector), source, collector, library)


def compile_file(
    own: RulesetFileNode,
    source: SourceText,
    collector: Collector,
    library: Library | None = None,
) -> Ruleset | None:
    """The ruleset that the statements of a file state, as `compile_ruleset` gives it.

    Args:
        own: The file's nodes, or some of them: an editor leaves out those that are in error.
        source: The text they were read from.
        collector: Takes every diagnostic; when it holds an error already, there is no ruleset.
        library: Where `use` finds profiles; only shipped ones when None.

    Example:
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> compile_file(parse_ruleset(source, Collector()), source, Collector()).total
        Fraction(20, 1)
    """
    compiled = recompile_file(own, source, collector, library, None)
    return None if collector.has_errors else compiled.stated


@frozen(kw_only=True)
class CompiledFile:
    """What the statements of a file state, and what the next state of its text can take over.

    `stated` is None when one of them is in error, or none is worth anything by itself.
    """

    stated: Ruleset | None = field(repr=False)
    kept: KeptRules = field(repr=False, eq=False)


def recompile_file(
    own: RulesetFileNode,
    source: SourceText,
    collector: Collector,
    library: Library | None,
    earlier: KeptRules | None,
) -> CompiledFile:
    """What `compile_file` gives, rules that stand as they stood taken over.

    Args:
        own: The file's nodes, or some of them.
        source: The text they were read from.
        collector: Takes every diagnostic. Errors it holds already are those of lines that could not
            be read: the others state something all the same, and nothing is said of the whole.
        library: Where `use` finds profiles; only shipped ones when None.
        earlier: Of an earlier state of the text; None where there was none.
    """
    unread = collector.error_count
    desk = Desk(source, collector, shared_units())
    header = only(RulesetNode, own, desk)
    year = int(header.year) if header and header.year else None
    files = files_of(own, desk, library or ShippedLibrary(), year)
    file = files[-1][0]
    _declare_units(files, desk)
    refuse_confusable_names(file, desk)
    inputs = inputs_from(file, desk)
    targets = _target_units(file, desk)
    desk.known_words = base_words(desk.units)
    desk.known_words |= {word for figure in inputs for word, _ in figure.unit.dimension}
    desk.known_words |= {word for _, unit, _ in targets for word, _ in unit.dimension}
    figures = known_units(inputs, targets)
    derived = derived_from(file, desk, figures)
    declared = {figure.name for figure in inputs} | {figure.name for figure in derived}
    whole = _whole(files)
    defaults = {op: m for each, at in files for op, m in defaults_from(each, at).items()}
    setting = Setting(
        scales=whole.scales,
        defaults=defaults,
        places=whole.rounding.places,
        known={name: figures[name] for name in declared},
        figures=figures,
    )
    keeper = Keeper(Context.of(desk, setting), earlier)
    sections, indicators = sections_and_indicators(file, desk, setting, keeper.indicator)
    checks = checks_from(file, desk, figures)
    limits = _limits(files, figures)
    vetoes = tuple(v for each, at in files for v in vetoes_from(each, at, whole.grades))
    extras = tuple(e for each, at in files for e in extras_from(each, at))
    examples = examples_from(file, desk, indicators)
    warn_unused(derived, indicators, checks, limits, desk)
    is_empty = not indicators and not _is_profile(file)
    if is_empty and not collector.has_errors:
        collector.add(codes.NOTHING_TO_SCORE.at(Place(source, Span(0, 0))))
    if is_empty or collector.error_count > unread:
        return CompiledFile(stated=None, kept=keeper.kept())
    if unread:
        desk = Desk(source, Collector(), desk.units)
    total = checked_total(whole.total, sections, indicators, file, desk)
    note_unlimited_total(extras, limits, total, desk)
    stated = Ruleset(
        title=header.title.text if header else "",
        year=year,
        total=total,
        rounding=whole.rounding,
        grades=whole.grades,
        units=desk.units,
        sections=sections,
        inputs=inputs,
        derived=derived,
        indicators=indicators,
        checks=checks,
        limits=limits,
        vetoes=vetoes,
        extras=extras,
        examples=examples,
        assumptions=whole.assumptions,
        sha256=sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    return CompiledFile(stated=stated, kept=keeper.kept())


_Files = list[tuple[RulesetFileNode, Desk]]


def _is_profile(file: RulesetFileNode) -> bool:
    """Whether a file states something for others to use and is no score sheet itself."""
    return any(type(node).__name__ in _PROFILE_STATEMENTS for node in file.statements)


_PROFILE_STATEMENTS = frozenset(
    {"DefaultNode", "ScaleNode", "GradesNode", "RoundNode", "UnitNode", "LimitNode", "TotalNode"}
)


def _declare_units(files: _Files, desk: Desk) -> None:
    for file, at in files:
        at.units = desk.units
        for node in file.statements:
            if isinstance(node, UnitNode):
                declare_unit(node, at)
        desk.units = at.units
    for _, at in files:
        at.units = desk.units


def _whole(files: _Files) -> _Whole:
    whole = _Whole(None, Rounding(is_assumed=True), None, {}, ())
    for file, desk in files:
        total, rounding = total_from(file, desk), rounding_from(file, desk)
        grades = grades_from(file, desk)
        whole.total = whole.total if total is None else total
        whole.rounding = whole.rounding if rounding.is_assumed else rounding
        whole.grades = grades or whole.grades
        whole.scales |= scales_from(file, desk)
    whole.assumptions = tuple(
        in_both_languages(words) for words in assumptions_in_force([file for file, _ in files])
    )
    return whole


def _target_units(file: RulesetFileNode, desk: Desk) -> list[tuple[str, Unit, Place]]:
    """The unit of every measured indicator; faults are reported when the indicator is compiled."""
    silent = Desk(desk.source, Collector(), desk.units)
    found: list[tuple[str, Unit, Place]] = []
    for node in file.statements:
        if isinstance(node, IndicatorNode):
            unit = unit_of_target(node, silent)
            if unit is not None:
                found.append((name_of(node.name), unit, desk.place(node.name.span)))
    return found


def _limits(files: _Files, figures: dict[str, tuple[Unit, Place]]) -> tuple[Limit, ...]:
    for _, at in files:
        at.known_words = files[-1][1].known_words
    return tuple(limit for file, at in files for limit in limits_from(file, at, figures))
