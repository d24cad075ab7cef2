"""The comparison with peers counts wrong points by fractions and says who is not there."""

import doctest
from fractions import Fraction

import pytest

from bench.byhand import points_by_hand
from bench.peers import expressions, handwritten, ours, peer, reference, sheets, tables, weights
from bench.peers.comparing import EVERY, Comparison, compared
from bench.peers.peer import Peer, Prepared, wrong
from bench.peers.reference import points_of
from bench.peers.sheets import LABELS, Sheet, plain_sheets, tied_sheets

FULL = Sheet(15233600, 15233600, 332344, "优", 8000, 15995600, "优", 9995)
# 10 × 1599.2/1600 = 9.995; 20 × 180050/200000 = 18.005; 10 × 80/128 = 6.25;
# 10 × 1599.56/3199.12 = 5; 10 × 0.95/95 = 0.1. Both ties go up: 10.00 and 18.01.
TIED = Sheet(15992000, 16000000, 180050, "中", 12800, 31991200, "低", 95)
# 10 × 1401.07/1523.36 = 9.1972…; 20 × 187213/200000 = 18.7213; 10 × 80/93.7 = 8.5378…;
# 10 × 1599.56/1702.8456 = 9.3934…; 10 × 91.28/95 = 9.6084…
SHORT = Sheet(14010700, 15233600, 187213, "良", 9370, 17028456, "良", 9128)


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (FULL, (1000, 2000, 1000, 1000, 1000, 3000, 1000, 10000)),
        (TIED, (1000, 1801, 600, 625, 500, 900, 10, 5436)),
        (SHORT, (920, 1872, 800, 854, 939, 2400, 961, 8746)),
    ],
)
def test_the_reference_by_hand_worked_sheets(sheet: Sheet, expected: tuple[int, ...]) -> None:
    assert expected == points_of(sheet)


def _halves(exact: Fraction) -> bool:
    return (exact * 200).denominator == 1 and (exact * 200) % 2 == 1


def test_tied_sheets_have_four_ties_each_and_lose_points_there() -> None:
    for sheet in tied_sheets(50):
        exact = (
            Fraction(10 * sheet.executed, sheet.budget),
            Fraction(20 * sheet.cases, 200_000),
            Fraction(10 * 8_000, sheet.progress),
            Fraction(10 * 15_995_600, sheet.cost),
        )
        assert [True] * 4 == [_halves(points) for points in exact]
        assert all(points < full for points, full in zip(exact, (10, 20, 10, 10), strict=True))


def test_sheets_are_the_same_every_time_and_within_the_form() -> None:
    assert plain_sheets(5) == plain_sheets(5)
    for sheet in (*plain_sheets(50), *tied_sheets(50)):
        assert {sheet.service, sheet.level} <= set(LABELS)
        assert all(number > 0 for number in sheet if isinstance(number, int))


def test_the_function_by_hand_agrees_with_the_fractions() -> None:
    for sheet in (*plain_sheets(200), *tied_sheets(200)):
        assert points_of(sheet) == points_by_hand(*sheet)


@pytest.mark.parametrize("way", ours.PEERS, ids=lambda each: each.way)
def test_the_library_is_never_wrong(way: Peer) -> None:
    every = (FULL, TIED, SHORT, *tied_sheets(20), *plain_sheets(20))
    assert 0 == wrong(way.points(every), every)


def test_floats_are_wrong_on_ties_and_the_count_says_so() -> None:
    every = tied_sheets(50)
    floats = next(each for each in handwritten.PEERS if each.way == "floats")
    assert 0 < wrong(floats.points(every), every) <= 50


def test_one_wrong_line_or_total_makes_a_sheet_wrong() -> None:
    right = (1000, 1801, 600, 625, 500, 900, 10, 5436)
    for place in range(8):
        off = tuple(points + (index == place) for index, points in enumerate(right))
        assert 1 == wrong([right, off], [TIED, TIED])


@pytest.mark.parametrize("each", EVERY, ids=lambda each: f"{each.name}, {each.way}")
def test_every_peer_that_is_here_scores_a_sheet_without_ties(each: Peer) -> None:
    if not each.is_installed:
        pytest.skip("not installed")
    assert (points_of(FULL), points_of(SHORT)) == each.points([FULL, SHORT])


@pytest.mark.parametrize("engine", expressions.ENGINES, ids=lambda each: each.name)
def test_whole_numbers_are_right_in_every_engine_that_is_here(
    engine: expressions.Engine,
) -> None:
    _, whole = engine.peers()
    if not whole.is_installed:
        pytest.skip("not installed")
    every = tied_sheets(5)
    assert 0 == wrong(whole.points(every), every)


def _absent(_: object) -> Prepared:
    raise AssertionError


def test_a_peer_that_is_not_installed_is_said_to_be_and_is_not_run() -> None:
    absent = Peer(name="nobody", way="decimals", module="nobody_has_this", prepare=_absent)
    (found,) = compared([absent], sheets=1, repetitions=1, most=1)
    assert Comparison(peer=absent) == found
    assert (
        "nobody  decimals          not installed        —        —     —          —"
        == (tables.table([found]).splitlines()[2])
    )
    assert "" == tables.releases([found])


def _failing(_: object) -> Prepared:
    raise ZeroDivisionError


def test_a_peer_that_fails_is_an_error_not_an_absence() -> None:
    broken = Peer(name="broken", way="decimals", prepare=_failing)
    with pytest.raises(ZeroDivisionError):
        list(compared([broken], sheets=1, repetitions=1, most=1))


def test_the_table_has_one_row_a_peer_under_its_headings() -> None:
    found = tuple(
        compared(handwritten.PEERS, sheets=3, repetitions=1, most=5, long_enough=0),
    )
    headings, rule, *rows = tables.table(found).splitlines()
    assert [] == [heading for heading in tables.HEADINGS if heading not in headings]
    assert {"─", " "} == set(rule)
    assert len(handwritten.PEERS) == len(rows)
    assert all("×" in row for row in rows)


def test_what_comes_with_the_points_is_told_once_a_peer() -> None:
    rows = tables.offers(Comparison(peer=each) for each in EVERY).splitlines()[2:]
    assert len({each.name for each in EVERY}) == len(rows)
    assert "indicator-dsl     every line         checked  text, sheet, actuals" == rows[0]
    assert "Python, by hand   —                  —        —" == rows[1]


def test_ties_of_odd_weights() -> None:
    # Weight 3 of a target of 600: 3 × 1/600 = 0.005, which goes up to 0.01.
    assert ((3, 1, 600), 1) == (weights.ties(3)[300], weights.expected((3, 1, 600)))
    rows = {row.split("  ")[0]: row for row in weights.table(3).splitlines()[2:]}
    assert rows["indicator-dsl"].split()[-1] == "0"


def test_the_examples_in_its_docstrings_hold() -> None:
    modules = (expressions, handwritten, peer, reference, sheets, tables, weights)
    tried = [doctest.testmod(module) for module in modules]
    assert [0] * len(modules) == [each.failed for each in tried]
    assert all(each.attempted for each in tried)
