"""What would have been enough: for each line alone, and together where no line alone is.

Every proposal is evaluated afresh before it is told.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import groupby

from attrs import field, frozen

from indicator_dsl.explanation.adjustments import explain_adjustments
from indicator_dsl.explanation.combining import Combination, combination_of
from indicator_dsl.explanation.goals import Goal
from indicator_dsl.explanation.leverage import AnyLever, Costs, levers_of
from indicator_dsl.explanation.levers_figures import FigureLever
from indicator_dsl.explanation.moves import Move
from indicator_dsl.explanation.trials import Trials
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.scoring import Kind, Scorecard
from indicator_dsl.wording import Text


@frozen(kw_only=True)
class Alone:
    """One lever by itself.

    `lines` names the lines it moves, itself or, for an input, those worked out from it. `move` is
    the least change that reaches the goal, None when there is none; `after` is then the card with
    it. `best` is the nearest change that brings the most, None when nothing does, and `at_best` the
    card with it. `is_known` is false for an input whose figures move in a way that is not known.
    """

    name: str
    lines: tuple[str, ...]
    move: Move | None
    after: Scorecard | None
    best: Move | None
    at_best: Scorecard
    is_known: bool = True


@frozen(kw_only=True)
class Attainment:
    """What would have reached a goal.

    `alone` has those that do it by themselves first, the cheapest first and equals in sheet order;
    then those that bring something and cannot, the one that brings most first. `together` is the
    smallest set of changes, looked for only where nothing does it alone; None when there is no such
    set. `most` is the card with everything at its best. `ties` are runs of names in `alone` that
    cost the same.
    """

    goal: Goal
    before: Scorecard
    alone: tuple[Alone, ...]
    together: Combination | None
    most: Scorecard
    costs: Mapping[str, Fraction | None] = field(factory=dict)
    ties: tuple[tuple[str, ...], ...] = ()

    @property
    def is_reached_already(self) -> bool:
        """Whether nothing needs to change."""
        return self.goal.is_reached(self.before, self.before.ruleset)


def reach(
    ruleset: Ruleset,
    actuals: Actuals,
    goal: Goal,
    costs: Mapping[str, Fraction | None] | None = None,
    *,
    only: str = "",
) -> Attainment:
    """The least changes that would have reached a goal.

    Args:
        ruleset: The rules.
        actuals: As handed in.
        goal: A total or a grade; a card with open lines must reach it whatever they turn out to be.
        costs: By indicator or input, what its whole way to full marks costs beside the others'; 1
            for those not named, None for what cannot be changed.
        only: Look at this line alone, or at the inputs it is worked out from; empty for all.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.model import Entry
        >>> rules = parse_ruleset("年办件量 >= 200000 件 weight 20").model
        >>> given = Actuals(entries=(Entry(name="年办件量", cell="180000件"),))
        >>> print(reach(rules, given, Goal(points=Fraction(19))).alone[0].move.after)
        189950 件
    """
    trials = Trials(ruleset, actuals, goal)
    levers = [
        lever
        for lever in levers_of(trials, Costs(by_name=costs or {}))
        if only in ("", *lines_of(lever))
    ]
    before = trials.card()
    if goal.is_reached(before, ruleset):
        return Attainment(
            goal=goal, before=before, alone=(), together=None, most=before, costs=costs or {}
        )
    alone = [_alone(lever, trials) for lever in levers]
    done = sorted(
        (each for each in alone if each.move is not None),
        key=lambda each: Fraction(0) if each.move is None else each.move.cost,
    )
    rest = sorted(
        (
            each
            for each in alone
            if each.move is None and (each.best is not None or not each.is_known)
        ),
        key=lambda each: each.at_best.low,
        reverse=True,
    )
    gaining = [lever for lever in levers if lever.best is not None]
    together = None if done else combination_of(gaining, trials)
    best = [change for lever in gaining if lever.best for change in lever.best.changes]
    return Attainment(
        goal=goal,
        before=before,
        alone=(*done, *rest),
        together=together,
        most=trials.verified(best),
        costs=costs or {},
        ties=_ties(done),
    )


def lines_of(lever: AnyLever) -> tuple[str, ...]:
    """The indicators whose points a lever moves."""
    return lever.lines if isinstance(lever, FigureLever) else (lever.name,)


def _alone(lever: AnyLever, trials: Trials) -> Alone:
    move = least_of(lever, trials)
    after = None if move is None else trials.verified(move.changes)
    if after is not None and not trials.goal.is_reached(after, trials.ruleset):
        move = after = None  # the sheet looks at the value in a way the lever does not know of
    best = lever.best
    move = None if move is None else trials.proved(move)
    return Alone(
        name=lever.name,
        lines=lines_of(lever),
        move=move,
        after=after,
        best=best,
        at_best=trials.card() if best is None else trials.verified(best.changes),
        is_known=not isinstance(lever, FigureLever) or lever.is_known,
    )


def least_of(lever: AnyLever, trials: Trials) -> Move | None:
    """The least change of one lever by itself that reaches the goal."""
    if isinstance(lever, FigureLever):
        return lever.least()
    return lever.least(trials.question(lever.name))


def _ties(done: list[Alone]) -> tuple[tuple[str, ...], ...]:
    groups = groupby(done, key=lambda each: Fraction(0) if each.move is None else each.move.cost)
    names = [tuple(each.name for each in group) for _, group in groups]
    return tuple(group for group in names if len(group) > 1)


def held_down_by(card: Scorecard) -> tuple[Text, ...]:
    r"""The limits and vetoes that keep a card from more, each by its name and what it says.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> rules = parse_ruleset("limit total 9\n甲 >= 9 件 weight 10")
        >>> [str(held) for held in held_down_by(rules.evaluate({"甲": "9件"}).model)]
        ['limit: the total is at most 9']
    """
    held = [
        Text(f"{told.name.en}: {told.sentence.en}", f"{told.name.zh}：{told.sentence.zh}")
        for told in explain_adjustments(card)
        if told.adjustment.kind in (Kind.LIMIT, Kind.VETO) and told.adjustment.low < 0
    ]
    held += [
        Text(
            f"veto: {veto.name}: grade <= {veto.grade}",
            f"否决：{veto.name}：等级不高于{veto.grade}",
        )
        for veto in card.ruleset.vetoes
        if veto.grade is not None and card.facts.holds(veto) is not False
    ]
    return tuple(held)
