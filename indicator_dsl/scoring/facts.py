"""What is known besides the lines: counts, vetoes and whether limits hold. Scores nothing."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.model import Extra, Veto
from indicator_dsl.values import Value


@frozen(kw_only=True, eq=False, repr=False)
class Facts(Value):
    """Counts of bonuses and penalties and the truth of vetoes, by name; None: not said.

    `limits` says of each limit of the ruleset, in order, whether its condition holds; None while
    that is open. `unread` names what was handed in and cannot be read: nothing is known of it,
    whatever the ruleset says of what is missing.
    """

    counts: Mapping[str, Fraction | None] = field(factory=dict)
    vetoes: Mapping[str, bool | None] = field(factory=dict)
    limits: tuple[bool | None, ...] = ()
    unread: frozenset[str] = frozenset()

    def holds(self, veto: Veto) -> bool | None:
        """Whether a veto's fact is true; None when nothing was said and the ruleset does not say.

        Example:
            >>> Facts().holds(Veto(name="虚报", grade="良", missing_is_zero=True))
            False
        """
        said = self.vetoes.get(veto.name)
        return False if said is None and self._counts_as_none(veto) else said

    def count(self, extra: Extra) -> Fraction | None:
        """How many of a bonus or penalty there were; None while that is open.

        Example:
            >>> bonus = Extra(name="创新", is_bonus=True, each=Fraction(1), missing_is_zero=True)
            >>> Facts().count(bonus), Facts(unread=frozenset({"创新"})).count(bonus)
            (Fraction(0, 1), None)
        """
        said = self.counts.get(extra.name)
        return Fraction(0) if said is None and self._counts_as_none(extra) else said

    def _counts_as_none(self, holder: Extra | Veto) -> bool:
        return holder.missing_is_zero and holder.name not in self.unread
