"""What would have been enough, as a short document. Sets what was found, and finds nothing."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal

from indicator_dsl.explanation import (
    Alone,
    Attainment,
    Combination,
    Move,
    asked_text,
    done_text,
    held_down_by,
    number_text,
    possible_grades_text,
    run_on,
    share_text,
    total_text,
)
from indicator_dsl.quantities import text_from_number
from indicator_dsl.rendering.blocks import Depth
from indicator_dsl.rendering.outline import Blank, Outline, Part, Table, Words
from indicator_dsl.scoring import LineScore, Scorecard
from indicator_dsl.wording import Lang, Text, joined

_ALREADY: Final = Text("It is reached already.", "已经达到。")
_ALONE: Final = Text("One change alone would do", "单独一项即可")
_NOT_ALONE: Final = Text("Not enough alone", "单独一项不够")
_TOGETHER: Final = Text("The smallest set of changes", "最少的几项合起来")
_NEVER: Final = Text(
    "Not to be reached: with everything at its best the total is {most}.",
    "无法达到：各项都做到最好，总分为 {most}。",
)
_HELD: Final = Text("held down by {held}", "受限于{held}")
_GIVES: Final = Text("gives {total}", "可得 {total}")
_BOUND: Final = Text("exactly: {bound}", "精确界限：{bound}")
_COST: Final = Text("{share} of its way to the best, cost {cost}", "占全程的 {share}，代价 {cost}")
_COST_OF_ALL: Final = Text("cost {cost} in all", "代价合计 {cost}")
_TIE: Final = Text("equal in cost, in sheet order: {names}", "代价相同，按表中次序：{names}")
_TIED_SETS: Final = Text(
    "as small and as cheap: {names}; shown is the first in sheet order",
    "同样项数、同样代价的还有：{names}；这里取表中次序在前的",
)
_PROVED: Final = Text("no set with fewer changes does", "没有更少的项能够做到")
_CHEAPEST: Final = Text(
    "and, rounding and steps aside, none as small costs less",
    "不计舍入与步长，同样项数中代价最小",
)
_UNPROVED: Final = Text(
    "too many sets to try all: the lines that bring most were taken",
    "组合过多，未逐一试完：取加分最多的几项",
)
_UNKNOWN: Final = Text(
    "{name}: figures move with it in a way that cannot be inverted",
    "{name}：相关数据随它变化的方式无法反算",
)
_WORST: Final = Text(
    "lines without an actual count at their worst: {names}", "没有实际值的项按最低计：{names}"
)
_ROUNDS: Final = Text(
    "{name}: {done} earns full points because points are rounded; the target itself is {asked}",
    "{name}：{done}因得分四舍五入而得满分，目标本身是 {asked}",
)
_HEADS: Final = (
    Text("change", "改变"),
    Text("from", "现为"),
    Text("to its best", "最好"),
    Text("total at most", "总分至多"),
)


def reach_outline(told: Attainment, lang: Lang = "en", *, depth: Depth = 2) -> Outline:
    """The goal, what would do alone, what would not, and the smallest set.

    Args:
        told: What was found.
        lang: The language of the words around the author's own.
        depth: 0 and 1 without the details of each change, otherwise with them.
    """
    return tuple(_parts(told, lang, depth))


def _parts(told: Attainment, lang: Lang, depth: Depth) -> Iterator[Part]:
    now = _standing(told.before, lang)
    goal = told.goal.text
    title = Text(f"To reach {goal.en} (now {now})", run_on("要达到", goal.zh, f"（现为 {now}）"))
    yield Words(title.in_lang(lang), "title")
    yield Blank()
    if told.is_reached_already:
        yield Words(_ALREADY.in_lang(lang), "strong")
        return
    done = [each for each in told.alone if each.move is not None]
    rest = [each for each in told.alone if each.move is None]
    if done:
        yield Words(_ALONE.in_lang(lang), "heading")
        for each in done:
            yield from _alone(each, lang, depth)
        for tie in told.ties:
            yield Words(_TIE.filled(names=_listed(tie)).in_lang(lang))
        yield Blank()
    if rest:
        yield from _not_enough(rest, lang)
    if told.together is not None:
        yield from _together(told.together, lang, depth)
    elif not done:
        yield from _never(told, lang)
    open_lines = tuple(line.indicator.name for line in told.before.lines if not line.is_settled)
    if open_lines:
        yield Words(_WORST.filled(names=_listed(open_lines)).in_lang(lang))


def _standing(card: Scorecard, lang: Lang) -> str:
    """A total with its grade."""
    grades = possible_grades_text(card).in_lang(lang)
    total = total_text(card)
    if not grades:
        return total
    return f"{total}，{grades}" if lang == "zh" else f"{total}, {grades}"


def _listed(names: tuple[str, ...]) -> Text:
    return Text(", ".join(names), "、".join(names))


def _alone(each: Alone, lang: Lang, depth: Depth) -> Iterator[Words]:
    if each.move is None or each.after is None:
        return
    gives = _GIVES.filled(total=_standing(each.after, lang)).in_lang(lang)
    yield Words(_change(each.move, lang, gives), "item", "gain")
    if depth not in (0, 1):
        yield from _details(each.move, each.lines, each.after, lang)
        for name in each.lines:
            yield from _rounds(each.after.line(name), lang, "detail")


def _change(move: Move, lang: Lang, gives: str = "") -> str:
    after = f"{move.before.in_lang(lang)} → {move.after.in_lang(lang)}"
    way = move.way.in_lang(lang)
    if way:
        after += f"（{way}）" if lang == "zh" else f" ({way})"
    joint = "；" if lang == "zh" else "; "
    colon = "：" if lang == "zh" else ": "
    return joint.join(filter(None, (f"{move.name}{colon}{after}", gives)))


def _details(
    move: Move, lines: tuple[str, ...], after: Scorecard | None, lang: Lang
) -> Iterator[Words]:
    for name in lines:
        line = None if after is None else after.line(name)
        if name != move.name and line is not None:
            worked_out = Text("{name} is then {done}", "此时{name}为 {done}")
            yield Words(worked_out.filled(name=name, done=done_text(line)).in_lang(lang), "detail")
    said = [_least_text(move)] if move.nearer is not None else []
    if move.bound is not None:
        said.append(_BOUND.filled(bound=move.bound))
    said.append(_COST.filled(share=share_text(move.share), cost=_short(move.cost)))
    yield Words(joined(said, en="; ", zh="；").in_lang(lang), "detail", "dim")


def _least_text(move: Move) -> Text:
    """That it is the least, in which steps, and that one step less is not enough."""
    nearer = Text(", ".join(_nearer(move)), "、".join(f"“{each}”" for each in _nearer(move)))
    if move.step is None:
        return Text(f"the least: {nearer.en} would not do", f"最小改变：{nearer.zh}则不够")
    return Text(
        f"the least in steps of {move.step.en}: {nearer.en} would not do",
        run_on("以", move.step.zh, f"为一步的最小改变：{nearer.zh}则不够"),
    )


def _nearer(move: Move) -> Iterator[str]:
    for change in move.nearer or ():
        yield f"{change.item}: {change.shown}" if change.item else change.shown


def _rounds(
    line: LineScore | None, lang: Lang, kind: Literal["words", "detail"]
) -> Iterator[Words]:
    """That a line earns full points short of its target, because points are rounded."""
    if line is None or not line.is_rounded_to_full:
        return
    told = _ROUNDS.filled(
        name=line.indicator.name, asked=asked_text(line.indicator.target), done=done_text(line)
    )
    yield Words(told.in_lang(lang), kind, "dim")


def _short(cost: Fraction) -> str:
    """A cost with two decimals at most, behind a "≈" where there are more."""
    shown = text_from_number(cost, places=2)
    return number_text(cost) if Fraction(shown) == cost else f"≈{shown}"


def _not_enough(rest: list[Alone], lang: Lang) -> Iterator[Part]:
    yield Words(_NOT_ALONE.in_lang(lang), "heading")
    yield _table(rest, lang)
    yield from _unknown(rest, lang)
    for each in rest:
        for name in each.lines:
            yield from _rounds(each.at_best.line(name), lang, "words")
    yield Blank()


def _table(rest: list[Alone], lang: Lang) -> Table:
    rows = tuple(
        (
            each.name,
            "" if each.best is None else each.best.before.in_lang(lang),
            "" if each.best is None else each.best.after.in_lang(lang),
            _standing(each.at_best, lang),
        )
        for each in rest
    )
    heads = tuple(head.in_lang(lang) for head in _HEADS)
    return Table(heads=heads, rows=rows, right=frozenset((3,)))


def _unknown(rest: list[Alone], lang: Lang) -> Iterator[Words]:
    for each in rest:
        if not each.is_known:
            yield Words(_UNKNOWN.filled(name=each.name).in_lang(lang))


def _together(found: Combination, lang: Lang, depth: Depth) -> Iterator[Part]:
    yield Words(_TOGETHER.in_lang(lang), "heading")
    for move in found.moves:
        yield Words(_change(move, lang), "item", "gain")
        if depth not in (0, 1):
            yield from _details(move, (), None, lang)
            yield from _rounds(found.after.line(move.name), lang, "detail")
    gives = _GIVES.filled(total=_standing(found.after, lang))
    said = [gives, _COST_OF_ALL.filled(cost=_short(found.cost))]
    yield Words(joined(said, en="; ", zh="；").in_lang(lang), "strong")
    proof = [_PROVED] if found.is_fewest else []
    proof += [_CHEAPEST] if found.is_fewest and found.is_cheapest else []
    if not (found.is_fewest and found.is_cheapest):
        proof.append(_UNPROVED)
    yield Words(joined(proof, en=", ", zh="，").in_lang(lang))
    if found.ties:
        names = joined([_listed(tie) for tie in found.ties], en=" or ", zh="，或")
        yield Words(_TIED_SETS.filled(names=names).in_lang(lang))


def _never(told: Attainment, lang: Lang) -> Iterator[Words]:
    most = _standing(told.most, lang)
    yield Words(_NEVER.filled(most=most).in_lang(lang), "strong")
    held = held_down_by(told.most)
    if held:
        yield Words(_HELD.filled(held=joined(list(held), en="; ", zh="；")).in_lang(lang))
