"""What is known besides the lines."""

import pytest

from indicator_dsl.model import Veto
from indicator_dsl.scoring.facts import Facts


@pytest.mark.parametrize(
    ("said", "missing_is_zero", "truth"),
    [
        (True, False, True),
        (False, False, False),
        (None, False, None),
        (None, True, False),
        (True, True, True),
    ],
)
def test_whether_a_veto_holds(said: bool | None, missing_is_zero: bool, truth: bool | None) -> None:  # noqa: FBT001 - a table of truths
    veto = Veto(name="虚报", grade="良", missing_is_zero=missing_is_zero)
    assert truth is Facts(vetoes={"虚报": said}).holds(veto)


def test_nothing_said_is_not_known() -> None:
    assert Facts().holds(Veto(name="虚报", grade="良")) is None
