"""A few words for each kind of audit finding, to stand over several of them. Holds words only."""

from typing import Final

from indicator_dsl.wording import Text, same

_TITLES: Final = {
    "reported-score-differs": Text("points differ from the rules", "自评得分与规则不符"),
    "total-differs": Text("total differs", "总分不符"),
    "line-not-reported": Text("no points reported", "没有自评得分"),
    "unmet-but-full": Text("not met, yet full points", "未完成却得满分"),
    "met-but-deducted": Text("met, yet points taken off", "已完成却扣分"),
    "deducted-without-reason": Text("points taken off without a reason", "扣分未说明原因"),
    "overachieved-without-reason": Text("far above target, no reason", "超额完成未说明原因"),
    "direction-suspect": Text("direction may be the wrong way round", "方向可能写反"),
    "no-direction": Text("target without a direction", "目标没有写明方向"),
    "weights-not-total": Text("points do not add up", "分值合计不符"),
    "section-weight-differs": Text("a level's points do not add up", "分项分值合计不符"),
    "execution-rate-differs": Text("rate of execution differs", "执行率不符"),
    "budget-score-differs": Text("budget points differ", "预算执行得分不符"),
    "budget-cut-to-spending": Text("budget cut to what was spent", "预算数按执行数调减"),
    "qualitative-without-scale": Text("judged without a scale", "定性指标没有评分标准"),
    "unit-differs": Text("unit differs", "单位不一致"),
    "actual-copies-target": Text("actual copies the target", "完成值照抄指标值"),
    "scored-without-values": Text("points without values", "没有数值却有得分"),
    "wordy-actual": Text("words instead of a value", "完成值是文字而非数值"),
    "duplicate-measure": Text("measured twice", "同一事项重复计分"),
    "heavy-indicator": Text("very heavy indicator", "分值过重"),
    "no-discrimination": Text("does not tell good from bad", "没有区分度"),
    "results-without-spending": Text("results without spending", "没有支出却有产出"),
    "cost-contradicts-budget": Text("cost contradicts the budget", "成本与预算执行矛盾"),
    "narrative-differs": Text("text differs from the table", "文字与表格不符"),
}


def title_of(name: str) -> Text:
    """What findings of that name have in common, in a few words; the name itself when unknown.

    Example:
        >>> title_of("unmet-but-full").zh
        '未完成却得满分'
    """
    return _TITLES.get(name, same(name))
