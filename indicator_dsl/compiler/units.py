"""The units every ruleset knows, read once from `units.ind`, and those it declares itself.

Knows no rule.
"""

from functools import cache

from indicator_dsl import codes
from indicator_dsl.assets import ruleset_text
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.diagnostics import Collector, RulesetError
from indicator_dsl.quantities import UnitError, UnitTable
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import UnitNode, parse_ruleset
from indicator_dsl.wording import same


@cache
def shared_units() -> UnitTable:
    """The units that need no declaration.

    Example:
        >>> str(shared_units().unit_from_text("万元").factor)
        '10000'
    """
    text = ruleset_text("units.ind")
    collector = Collector()
    desk = Desk(SourceText("units.ind", text), collector, UnitTable())
    file = parse_ruleset(desk.source, collector)
    for node in file.statements:
        if isinstance(node, UnitNode):
            declare_unit(node, desk)
    if collector.has_errors:
        raise RulesetError(collector.sorted())
    return desk.units


def declare_unit(node: UnitNode, desk: Desk) -> None:
    """Adds a declared unit to the desk's table, or says why it cannot be added."""
    amount, unit = desk.number(node.amount), desk.unit(node.unit)
    if amount is None or unit is None:
        return
    name = node.name.text
    try:
        desk.units = desk.units.declared(name, amount, unit)
    except UnitError as fault:
        place = desk.place(node.name.span)
        if fault.reason in ("conflict", "circular"):
            known = desk.units.unit_from_text(name)
            told = f"{known.factor} {' '.join(word for word, _ in known.dimension)}".strip()
            desk.collector.add(codes.UNIT_REDECLARED.at(place, name=name, known=same(told)))
        else:
            desk.collector.add(codes.UNIT_MALFORMED.at(place, text=name))


def base_words(units: UnitTable) -> set[str]:
    """Every word that a known unit is counted in."""
    return {word for _, unit in units.declarations for word, _ in unit.dimension}
