"""A value that several lines or conditions look at, as a lever: tried by whole evaluations.

Between two neighbouring turns (where a curve has a cut, a condition changes, a figure has no value)
each line's points go one way, so that the cards at both ends bound every card in between.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import Final, TypeAlias

from attrs import define

from indicator_dsl.explanation.figures import quantity_text
from indicator_dsl.explanation.levers_measured import value_step
from indicator_dsl.explanation.moves import Move, written_step
from indicator_dsl.explanation.probing import probes_around
from indicator_dsl.explanation.remedies import way_text
from indicator_dsl.explanation.suppositions import Supposition
from indicator_dsl.explanation.trials import Points, Trials
from indicator_dsl.explanation.turns import turns_of
from indicator_dsl.quantities import Quantity, Unit
from indicator_dsl.scoring import Outcome, Scorecard

_FAR: Final = 100
_MOST_TRIALS: Final = 4000
Accepts: TypeAlias = Callable[[Outcome], bool]
Changes: TypeAlias = tuple[Supposition, ...]
Run: TypeAlias = tuple[int, int]


@define(slots=False, eq=False)
class FigureLever:
    """An input, or a line's actual that other figures or conditions are worked out from.

    `price` is what the whole way to its best costs.
    """

    name: str
    quantity: Quantity
    trials: Trials
    price: Fraction

    @property
    def unit(self) -> Unit:
        """What it is counted in."""
        return self.quantity.unit

    @cached_property
    def step(self) -> Fraction:
        """The smallest difference considered, counted in the unit."""
        return written_step(self.unit, self.quantity.number)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines that move with it, in sheet order."""
        cards = [self._card(probe) for probe in self._probes]
        return tuple(
            same_line[0].indicator.name
            for same_line in zip(*(card.lines for card in cards), strict=True)
            if len({(line.observed, line.status) for line in same_line}) > 1
        )

    @cached_property
    def is_known(self) -> bool:
        """Whether it is known how every figure moves with it, so that it can be searched."""
        return self._turns is not None

    @cached_property
    def best(self) -> Move | None:
        """The nearest change at which the card comes to the most; None when that is no more."""
        return None if self._best is None else self._move(self._best)

    def least(self, changes: Changes = (), others: Points | None = None) -> Move | None:
        """The nearest change that reaches the goal, with these changes and points besides."""
        trials = self.trials
        found = self._nearest(
            lambda outcome: trials.goal.is_reached(outcome, trials.ruleset), changes, others or {}
        )
        return None if found is None else self._move(found)

    def corners(self) -> tuple[Move, ...]:
        """The ends of all runs at which the card comes to more, and the best."""
        if self._best is None:
            return ()
        here = self.trials.outcome((), {}).exact
        counts = dict.fromkeys(count for run in (*self._up, *self._down) for count in run)
        better = [n for n in counts if n != self._best and self._outcome(n, (), {}).exact > here]
        moves = sorted(map(self._move, better), key=lambda move: move.share)
        return (*(move for move in moves if move.share < 1), self._move(self._best))

    # ---- where it turns

    @cached_property
    def _turns(self) -> tuple[Fraction, ...] | None:
        return turns_of(self.trials.ruleset, self._card, self._probes)

    @property
    def _probes(self) -> tuple[Fraction, ...]:
        return probes_around(self.quantity.number)

    @property
    def _starts(self) -> set[int]:
        """The first step of every run, counted upwards."""
        at = [turn / self.step for turn in self._turns or ()]
        return {floor(turn) + 1 for turn in at} | {ceil(turn) for turn in at}

    @property
    def _last(self) -> int:
        """A step so far away that nothing else happens behind it."""
        return max(map(abs, [*self._starts, ceil(self.quantity.number / self.step)])) * _FAR + _FAR

    @cached_property
    def _up(self) -> tuple[Run, ...]:
        """Runs above the actual, each from its nearer end."""
        if self._turns is None:
            return ()
        return _runs(floor(self.quantity.number / self.step) + 1, self._last, self._starts)

    @cached_property
    def _down(self) -> tuple[Run, ...]:
        """Runs below the actual, each from its nearer end; not below 0 unless the actual is."""
        if self._turns is None:
            return ()
        first = 0 if self.quantity.number >= 0 else -self._last
        runs = _runs(first, ceil(self.quantity.number / self.step) - 1, self._starts)
        return tuple((high, low) for low, high in reversed(runs))

    # ---- trying

    def _change(self, count: int) -> Supposition:
        return Supposition(name=self.name, cell=str(Quantity(count * self.step, self.unit)))

    def _card(self, number: Fraction) -> Scorecard:
        return self.trials.card(
            (Supposition(name=self.name, cell=str(Quantity(number, self.unit))),)
        )

    def _outcome(self, count: int, changes: Changes, others: Points) -> Outcome:
        return self.trials.outcome((*changes, self._change(count)), others)

    def _bound(self, run: Run, changes: Changes, others: Points) -> Outcome:
        near, far = ((*changes, self._change(count)) for count in run)
        return self.trials.could_reach(near, far, others)

    @cached_property
    def _best(self) -> int | None:
        """The step nearest to the actual at which the card comes to the most."""
        here = most = self.trials.outcome((), {}).exact
        waiting, asked = [*self._up, *self._down], self.trials.asked
        while waiting and self.trials.asked - asked < _MOST_TRIALS:
            near, far = waiting.pop()
            most = max(most, *(self._outcome(n, (), {}).exact for n in (near, far)))
            if abs(far - near) > 1 and self._bound((near, far), (), {}).exact > most:
                waiting += _halves(near, far)
        if most <= here:
            return None
        return self._nearest(lambda outcome: outcome.exact >= most, (), {})

    def _nearest(self, accepts: Accepts, changes: Changes, others: Points) -> int | None:
        found = [
            count
            for runs in (self._up, self._down)
            if (count := self._first(runs, accepts, changes, others)) is not None
        ]
        start = self.quantity.number / self.step
        return min(found, key=lambda count: abs(count - start), default=None)

    def _first(
        self, runs: Iterable[Run], accepts: Accepts, changes: Changes, others: Points
    ) -> int | None:
        waiting, asked = list(reversed(list(runs))), self.trials.asked
        while waiting and self.trials.asked - asked < _MOST_TRIALS:
            near, far = waiting.pop()
            if accepts(self._outcome(near, changes, others)):
                return near
            if near == far or not accepts(self._bound((near, far), changes, others)):
                continue
            waiting += reversed(_halves(near, far))
        return None

    def _move(self, count: int) -> Move:
        start, best = self.quantity.number, self._best
        number = count * self.step
        whole = number if best is None else best * self.step
        share = abs(number - start) / abs(whole - start)
        is_up = number > start
        back = count - 1 if is_up else count + 1
        is_change = (back * self.step - start) * (number - start) > 0
        return Move(
            name=self.name,
            changes=(self._change(count),),
            before=quantity_text(self.quantity),
            after=quantity_text(Quantity(number, self.unit)),
            way=way_text(Quantity(abs(number - start), self.unit), is_up=is_up),
            share=share,
            cost=share * self.price,
            step=value_step(self.step, self.unit),
            nearer=(self._change(back),) if is_change else None,
        )


def _runs(first: int, last: int, starts: set[int]) -> tuple[Run, ...]:
    """The steps from first to last in runs, a new one at each of the starts."""
    if first > last:
        return ()
    begins = [first, *sorted(start for start in starts if first < start <= last)]
    ends = [*(begin - 1 for begin in begins[1:]), last]
    return tuple(zip(begins, ends, strict=True))


def _halves(near: int, far: int) -> list[Run]:
    """A run of two or more as its nearer and its farther half."""
    middle = (near + far) // 2 if far > near else -((-near - far) // 2)
    return [(near, middle), (middle + (1 if far > near else -1), far)]
