"""What differs in meaning between two rulesets: line by line, then the sheet as a whole.

Text is not compared: layout, comments, order and spelling change nothing. Decides no points.
"""

from enum import Enum
from fractions import Fraction

from attrs import frozen

from indicator_dsl.explanation.asked import asked_text
from indicator_dsl.explanation.figures import number_text
from indicator_dsl.explanation.guards import guard_texts
from indicator_dsl.explanation.keys import (
    asked_key,
    has_same_guards,
    has_same_method,
)
from indicator_dsl.explanation.matching import Match, matches
from indicator_dsl.explanation.methods import bare_method_text
from indicator_dsl.explanation.reaches import Reach, reaches_of
from indicator_dsl.explanation.statement_changes import StatementChange, statement_changes
from indicator_dsl.model import Indicator, Ruleset
from indicator_dsl.wording import Text, joined, same


class Aspect(Enum):
    """What of a line can differ; the first five can move points, the rest cannot."""

    TARGET = "target"
    WEIGHT = "weight"
    METHOD = "method"
    GUARDS = "guards"
    SECTION = "section"
    BASES = "bases"
    NOTES = "notes"
    ASSUMPTIONS = "assumptions"
    ALLOWED = "allowed"


@frozen(kw_only=True)
class Change:
    """One aspect as it was and as it is; empty where there was or is none."""

    aspect: Aspect
    before: Text
    after: Text


@frozen(kw_only=True)
class LineChange:
    """A line that was added, removed, probably renamed or changed.

    `reaches` are the actuals that earn other points now: none when every actual earns the same,
    None where the two rules cannot be compared.
    """

    match: Match
    changes: tuple[Change, ...] = ()
    reaches: tuple[Reach, ...] | None = None

    @property
    def kind(self) -> str:
        """`added`, `removed`, `renamed` or `changed`."""
        if self.match.before is None:
            return "added"
        if self.match.after is None:
            return "removed"
        return "renamed" if self.match.is_renamed else "changed"

    @property
    def indicator(self) -> Indicator:
        """The rule as it is now; as it was, for a line that was removed."""
        found = self.match.after or self.match.before
        assert found is not None  # noqa: S101 - a match has one of the two
        return found


@frozen(kw_only=True)
class RulesetChanges:
    """Everything that differs in meaning between two rulesets, the heaviest lines first.

    `unchanged` counts the lines that say the same.
    """

    before: Ruleset
    after: Ruleset
    lines: tuple[LineChange, ...]
    statements: tuple[StatementChange, ...]
    unchanged: int
    sentence: Text

    @property
    def has_changes(self) -> bool:
        """Whether anything differs in meaning."""
        return bool(self.lines or self.statements)


def compare_rulesets(before: Ruleset, after: Ruleset) -> RulesetChanges:
    """What differs in meaning between two rulesets.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> old = parse_ruleset("年办件量 >= 20 万件 weight 20 by ratio").model
        >>> new = parse_ruleset("年办件量 不低于 200000 件 分值 25").model
        >>> found = compare_rulesets(old, new)
        >>> [(each.aspect.value, str(each.before), str(each.after)) for each in
        ...  found.lines[0].changes]
        [('weight', '20', '25')]
        >>> print(found.sentence)
        1 line changed; 1 statement for the whole sheet
    """
    pairs = matches(before, after)
    told = [_line(match) for match in pairs]
    lines = tuple(sorted((each for each in told if each is not None), key=_heaviest_first))
    statements = statement_changes(before, after)
    unchanged = len(pairs) - len(lines)
    return RulesetChanges(
        before=before,
        after=after,
        lines=lines,
        statements=statements,
        unchanged=unchanged,
        sentence=_sentence(lines, statements, unchanged),
    )


def _heaviest_first(change: LineChange) -> tuple[bool, Fraction]:
    rules = [rule for rule in (change.match.before, change.match.after) if rule is not None]
    moves = {Aspect.TARGET, Aspect.WEIGHT, Aspect.METHOD, Aspect.GUARDS}
    is_quiet = len(rules) > 1 and not any(each.aspect in moves for each in change.changes)
    return is_quiet, -max(rule.weight for rule in rules)


def _line(match: Match) -> LineChange | None:
    old, new = match.before, match.after
    if old is None or new is None:
        return LineChange(match=match)
    changes = tuple(each for each in _changes(old, new) if each.before != each.after)
    if not changes and not match.is_renamed:
        return None
    return LineChange(match=match, changes=changes, reaches=reaches_of(old, new))


def _changes(old: Indicator, new: Indicator) -> list[Change]:
    told: list[Change] = []
    if asked_key(old) != asked_key(new):
        told.append(_change(Aspect.TARGET, asked_text(old.target), asked_text(new.target)))
    if old.weight != new.weight:
        weights = (same(number_text(each.weight)) for each in (old, new))
        told.append(_change(Aspect.WEIGHT, *weights))
    if not has_same_method(old, new):
        told.append(_change(Aspect.METHOD, bare_method_text(old), bare_method_text(new)))
    if not has_same_guards(old, new):
        told.append(_changed_lists(Aspect.GUARDS, guard_texts(old), guard_texts(new)))
    if old.section != new.section:
        sections = (same(" / ".join(each.section)) for each in (old, new))
        told.append(_change(Aspect.SECTION, *sections))
    for aspect, before, after in (
        (Aspect.BASES, _cited(old), _cited(new)),
        (Aspect.NOTES, tuple(map(same, old.notes)), tuple(map(same, new.notes))),
        (Aspect.ASSUMPTIONS, old.assumptions, new.assumptions),
        (Aspect.ALLOWED, _allowed(old), _allowed(new)),
    ):
        told.append(_changed_lists(aspect, before, after))
    return told


def _change(aspect: Aspect, before: Text, after: Text) -> Change:
    return Change(aspect=aspect, before=before, after=after)


def _changed_lists(aspect: Aspect, before: tuple[Text, ...], after: tuple[Text, ...]) -> Change:
    """What only one of two lists says."""
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    return _change(aspect, joined(gone, en="; ", zh="；"), joined(come, en="; ", zh="；"))


def _cited(rule: Indicator) -> tuple[Text, ...]:
    return tuple(same(str(each)) for each in rule.citations)


def _allowed(rule: Indicator) -> tuple[Text, ...]:
    return tuple(
        Text(f"{each.code}: {each.why}", f"{each.code}：{each.why}") for each in rule.allowed
    )


_KINDS = (
    ("changed", "changed", "改动 {n} 项"),
    ("added", "added", "新增 {n} 项"),
    ("removed", "removed", "删去 {n} 项"),
    ("renamed", "probably renamed", "疑似改名 {n} 项"),
)


def _sentence(
    lines: tuple[LineChange, ...], statements: tuple[StatementChange, ...], unchanged: int
) -> Text:
    if not lines and not statements:
        return Text("no difference in meaning", "内容没有实质差异")
    parts: list[Text] = []
    for kind, en, zh in _KINDS:
        count = sum(each.kind == kind for each in lines)
        if count:
            parts.append(Text(f"{_counted(count, 'line')} {en}", f"指标{zh.format(n=count)}"))
    if statements:
        count = len(statements)
        en = f"{_counted(count, 'statement')} for the whole sheet"
        parts.append(Text(en, f"全表规定改动 {count} 条"))
    if unchanged:
        parts.append(
            Text(f"{_counted(unchanged, 'line')} as before", f"其余 {unchanged} 项指标未变")
        )
    return joined(parts, en="; ", zh="；")


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
