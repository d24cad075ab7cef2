"""A scoring curve as an inline SVG that needs nothing around it. Draws a picture, and no more.

Colours are set so that they can be read on white and on near-black; a page may set its own by the
classes. Every number in it is worked out exactly, then rounded to tenths of a pixel.
"""

from collections.abc import Iterator
from fractions import Fraction
from html import escape
from typing import Final

from rich.cells import cell_len

from indicator_dsl.curves import End, Point, Stroke
from indicator_dsl.quantities import text_from_number
from indicator_dsl.rendering.curve_pictures import ActualMark, CurvePicture, Mark, shown_target
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.wording import Lang

WIDTH: Final = 360
HEIGHT: Final = 196
_LEFT: Final = 38
_RIGHT: Final = 350
_TOP: Final = 24
_FLOOR: Final = 150
_CELL: Final = 6  # about half an ideograph at the size of the labels
_LINE: Final = 13
_GAP: Final = 8
_FEW: Final = 9

_CURVE: Final = 'class="curve" fill="none" stroke="currentColor" stroke-width="2"'
_DOT: Final = 'class="curve" fill="currentColor" stroke="currentColor" stroke-width="1.5"'
_HOLE: Final = 'class="hole" fill="#fff" stroke="currentColor" stroke-width="1.5"'
_GRID: Final = 'class="grid" stroke="#888" stroke-opacity=".35"'
_AIM: Final = 'class="aim" stroke="#888" stroke-dasharray="4 3"'
_ACTUAL: Final = 'class="actual" stroke="currentColor" fill="currentColor"'
_SHORT: Final = 'class="actual short" stroke="#d9363e" fill="#d9363e"'


def curve_svg(picture: CurvePicture, lang: Lang, *, key: str) -> str:
    """The picture as one `svg` element with its words in `title` and `desc`.

    Args:
        picture: Of a rule, with or without an actual.
        lang: The language of the words around the author's own.
        key: Tells the element's ids from those of others on the page: letters and digits.

    Example:
        >>> from indicator_dsl import indicator
        >>> from indicator_dsl.rendering.curve_pictures import picture_of
        >>> picture = picture_of(indicator("年办件量 >= 200000 件 weight 20").model)
        >>> curve_svg(picture, "en", key="c1").splitlines()[1]
        '<title id="c1t">Scoring curve: 年办件量</title>'
    """
    return "\n".join(_Drawing(picture, lang, key).lines())


def safe(text: str) -> str:
    """Author's text that can stand in any element or attribute."""
    return escape(SIGNS.shown(text))


class _Drawing:
    """One picture on its way to paper."""

    def __init__(self, picture: CurvePicture, lang: Lang, key: str) -> None:
        self.picture = picture
        self.lang = lang
        self.key = key

    def x(self, at: Fraction) -> Fraction:
        """Where a value stands, from the left."""
        left, right = self.picture.left, self.picture.right
        return _LEFT + (_RIGHT - _LEFT) * (at - left) / (right - left)

    def y(self, points: Fraction) -> Fraction:
        """Where points stand, from the top."""
        return _FLOOR - (_FLOOR - _TOP) * points / self.picture.top

    def lines(self) -> Iterator[str]:
        """The element, a line each."""
        picture, key, lang = self.picture, self.key, self.lang
        yield (
            f'<svg class="drawn" xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-labelledby="{key}t {key}d" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
            f'height="{HEIGHT}" font-size="11" fill="currentColor">'
        )
        yield f'<title id="{key}t">{safe(picture.title.in_lang(lang))}</title>'
        yield f'<desc id="{key}d">{safe(picture.description.in_lang(lang))}</desc>'
        yield from self._heights()
        yield from self._places()
        for stroke in picture.strokes:
            yield from self._stroke(stroke)
        radius = 3 if len(picture.strokes) <= _FEW else 2
        for stroke in picture.strokes:
            yield from self._dots(stroke, radius)
        if picture.actual is not None:
            yield from self._actual(picture.actual)
        yield "</svg>"

    def _heights(self) -> Iterator[str]:
        taken: list[Fraction] = []
        for mark in self.picture.heights:
            at = self.y(mark.at)
            if any(abs(at - other) < _LINE for other in taken):
                continue
            taken.append(at)
            yield f'<path {_GRID} d="M{_LEFT} {_n(at)}H{_RIGHT}"/>'
            words = self._fitting(mark, _LEFT - _GAP)
            yield _text(words, Fraction(_LEFT - _GAP + 2), at + 4, "end")

    def _places(self) -> Iterator[str]:
        """The axis: the ends of the target, then every threshold that has room."""
        picture = self.picture
        taken: list[tuple[Fraction, Fraction]] = []
        for mark in picture.targets:
            yield f'<path {_AIM} d="M{_n(self.x(mark.at))} {_TOP - 8}V{_FLOOR}"/>'
        for mark in picture.thresholds:
            yield f'<path {_GRID} d="M{_n(self.x(mark.at))} {_TOP}V{_FLOOR}"/>'
        unit = [Mark(picture.right, picture.unit)] if picture.unit.en else []
        for mark in (*picture.targets, *picture.thresholds, *unit):
            words = self._fitting(mark, _RIGHT - _LEFT)
            middle, half = self._inside(self.x(mark.at), words)
            if all(middle + half + _GAP <= a or middle - half - _GAP >= b for a, b in taken):
                taken.append((middle - half, middle + half))
                yield _text(words, middle, Fraction(_FLOOR + _LINE + 3), "middle")
        asked = _cut(shown_target(picture.asked, self.lang, SIGNS), _RIGHT)
        ends = [self.x(mark.at) for mark in picture.targets]
        middle, _ = self._inside(sum(ends, Fraction(0)) / len(ends), asked)
        yield _text(asked, middle, Fraction(_TOP - 12), "middle")

    def _stroke(self, stroke: Stroke) -> Iterator[str]:
        if len(stroke.points) == 1:
            return
        first, *rest = (f"{_n(self.x(p.x))} {_n(self.y(p.y))}" for p in stroke.points)
        yield f'<path {_CURVE} d="M{first}L{" ".join(rest)}"/>'

    def _dots(self, stroke: Stroke, radius: int) -> Iterator[str]:
        ends = {stroke.points[0]: stroke.start, stroke.points[-1]: stroke.end}
        if len(stroke.points) == 1:
            ends = {stroke.points[0]: End.CLOSED}
        for point, end in ends.items():
            if end is not End.EDGE:
                yield self._circle(point, _HOLE if end is End.OPEN else _DOT, radius)

    def _circle(self, point: Point, style: str, radius: int) -> str:
        return (
            f'<circle {style} cx="{_n(self.x(point.x))}" cy="{_n(self.y(point.y))}" r="{radius}"/>'
        )

    def _actual(self, actual: ActualMark) -> Iterator[str]:
        """A line from the axis to the point; an arrow at the edge where it lies out of sight."""
        words = self._fitting(Mark(actual.x, actual.words), _RIGHT)
        style = _SHORT if actual.is_short else _ACTUAL
        if actual.side == "inside":
            x, y = self.x(actual.x), self.y(actual.y)
            yield f'<path {style} stroke-width="1.5" d="M{_n(x)} {_FLOOR}V{_n(y)}"/>'
            yield f'<circle {style} cx="{_n(x)}" cy="{_n(y)}" r="4"/>'
        else:
            way = 1 if actual.side == "above" else -1
            x = Fraction(_RIGHT if way > 0 else _LEFT)
            at = self.y(actual.y)
            yield (f'<path {style} d="M{_n(x)} {_n(at)}l{-8 * way} -5v10z"/>')
        middle, _ = self._inside(x, words)
        yield _text(
            words,
            middle,
            Fraction(HEIGHT - 12),
            "middle",
            "said short" if actual.is_short else "said",
        )

    def _inside(self, x: Fraction, words: str) -> tuple[Fraction, Fraction]:
        """The middle of words as near to `x` as the picture lets them be, and half their width."""
        half = Fraction(_CELL * cell_len(_unescaped(words)), 2)
        return min(max(x, half + 4), Fraction(WIDTH - 4) - half), half

    def _fitting(self, mark: Mark, room: int) -> str:
        """Words that fit the room, cut short where they do not."""
        return _cut(SIGNS.shown(mark.words.in_lang(self.lang)), room)


def _cut(words: str, room: int) -> str:
    if _CELL * cell_len(words) > room:
        while words and _CELL * (cell_len(words) + 1) > room:
            words = words[:-1]
        words += "…"
    return escape(words)


def _unescaped(words: str) -> str:
    for entity in ("&amp;", "&lt;", "&gt;", "&quot;", "&#x27;"):
        words = words.replace(entity, "x")
    return words


def _text(words: str, x: Fraction, y: Fraction, anchor: str, kind: str = "words") -> str:
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}">{words}</text>'


def _n(number: Fraction) -> str:
    return text_from_number(number, places=1).removesuffix(".0")
