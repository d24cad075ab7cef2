"""Tables settled by wording: what they come to, worked out by hand; and which need their form."""

from pathlib import Path

import pytest

from indicator_dsl.audit import audit_form
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import profile_called
from indicator_dsl.longform import Auditor, Cells, Sheet, form_of, whole_verdict
from indicator_dsl.transcription import transcribe
from tests.forms_at_hand import records

CORPUS = Path(__file__).parents[2] / "corpus" / "forms.jsonl"
FORMS = records(CORPUS)


def row(name: str, target: str, actual: str, weight: str, score: str, reason: str = "") -> Cells:
    return Cells(name, target=target, actual=actual, weight=weight, score=score, reason=reason)


def test_points_are_those_of_the_profile() -> None:
    sheet = Sheet(
        "甲",
        (
            row("年办件量", "≥200000件", "180000件", "20", "20"),  # 20 × 0.9 = 18
            row("项目成本", "≤90万元", "99万元", "10", "9.09", "涨价"),  # 10 × 90 / 99 = 9.0909…
            row("群众满意度", "≥95%", "98%", "10", "9", "扣一分"),  # met, and a point was taken
            row("培训人次", "≥100人次", "", "10", "0"),  # no actual: from 0 to 10
        ),
        total_score="38.09",
    )
    verdict = Auditor().verdicts([sheet])[0]
    assert [1800, 909, 1000, None] == [each.earned for each in verdict.rows]
    assert (0, 1000) == (verdict.rows[3].low, verdict.rows[3].high)
    assert ("shortfall", "overrun", "met", "missing") == tuple(e.reason for e in verdict.rows)
    assert ("IND701", "IND704") == verdict.rows[0].codes
    assert () == verdict.rows[1].codes
    assert ("IND701", "IND705") == verdict.rows[2].codes
    assert ("IND706",) == verdict.rows[3].codes
    assert (None, 3709, 4709) == (verdict.total, verdict.low, verdict.high)
    # Weights of 50, not 100; points of 38.09, as printed.
    assert ("IND305",) == tuple({*verdict.codes} - {c for r in verdict.rows for c in r.codes})
    assert not verdict.is_whole


@pytest.mark.parametrize(
    "rows",
    [
        (row("年办件量", "≥5件", "5件", "60", "60"), row("年办件量", "≥6件", "6件", "30", "30")),
        (row("年办件量", "≥5件", "5件", "10", "9"), row("全年办件数量", "≥5件", "5件", "5", "5")),
        (row("甲", "≥5件", "5件", "80", "80"), row("乙", "≥6件", "6件", "80", "80")),
        (Cells("甲", level1="产出指标(50分)", target="≥5件", actual="5件", weight="10"),),
    ],
    ids=["names", "measures", "sums", "promises"],
)
def test_what_rows_do_to_each_other_needs_the_form(rows: tuple[Cells, ...]) -> None:
    assert Auditor().verdicts([Sheet("甲", rows)])[0].is_whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("default <= by excess\ndefault >= by pass\nround 1 each\n", 0),
        ("default <= by excess since 2024-01-01\nround 2 each\n", 1),
        ("round 2 total\ngrades 优 >= 90, else 差\n", 6),
        ("limit total 60\nround 2 each\n", 6),
    ],
)
def test_other_profiles_are_the_forms_too(tmp_path: Path, text: str, whole: int) -> None:
    (tmp_path / "own.ind").write_text(f'ruleset "own"\n{text}', encoding="utf-8")
    collector = Collector()
    profile = profile_called(str(tmp_path / "own.ind"), collector)
    assert profile is not None, collector.sorted()
    sheets = [
        Sheet(
            "甲",
            (row("年办件量", "≥200件", "151件", "20", "20"), row("率", "≤9%", "10%", "5", "5")),
        ),
        Sheet("乙", (row("年办件量", "≥200件", "250件", "20", "15.1"),), total_score="15.1"),
    ]
    sheets += [each._replace(year=year) for each in sheets for year in ("2023", "2024")]
    auditor = Auditor(profile.name, profile.library)
    verdicts = auditor.verdicts(sheets)
    for sheet, verdict in zip(sheets, verdicts, strict=True):
        form = whole_verdict(sheet, profile.name, profile.library, auditor.places)
        assert form == verdict._replace(is_whole=True)
    assert whole == sum(verdict.is_whole for verdict in verdicts)


@pytest.mark.parametrize("number", range(len(FORMS)))
def test_the_corpus_in_one_long_table_is_its_forms(number: int) -> None:
    written = FORMS[number]
    rows = tuple(
        Cells(*(getattr(each, key).text for key in Cells._fields)) for each in written.rows
    )
    sheet = Sheet("甲", rows, year=written.year.text, total_score=written.total_score.text)
    verdict = Auditor().verdicts([sheet])[0]
    audit = audit_form(transcribe(form_of(sheet)))
    assert sorted(found.finding.code for found in audit.findings) == list(verdict.codes)
    earned = [None if each.earned is None else int(each.earned * 100) for each in audit.rows]
    assert earned == [each.earned for each in verdict.rows]
    # The form with its money says the same of every row's points.
    whole = audit_form(transcribe(written))
    assert [each.earned for each in whole.rows] == [each.earned for each in audit.rows]


def test_what_is_known_is_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicator_dsl.longform.auditor._KEPT", 3)
    auditor = Auditor()
    for n in range(12):
        sheet = Sheet("甲", (row("年办件量", f"约{n + 1}件以上", f"约{n + 1}件", "10", "10"),))
        assert 1000 == auditor.verdicts([sheet])[0].total
        assert len(auditor._lines) <= 4  # noqa: SLF001 - what is kept shows nowhere else


@pytest.mark.parametrize(
    "given",
    [
        row("合格率", "≥95%", "0.93", "10", "9.79"),
        row("合格率", "≥95%", "1", "10", "10"),
        row("合格率", "≥95%", "1.5", "10", "10"),
        row("响应", "≤2天", "36小时", "10", "10"),
        row("响应", "≤2天", "72小时", "10", "10"),
        row("响应", "≤5工作日", "72小时", "10", "10"),
        row("完成时间", "12月底前", "11月", "10", "10"),
        row("完成时间", "6月底前", "11月", "10", "10"),
        row("完成时间", "12月底前", "2023年11月", "10", "10"),
        row("年办件量", "≥5件", "", "10", "12"),
        row("年办件量", "≥5件", "不详", "10", "12"),
    ],
    ids=lambda cells: f"{cells.target} {cells.actual} {cells.score}",
)
def test_a_row_beside_others_of_its_wording_is_told_as_its_form_tells_it(given: Cells) -> None:
    auditor = Auditor()
    for others in (("93.5", "92.1"), ("0.2", "0.1")):
        rows = [row("合格率", "≥95%", actual, "10", "10") for actual in others]
        auditor.verdicts([Sheet("其他", tuple(rows[:1])), Sheet("再", tuple(rows[1:]))])
    sheet = Sheet("甲", (given, row("培训人次", "≥100人次", "100人次", "90", "90")))
    told, whole = auditor.verdicts([sheet])[0], whole_verdict(sheet, "mof-2020", None, 2)
    assert told.rows == whole.rows
    assert told.codes == whole.codes
