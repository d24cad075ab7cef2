"""The scales a profile declares, by their names. Knows no form."""

from indicator_dsl.compiler import Library, compile_ruleset, expanded_text
from indicator_dsl.diagnostics import Collector
from indicator_dsl.model import Judged, Scale
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import ScaleNode, parse_ruleset
from indicator_dsl.transcription.spelling import quoted_text


def scales_of(profile: str, library: Library | None = None) -> dict[str, Scale]:
    """Every scale of a profile; none where the profile is not found or does not compile.

    Example:
        >>> [level.label for level in scales_of("mof-2020")["好坏"].levels]
        ['好', '坏']
    """
    use = f"use {quoted_text(profile)}\n"
    collector = Collector()
    if (
        compile_ruleset(SourceText("<profile>", f"{use}x >= 1 件 weight 1\n"), collector, library)
        is None
    ):
        return {}
    text = expanded_text(SourceText("<profile>", use), library)
    file = parse_ruleset(SourceText("<profile>", text), Collector())
    names = sorted({node.name.text for node in file.statements if isinstance(node, ScaleNode)})
    rules = "".join(f"x{n} is {name} weight 1\n" for n, name in enumerate(names))
    ruleset = compile_ruleset(SourceText("<scales>", use + rules), Collector(), library)
    judged = (rule.measure for rule in ruleset.indicators) if ruleset else ()
    return {each.scale.name: each.scale for each in judged if isinstance(each, Judged)}
