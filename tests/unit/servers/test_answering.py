"""What an assistant is answered, without a server."""

from indicator_dsl.servers.answering import check_text, explain_texts, score_texts

RULES = "年办件量 >= 200000 件 weight 20 by ratio\n满意度 >= 90 % weight 10\n"


def test_a_path_is_a_text_and_reads_no_file() -> None:
    answer = check_text("/etc/passwd")
    assert answer["is_valid"] is False


def test_mistakes_of_both_texts_are_said() -> None:
    answer = score_texts("甲 => 5 件 weight 5", "= 5")
    said = answer["diagnostics"]
    assert isinstance(said, list)
    assert {each["file"] for each in said} == {"ruleset.ind", "actuals.act"}
    assert "card" not in answer


def test_one_indicator_and_an_unknown_one() -> None:
    told = explain_texts(RULES, "年办件量 = 18 万件\n满意度 = 90 %", "年办件量")
    assert "18.00 of 20" in str(told["explanation"])
    unknown = explain_texts(RULES, "年办件量 = 18 万件", "办件")
    assert unknown["indicators"] == ["年办件量", "满意度"]


def test_a_sheet_in_error_is_not_scored() -> None:
    assert "card" not in score_texts("甲 <= 5 件 weight 5", "甲 = 3")
