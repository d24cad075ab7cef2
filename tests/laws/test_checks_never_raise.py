"""Checking a sheet that compiles never raises; every label of what it says lies in the text."""

from hypothesis import given, strategies as st

from indicator_dsl.assets import rulesets
from indicator_dsl.checks import check_sheet
from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.syntax import print_ruleset
from tests.engine import compiled, ruleset_of
from tests.strategies import Sheet, damaged, derived_sheets, ruleset_files, sheets

SHIPPED = rulesets().joinpath("chaoyang-window-2024").joinpath("ruleset.ind")
FORM = SHIPPED.read_text(encoding="utf-8")
WHOLE = """
grades 优 >= 90, else 差
scale 等次 = 优 100..80, 良 80..60, 差 60..0
input 执行数 万元
input 预算数 万元
let 执行率 = 执行数 / 预算数
[过程] 20 of inner 30
执行率 >= 100 % weight 10 by less 0.5 per 1 pp at most 5
制度 weight 20 by points
  - 健全: 3.33
  - 执行: rest
[结果] 80
办件量 >= 200 件 weight 20 cap 120% over 150% less 10%
气温 in 18..26 ℃ weight 10 by ratio
满意度 >= 95 % weight 10 by bands >= 90: 10, >= 60: 5, else 0
完成日 <= 2024-12-31 weight 10 by less 1 per 1 天
投诉 = 0 次 weight 10 by less 2 per 1 次 zero from 3 次
服务 is 等次 weight 10 allow IND610 "x"
虚报 = 否 weight 10
bonus "创新" 1 each cap 3
veto "造假" grade <= 差
limit total 89 when 执行率 < 80 %
"""


def _well_made(said: tuple[Diagnostic, ...]) -> None:
    for found in said:
        assert found.severity is not Severity.ERROR
        assert found.code.startswith("IND6")
        assert found.labels
        for label in found.labels:
            span = label.place.span
            assert 0 <= span.start < span.end <= len(label.place.source.text)
        for sentence in (found.message, found.help):
            assert sentence is not None
            assert sentence.en
            assert sentence.zh


@given(sheets() | derived_sheets())
def test_sheets_that_make_sense(sheet: Sheet) -> None:
    _well_made(check_sheet(ruleset_of(sheet.text())))


@given(st.one_of(damaged(FORM), damaged(WHOLE), ruleset_files.map(print_ruleset)))
def test_whatever_compiles(text: str) -> None:
    ruleset, _ = compiled(text)
    if ruleset is not None:
        _well_made(check_sheet(ruleset))
