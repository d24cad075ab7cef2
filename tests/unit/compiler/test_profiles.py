"""What a profile gives to the ruleset that uses it, found through a library."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from indicator_dsl.codes import PROFILE_UNKNOWN
from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.compiler.profiles import MOST_PROFILES
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.model import Measured, Method, Ruleset
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import UseNode
from tests.engine import errors_of, ruleset_of

RULE = "round 2 each\n甲 <= 5 件 weight 5\n"


class Shelf:
    """A library of texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._sources = {name: SourceText(name, text) for name, text in texts.items()}

    def find(self, name: str, collector: Collector, at: UseNode, desk: Desk) -> SourceText | None:
        if name not in self._sources:
            collector.add(PROFILE_UNKNOWN.at(desk.place(at.profile.span), name=name, nearest=""))
        return self._sources.get(name)


def used(text: str, **profiles: str) -> tuple[Ruleset | None, tuple[Diagnostic, ...]]:
    collector = Collector()
    ruleset = compile_ruleset(SourceText("a.ind", text), collector, Shelf(profiles))
    return ruleset, collector.sorted()


def method_of(text: str, **profiles: str) -> Method:
    ruleset, said = used(text, **profiles)
    assert ruleset is not None, said
    measure = ruleset.indicators[0].measure
    assert isinstance(measure, Measured)
    return measure.method


def test_a_default_is_inherited_and_the_nearer_one_wins() -> None:
    far, near = "default <= by inverse\n", "use far\ndefault <= by excess\n"
    assert Method.INVERSE is method_of(f"use far\n{RULE}", far=far)
    assert Method.EXCESS is method_of(f"use near\n{RULE}", far=far, near=near)
    assert Method.PASS is method_of(f"use near\ndefault <= by pass\n{RULE}", far=far, near=near)


@pytest.mark.parametrize(
    ("year", "method"),
    [
        (" 2023", Method.INVERSE),
        (" 2024", Method.EXCESS),
        (" 2025", Method.EXCESS),
        ("", Method.EXCESS),
    ],
)
def test_the_year_chooses_among_dated_statements(year: str, method: Method) -> None:
    dated = "default <= by inverse\ndefault <= by excess since 2024-07-01\n"
    text = f'ruleset "表"{year}\nuse dated\n{RULE}'
    assert method is method_of(text, dated=dated)


@pytest.mark.parametrize(("year", "total"), [(2023, 4), (2024, 5), (2025, 6)])
def test_dated_totals_and_scales(year: int, total: int) -> None:
    dated = (
        "total 4\ntotal 5 since 2024-01-01\ntotal 6 since 2025-01-01\n"
        "scale 表 = 优 100, 差 0\nscale 表 = 优 100, 差 50 since 2025-01-01\n"
    )
    text = f'ruleset "表" {year}\nuse dated\nround 2 each\n甲 is 表 weight 5\n'
    ruleset, _ = used(text, dated=dated)
    assert ruleset is not None
    assert total == ruleset.total
    measure = ruleset.indicators[0].measure
    assert not isinstance(measure, Measured)
    assert "差" in str(measure)
    expected = Fraction(1, 2) if year == 2025 else Fraction(0)
    assert expected == measure.scale.least  # type: ignore[union-attr]


def names(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(each.name, each.place.text if each.place else "") for each in found]


def test_an_unknown_profile() -> None:
    assert [("profile-unknown", "nothing-such")] == errors_of(
        "use nothing-such\nround 2 each\n甲 >= 5 件 weight 5"
    )


def test_a_circle_is_named() -> None:
    ruleset, said = used(f"use b\n{RULE}", b="use c\n", c="use b\n")
    assert ruleset is None
    (found,) = [each for each in said if each.name == "profile-cyclic"]
    assert "b → c → b" in found.message.en


def test_a_profile_used_twice_is_read_once() -> None:
    shared = "unit 捆 = 10 件\ndefault <= by inverse\n"
    text = f"use b\nuse c\n{RULE}"
    assert Method.INVERSE is method_of(text, b="use d\n", c="use d\n", d=shared)


def test_too_many_profiles() -> None:
    profiles = {f"p{n}": f"use p{n + 1}\n" for n in range(MOST_PROFILES + 2)}
    assert "profiles-too-many" in [
        name for name, _ in names(used(f"use p0\n{RULE}", **profiles)[1])
    ]


def test_a_fault_in_a_profile_is_told_there() -> None:
    said = used(f"use b\n{RULE}", b="default <= by ratio\n")[1]
    places = [(each.name, each.place.source.name) for each in said if each.place]
    assert ("method-unfit", "b") in places


def test_a_shipped_profile() -> None:
    ruleset = ruleset_of("use mof-2020\n甲 <= 5 件 weight 5\nround 2 each")
    measure = ruleset.indicators[0].measure
    assert isinstance(measure, Measured)
    assert (Method.INVERSE, True) == (measure.method, measure.is_inherited)
