"""The fixed words of a score sheet, in both languages. Holds words only."""

from typing import Final

from indicator_dsl.wording import Text

INDICATOR: Final = Text("indicator", "指标")
TARGET: Final = Text("target", "目标")
ACTUAL: Final = Text("actual", "实际")
WEIGHT: Final = Text("weight", "分值")
EARNED: Final = Text("earned", "得分")
LOST: Final = Text("lost", "扣分")
WHY: Final = Text("why", "说明")
TOTAL: Final = Text("Total", "总分")
SCORE_SHEET: Final = Text("Score sheet", "评分表")
YEAR: Final = Text("{year}", "{year} 年度")
FINDINGS: Final = Text("Findings", "发现的问题")
ASSUMPTIONS: Final = Text("Assumptions", "计分所作的假定")
NOTES: Final = Text("Notes", "备注")
ASKED_DONE: Final = Text("asked {asked}, done {done}", "应 {asked}，实 {done}")
OFF_BY: Final = Text(", off by {difference}", "，差 {difference}")
LOSES: Final = Text("lost {lost}", "扣 {lost}")
GAINS: Final = Text("{more} over full", "超额得 {more}")
NOT_COUNTED: Final = Text("not counted", "不计分")
OPEN: Final = Text("open", "待定")
POINTS_OF: Final = Text("{earned} of {weight}", "{earned} / {weight}")
EXCUSE: Final = Text("the office: {excuse}", "单位说明：{excuse}")
NOTHING_LOST: Final = Text("No points were lost.", "没有扣分。")
ADDS_UP: Final = Text("lost in all: {sum} = {full} − {total}", "合计扣分：{sum} = {full} − {total}")
ASKED: Final = Text("asked {asked}", "应 {asked}")
REPORTED: Final = Text("reported {reported}", "自评 {reported}")
SAYS: Final = Text("{name}: {facts}", "{name}：{facts}")
COMMA: Final = Text(", ", "，")
ARE_LOST: Final = Text("lost so far: {sum}", "已扣：{sum}")
