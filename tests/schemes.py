"""Rules of every method and guard in the words of the oracle, and the places that matter.

Writes them as text; what they should score is left to the oracle.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from tests import oracle
from tests.strategies import TINY, decimal_text

TARGETS: Final = tuple(map(Fraction, ("100", "95", "7", "1599.56", "0.7", "200000")))
WEIGHTS: Final = tuple(map(Fraction, ("10", "20", "1.5", "3.335", "7", "15")))
UNITS: Final = ("件", "%", "万元", "")
_SHARES: Final = tuple(map(Fraction, ("0.01", "0.03", "0.05", "0.1", "0.333")))
_MORE: Final = (">=", ">")
_LESS: Final = ("<=", "<")


def number(x: Fraction) -> str:
    """The plain decimal of a number that has one."""
    text = decimal_text(x)
    assert text is not None, x
    return text


def percent(share: Fraction) -> str:
    """A share in per cent, the sign behind it."""
    return f"{number(share * 100)}%"


# ---- text


def _amount(x: Fraction, unit: str) -> str:
    return f"{number(x)} {unit}".rstrip()


def _steps(steps: oracle.Steps, unit: str) -> str:
    wide = (
        f"{percent(steps.width)} of target"
        if steps.of_target
        else _amount(steps.width, _points(unit))
    )
    per = "per full" if steps.reading == "full" else "per"
    part = " or part" if steps.reading == "part" else ""
    most = "" if steps.most is None else f" at most {number(steps.most)}"
    return f"{number(steps.points)} {per} {wide}{part}{most}"


def _points(unit: str) -> str:
    return "pp" if unit == "%" else unit


def method_text(rule: oracle.Rule, unit: str) -> str:
    """The rule's `by` clause."""
    match rule.scheme:
        case None:
            return f"by {rule.method}"
        case oracle.Line(start=start, end=end, of_target=True):
            return f"by line from {percent(start)} to {percent(end)} of target"
        case oracle.Line(start=start, end=end):
            return f"by line from {_amount(start, unit)} to {_amount(end, unit)}"
        case oracle.Bands(bands=bands, otherwise=otherwise):
            each = [f"{op} {_amount(bound, unit)}: {number(worth)}" for op, bound, worth in bands]
            return f"by bands {', '.join(each)}, else {number(otherwise)}"
        case oracle.Sides(below=below, above=above, is_plain=True):
            steps = below or above
            assert steps is not None
            return f"by less {_steps(steps, unit)}"
        case oracle.Sides(below=below, above=above):
            sides = [f"below {_steps(below, unit)}"] if below else []
            sides += [f"above {_steps(above, unit)}"] if above else []
            return f"by {', '.join(sides)}"


def guards_text(guards: oracle.Guards, unit: str) -> list[str]:
    """The rule's guards, in the order they are held."""
    clauses = [] if guards.cap is None else [f"cap {percent(guards.cap)}"]
    for share, amount, of in guards.overs:
        less = f"{number(amount)} points" if of == "points" else f"{percent(amount)} of {of}"
        clauses.append(f"over {percent(share)} less {less}")
    for side, bound, of_target in guards.zeros:
        at = f"{percent(bound)} of target" if of_target else _amount(bound, unit)
        clauses.append(f"zero {side} {at}")
    return clauses


def target_text(rule: oracle.Rule, unit: str) -> str:
    """What the rule asks for."""
    if rule.operator == "in":
        return f"in {number(rule.low)}..{_amount(rule.high, unit)}"
    return f"{rule.operator} {_amount(rule.low, unit)}"


def rule_text(name: str, rule: oracle.Rule, unit: str, others: Iterable[str] = ()) -> str:
    """The rule as its author would write it; `others` are clauses the oracle needs no word of."""
    clauses = [method_text(rule, unit), *guards_text(rule.guards, unit), *others]
    head = f"{name} {target_text(rule, unit)} weight {number(rule.weight)}"
    return "\n  ".join([head, *clauses]) + "\n"


# ---- rules


@st.composite
def _stepped(draw: st.DrawFn, weight: Fraction, low: Fraction) -> oracle.Steps:
    of_target = draw(st.booleans())
    width = draw(st.sampled_from(_SHARES)) * (1 if of_target else 100)
    return oracle.Steps(
        points=draw(st.sampled_from([Fraction("0.5"), Fraction(1), Fraction("0.3"), weight])),
        width=width,
        of_target=of_target and low > 0,
        reading=draw(st.sampled_from(["proportional", "full", "part"])),
        most=draw(st.none() | st.sampled_from([weight, weight / 2, Fraction("0.5")])),
    )


@st.composite
def _lines(draw: st.DrawFn, operator: str, low: Fraction) -> oracle.Line:
    of_target = draw(st.booleans())
    first, second = sorted(
        draw(
            st.lists(
                st.sampled_from(["0.5", "0.6", "0.95", "1", "1.3"]),
                min_size=2,
                max_size=2,
                unique=True,
            )
        ),
        key=Fraction,
    )
    ends = [Fraction(first), Fraction(second)]
    if operator in _LESS or (operator not in _MORE and draw(st.booleans())):
        ends.reverse()
    scale = 1 if of_target else low
    return oracle.Line(start=ends[0] * scale, end=ends[1] * scale, of_target=of_target)


@st.composite
def _bands(draw: st.DrawFn, operator: str, low: Fraction, weight: Fraction) -> oracle.Bands:
    shares = draw(
        st.lists(
            st.sampled_from(["1", "0.9", "0.8", "0.6", "0"]), min_size=1, max_size=4, unique=True
        )
    )
    goes_down = operator in _MORE or (operator not in _LESS and draw(st.booleans()))
    bounds = sorted((Fraction(each) * low for each in shares), reverse=goes_down)
    words = _MORE if goes_down else _LESS
    worth = st.sampled_from([weight, weight / 2, weight / 5, Fraction(0)])
    bands = tuple((draw(st.sampled_from(words)), bound, draw(worth)) for bound in bounds)
    return oracle.Bands(bands=bands, otherwise=draw(worth))


@st.composite
def _sides(draw: st.DrawFn, operator: str, weight: Fraction, low: Fraction) -> oracle.Sides:
    steps = draw(_stepped(weight, low))
    if draw(st.booleans()):
        return oracle.Sides(
            below=None if operator in _LESS else steps,
            above=None if operator in _MORE else steps,
            is_plain=True,
        )
    other = draw(_stepped(weight, low))
    return draw(
        st.sampled_from(
            [
                oracle.Sides(below=steps, above=other),
                oracle.Sides(below=steps),
                oracle.Sides(above=steps),
            ]
        )
    )


@st.composite
def _guards(draw: st.DrawFn, rule: oracle.Rule) -> oracle.Guards:
    is_carried = rule.scheme is None and (
        (rule.method == "ratio" and rule.operator in _MORE) or rule.method in {"excess", "inverse"}
    )
    cap = (
        draw(st.none() | st.sampled_from(["1", "1.2", "1.5"]).map(Fraction)) if is_carried else None
    )
    overs: list[tuple[Fraction, Fraction, str]] = []
    zeros: list[tuple[str, Fraction, bool]] = []
    if rule.operator in (*_MORE, "=") and draw(st.booleans()):
        pool = st.sampled_from(["1.2", "1.3", "1.5", "2"])
        for over in draw(st.lists(pool, min_size=1, max_size=3, unique=True)):
            of = draw(st.sampled_from(["weight", "earned", "points"]))
            amount = draw(st.sampled_from(["0.1", "0.5", "1"]))
            overs.append((Fraction(over), Fraction(amount) * (4 if of == "points" else 1), of))
    sides = ["below"] if rule.operator in _MORE else ["above", "from"]
    sides = ["below", "above", "from"] if rule.operator in {"=", "in"} else sides
    for side in draw(st.lists(st.sampled_from(sides), max_size=2)):
        of_target = rule.operator != "in" and draw(st.booleans())
        share = Fraction(draw(st.sampled_from(["0.5", "0.6", "1", "1.5", "1.9"])))
        zeros.append((side, share if of_target else share * rule.low, of_target))
    return oracle.Guards(cap=cap, overs=tuple(overs), zeros=tuple(zeros))  # type: ignore[arg-type]


@st.composite
def schemed_rules(draw: st.DrawFn) -> oracle.Rule:
    """Any operator, any method that serves it, any guards that go with both; targets above 0."""
    operator = draw(st.sampled_from(sorted(oracle.FITTING)))
    low, weight = draw(st.sampled_from(TARGETS)), draw(st.sampled_from(WEIGHTS))
    width = Fraction(draw(st.sampled_from(["0", "1", "2.5"])) if operator == "in" else 0)
    rule = oracle.Rule(operator=operator, low=low, high=low + width, weight=weight)
    kind = draw(st.sampled_from(["method", "line", "bands", "sides", "sides"]))
    if kind == "method":
        rule = evolve(rule, method=draw(st.sampled_from(oracle.FITTING[operator])))
    elif kind == "line":
        rule = evolve(rule, scheme=draw(_lines(operator, low)))
    elif kind == "bands":
        rule = evolve(rule, scheme=draw(_bands(operator, low, weight)))
    else:
        rule = evolve(rule, scheme=draw(_sides(operator, weight, low)))
    return evolve(rule, guards=draw(_guards(rule)))


# ---- places that matter


def _of_steps(
    steps: oracle.Steps | None, origin: Fraction, sign: int, rule: oracle.Rule
) -> list[Fraction]:
    if steps is None:
        return []
    width = sign * steps.width * (rule.high if steps.of_target else 1)
    # Whole steps, and where half a thousandth, hundredth or tenth of a point is lost.
    lost = [Fraction(n) for n in (1, 2, 3, 7)]
    lost += [Fraction(n, 2000) / steps.points for n in (1, 10, 30, 100)]
    return [origin + width * each for each in lost]


def turning_points(rule: oracle.Rule) -> list[Fraction]:
    """Where the points jump, bend or tie in rounding, by the rule's own words."""
    low, high, guards = rule.low, rule.high, rule.guards
    found = [Fraction(0), low, high, 2 * low, low / 2, -low]
    match rule.scheme:
        case oracle.Line(start=start, end=end, of_target=of_target):
            unit = high if of_target else Fraction(1)
            ways = [Fraction(0), Fraction(1), Fraction(1, 2)]
            ways += [Fraction(n, 2000) / rule.weight for n in (1, 10, 333, 1110)]
            found += [unit * (start + way * (end - start)) for way in ways]
        case oracle.Bands(bands=bands):
            found += [bound for _, bound, _ in bands]
        case oracle.Sides(below=below, above=above):
            found += _of_steps(below, low, -1, rule) + _of_steps(above, high, 1, rule)
        case None:
            ties = [Fraction(n, 2000) / rule.weight for n in (1, 10, 333, 1110)]
            found += [low * tie for tie in ties] + [low / tie for tie in ties]
            found += [low * (2 - tie) for tie in ties]
    if guards.cap is not None:
        found += [low * guards.cap, low / guards.cap, low * (2 - guards.cap)]
    found += [share * low for share, _, _ in guards.overs]
    found += [bound * high if of_target else bound for _, bound, of_target in guards.zeros]
    return found


def with_neighbours(points: Iterable[Fraction]) -> list[Fraction]:
    """Each place, and one tiny step to either side."""
    return sorted({x + step for x in points for step in (-TINY, 0, TINY)})
