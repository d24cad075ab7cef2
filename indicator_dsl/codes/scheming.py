"""Codes of the third phase, IND3xx: weights, targets and methods. Holds sentences only."""

from indicator_dsl.codes.code import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.wording import Text

METHOD_MISSING = Code(
    "IND301",
    "method-missing",
    Severity.ERROR,
    Text(
        "`{name}` does not say what missing its target `{target}` costs, and practice disagrees",
        "“{name}”没有写明未达到目标 {target} 时如何扣分，而各地做法不一",
    ),
)
METHOD_UNFIT = Code(
    "IND302",
    "method-unfit",
    Severity.ERROR,
    Text(
        "`{method}` does not serve a target written with `{operator}`",
        "“{method}”不适用于“{operator}”的目标",
    ),
)
TARGET_NOT_POSITIVE = Code(
    "IND303",
    "target-not-positive",
    Severity.ERROR,
    Text(
        "`{name}`: a share of the target {target} has no meaning",
        "“{name}”：目标值 {target} 无法计算完成比例",
    ),
    Text("score it by pass: by pass", "请改为达标计分：按 达标"),
)
WEIGHT_NOT_POSITIVE = Code(
    "IND304",
    "weight-not-positive",
    Severity.ERROR,
    Text(
        "`{name}` weighs {weight}: a weight is more than 0",
        "“{name}”的分值是 {weight}：分值须大于 0",
    ),
    Text("give it points, or leave the line out", "请写上分值，或删去该行"),
)
WEIGHTS_NOT_TOTAL = Code(
    "IND305",
    "weights-not-total",
    Severity.WARNING,
    Text(
        "the weights add up to {sum}, not to the total of {total}",
        "各项分值合计 {sum}，不等于总分 {total}",
    ),
    Text("correct the weights, or write: total {sum}", "请更正分值，或写：总分 {sum}"),
)
SECTION_WEIGHT_DIFFERS = Code(
    "IND306",
    "section-weight-differs",
    Severity.WARNING,
    Text(
        "the section `{section}` promises {points} points, its lines add up to {sum}",
        "“{section}”应为 {points} 分，其下各项合计 {sum} 分",
    ),
    Text("correct the weights, or write: [{section}] {sum}", "请更正分值，或写：[{section}] {sum}"),
)
GRADES_NOT_DESCENDING = Code(
    "IND307",
    "grades-not-descending",
    Severity.ERROR,
    Text(
        "the grade `{level}` begins at {points}, not below the one before it ({before})",
        "等级“{level}”从 {points} 起，没有低于前一等级的 {before}",
    ),
    Text("write the grades from the best down", "请从高到低写各等级"),
)
SHARE_OUT_OF_RANGE = Code(
    "IND308",
    "share-out-of-range",
    Severity.ERROR,
    Text(
        "`{level}` is worth {share} per cent: a share lies between 0 and 100",
        "“{level}”折合 {share}%：比例应在 0 至 100 之间",
    ),
    Text("write per cent of the weight: {level} 80", "请写占分值的百分数：{level} 80"),
)
NOTHING_TO_SCORE = Code(
    "IND309",
    "nothing-to-score",
    Severity.ERROR,
    Text("the ruleset has no indicator", "规则集没有任何指标"),
    Text(
        "a rule reads: 年办件量 >= 200000 件 weight 20", "规则写作：年办件量 >= 200000 件 分值 20"
    ),
)
RANGE_REVERSED = Code(
    "IND310",
    "range-reversed",
    Severity.ERROR,
    Text("the range of `{name}` ends below its start", "“{name}”的区间上限低于下限"),
)
DIVISION_BY_ZERO = Code(
    "IND311",
    "division-by-zero",
    Severity.ERROR,
    Text("`{name}` divides by zero", "“{name}”除以零"),
    Text("divide by something that can be other than 0", "请改为除以不恒为 0 的数"),
)
PLACES_OUT_OF_RANGE = Code(
    "IND312",
    "places-out-of-range",
    Severity.ERROR,
    Text(
        "points are rounded to {places} places: 0 to 6 can be asked for",
        "保留 {places} 位小数：只能取 0 至 6 位",
    ),
    Text("round 2 each", "保留 2 位 逐项"),
)
METHOD_ON_SCALE = Code(
    "IND313",
    "method-on-scale",
    Severity.ERROR,
    Text(
        "`{name}` is judged on a scale: the scale gives the points, not `{clause}`",
        "“{name}”按等次评判：分数由等次给出，不能再写“{clause}”",
    ),
    Text("leave the clause out", "请删去该子句"),
)
OVER_UNFIT = Code(
    "IND314",
    "over-unfit",
    Severity.ERROR,
    Text(
        "`over {percent}%` needs a `>=`, `>` or `=` target above 0; `{name}` has `{target}`",
        "“超 {percent}%”只用于大于 0 的 >=、>、= 目标；“{name}”的目标是 {target}",
    ),
    Text("leave the clause out", "请删去该子句"),
)
TOTAL_NOT_POSITIVE = Code(
    "IND315",
    "total-not-positive",
    Severity.ERROR,
    Text("the total is {total}: it is more than 0", "总分是 {total}：总分须大于 0"),
    Text("total 100", "总分 100"),
)
ROUND_ASSUMED = Code(
    "IND316",
    "round-assumed",
    Severity.NOTE,
    Text(
        "no `round` statement: points are rounded half-up to 2 places, line by line",
        "没有写保留位数：各项得分逐项四舍五入保留 2 位",
    ),
    Text("round 2 each", "保留 2 位 逐项"),
)
NOT_ONE_RULE = Code(
    "IND318",
    "not-one-rule",
    Severity.ERROR,
    Text(
        "one rule was asked for, the text states {count}", "此处只要一条规则，文本中有 {count} 条"
    ),
    Text("use parse_ruleset for a whole sheet", "整张评分表请用 parse_ruleset"),
)
STEP_AMBIGUOUS = Code(
    "IND319",
    "step-ambiguous",
    Severity.ERROR,
    Text(
        "a step of {step} can be percentage points or a share of the target, and the two differ",
        "“每 {step}”可以是百分点，也可以是目标值的百分之几，两者不同",
    ),
)
BANDS_UNORDERED = Code(
    "IND320",
    "bands-unordered",
    Severity.ERROR,
    Text(
        "the band `{band}` can never be reached after `{before}`",
        "分段“{band}”排在“{before}”之后，永远轮不到",
    ),
    Text(
        "write bounds of one direction in order: >= 90: 10, >= 80: 8, else 0",
        "请按同一方向依次写界限：>= 90: 10, >= 80: 8, 其余 0",
    ),
)
POINTS_OVER_WEIGHT = Code(
    "IND321",
    "points-over-weight",
    Severity.ERROR,
    Text("{points} points are more than the weight of {weight}", "{points} 分超过了分值 {weight}"),
    Text("give at most {weight}", "最多写 {weight}"),
)
GUARD_UNFIT = Code(
    "IND322",
    "guard-unfit",
    Severity.ERROR,
    Text("`{clause}` does not go with `{rule}`", "“{clause}”不能用于“{rule}”"),
)
CHECKLIST_SUM = Code(
    "IND323",
    "checklist-sum",
    Severity.ERROR,
    Text(
        "the items of `{name}` add up to {sum}, its weight is {weight}",
        "“{name}”的要点合计 {sum} 分，分值是 {weight}",
    ),
)
LINE_BACKWARDS = Code(
    "IND324",
    "line-backwards",
    Severity.ERROR,
    Text(
        "the line from {start} to {end} runs against a target written with `{operator}`",
        "从 {start} 至 {end} 的线性与“{operator}”的方向相反",
    ),
)
WHEN_ALONE = Code(
    "IND325",
    "when-alone",
    Severity.ERROR,
    Text(
        "`{name}` does not say what it scores when it does not apply",
        "“{name}”没有写明不适用时如何计分",
    ),
    Text(
        "add one of: n/a full, n/a zero, n/a drop, n/a move to [section]",
        "请补上其一：不适用 满分、不适用 零分、不适用 剔除、不适用 转入 [部分]",
    ),
)
SECTION_UNKNOWN = Code(
    "IND326",
    "section-unknown",
    Severity.ERROR,
    Text("no section is called `{section}`", "没有叫“{section}”的部分"),
)
BONUS_WITHOUT_CAP = Code(
    "IND327",
    "bonus-without-cap",
    Severity.ERROR,
    Text("the bonus `{name}` has no ceiling", "加分项“{name}”没有上限"),
    Text('bonus "{name}" {each} each cap {each}', '加分 "{name}" {each} 每项 最高 {each}'),
)
TOTAL_UNLIMITED = Code(
    "IND328",
    "total-unlimited",
    Severity.NOTE,
    Text(
        "the bonuses can lift the total to {most}; "
        "no `limit total` says whether it may exceed {total}",
        "加分后总分可达 {most}；没有写明能否超过 {total}",
    ),
    Text("limit total {total}", "封顶 总分 {total}"),
)
ANSWER_OPERATOR = Code(
    "IND329",
    "answer-operator",
    Severity.ERROR,
    Text(
        "a yes or no goes with `=`, not with `{operator}`",
        "是、否只能与“=”连用，不能与“{operator}”连用",
    ),
    Text("{name} = {answer}", "{name} = {answer}"),
)
GRADE_UNKNOWN = Code(
    "IND330",
    "grade-unknown",
    Severity.ERROR,
    Text("no grade is called `{name}`", "没有叫“{name}”的等级"),
)
