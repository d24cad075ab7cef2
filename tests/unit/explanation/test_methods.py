"""Each method and guard in one plain sentence."""

import pytest

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import method_text


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            ">= 100 % weight 10 by less 0.5 per 1 pp",
            "达到目标得满分；每低 1 个百分点扣 0.5 分（不足 1 个百分点按比例扣），扣完为止",
            (
                "full points when met; 0.5 points off for each percentage point below, "
                "in proportion, down to 0"
            ),
        ),
        (
            ">= 100 % weight 10 by less 0.5 per full 1 pp",
            "达到目标得满分；每低满 1 个百分点扣 0.5 分（不足 1 个百分点不扣），扣完为止",
            "full points when met; 0.5 points off for each full percentage point below, down to 0",
        ),
        (
            ">= 100 % weight 10 by less 0.5 per 1 pp or part",
            "达到目标得满分；每低 1 个百分点扣 0.5 分（不足 1 个百分点按 1 个百分点计），扣完为止",
            (
                "full points when met; 0.5 points off for each percentage point or part of it "
                "below, down to 0"
            ),
        ),
        (
            ">= 100 件 weight 10 by less 2 per 5% of target at most 6",
            "达到目标得满分；每少目标值的 5% 扣 2 分（不足 5% 按比例扣），最多扣 6 分",
            (
                "full points when met; 2 points off for each 5 % of the target below, "
                "in proportion, at most 6 off"
            ),
        ),
        (
            "= 0 次 weight 1.5 by less 0.5 per 1 次 zero from 2 次",
            (
                "达到目标得满分；每 1 次扣 0.5 分（不足 1 次按比例扣），扣完为止；"
                "达到 2 次及以上的不得分"
            ),
            (
                "full points when met; 0.5 points off for each 次, in proportion, down to 0; "
                "no points from 2 次 on"
            ),
        ),
        (
            "<= 2024-12-31 weight 5 by less 0.5 per full 1 天",
            "达到目标得满分；每晚满 1 天扣 0.5 分（不足 1 天不扣），扣完为止",
            "full points when met; 0.5 points off for each full day late, down to 0",
        ),
        (
            "<= 15 天 weight 1 by line from 30 to 15",
            "30 天及以上不得分，15 天及以下得满分，其间按线性插值计分",
            "full points up to 15 天, no points from 30 天, on a straight line between",
        ),
        (
            ">= 95 % weight 10 by bands >= 90: 10, > 80: 8, else 0",
            "不低于 90% 的得 10 分，高于 80% 的得 8 分，其余不得分",
            "points by band: at least 90 % 10, more than 80 % 8, else 0",
        ),
        (
            ">= 100 件 weight 20 by pass zero below 60% of target missing zero n/a full",
            (
                "达到目标得满分，否则不得分；完成率低于 60% 的不得分；"
                "没有实际值的不得分；不适用的得满分"
            ),
            (
                "full points when met, else none; no points below 60 % of the target; "
                "no points without an actual; full points when it does not apply"
            ),
        ),
        ("= 否 weight 5", "为“否”得满分，否则不得分", "full points for no, else none"),
    ],
)
def test_a_method_is_one_sentence(rule: str, zh: str, en: str) -> None:
    told = method_text(parse_ruleset(f"指标 {rule}").model.indicators[0])
    assert (zh, en) == (told.zh, told.en)
