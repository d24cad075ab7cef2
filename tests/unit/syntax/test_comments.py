"""Where comments and empty lines are found, and on which node they are kept."""

import pytest

from indicator_dsl.syntax import (
    CommentNode,
    EntryNode,
    GapNode,
    IndicatorNode,
    RulesetFileNode,
    TotalNode,
    print_actuals,
    print_ruleset,
)
from tests.engine import read_actuals, read_ruleset


def read(text: str) -> RulesetFileNode:
    file, said = read_ruleset(text)
    assert () == said
    return file


def outline(text: str) -> list[str]:
    """Each node of a file in a word: comments with their text."""
    return [
        f"# {node.text}"
        if isinstance(node, CommentNode)
        else type(node).__name__.removesuffix("Node")
        for node in read(text).statements
    ]


def test_comments_on_lines_of_their_own() -> None:
    assert ["# 一", "# 二", "Total", "# 三"] == outline("# 一\n#二\ntotal 100\n  #   三  \n")


def test_empty_lines_are_kept_as_one_gap_and_not_at_the_ends() -> None:
    assert ["# 一", "Gap", "Total", "Gap", "Assume".replace("Assume", "Assumption")] == outline(
        '\n\n# 一\n\n \n\ntotal 100\n\u3000\nassume "x"\n\n\n'
    )


def test_a_comment_behind_a_statement_stays_with_it() -> None:
    (node,) = read("total 100 # 满分\n").statements
    assert isinstance(node, TotalNode)
    assert "满分" == node.comment


def test_comments_behind_a_rule_and_its_clauses() -> None:
    text = "A >= 1 件 weight 1  # 规则\n  by ratio # 方法\n  over 130% explain\n"
    text += "  note “x” # 备注 # 二\n"
    (node,) = read(text).statements
    assert isinstance(node, IndicatorNode)
    assert "规则" == node.comment
    assert ["", "方法", "", "备注 # 二"] == [clause.comment for clause in node.clauses]


def test_a_comment_behind_several_clauses_of_one_line_stays_with_the_last() -> None:
    (node,) = read("A >= 1 件 weight 1\n  by ratio over 130% explain # 二者\n").statements
    assert isinstance(node, IndicatorNode)
    assert ["", "", "二者"] == [clause.comment for clause in node.clauses]


def test_a_comment_behind_a_weight_on_its_own_line_goes_to_the_rule() -> None:
    (node,) = read("A >= 1 件 # 规则\n  weight 1 # 分\n").statements
    assert isinstance(node, IndicatorNode)
    assert "规则 # 分" == node.comment


def test_comment_lines_inside_a_rule_move_before_it() -> None:
    text = "total 100\nA >= 1 件 weight 1\n  # 一\n  by ratio\n\n# 二\n  over 130% explain\n# 三\n"
    assert ["Total", "# 一", "# 二", "Indicator", "# 三"] == outline(text)


@pytest.mark.parametrize(
    "line",
    [
        "3#楼 >= 1 栋 weight 1",
        "“甲 #1”数 >= 1 栋 weight 1",
        'check 1 > 2 "见 # 3"',
        "assume “见 # 3”",
        'A >= 1 件 weight 1 basis "甲 # 乙" 第1条',
        "[3#楼]",
    ],
)
def test_a_hash_in_quotes_or_glued_is_no_comment(line: str) -> None:
    assert 1 == len(read(line).statements)
    assert not print_ruleset(read(line)).rstrip().endswith("#")
    with_comment = read(f"{line} # 说明")
    assert ["说明"] == [getattr(node, "comment", None) for node in with_comment.statements]


@pytest.mark.parametrize("line", ["[产出 # 指标]", "A（见 #3）>= 1 件 weight 1"])
def test_a_hash_behind_a_blank_is_a_comment_even_in_brackets(line: str) -> None:
    _, said = read_ruleset(line)
    assert [] != [each.name for each in said]


def test_a_quote_that_is_not_closed_protects_nothing() -> None:
    (node,) = read("total 100 # 说“好\n").statements
    assert isinstance(node, TotalNode)
    assert "说“好" == node.comment


def test_comments_in_actuals() -> None:
    file, said = read_actuals("# 一\n年办件量 = 5 件 reported 3 # 二\n\n备注 = “甲 #1” # 三\n")
    assert () == said
    first, second, gap, third = file.statements
    assert isinstance(first, CommentNode)
    assert isinstance(second, EntryNode)
    assert "二" == second.comment
    assert isinstance(gap, GapNode)
    assert isinstance(third, EntryNode)
    assert ("“甲 #1”", "三") == (third.cell and third.cell.text, third.comment)
    assert "# 一\n" == print_actuals(file).splitlines(keepends=True)[0]


def test_no_comment_is_lost_in_printing() -> None:
    text = "# 一\n\ntotal 100  # 二\nA >= 1 件 weight 1  # 三\n"
    text += '  by ratio  # 四\n  note "x"  # 五\n\n# 六\n'
    assert text == print_ruleset(read(text))
