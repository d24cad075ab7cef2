"""Audits for the tests, made by hand: their findings are written here, not found."""

from fractions import Fraction

from attrs import evolve

from indicator_dsl.audit import Audit, AuditedRow, AuditFinding, Confidence, Practice, practice_text
from indicator_dsl.diagnostics import Finding, Severity
from indicator_dsl.model import Form, FormCell
from indicator_dsl.scoring import evaluate
from indicator_dsl.transcription import transcribe
from indicator_dsl.wording import Text, same
from tests.forms_at_hand import chaoyang

SURVEY = "为办事群众提供进驻可事项现场咨询受理服务"


def audit_of(form: Form, *findings: AuditFinding, reported: Fraction | None = None) -> Audit:
    """The form transcribed and scored, with these findings and no others."""
    transcript = transcribe(form)
    practice = Practice(places=0)
    card = None
    if transcript.ruleset is not None:
        card = evaluate(transcript.ruleset, transcript.actuals)
    rows = []
    for reading in transcript.rows:
        line = card.line(reading.name) if card is not None and reading.is_scored else None
        weight = None if line is None else line.indicator.weight
        points = None if line is None else line.reported
        rows.append(AuditedRow(reading=reading, line=line, weight=weight, reported=points))
    return Audit(
        form=form,
        transcript=transcript,
        card=card,
        rows=tuple(rows),
        practice=practice,
        score_reported=reported,
        score_computed=None if card is None else card.total,
        low=None if card is None else card.low,
        high=None if card is None else card.high,
        findings=findings,
        assumptions=(practice_text(practice), *(() if card is None else card.assumptions[-1:])),
    )


def placed(form: Form) -> Form:
    """The form with a place for every cell of its rows: columns A to K, rows from 8."""
    rows = []
    for number, row in enumerate(form.rows, 8):
        cells = {
            key: evolve(getattr(row, key), where=Text(f"cell {c}{number}", f"单元格 {c}{number}"))
            for c, key in zip(
                "ABCDEFGHI",
                (
                    "level1",
                    "level2",
                    "name",
                    "nature",
                    "target",
                    "unit",
                    "actual",
                    "weight",
                    "score",
                ),
                strict=True,
            )
        }
        rows.append(evolve(row, **cells))
    return evolve(form, rows=tuple(rows))


def found(
    name: str,
    message: Text,
    *cells: FormCell,
    code: str = "IND704",
    indicator: str = "",
    severity: Severity = Severity.WARNING,
    confidence: Confidence = Confidence.HIGH,
    arithmetic: Text | None = None,
    ask: Text | None = None,
) -> AuditFinding:
    return AuditFinding(
        finding=Finding(
            code=code,
            name=name,
            severity=severity,
            message=message,
            indicator=indicator,
            ask=ask,
        ),
        confidence=confidence,
        cells=cells,
        arithmetic=arithmetic,
    )


def chaoyang_audit() -> Audit:
    form = placed(
        evolve(chaoyang(), name="chaoyang.xlsx", title=FormCell(text="项目支出绩效自评表"))
    )
    volume, _, progress, cost, level, _ = form.rows
    unscaled = [
        found(
            "qualitative-without-scale",
            Text(f"`{name}` is judged without a scale", f"“{name}”为定性指标，没有评分标准"),
            code="IND708",
            indicator=name,
        )
        for name in (SURVEY, level.name.text, "群众 [bold]评价[/bold]\x1b[31m")
    ]
    return audit_of(
        form,
        found(
            "reported-score-differs",
            Text(
                "`项目开展进度`: the office reported 10; asked <= 80 %, done 100 % earns 8.00 of "
                "10 by inverse (by pass 0.00, by excess 7.50 would give otherwise); no usual "
                "method gives 10",
                "“项目开展进度”：自评 10 分；要求 <= 80 %，实际 100 %，应得 8.00 分（满分 10），"
                "按反比；若按达标 0.00、按超幅 7.50；常用方法都得不到 10 分",
            ),
            progress.score,
            progress.target,
            progress.actual,
            progress.reason,
            code="IND701",
            indicator="项目开展进度",
            severity=Severity.ERROR,
            arithmetic=same("10 × 80 / 100 = 8.00"),
            ask=Text("on what ground was 10 given?", "自评 10 分的依据是什么？"),
        ),
        found(
            "overachieved-without-reason",
            Text(
                "`年办件量` reached 166.17 % of its target and says no reason",
                "“年办件量”完成目标的 166.17 %，没有说明原因",
            ),
            volume.actual,
            code="IND703",
            indicator="年办件量",
            confidence=Confidence.MEDIUM,
            arithmetic=same("332344 / 200000 = 166.17 %"),
            ask=Text("why was so much more done?", "为何超出这么多？"),
        ),
        *unscaled,
        found(
            "budget-cut-to-spending",
            Text(
                "the year's budget 1523.36 equals what was spent, not the opening 1599.56",
                "全年预算数 1523.36 与执行数相同，与年初预算数 1599.56 不同",
            ),
            cost.unit,
            code="IND718",
            severity=Severity.NOTE,
            confidence=Confidence.LOW,
            ask=Text("when and by whom was the budget cut?", "预算何时、由谁调减？"),
        ),
        reported=Fraction(100),
    )
