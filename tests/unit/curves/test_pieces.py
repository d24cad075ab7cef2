"""Pieces: stages in their order, never none."""

import pytest

from indicator_dsl.curves import Map, NoStages, Piece, Stage


def test_a_piece_has_the_value_and_the_reason_of_its_last_stage() -> None:
    raw = Piece.of(Map.linear(1, 0), clause="ratio", reason="exceeded")
    capped = raw.then(Map.constant(24), clause="cap", reason="capped")
    assert ("exceeded", Map.linear(1, 0)) == (raw.reason, raw.value)
    assert ("capped", Map.constant(24)) == (capped.reason, capped.value)
    assert (
        Stage(clause="ratio", reason="exceeded", value=Map.linear(1, 0)),
        Stage(clause="cap", reason="capped", value=Map.constant(24)),
    ) == capped.stages


def test_a_piece_without_a_stage_is_refused() -> None:
    with pytest.raises(NoStages, match="at least one stage"):
        Piece(())
