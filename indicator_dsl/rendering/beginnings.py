"""The first text of a new ruleset, with comments that say what to change.

Writes what it is given; whether that compiles is for the caller to find out.
"""

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from indicator_dsl.quantities import text_from_number
from indicator_dsl.wording import Lang, Text


@frozen(kw_only=True)
class Beginning:
    """What an author says before the first rule.

    `year` is None and `profile` empty when there is none; `sections` are headings with their
    points, in the order of the sheet.
    """

    title: str
    year: int | None = None
    profile: str = ""
    sections: Sequence[tuple[str, Fraction]] = ()


_HEAD = Text(
    """\
# One rule to a line: NAME OPERATOR TARGET UNIT weight POINTS. A # starts a comment.
# Check with: indicator-dsl check FILE     Layout: indicator-dsl fmt FILE
ruleset {title}{year}
""",
    """\
# 一行一条规则：名称 符号 目标值 单位 分值 N。# 之后是注释。
# 检查：indicator-dsl check 文件    排版：indicator-dsl fmt 文件
规则集 {title}{year}
""",
)
_PROFILE = Text(
    "use {profile}  # grades, scales, defaults and units it states\n",
    "引用 {profile}  # 沿用其中的等级、等次、默认方法和单位\n",
)
_GRADES = Text(
    "grades excellent >= 90, good >= 80, fair >= 60, else poor\n",
    "等级 优 >= 90, 良 >= 80, 中 >= 60, 其余 差\n",
)
_SUM = Text(
    "total {total}\nround 2 each  # points are rounded line by line\n",
    "总分 {total}\n保留 2 位 逐项  # 逐项四舍五入\n",
)
_SECTION = Text(
    "\n[{name}] {points}\n# The weights of this section add up to {points}.\n",
    "\n[{name}] {points}\n# 本节各指标分值合计应为 {points}。\n",
)
_RULE = Text(
    """\
indicator {n} to be named >= 100 % weight {points}
  by ratio                        # or: by pass, by line from 60 to 100, by less 0.5 per 1 pp
  # basis "document" article
""",
    """\
待填指标{n} >= 100 % 分值 {points}
  按 比例    # 也可：按 达标；按 线性 从 60 至 100；按 每 1 个百分点 扣 0.5
  # 依据 "文件名称" 第几条
""",
)
_FULL = Fraction(100)


def beginning_text(beginning: Beginning, lang: Lang = "en") -> str:
    """A commented ruleset with a rule to be filled in for each section.

    Without sections it has one rule for all 100 points.

    Example:
        >>> text = beginning_text(Beginning(title="综合窗口", year=2024), "zh")
        >>> text.splitlines()[2]
        '规则集 "综合窗口" 2024'
    """
    total = sum((points for _, points in beginning.sections), Fraction(0)) or _FULL
    year = "" if beginning.year is None else f" {beginning.year}"
    parts = [_HEAD.filled(title=_quoted(beginning.title), year=year)]
    parts.append(_PROFILE.filled(profile=beginning.profile) if beginning.profile else _GRADES)
    parts.append(_SUM.filled(total=text_from_number(total)))
    for number, (name, points) in enumerate(beginning.sections, start=1):
        worth = text_from_number(points)
        parts.append(_SECTION.filled(name=name, points=worth))
        parts.append(_RULE.filled(n=number, points=worth))
    if not beginning.sections:
        parts += [Text("\n", "\n"), _RULE.filled(n=1, points=text_from_number(total))]
    return "".join(part.in_lang(lang) for part in parts)


def _quoted(title: str) -> str:
    return f"“{title}”" if '"' in title else f'"{title}"'
