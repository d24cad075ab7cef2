"""Whatever object stands in a cell, evaluating gives a scorecard and never raises."""

import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from indicator_dsl.explanation import compare_cards
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.scoring import Status, evaluate
from tests.engine import ruleset_of
from tests.strategies import cells, texts

RULESET = ruleset_of(
    """
grades 优 >= 90, else 差
scale 等次 = 优 100, 是 60, 否 0
input 执行数 万元
input 预算数 万元
let 执行率 = 执行数 / 预算数
执行率 >= 100 % weight 10
预算数 <= 100 万元 weight 10 by inverse
年办件量 >= 200000 件 weight 20
  over 130% explain
气温 in 18..26 ℃ weight 10 by pass
服务水平 is 等次 weight 30
站点数 = 3 weight 20 by ratio
check 执行数 <= 预算数 "超支"
"""
)
NAMES = ["执行数", "预算数", "执行率", "年办件量", "气温", "服务水平", "站点数", "别的"]


class Liar:
    """An object that raises, or lies, whenever it is asked anything."""

    def __init__(self, claims: type | None) -> None:
        self._claims = claims

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        if self._claims is None:
            raise RuntimeError
        return self._claims

    def __str__(self) -> str:
        raise RuntimeError

    __repr__ = __str__

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        raise RuntimeError

    def __bool__(self) -> bool:
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError


class Words(str):
    """Text whose every method raises."""

    __slots__ = ()

    def __str__(self) -> str:
        return self

    def strip(self, _characters: str | None = None, /) -> str:
        raise RuntimeError

    def split(self, _by: str | None = None, _most: int = -1) -> list[str]:  # type: ignore[override]
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.fractions()
    | st.complex_numbers()
    | st.dates()
    | st.datetimes()
    | st.binary()
    | st.integers(4000, 5000).map(lambda digits: 10**digits)
)
PLAIN = st.one_of(texts, cells, SCALARS, st.lists(SCALARS), st.from_type(type))
# Hypothesis looks at what it draws, so objects that mind are not drawn but all tried in turn.
HOSTILE: tuple[Callable[[], object], ...] = (
    *(partial(Liar, claims) for claims in (None, str, int, float, bool, Fraction, Decimal, date)),
    *(partial(Words, text) for text in ("优", "33万件", "12 天", "", "95 %", "部分达成 75 %")),
)


CARD = evaluate(RULESET, Actuals(entries=(Entry(name="年办件量", cell="180000件"),)))


def comes_back(actuals: Actuals) -> None:
    card = evaluate(RULESET, actuals)
    for changes in (compare_cards(CARD, card), compare_cards(card, CARD)):
        assert changes.low <= changes.high
    assert pickle.loads(pickle.dumps(changes)) == changes  # noqa: S301 - our own
    assert len(RULESET.indicators) == len(card.lines)
    assert 0 <= card.low <= card.high <= 100
    assert (card.total is None) == any(line.status is not Status.SCORED for line in card.lines)
    for finding in card.findings:
        assert finding.sentence("en")
        assert finding.sentence("zh")
    for line in card.lines:
        assert type(line.written) is str


@given(
    st.lists(st.tuples(st.one_of(*[st.sampled_from(NAMES)] * 4, texts), PLAIN, texts), max_size=8),
    st.none() | st.fractions(),
    st.builds(Actuals, title=texts, year=st.none() | st.integers()),
)
def test_any_value_in_a_cell(
    drawn: list[tuple[str, object, str]], reported: Fraction | None, heading: Actuals
) -> None:
    entries = tuple(
        Entry(name=name, cell=cell, reported=reported, reason=reason)
        for name, cell, reason in drawn
    )
    comes_back(evolve(heading, entries=entries, reported_total=reported))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("make", HOSTILE)
def test_any_object_that_minds_being_looked_at(name: str, make: Callable[[], object]) -> None:
    others = {other: Entry(name=other, cell="95 %") for other in NAMES}
    minding = Entry(name=name, cell=make(), reported=Fraction(3))
    comes_back(Actuals(entries=(minding,)))
    comes_back(Actuals(entries=tuple({**others, name: minding}.values())))
