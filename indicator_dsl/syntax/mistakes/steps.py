"""Deductions by the step as rules of offices write them: 每天扣1, 每迟1天扣0.5分.

Corrects nothing else.
"""

from collections.abc import Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.syntax.mistakes.lines import Guess, Line
from indicator_dsl.syntax.mistakes.patterns import BLANKS, FILLER, expression

_OFF: Final = "延迟|推迟|逾期|超出|超过|超|迟|晚|少|多|低|高|差|增加|减少|下降|降低"
_NUMBER: Final = "@D@+(?:[.．]@D@+)?"


def step_forms(line: Line) -> Iterator[Guess]:
    """`每天扣1`, `按 每迟1天扣0.5分`: a step without the blanks between its words."""
    gap = rf"[{BLANKS}]*+"
    found = expression(
        rf"(?<=[{BLANKS}])(?:@BY_WORD@{gap})?(?P<per>每满?)(?:{_OFF})?{gap}(?P<step>{_NUMBER})?{gap}"
        rf"(?P<unit>[^{BLANKS}{FILLER}\d，,。;；扣]{{1,8}}?){gap}[，,]?{gap}扣(?:除|减)?{gap}"
        rf"(?P<points>{_NUMBER}){gap}分?(?=[{BLANKS}]|$)"
    ).search(line.bare)
    if found is None:
        return
    step, unit, points = found["step"] or "1", found["unit"], found["points"]
    per = line.keyword("FULL_STEP" if found["per"] == "每满" else "PER")
    by, less = line.keyword("BY"), line.keyword("LESS")
    steps = f"{per} {step} {unit}"
    clause = (
        f"{by} {steps} {less} {points}" if line.lang == "zh" else f"{by} {less} {points} {steps}"
    )
    yield Guess(
        code=codes.CLAUSE_UNKNOWN,
        start=found.start(),
        end=found.end(),
        corrected=line.with_piece(*found.span(), clause),
        is_certain=True,
        text=found[0],
    )
