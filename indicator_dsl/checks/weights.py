"""How the points are spread: one heavy line, too much judgement, too few lines, no basis."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.checks.noticed import Noticed, figure, first_of, is_sheet
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import CardShares, Indicator, Judged, Ruleset
from indicator_dsl.source import Place
from indicator_dsl.wording import Text

HEAVIEST: Final = Fraction(30, 100)
MOST_JUDGED: Final = Fraction(40, 100)
FEWEST: Final = 3
_NAMED: Final = 3
_HOUSE_RULE: Final = Text(
    "the threshold is a house rule of this program, taken from no regulation",
    "该界限是本程序的惯例，并非出自任何规定",
)


def heavy_line(ruleset: Ruleset) -> Iterator[Noticed]:
    """Lines that alone hold more than 30 of 100 points."""
    shares, heaviest = CardShares.of(ruleset.sections), HEAVIEST * ruleset.total
    for rule in ruleset.indicators if is_sheet(ruleset) else ():
        weight = shares.weight(rule)
        if weight > heaviest:
            found = codes.WEIGHT_HEAVY.at(
                first_of(rule.marks.weight, rule.place),
                notes=(_HOUSE_RULE,),
                name=rule.name,
                weight=figure(weight),
                total=figure(ruleset.total),
                percent=HEAVIEST * 100,
            )
            yield Noticed(found, (rule,))


def heavy_judgement(ruleset: Ruleset) -> Iterator[Noticed]:
    """A sheet that judges more than 40 of its 100 points; a plain yes or no is no judgement."""
    judged = [
        rule
        for rule in ruleset.indicators
        if isinstance(rule.measure, Judged) and not rule.measure.scale.is_answer
    ]
    shares = CardShares.of(ruleset.sections)
    weight = sum((shares.weight(rule) for rule in judged), Fraction(0))
    if is_sheet(ruleset) and weight > MOST_JUDGED * ruleset.total:
        first, *others = judged
        found = codes.JUDGED_HEAVY.at(
            first_of(first.marks.weight, first.place),
            *(Label(first_of(r.marks.weight, r.place), Text("and this", "与此处")) for r in others),
            notes=(_HOUSE_RULE,),
            weight=figure(weight),
            total=figure(ruleset.total),
            percent=MOST_JUDGED * 100,
        )
        yield Noticed(found, tuple(judged))


def too_few(ruleset: Ruleset) -> Iterator[Noticed]:
    """A sheet of fewer than three indicators."""
    rules = ruleset.indicators
    if is_sheet(ruleset) and len(rules) < FEWEST:
        count = Text(
            f"{len(rules)} indicator{'s' if len(rules) > 1 else ''}", f"{len(rules)} 项指标"
        )
        found = codes.TOO_FEW_INDICATORS.at(
            _name(rules[0]),
            *(Label(_name(rule), Text("and this", "与此处")) for rule in rules[1:]),
            notes=(_HOUSE_RULE,),
            count=count,
            least=FEWEST,
        )
        yield Noticed(found, rules)


def without_basis(ruleset: Ruleset) -> Iterator[Noticed]:
    """Lines without a basis, in one note; in another when no line has one."""
    rules = ruleset.indicators
    bare = [rule for rule in rules if not rule.citations]
    if not is_sheet(ruleset) or not bare:
        return
    if len(bare) == len(rules):
        yield Noticed(codes.BASIS_NOWHERE.at(_name(rules[0])), rules)
        return
    allowed = [rule for rule in bare if _allows(rule)]
    yield from (_bare((rule,)) for rule in allowed)
    asked = tuple(rule for rule in bare if not _allows(rule))
    if asked:
        yield _bare(asked)


def _allows(rule: Indicator) -> bool:
    return any(clause.code == codes.BASIS_MISSING.code for clause in rule.allowed)


def _bare(rules: tuple[Indicator, ...]) -> Noticed:
    names = [rule.name for rule in rules[:_NAMED]]
    en, zh = ", ".join(f"`{name}`" for name in names), "、".join(f"“{name}”" for name in names)
    if len(rules) > _NAMED:
        en, zh = f"{en} and {len(rules) - _NAMED} more", f"{zh}等 {len(rules)} 项"
    return Noticed(codes.BASIS_MISSING.at(_name(rules[0]), names=Text(en, zh)), rules)


def _name(rule: Indicator) -> Place:
    return first_of(rule.marks.name, rule.place)
