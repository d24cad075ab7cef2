"""Engines of expressions: the seven lines as one expression, compiled once.

Each in two spellings: in decimals, as the form writes its rules, and in scaled whole numbers.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from math import floor
from typing import Any, Final

from attrs import frozen

from bench.peers.peer import DECIMALS, NOTHING, WHOLE, Offer, Peer, Prepared
from bench.peers.sheets import LABELS, Sheet

_SHARES: Final = dict(zip(LABELS, (1.0, 0.8, 0.6, 0.3, 0.0), strict=True))
_PER_CENT: Final = {label: round(100 * share) for label, share in _SHARES.items()}

# A line: what it is met by, and otherwise its weight, the figure and the target of its share.
_SHARED: Final = (
    ("executed >= budget", "10.0", "executed", "budget"),
    ("cases >= 200000", "20.0", "{cases}", "200000.0"),
    ("progress <= 80.0", "10.0", "80.0", "progress"),
    ("cost <= 1599.56", "10.0", "1599.56", "cost"),
    ("satisfaction >= 95.0", "10.0", "satisfaction", "95.0"),
)
_WHOLE: Final = (
    ("executed >= budget", "1000", "2000 * executed + budget", "2 * budget"),
    ("cases >= 200000", "2000", "cases + 50", "100"),
    ("progress <= 8000", "1000", "16000000 + progress", "2 * progress"),
    ("cost <= 15995600", "1000", "31991200000 + cost", "2 * cost"),
    ("satisfaction >= 9500", "1000", "4 * satisfaction + 19", "38"),
)

Compiled = Callable[[dict[str, Any]], Sequence[Any]]
Compiler = Callable[[str], Compiled]


def listed(opening: str, lines: Sequence[str], service: str, level: str, closing: str) -> str:
    """The text of a list of the seven lines, in the order of the form.

    Example:
        >>> listed("[", ["a", "b", "d", "e", "g"], "c", "f", "]")
        '[a, b, c, d, e, f, g]'
    """
    budget, cases, progress, cost, satisfaction = lines
    every = (budget, cases, service, progress, cost, level, satisfaction)
    return opening + ", ".join(every) + closing


def _choice(is_python: bool, condition: str, then: str, otherwise: str) -> str:  # noqa: FBT001
    if is_python:
        return f"({then} if {condition} else {otherwise})"
    return f"({condition} ? {then} : {otherwise})"


def _labelled(is_python: bool, name: str, points: dict[str, str]) -> str:  # noqa: FBT001
    *others, (_, last) = points.items()
    text = last
    for label, worth in reversed(others):
        text = _choice(is_python, f"{name} == '{label}'", worth, text)
    return text


def in_decimals(
    rounded: str, *, brackets: str = "[]", is_python: bool = False, cases: str = "cases"
) -> str:
    """The rules as the form writes them: weight times share, rounded to two places.

    Args:
        rounded: How `{}` points are rounded half-up to two places.
        brackets: What opens and closes a list.
        is_python: Whether a choice is written as Python does.
        cases: How the whole number of cases stands beside numbers with decimals.
    """
    lines = [
        _choice(
            is_python,
            met,
            weight,
            rounded.format(f"{weight} * ({figure.format(cases=cases)} / {target})"),
        )
        for met, weight, figure, target in _SHARED
    ]
    service, level = (
        _labelled(is_python, name, {k: str(round(weight * s, 2)) for k, s in _SHARES.items()})
        for name, weight in (("service", 10), ("level", 30))
    )
    return listed(brackets[0], lines, service, level, brackets[1])


def in_whole_numbers(divided: str, *, brackets: str = "[]", is_python: bool = False) -> str:
    """The rules over scaled whole numbers: hundredths of points, rounded half-up by a division.

    Args:
        divided: How `{}` is divided by `{}`, rounded down.
        brackets: What opens and closes a list.
        is_python: Whether a choice is written as Python does.
    """
    lines = [
        _choice(is_python, met, full, divided.format(f"({above})", f"({below})"))
        for met, full, above, below in _WHOLE
    ]
    service, level = (
        _labelled(is_python, name, {k: str(weight * s) for k, s in _PER_CENT.items()})
        for name, weight in (("service", 10), ("level", 30))
    )
    return listed(brackets[0], lines, service, level, brackets[1])


def _one_by_one(compiler: Compiler, text: str, *, is_whole: bool) -> Callable[..., Prepared]:
    """The sheets one after the other, each handed over as Python numbers."""

    def prepare(sheets: Sequence[Sheet]) -> Prepared:
        evaluate = compiler(text)
        records: list[dict[str, Any]] = [
            sheet._asdict() if is_whole else sheet.as_written() for sheet in sheets
        ]

        return Prepared(lambda: [(*points, sum(points)) for points in map(evaluate, records)])

    return prepare


def _rule_engine(text: str) -> Compiled:
    evaluate: Compiled = import_module("rule_engine").Rule(text).evaluate
    return evaluate


def _zen(text: str) -> Compiled:
    evaluate: Compiled = import_module("zen").compile_expression(text).evaluate
    return evaluate


def _simpleeval(text: str) -> Compiled:
    evaluator = import_module("simpleeval").EvalWithCompoundTypes(functions={"floor": floor})
    parsed = evaluator.parse(text)

    def evaluate(names: dict[str, Any]) -> Sequence[Any]:
        evaluator.names = names
        points: Sequence[Any] = evaluator.eval(text, parsed)
        return points

    return evaluate


def _evalidate(text: str) -> Compiled:
    evalidate = import_module("evalidate")
    model = evalidate.base_eval_model.clone()
    model.nodes += ["Call", "FloorDiv", "Mult", "Tuple"]
    model.allowed_functions.append("floor")
    expression = evalidate.Expr(text, model)

    def evaluate(names: dict[str, Any]) -> Sequence[Any]:
        points: Sequence[Any] = expression.eval(names | {"floor": floor})
        return points

    return evaluate


def _cel_python(text: str) -> Compiled:
    celpy = import_module("celpy")
    environment = celpy.Environment()
    program = environment.program(environment.compile(text))

    def evaluate(names: dict[str, Any]) -> Sequence[Any]:
        points: Sequence[Any] = program.evaluate(celpy.json_to_cel(names))
        return points

    return evaluate


def _cel_in_rust(text: str) -> Compiled:
    execute: Compiled = import_module("cel").compile(text).execute
    return execute


_PYTHON_ROUNDED: Final = "floor({} * 100 + 0.5) / 100"
_CEL_ROUNDED: Final = "double(int({} * 100.0 + 0.5)) / 100.0"


@frozen(kw_only=True)
class Engine:
    """An engine, how it compiles a text, and the rules in its two spellings."""

    name: str
    module: str
    package: str
    compiler: Compiler
    decimals: str
    whole_numbers: str
    offer: Offer = NOTHING

    def peers(self) -> tuple[Peer, Peer]:
        """The engine in both spellings."""
        decimals, whole = (
            Peer(
                name=self.name,
                way=way,
                module=self.module,
                package=self.package,
                prepare=_one_by_one(self.compiler, text, is_whole=is_whole),
                in_hundredths=is_whole,
                offer=self.offer,
            )
            for way, text, is_whole in (
                (DECIMALS, self.decimals, False),
                (WHOLE, self.whole_numbers, True),
            )
        )
        return decimals, whole


ENGINES: Final = (
    Engine(
        name="rule-engine",
        module="rule_engine",
        package="rule-engine",
        compiler=_rule_engine,
        decimals=in_decimals("(({} * 100 + 0.5).floor / 100)"),
        whole_numbers=in_whole_numbers("{} // {}"),
        offer=Offer(checks="syntax, types"),
    ),
    Engine(
        name="zen-engine",
        module="zen",
        package="zen-engine",
        compiler=_zen,
        decimals=in_decimals("round({}, 2)"),
        whole_numbers=in_whole_numbers("floor({} / {})"),
        offer=Offer(reason="trace of a graph", checks="syntax, types"),
    ),
    Engine(
        name="simpleeval",
        module="simpleeval",
        package="simpleeval",
        compiler=_simpleeval,
        decimals=in_decimals(_PYTHON_ROUNDED, brackets="()", is_python=True),
        whole_numbers=in_whole_numbers("{} // {}", brackets="()", is_python=True),
    ),
    Engine(
        name="evalidate",
        module="evalidate",
        package="evalidate",
        compiler=_evalidate,
        decimals=in_decimals(_PYTHON_ROUNDED, brackets="()", is_python=True),
        whole_numbers=in_whole_numbers("{} // {}", brackets="()", is_python=True),
        offer=Offer(checks="allowed syntax"),
    ),
    Engine(
        name="CEL (cel-python)",
        module="celpy",
        package="cel-python",
        compiler=_cel_python,
        decimals=in_decimals(_CEL_ROUNDED, cases="double(cases)"),
        whole_numbers=in_whole_numbers("{} / {}"),
        offer=Offer(checks="syntax"),
    ),
    Engine(
        name="CEL (in Rust)",
        module="cel",
        package="common-expression-language",
        compiler=_cel_in_rust,
        decimals=in_decimals(_CEL_ROUNDED, cases="double(cases)"),
        whole_numbers=in_whole_numbers("{} / {}"),
        offer=Offer(checks="syntax"),
    ),
)

PEERS: Final = tuple(peer for engine in ENGINES for peer in engine.peers())
