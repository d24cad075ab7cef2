"""Rules that stand as they stood: what they came to is carried along instead of compiled anew.

A rule is kept where nothing was reported of it, and where all it was read against is the same.
"""

from collections.abc import Mapping

from attrs import define, evolve, field, frozen

from indicator_dsl.compiler.indicators import indicator_from_node
from indicator_dsl.compiler.measures import Setting
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.model import Indicator, Judged, Operator, Scale
from indicator_dsl.quantities import Unit, UnitTable
from indicator_dsl.syntax import IndicatorNode, MethodNode, WhenNode

_Key = tuple[str, tuple[str, ...]]


@frozen(kw_only=True)
class Context:
    """What a rule is read against besides its own words and the headings above it.

    `known` are the units of inputs and lets, which is all a rule asks of them; a rule with a
    condition asks for more, and is never kept.
    """

    units: UnitTable
    scales: Mapping[str, Scale]
    defaults: Mapping[Operator, tuple[MethodNode, str]]
    known: Mapping[str, Unit]

    @classmethod
    def of(cls, desk: Desk, setting: Setting) -> "Context":
        """The context of all rules of a file."""
        return cls(
            units=desk.units,
            scales=dict(setting.scales),
            defaults={
                operator: (each.node, each.node.span.text_of(each.desk.source.text))
                for operator, each in setting.defaults.items()
            },
            known={name: unit for name, (unit, _) in setting.known.items()},
        )


@frozen(kw_only=True)
class KeptRules:
    """The rules of one state of a text by their words and their headings."""

    context: Context
    rules: Mapping[_Key, Indicator] = field(repr=False)


@define
class Keeper:
    """Makes indicators of nodes, those of an earlier state of the text where it can."""

    context: Context
    earlier: KeptRules | None = None
    _rules: dict[_Key, Indicator] = field(factory=dict, init=False)
    _known: Mapping[_Key, Indicator] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        if self.earlier is not None and self.earlier.context == self.context:
            self._known = self.earlier.rules

    def indicator(self, node: IndicatorNode, desk: Desk, setting: Setting) -> Indicator | None:
        """What `indicator_from_node` gives."""
        key = (node.span.text_of(desk.source.text), desk.headings)
        kept = self._known.get(key)
        if kept is not None:
            rule: Indicator | None = _now(kept, node, desk, setting)
        else:
            heard = desk.collector.heard
            rule = indicator_from_node(node, desk, setting)
            if desk.collector.heard > heard or _has_condition(node):
                return rule
        if rule is not None:
            self._rules[key] = rule
        return rule

    def kept(self) -> KeptRules:
        """What can be carried on to the next state of the text."""
        return KeptRules(context=self.context, rules=self._rules)


def _now(rule: Indicator, node: IndicatorNode, desk: Desk, setting: Setting) -> Indicator:
    rule = rule.moved(desk.source, node.span.start - rule.place.span.start)
    measure = rule.measure
    if isinstance(measure, Judged) and not measure.scale.is_answer:
        # An equal scale, but it may stand elsewhere now.
        return evolve(rule, measure=Judged(scale=setting.scales[measure.scale.name]))
    return rule


def _has_condition(node: IndicatorNode) -> bool:
    return any(isinstance(clause, WhenNode) for clause in node.clauses)
