"""An audited form as a record for machines. Adds nothing to it, and lets no binary number in."""

import json
from typing import Final

from indicator_dsl.audit import Audit, AuditedRow, AuditFinding
from indicator_dsl.model import Rounding
from indicator_dsl.rendering.audit_points import lines_beside, rounding_of
from indicator_dsl.rendering.cards_record import (
    json_text,
    number_record,
    points_record,
    seen_in_json,
)
from indicator_dsl.rendering.records import bounds_record, schema_in_file
from indicator_dsl.scoring import LineScore
from indicator_dsl.wording import Lang

_ENDING: Final = "\n"


def audit_to_dict(audit: Audit, lang: Lang = "en") -> dict[str, object]:
    """The audited form as plain dicts, lists, strings, numbers and None, ready for JSON.

    Args:
        audit: The audited form.
        lang: The language of messages, sums, questions, places and assumptions.

    Returns:
        Points are decimal strings: recomputed ones with the profile's decimals, reported ones and
        weights as short as can be. What is not known is None; `bounds` hold the least and the most.
    """
    rounding = rounding_of(audit)
    form, practice = audit.form, audit.practice
    bounds = None
    if audit.low is not None and audit.high is not None:
        bounds = bounds_record(audit.low, audit.high, rounding)
    return {
        "form": form.name,
        "project": form.project.text,
        "year": form.year.text,
        "score_reported": number_record(audit.score_reported),
        "score_computed": points_record(audit.score_computed, rounding),
        "bounds": bounds,
        "rounding": {
            "places": practice.places,
            "cut": practice.is_cut,
            "assumed": practice.is_assumed,
        },
        "understood": audit.transcript.understood,
        "rows": [_row(row, rounding, lang) for row in audit.rows],
        "beside": [_line(line, rounding) for line in lines_beside(audit)],
        "findings": [_finding(finding, lang) for finding in audit.findings],
        "assumptions": [assumed.in_lang(lang) for assumed in audit.assumptions],
    }


def audit_to_json(audit: Audit, lang: Lang = "en") -> str:
    """The record as JSON text, its last line ended: Chinese as it is, what is unseen by number."""
    return json_text(audit_to_dict(audit, lang))


def audit_to_json_line(audit: Audit, lang: Lang = "en") -> str:
    """The record as one line of JSON, ended."""
    text = json.dumps(audit_to_dict(audit, lang), ensure_ascii=False)
    return f"{text if text.isascii() else ''.join(map(seen_in_json, text))}{_ENDING}"


def audit_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that every record of an audited form satisfies.

    Example:
        >>> audit_schema()["$id"]
        'urn:indicator-dsl:audit:1'
    """
    return schema_in_file("audit")


def _row(row: AuditedRow, rounding: Rounding, lang: Lang) -> dict[str, object]:
    reading, line = row.reading, row.line
    return {
        "indicator": reading.indicator,
        "understood": reading.is_understood,
        "rule": reading.rule or None,
        "actual": reading.actual or None,
        "target_as_written": reading.row.target.text,
        "actual_as_written": reading.row.actual.text,
        "weight": number_record(row.weight),
        "earned": points_record(row.earned, rounding),
        "bounds": None if line is None else bounds_record(line.low, line.high, rounding),
        "reported": number_record(row.reported),
        "assumed": [assumed.in_lang(lang) for assumed in reading.assumed],
        "puzzles": [puzzle.in_lang(lang) for puzzle in reading.puzzles],
    }


def _line(line: LineScore, rounding: Rounding) -> dict[str, object]:
    return {
        "indicator": line.indicator.name,
        "weight": number_record(line.indicator.weight),
        "earned": points_record(line.earned, rounding),
        "bounds": bounds_record(line.low, line.high, rounding),
        "reported": number_record(line.reported),
    }


def _finding(finding: AuditFinding, lang: Lang) -> dict[str, object]:
    said = finding.finding
    return {
        "name": said.name,
        "code": said.code,
        "severity": said.severity.value,
        "confidence": finding.confidence.value,
        "indicator": said.indicator,
        "message": said.message.in_lang(lang),
        "arithmetic": None if finding.arithmetic is None else finding.arithmetic.in_lang(lang),
        "ask": None if said.ask is None else said.ask.in_lang(lang),
        "cells": [{"where": cell.where.in_lang(lang), "text": cell.text} for cell in finding.cells],
    }
