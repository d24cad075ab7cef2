"""What changed between two cards, as rows of plain words, before any layout.

Decides no points.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.explanation import (
    CardChanges,
    LineShares,
    SheetShare,
    factors_text,
    kind_text,
    points_text,
    signed,
)
from indicator_dsl.model import Rounding
from indicator_dsl.rendering.labels import SAYS
from indicator_dsl.scoring import Kind
from indicator_dsl.wording import Text, joined, same

CAME_FROM: Final = Text("What the change is made of", "变动的构成")
LINE_BY_LINE: Final = Text("Line by line", "逐项变动")
NOT_SETTLED: Final = Text("Not settled", "尚未确定")
BEFORE: Final = Text("before", "原")
AFTER: Final = Text("after", "现")
CHANGE: Final = Text("change", "变动")
ROUNDED: Final = Text(
    "Numbers behind ≈ are shown rounded; the parts themselves are exact.",
    "带 ≈ 的数为近似显示，各部分本身是精确值。",
)
UNCHANGED: Final = Text("{n} without a change", "其余 {n} 项没有变动")
NOT_SAID: Final = Text("{name}: not said yet", "{name}：未填")
REST: Final = Text("left open", "未定部分")


@frozen(kw_only=True)
class PartRow:
    """A part of the change by name, and its points."""

    name: Text
    points: Fraction


def part_rows(changes: CardChanges) -> Iterator[PartRow]:
    """The parts of the change, the largest first; those of the lines that are settled."""
    rows = [PartRow(name=factors_text(part.factors), points=part.points) for part in changes.parts]
    for name, lines, points in (
        (Text("lines added", "新增指标"), changes.added, changes.points_added),
        (Text("lines removed", "删去指标"), changes.removed, changes.points_removed),
        (Text("whole sheet", "全表规定"), changes.sheet, changes.points_of_sheet),
    ):
        if lines:
            rows.append(PartRow(name=name, points=points))
    yield from sorted(rows, key=lambda row: -abs(row.points))


def line_rows(changes: CardChanges) -> tuple[LineShares, ...]:
    """The lines that moved points, the largest change first."""
    every = (*changes.lines, *changes.added, *changes.removed)
    moved = [line for line in every if line.change or any(s.points for s in line.shares)]
    return tuple(sorted(moved, key=lambda line: -abs(line.change)))


def name_of(line: LineShares) -> Text:
    """The line's name, both where it was probably renamed, and whether it is on one card only."""
    old, new = line.match.before, line.match.after
    if old is None:
        return Text(f"{line.indicator.name} (added)", f"{line.indicator.name}（新增）")
    if new is None:
        return Text(f"{line.indicator.name} (removed)", f"{line.indicator.name}（删去）")
    if line.match.is_renamed:
        both = f"{old.name} → {new.name}"
        return Text(f"{both} (probably renamed)", f"{both}（疑似改名）")
    return same(new.name)


def shares_words(line: LineShares, rounding: Rounding) -> Text:
    """What each factor moved on a line; factors that moved nothing are left out."""
    told = [
        Text(f"{name.en} {points}", f"{name.zh} {points}")
        for share in line.shares
        if share.points
        for name in [factors_text(share.factors)]
        for points in [signed(share.points, rounding)]
    ]
    return joined(told, en=", ", zh="，")


def open_words(changes: CardChanges) -> Iterator[Text]:
    """Each line, bonus and penalty that is open with what can become of it, then open facts."""
    for line in changes.open:
        yield SAYS.filled(name=line.name, facts=bounds(line.low, line.high, changes))
    for extra in changes.open_extras:
        name = kind_text(extra.kind, extra.name)
        yield SAYS.filled(name=name, facts=bounds(extra.low, extra.high, changes))
    told = {line.name for line in changes.open} | {extra.name for extra in changes.open_extras}
    told |= {each.match.before.name for each in changes.open if each.match.before is not None}
    for fact in changes.waits_for:
        if fact not in told:
            yield NOT_SAID.filled(name=fact)


def merged_words(changes: CardChanges) -> Iterator[Text]:
    """Which factors of which lines could not be told apart, and why."""
    for line in changes.lines:
        for group in line.merged:
            name, factors = name_of(line), factors_text(group)
            yield Text(
                f"{name.en}: {factors.en} are one part, because no rule can be scored that takes "
                "one from the old sheet and another from the new.",
                f"{name.zh}：{factors.zh}合并为一项，因为一半取旧、一半取新的规则无法成立或无法计分。",
            )


def sheet_name(share: SheetShare) -> Text:
    """A statement of the whole sheet by name."""
    if share.kind is Kind.ROUNDING:
        return Text("rounding, of lines and total", "各处舍入")
    return kind_text(share.kind, share.name)


def before_and_after(before: Fraction, after: Fraction, changes: CardChanges) -> tuple[str, str]:
    """Points on the old card and on the new one."""
    old, new = changes.before.ruleset.rounding, changes.after.ruleset.rounding
    return points_text(before, old), points_text(after, new)


def bounds(low: Fraction, high: Fraction, changes: CardChanges) -> str:
    """Points with their sign; the least and the most while they are open."""
    rounding = changes.after.ruleset.rounding
    if low == high:
        return signed(low, rounding)
    return f"{signed(low, rounding)}..{signed(high, rounding)}"


def is_shown_rounded(changes: CardChanges) -> bool:
    """Whether some part cannot be written out in full."""
    rounding = changes.after.ruleset.rounding
    parts = [*(part.points for part in changes.parts), changes.points_of_sheet]
    parts += [share.points for line in line_rows(changes) for share in line.shares]
    return any(signed(points, rounding).startswith("≈") for points in parts)
