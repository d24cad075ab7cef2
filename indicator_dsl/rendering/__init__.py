"""All that a reader sees: diagnostics, score sheets, explanations. Decides no score."""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.rendering.audit_heads import AuditHead, audit_head
    from indicator_dsl.rendering.audits import AuditView, audit_text
    from indicator_dsl.rendering.audits_markdown import audit_markdown
    from indicator_dsl.rendering.audits_record import (
        audit_schema,
        audit_to_dict,
        audit_to_json,
        audit_to_json_line,
    )
    from indicator_dsl.rendering.audits_table import AuditTotals, audits_outline
    from indicator_dsl.rendering.beginnings import Beginning, beginning_text
    from indicator_dsl.rendering.blocks import Depth
    from indicator_dsl.rendering.cards import ScorecardView
    from indicator_dsl.rendering.cards_record import (
        card_to_dict,
        card_to_json,
        json_text,
        scorecard_schema,
    )
    from indicator_dsl.rendering.changes import (
        CardChangesView,
        RulesetChangesView,
        card_changes_text,
        ruleset_changes_text,
    )
    from indicator_dsl.rendering.changes_markdown import (
        card_changes_markdown,
        ruleset_changes_markdown,
    )
    from indicator_dsl.rendering.changes_record import (
        changes_schema,
        changes_to_dict,
        changes_to_json,
    )
    from indicator_dsl.rendering.charts import ChartView, chart_text
    from indicator_dsl.rendering.code_page import code_document, code_index, code_page_markdown
    from indicator_dsl.rendering.consoles import console_for
    from indicator_dsl.rendering.curve_pictures import CurvePicture, picture_of
    from indicator_dsl.rendering.curve_plots import CurveView, curve_text
    from indicator_dsl.rendering.describe import RulesetTable, ruleset_markdown, ruleset_text
    from indicator_dsl.rendering.diagnostics import (
        DiagnosticView,
        diagnostic_text,
        diagnostics_summary,
    )
    from indicator_dsl.rendering.diagnostics_characters import visible
    from indicator_dsl.rendering.diagnostics_formats import (
        diagnostics_to_github,
        diagnostics_to_sarif,
    )
    from indicator_dsl.rendering.diagnostics_record import diagnostics_schema, diagnostics_to_dict
    from indicator_dsl.rendering.explanations import ExplanationView, LineView
    from indicator_dsl.rendering.explanations_markdown import explanation_markdown
    from indicator_dsl.rendering.explanations_record import (
        explanation_schema,
        explanation_to_dict,
        explanation_to_json,
    )
    from indicator_dsl.rendering.hypertext import card_html
    from indicator_dsl.rendering.hypertext_lines import line_html, rule_html, ruleset_html
    from indicator_dsl.rendering.log_lines import card_log
    from indicator_dsl.rendering.markdown import card_markdown, escaped
    from indicator_dsl.rendering.marks import Marks, marks_for
    from indicator_dsl.rendering.outline import Outline, OutlineView, outline_markdown, outline_text
    from indicator_dsl.rendering.plain import card_text, explanation_text, line_text
    from indicator_dsl.rendering.programs import program_text
    from indicator_dsl.rendering.reach import reach_outline
    from indicator_dsl.rendering.reach_record import reach_schema, reach_to_dict
    from indicator_dsl.rendering.report import ReportPart, parts_of_report, report_html
    from indicator_dsl.rendering.rules import RulesetView, RuleView
    from indicator_dsl.rendering.rules_markdown import rule_markdown
    from indicator_dsl.rendering.sensitivity import (
        sensitivity_outline,
        sensitivity_schema,
        sensitivity_to_dict,
    )
    from indicator_dsl.rendering.whatif import what_if_outline, what_if_schema, what_if_to_dict

__all__ = [
    "AuditHead",
    "AuditTotals",
    "AuditView",
    "Beginning",
    "CardChangesView",
    "ChartView",
    "CurvePicture",
    "CurveView",
    "Depth",
    "DiagnosticView",
    "ExplanationView",
    "LineView",
    "Marks",
    "Outline",
    "OutlineView",
    "ReportPart",
    "RuleView",
    "RulesetChangesView",
    "RulesetTable",
    "RulesetView",
    "ScorecardView",
    "audit_head",
    "audit_markdown",
    "audit_schema",
    "audit_text",
    "audit_to_dict",
    "audit_to_json",
    "audit_to_json_line",
    "audits_outline",
    "beginning_text",
    "card_changes_markdown",
    "card_changes_text",
    "card_html",
    "card_log",
    "card_markdown",
    "card_text",
    "card_to_dict",
    "card_to_json",
    "changes_schema",
    "changes_to_dict",
    "changes_to_json",
    "chart_text",
    "code_document",
    "code_index",
    "code_page_markdown",
    "console_for",
    "curve_text",
    "diagnostic_text",
    "diagnostics_schema",
    "diagnostics_summary",
    "diagnostics_to_dict",
    "diagnostics_to_github",
    "diagnostics_to_sarif",
    "escaped",
    "explanation_markdown",
    "explanation_schema",
    "explanation_text",
    "explanation_to_dict",
    "explanation_to_json",
    "json_text",
    "line_html",
    "line_text",
    "marks_for",
    "outline_markdown",
    "outline_text",
    "parts_of_report",
    "picture_of",
    "program_text",
    "reach_outline",
    "reach_schema",
    "reach_to_dict",
    "report_html",
    "rule_html",
    "rule_markdown",
    "ruleset_changes_markdown",
    "ruleset_changes_text",
    "ruleset_html",
    "ruleset_markdown",
    "ruleset_text",
    "scorecard_schema",
    "sensitivity_outline",
    "sensitivity_schema",
    "sensitivity_to_dict",
    "visible",
    "what_if_outline",
    "what_if_schema",
    "what_if_to_dict",
]

_HOMES = {
    "audit_heads": ("AuditHead", "audit_head"),
    "audits": ("AuditView", "audit_text"),
    "audits_markdown": ("audit_markdown",),
    "audits_record": ("audit_schema", "audit_to_dict", "audit_to_json", "audit_to_json_line"),
    "audits_table": ("AuditTotals", "audits_outline"),
    "beginnings": ("Beginning", "beginning_text"),
    "blocks": ("Depth",),
    "cards": ("ScorecardView",),
    "cards_record": ("card_to_dict", "card_to_json", "json_text", "scorecard_schema"),
    "changes": (
        "CardChangesView",
        "RulesetChangesView",
        "card_changes_text",
        "ruleset_changes_text",
    ),
    "changes_markdown": ("card_changes_markdown", "ruleset_changes_markdown"),
    "changes_record": ("changes_schema", "changes_to_dict", "changes_to_json"),
    "charts": ("ChartView", "chart_text"),
    "code_page": ("code_document", "code_index", "code_page_markdown"),
    "consoles": ("console_for",),
    "curve_pictures": ("CurvePicture", "picture_of"),
    "curve_plots": ("CurveView", "curve_text"),
    "describe": ("RulesetTable", "ruleset_markdown", "ruleset_text"),
    "diagnostics": ("DiagnosticView", "diagnostic_text", "diagnostics_summary"),
    "diagnostics_characters": ("visible",),
    "diagnostics_formats": ("diagnostics_to_github", "diagnostics_to_sarif"),
    "diagnostics_record": ("diagnostics_schema", "diagnostics_to_dict"),
    "explanations": ("ExplanationView", "LineView"),
    "explanations_markdown": ("explanation_markdown",),
    "explanations_record": ("explanation_schema", "explanation_to_dict", "explanation_to_json"),
    "hypertext": ("card_html",),
    "hypertext_lines": ("line_html", "rule_html", "ruleset_html"),
    "log_lines": ("card_log",),
    "markdown": ("card_markdown", "escaped"),
    "marks": ("Marks", "marks_for"),
    "outline": ("Outline", "OutlineView", "outline_markdown", "outline_text"),
    "plain": ("card_text", "explanation_text", "line_text"),
    "programs": ("program_text",),
    "reach": ("reach_outline",),
    "reach_record": ("reach_schema", "reach_to_dict"),
    "report": ("ReportPart", "parts_of_report", "report_html"),
    "rules_markdown": ("rule_markdown",),
    "rules": ("RuleView", "RulesetView"),
    "sensitivity": ("sensitivity_outline", "sensitivity_schema", "sensitivity_to_dict"),
    "whatif": ("what_if_outline", "what_if_schema", "what_if_to_dict"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
