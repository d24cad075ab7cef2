"""Any text gives diagnostics or a ruleset, never another exception, and every label lies inside the text."""

from hypothesis import given
from hypothesis import strategies as st

from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.scoring import evaluate
from tests.engine import actuals_of, compiled, compiled_actuals
from tests.strategies import NAMES, UNITS, damaged, texts

SHIPPED = rulesets().joinpath("chaoyang-window-2024")
RULESET = SHIPPED.joinpath("ruleset.ind").read_text(encoding="utf-8")
ACTUALS = SHIPPED.joinpath("actuals.act").read_text(encoding="utf-8")
# What the language is made of, so that random lines often come near to it.
WORDS = (
    *"[]()（）“”\"#=/*+-,，.。、…:％%><≥≤＝",
    *("ruleset", "规则集", "total", "总分", "round", "each", "逐项", "grades", "else", "scale"),
    *("default", "unit", "单位", "input", "数据", "let", "计算", "check", "核对", "assume", "假定"),
    *("weight", "分值", "by", "按", "ratio", "反比", "over", "explain", "basis", "note", "and", "或"),
    *(">=", "<=", "不低于", "in", "介于", "..", "is", "定性", "actuals for", "reported", "自评", "原因"),
    *("2024", "100", "1,523.36", "0", "-3", "9" * 30, "1e5", "２０", "\n", "\n  ", "\n\n", " ", "  # "),
    *(*NAMES[:8], *UNITS),
)
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.lists(
    st.sampled_from(WORDS), max_size=25
).map("".join)


def every_label_lies_in(text: str, said: tuple[Diagnostic, ...]) -> None:
    for diagnostic in said:
        assert diagnostic.labels
        for label in diagnostic.labels:
            assert text == label.place.source.text
            span = label.place.span
            assert 0 <= span.start <= span.end <= len(text)
            assert 1 <= label.place.start.line <= label.place.end.line
        assert diagnostic.sentence("en")
        assert diagnostic.sentence("zh")


@given(st.one_of(texts, SENTENCES, damaged(RULESET)))
def test_any_text_as_a_ruleset(text: str) -> None:
    ruleset, said = compiled(text)
    every_label_lies_in(text, said)
    errors = [diagnostic for diagnostic in said if diagnostic.severity is Severity.ERROR]
    assert (ruleset is None) == bool(errors)
    if ruleset is not None:
        cells = {indicator.name: "80 %" for indicator in ruleset.indicators}
        assert len(ruleset.indicators) == len(evaluate(ruleset, actuals_of(cells)).lines)


@given(st.one_of(texts, SENTENCES, damaged(ACTUALS)))
def test_any_text_as_actuals(text: str) -> None:
    actuals, said = compiled_actuals(text)
    every_label_lies_in(text, said)
    errors = [diagnostic for diagnostic in said if diagnostic.severity is Severity.ERROR]
    assert (actuals is None) == bool(errors)
