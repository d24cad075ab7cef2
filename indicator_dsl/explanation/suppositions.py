"""Values a sheet is to be scored with instead of those handed in: named, found, put in place.

Scores nothing; a name that cannot be changed is reported to a collector.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import evolve, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.model import Actuals, Checklist, Entry, Ruleset, names_in
from indicator_dsl.scoring import written
from indicator_dsl.wording import Text, name_from_text, nearest

_NOTHING: Final = Text("", "")


@frozen(kw_only=True)
class Supposition:
    """A value in the place of another: of a name, or of one `item` of the checklist of that name.

    `cell` is what a form's cell would hold, None for no value. `items` answers a checklist; what
    it leaves out stays as it was.
    """

    name: str
    item: str = ""
    cell: object = None
    items: tuple[tuple[str, object], ...] = ()

    @property
    def label(self) -> str:
        """How the change is written: the name, and behind a slash the item."""
        return f"{self.name}/{self.item}" if self.item else self.name

    @property
    def shown(self) -> str:
        """The new value as its author would recognise it; empty for none."""
        if self.items:
            return ", ".join(f"{item}: {written(cell)}" for item, cell in self.items)
        return written(self.cell)


def changes_from(
    ruleset: Ruleset, wanted: Iterable[tuple[str, object]], collector: Collector
) -> tuple[Supposition, ...]:
    """The changes that names and cells ask for, each name as the ruleset writes it.

    Args:
        ruleset: Knows which names can be changed: indicators, inputs, bonuses, penalties, vetoes,
            and `CHECKLIST/ITEM`.
        wanted: Names with cells; the cell of a checklist may be a mapping of items to answers.
        collector: Takes a name that the ruleset does not have (IND809) or works out itself
            (IND851).

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> rules = parse_ruleset("年办件量 >= 200000 件 weight 20").model
        >>> changes_from(rules, [("年办件量", "18万件")], Collector())[0].shown
        '18万件'
    """
    found: list[Supposition] = []
    for name, cell in wanted:
        change = _change(ruleset, name_from_text(name), cell)
        if change is None:
            _report(ruleset, name_from_text(name), collector)
        else:
            found.append(change)
    return tuple(found)


def _change(ruleset: Ruleset, name: str, cell: object) -> Supposition | None:
    if name in _settable(ruleset):
        if isinstance(cell, Mapping):
            return Supposition(
                name=name, items=tuple((str(item), mark) for item, mark in cell.items())
            )
        return Supposition(name=name, cell=cell)
    for rule in ruleset.indicators:
        if isinstance(rule.measure, Checklist) and name.startswith(f"{rule.name}/"):
            item = name_from_text(name.removeprefix(f"{rule.name}/"))
            if item in {each.name for each in rule.measure.items}:
                return Supposition(name=rule.name, item=item, cell=cell)
    return None


def _settable(ruleset: Ruleset) -> list[str]:
    """Every name whose value is handed in, in the order of the ruleset."""
    derived = {each.name for each in ruleset.derived}
    named = [
        *(each.name for each in ruleset.indicators),
        *(each.name for each in ruleset.inputs),
        *(each.name for each in ruleset.extras),
        *(each.name for each in ruleset.vetoes),
    ]
    return [name for name in dict.fromkeys(named) if name not in derived]


def _report(ruleset: Ruleset, name: str, collector: Collector) -> None:
    derived = next((each for each in ruleset.derived if each.name == name), None)
    if derived is not None:
        names = names_in(derived.value)
        collector.add(
            codes.FIGURE_WORKED_OUT.of_file(
                name,
                names=Text(", ".join(names), "、".join(names)),
                first=names[0] if names else "…",
            )
        )
        return
    items = [
        f"{rule.name}/{item.name}"
        for rule in ruleset.indicators
        if isinstance(rule.measure, Checklist)
        for item in rule.measure.items
    ]
    collector.add(
        codes.NO_SUCH_INDICATOR.of_file(
            name, nearest=did_you_mean(name, _settable(ruleset) + items)
        )
    )


def did_you_mean(name: str, known: Iterable[str]) -> Text:
    """The nearest of the known names as a question, empty when none is near.

    Example:
        >>> did_you_mean("年办件数", ["年办件量"]).zh
        '；是否为 年办件量？'
    """
    near = nearest(name, known)
    said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
        en=", ".join(near), zh="、".join(near)
    )
    return said if near else _NOTHING


def changed(actuals: Actuals, changes: Iterable[Supposition]) -> Actuals:
    """The actuals with the changes made, later ones over earlier; the rest stays as handed in.

    Example:
        >>> changed(Actuals(), [Supposition(name="年办件量", cell="18万件")]).entries[0].cell
        '18万件'
    """
    entries = {entry.name: entry for entry in actuals.entries}
    for change in changes:
        entry = entries.get(change.name, Entry(name=change.name))
        if change.item:
            kept = [pair for pair in entry.items if name_from_text(pair[0]) != change.item]
            entry = evolve(entry, cell=None, items=(*kept, (change.item, change.cell)))
        elif change.items:
            told = {name_from_text(item) for item, _ in change.items}
            kept = [pair for pair in entry.items if name_from_text(pair[0]) not in told]
            entry = evolve(entry, cell=None, items=(*kept, *change.items))
        else:
            entry = evolve(entry, cell=change.cell, items=())
        entries[change.name] = entry
    return evolve(actuals, entries=tuple(entries.values()))


def value_before(actuals: Actuals, change: Supposition) -> str:
    """What stood where the change is made, as its author would recognise it; empty for nothing."""
    entry = actuals.entry(change.name)
    if entry is None:
        return ""
    if change.item:
        answers = {name_from_text(item): cell for item, cell in entry.items}
        return written(answers.get(change.item))
    return Supposition(name=entry.name, cell=entry.cell, items=entry.items).shown
