"""A ruleset with everything written out that it takes over from profiles, and from where.

Decides nothing: which statement wins is decided in `rulesets`, and told here.
"""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from indicator_dsl.compiler.profiles import Library, ShippedLibrary, files_of
from indicator_dsl.compiler.reading import Desk, name_of
from indicator_dsl.compiler.settings import only
from indicator_dsl.compiler.units import shared_units
from indicator_dsl.diagnostics import Collector
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import (
    AssumptionNode,
    CommentNode,
    DefaultNode,
    ExtraNode,
    GradesNode,
    LimitNode,
    RoundNode,
    RulesetFileNode,
    RulesetNode,
    ScaleNode,
    StatementNode,
    TotalNode,
    UnitNode,
    UseNode,
    VetoNode,
    language_of,
    parse_ruleset,
    print_ruleset,
)
from indicator_dsl.wording import Lang, Text

_Inherited = (
    TotalNode
    | RoundNode
    | GradesNode
    | ScaleNode
    | DefaultNode
    | UnitNode
    | LimitNode
    | VetoNode
    | ExtraNode
    | AssumptionNode
)
_FROM: Final = Text("from {place}", "来自 {place}")
_OVERRIDDEN: Final = Text("overridden: {words} ({place})", "被覆盖：{words}（{place}）")
_USED: Final = Text("use {name}: written out", "引用 {name}：已展开")
_ROUND_ASSUMED: Final = Text(
    "round 2 each: assumed, nothing is stated", "保留 2 位 逐项：未写明，按此处理"
)


def expanded_text(source: SourceText, library: Library | None = None, lang: Lang = "en") -> str:
    """The ruleset's text without a `use`: what was taken over stands in it, each with its origin.

    Compiled, it gives the same ruleset. What the ruleset, or a later profile, states otherwise is
    kept as a comment.

    Args:
        source: A ruleset that compiles.
        library: Where `use` finds profiles; only shipped ones when None.
        lang: The language of the comments; keywords stay in the language of the file.

    Example:
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> print(expanded_text(source), end="")
        # round 2 each: assumed, nothing is stated
        年办件量 >= 200000 件 weight 20
    """
    desk = Desk(source, Collector(), shared_units())
    own = parse_ruleset(source, desk.collector)
    header = only(RulesetNode, own, desk)
    year = int(header.year) if header and header.year else None
    *profiles, (file, _) = files_of(own, desk, library or ShippedLibrary(), year)
    said = [(node, at) for each, at in profiles for node in each.statements]
    stated = [(node, desk) for node in file.statements]
    inherited = list(_inherited([*said, *stated], len(said), lang))
    if not any(isinstance(node, RoundNode) for node, _ in [*said, *stated]):
        inherited.append(CommentNode(text=_ROUND_ASSUMED.in_lang(lang)))
    kept = [_without_use(node, lang) for node in file.statements]
    at = next((n + 1 for n, node in enumerate(kept) if isinstance(node, RulesetNode)), 0)
    whole = RulesetFileNode(statements=(*kept[:at], *inherited, *kept[at:]))
    return print_ruleset(whole, language_of(source.text))


def _inherited(
    stated: list[tuple[StatementNode, Desk]], count: int, lang: Lang
) -> Iterator[StatementNode]:
    """What the first `count` statements, those of profiles, add to the ruleset."""
    last = {_key(node): at for at, (node, _) in enumerate(stated)}
    for at, (node, desk) in enumerate(stated[:count]):
        if not isinstance(node, _Inherited):
            continue
        place = desk.place(node.span)
        key = _key(node)
        if key is not None and last[key] > at:
            words = " ".join(place.text.split())
            text = _OVERRIDDEN.filled(words=words, place=place).in_lang(lang)
            yield CommentNode(text=text)
        else:
            origin = _FROM.filled(place=place).in_lang(lang)
            yield evolve(node, comment=f"{origin}; {node.comment}" if node.comment else origin)


def _key(node: StatementNode) -> tuple[object, ...] | None:
    """What a later statement replaces an earlier one for; None for those that add up."""
    match node:
        case TotalNode() | RoundNode() | GradesNode():
            return (type(node),)
        case ScaleNode():
            return (ScaleNode, name_of(node.name))
        case DefaultNode():
            return (DefaultNode, node.operator.kind)
        case _:
            return None


def _without_use(node: StatementNode, lang: Lang) -> StatementNode:
    if not isinstance(node, UseNode):
        return node
    text = _USED.filled(name=node.profile.text).in_lang(lang)
    return CommentNode(text=f"{text}; {node.comment}" if node.comment else text, span=node.span)
