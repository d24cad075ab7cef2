"""What is known besides the lines: counts, vetoes and whether limits hold. Scores nothing."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.model import Veto


@frozen(kw_only=True)
class Facts:
    """Counts of bonuses and penalties and the truth of vetoes, by name; None: not said.

    `limits` says of each limit of the ruleset, in order, whether its condition holds; None while
    that is open.
    """

    counts: Mapping[str, Fraction | None] = field(factory=dict)
    vetoes: Mapping[str, bool | None] = field(factory=dict)
    limits: tuple[bool | None, ...] = ()

    def holds(self, veto: Veto) -> bool | None:
        """Whether a veto's fact is true; None when nothing was said and the ruleset does not say.

        Example:
            >>> Facts().holds(Veto(name="虚报", grade="良", missing_is_zero=True))
            False
        """
        said = self.vetoes.get(veto.name)
        return False if said is None and veto.missing_is_zero else said
