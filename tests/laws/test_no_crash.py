"""Any text gives diagnostics or a ruleset, never another exception, each label inside the text."""

from hypothesis import HealthCheck, example, given, settings, strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark

from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.scoring import evaluate
from indicator_dsl.syntax.grammar import actuals_grammar, ruleset_grammar
from tests.engine import actuals_of, compiled, compiled_actuals
from tests.strategies import ACTUALS, NAMES, RULESET, UNITS, damaged, texts

# What the language is made of, so that random lines often come near to it.
WORDS = (
    *'[]()（）“”"#=/*+-,，.。、…:％%><≥≤＝',
    *("ruleset", "规则集", "total", "总分", "round", "each", "逐项", "grades", "else", "scale"),
    *("default", "unit", "单位", "input", "数据", "let", "计算", "check", "核对", "assume", "假定"),
    *(
        "weight",
        "分值",
        "by",
        "按",
        "ratio",
        "反比",
        "over",
        "explain",
        "basis",
        "note",
        "and",
        "或",
    ),
    *(
        ">=",
        "<=",
        "不低于",
        "in",
        "介于",
        "..",
        "is",
        "定性",
        "actuals for",
        "reported",
        "自评",
        "原因",
    ),
    *(
        "2024",
        "100",
        "1,523.36",
        "0",
        "-3",
        "9" * 30,
        "1e5",
        "２０",
        "\n",
        "\n  ",
        "\n\n",
        " ",
        "  # ",
    ),
    *(*NAMES[:8], *UNITS),
)
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.lists(
    st.sampled_from(WORDS), max_size=25
).map("".join)
RULE = "甲 >= 1 元 weight 1\n"


def sentences_of(grammar: str) -> st.SearchStrategy[str]:
    """Texts put together from the words of a grammar, which are rarely what it wants."""
    lark = Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=False)
    return from_lark(lark)


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


# Nested or repeated without end, in ways that chance does not come to.
@example(RULE + "let a = " + "-" * 900 + "甲")
@example(RULE + "let a = " + "- " * 400 + "甲")
@example(RULE + "let a = " + "(" * 400 + "甲" + ")" * 400)
@example(RULE + "let a = " + "-(" * 60 + "甲" + ")" * 60)
@example(RULE + "let a = " + " * ".join(["甲"] * 65))
@example(RULE + "let a = " + " / ".join(["甲"] * 240))
@example(RULE + "check " + "+".join(["甲"] * 490) + ' > 1 元 "m"')
@example(RULE + "check " + "*".join(["甲"] * 60) + ' > 1 元 "m"')
@example(RULE + "check " + "(" * 60 + "甲 > 1 元" + ")" * 60 + ' "m"')
@example(RULE + "check " + " and ".join(["甲 > 1 元"] * 100) + ' "m"')
@example(RULE + "".join(f"let 圈{n} = 圈{n}\n" for n in range(1200)))
@example(RULE + "".join(f"unit 甲{n} = 999999999999999999 甲{n + 1}\n" for n in range(12)))
@example(RULE + "".join(f"unit 甲{n} = 2 乙{n}\n" for n in range(600)))
@example("input 甲 " + "/".join(["元"] * 40) + "\n甲 >= 1 元 weight 1")
@example("scale 等次 = 优 100, 差 0\ninput 甲 件\n甲 is 等次 weight 1")
@example("甲 is 甲 weight 1\nscale 甲 = 优 101")
@example("\n" * 5000 + "[")
@given(st.one_of(texts, SENTENCES, damaged(RULESET)))
def test_any_text_as_a_ruleset(text: str) -> None:
    ruleset, said = compiled(text)
    every_label_lies_in(text, said)
    errors = [diagnostic for diagnostic in said if diagnostic.severity is Severity.ERROR]
    assert (ruleset is None) == bool(errors)
    if ruleset is not None:
        names = [each.name for each in ruleset.inputs]
        names += [each.name for each in ruleset.indicators]
        for cell in ("80 %", "3 亿元", "优"):
            card = evaluate(ruleset, actuals_of(dict.fromkeys(names, cell)))
            assert len(ruleset.indicators) == len(card.lines)


@given(st.one_of(texts, SENTENCES, damaged(ACTUALS)))
def test_any_text_as_actuals(text: str) -> None:
    actuals, said = compiled_actuals(text)
    every_label_lies_in(text, said)
    errors = [diagnostic for diagnostic in said if diagnostic.severity is Severity.ERROR]
    assert (actuals is None) == bool(errors)


# Most words drawn from a grammar fail its look-aheads, so finding a text takes long.
SOME = settings(
    max_examples=max(settings().max_examples // 20, 5),
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@SOME
@given(sentences_of(ruleset_grammar()))
def test_words_of_the_ruleset_grammar(text: str) -> None:
    every_label_lies_in(text, compiled(text)[1])


@SOME
@given(sentences_of(actuals_grammar()))
def test_words_of_the_actuals_grammar(text: str) -> None:
    every_label_lies_in(text, compiled_actuals(text)[1])
