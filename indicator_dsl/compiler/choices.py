"""The refusal that shows its choices.

What each method would give for this very line. Asks the curves and calculates nothing itself.
"""

from fractions import Fraction

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.methods import NoShareError, curve_of_method, methods_for
from indicator_dsl.model import Bound, Method, Operator, Range
from indicator_dsl.quantities import CalendarDay, Quantity, half_up, text_from_number
from indicator_dsl.source import Place
from indicator_dsl.syntax import language_of
from indicator_dsl.wording import Text, joined, same

METHOD_NAMES = {
    Method.PASS: Text("by pass", "按 达标"),
    Method.RATIO: Text("by ratio", "按 比例"),
    Method.EXCESS: Text("by excess", "按 超幅"),
    Method.INVERSE: Text("by inverse", "按 反比"),
}


def method_missing(
    place: Place, name: str, target: Bound | Range, weight: Fraction, rule: str, places: int
) -> Diagnostic:
    """The refusal of a rule that names no method, with what each choice gives at a sample miss.

    Args:
        place: Where the target stands.
        name: The indicator's.
        target: Its target.
        weight: Its weight in points.
        rule: The rule as written, up to its weight.
        places: The decimals points are rounded to.
    """
    fitting = [m for m in methods_for(target.operator) if _serves(m, target, weight)]
    notes = tuple(
        Text("at {x}: {gives}", "实际值为 {x} 时：{gives}").filled(
            x=sample,
            gives=joined(
                [_gives(method, target, weight, sample, places) for method in fitting],
                en=" · ",
                zh=" · ",
            ),
        )
        for sample in _samples(target)
    )
    operator = target.operator.value
    lang = language_of(rule)  # what is to be pasted speaks as the rule does, not as the message
    advice = same("\n".join(f"{rule} {METHOD_NAMES[m].in_lang(lang)}" for m in fitting))
    statement = Text(f"default {operator} by …", f"默认 {operator} 按 …").in_lang(lang)
    whole = Text(
        f"or once for every `{operator}` line: {statement}",
        f"或对所有“{operator}”指标统一规定：{statement}",
    )
    return codes.METHOD_MISSING.at(
        place, notes=(*notes, whole), advice=advice, name=name, target=target
    )


def method_unfit(
    place: Place, words: str, operator: Operator, fitting: tuple[Method, ...]
) -> Diagnostic:
    """The refusal of a method that does not serve an operator, with those that do."""
    choices = [METHOD_NAMES[method] for method in fitting]
    advice = Text(
        f"write {' or '.join(c.en for c in choices)}",
        f"请写 {'、'.join(c.zh for c in choices)}",
    )
    return codes.METHOD_UNFIT.at(place, advice=advice, method=words, operator=operator.value)


def _serves(method: Method, target: Bound | Range, weight: Fraction) -> bool:
    try:
        curve_of_method(method, target, weight)
    except NoShareError:
        return False
    return True


def _samples(target: Bound | Range) -> tuple[Quantity, ...]:
    """Actuals that miss the target by a quarter, one for each side that can be missed."""
    if isinstance(target, Range):
        return _below(target.low), _above(target.high)
    value = target.value
    if isinstance(value, CalendarDay):
        return ()
    if target.operator.wants_more:
        return (_below(value),)
    if target.operator is Operator.EQUAL:
        return _below(value), _above(value)
    return (_above(value),)


def _below(value: Quantity) -> Quantity:
    step = abs(value.number) / 4 or Fraction(1)
    return Quantity(value.number - step, value.unit)


def _above(value: Quantity) -> Quantity:
    step = abs(value.number) / 4 or Fraction(1)
    return Quantity(value.number + step, value.unit)


def _gives(
    method: Method, target: Bound | Range, weight: Fraction, sample: Quantity, places: int
) -> Text:
    points = half_up(curve_of_method(method, target, weight).at(sample.magnitude), places)
    said = text_from_number(points, places=places)
    name = METHOD_NAMES[method]
    return Text(f"{name.en} {said}", f"{name.zh} 得 {said}")
