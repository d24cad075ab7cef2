"""The statements that speak for a whole sheet, in words. Decides no points."""

from typing import Final

from indicator_dsl.explanation.conditions import condition_text
from indicator_dsl.explanation.figures import number_text, share_text
from indicator_dsl.model import Extra, Grades, Level, Limit, Rounding, Scale, Veto
from indicator_dsl.wording import Text

_PLACES: Final = Text("half-up to {n} places, {when}", "四舍五入保留 {n} 位小数，{when}")
_ONE_PLACE: Final = Text("half-up to 1 place, {when}", "四舍五入保留 1 位小数，{when}")
_WHOLE: Final = Text("half-up to whole points, {when}", "四舍五入到整数，{when}")
_EACH: Final = Text("line by line", "逐项")
_AT_TOTAL: Final = Text("once at the total", "仅在总分")


def grades_text(grades: Grades) -> Text:
    """Every grade with the total it begins at, and the one for all the rest.

    Example:
        >>> from fractions import Fraction
        >>> from indicator_dsl.model import Grade
        >>> best = Grade(label="优", points=Fraction(90))
        >>> print(grades_text(Grades(bands=(best,), otherwise="差")))
        优 ≥ 90, else 差
    """
    bands = [f"{grade.label} ≥ {number_text(grade.points)}" for grade in grades.bands]
    rest = grades.otherwise
    return Text(", ".join([*bands, f"else {rest}"]), "，".join([*bands, f"其余 {rest}"]))


def scale_text(scale: Scale) -> Text:
    """A scale with the share each level gives.

    Example:
        >>> from fractions import Fraction
        >>> print(scale_text(Scale("优差", (Level("优", Fraction(1)), Level("差", Fraction(0))))))
        优差: 优 100 %, 差 0 %
    """
    en = ", ".join(_level(level).en for level in scale.levels)
    zh = "，".join(_level(level).zh for level in scale.levels)
    return Text(f"{scale.name}: {en}", f"{scale.name}：{zh}")


def _level(level: Level) -> Text:
    best = share_text(level.share)
    if level.least is None:
        return Text(f"{level.label} {best.en}", f"{level.label} {best.zh}")
    least = share_text(level.least)
    return Text(f"{level.label} {least.en} to {best.en}", f"{level.label} {least.zh}～{best.zh}")


def rounding_rule_text(rounding: Rounding) -> Text:
    """How points are rounded, and whether that had to be assumed.

    Example:
        >>> print(rounding_rule_text(Rounding(places=1, each=False)))
        half-up to 1 place, once at the total
    """
    words = {0: _WHOLE, 1: _ONE_PLACE}.get(rounding.places, _PLACES)
    told = words.filled(n=rounding.places, when=_EACH if rounding.each else _AT_TOTAL)
    if not rounding.is_assumed:
        return told
    return Text(f"{told.en} (not stated, assumed)", f"{told.zh}（规则集未写明，系默认）")


def extra_text(extra: Extra) -> Text:
    """What a bonus or a penalty is worth.

    Example:
        >>> from fractions import Fraction
        >>> print(extra_text(Extra(name="创新", is_bonus=True, each=Fraction(1), cap=Fraction(3))))
        创新: +1 each, at most 3
    """
    each, sign = number_text(extra.each), "+" if extra.is_bonus else "−"
    cap = "" if extra.cap is None else number_text(extra.cap)
    en = f"{extra.name}: {sign}{each} each" + (f", at most {cap}" if cap else "")
    word = "加" if extra.is_bonus else "扣"
    zh = f"{extra.name}：每项{word} {each} 分" + (f"，最多{word} {cap} 分" if cap else "")
    if extra.missing_is_zero:
        return Text(f"{en}; none unless stated", f"{zh}；未填视为没有")
    return Text(en, zh)


def limit_text(limit: Limit) -> Text:
    """How far a limit holds the total, and when.

    Example:
        >>> from fractions import Fraction
        >>> print(limit_text(Limit(points=Fraction(89))))
        the total is at most 89
    """
    points = number_text(limit.points)
    if limit.condition is None:
        return Text(f"the total is at most {points}", f"总分最高 {points} 分")
    told = condition_text(limit.condition)
    return Text(f"at most {points} when {told.en}", f"{told.zh} 时，总分最高 {points} 分")


def veto_text(veto: Veto) -> Text:
    """What a veto does.

    Example:
        >>> print(veto_text(Veto(name="虚报", grade="良")))
        虚报: the grade is at most 良
    """
    if veto.grade is not None:
        told = Text(f"the grade is at most {veto.grade}", f"等级不高于{veto.grade}")
    else:
        points = "" if veto.points is None else number_text(veto.points)
        told = Text(f"the total is at most {points}", f"总分最高 {points} 分")
    if veto.missing_is_zero:
        told = Text(f"{told.en}; not so unless stated", f"{told.zh}；未填视为没有")
    return Text(f"{veto.name}: {told.en}", f"有“{veto.name}”的，{told.zh}")
