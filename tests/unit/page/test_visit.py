"""The page's questions and answers, without a browser."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.editor import text_named
from indicator_dsl.files import shipped_rulesets
from indicator_dsl.page import Visit
from indicator_dsl.syntax import IndicatorNode, language_of, parse_ruleset

CORPUS = Path(__file__).parents[2] / "corpus"
FORM = CORPUS / "chaoyang-2024-report.txt"


def asked(visit: Visit, what: str, content: bytes = b"", **more: object) -> dict[str, Any]:
    answer = visit.ask(json.dumps({"ask": what, "lang": "zh", **more}), content)
    record: dict[str, Any] = json.loads(answer.text)
    assert "failed" not in record, record
    if answer.content:
        record["content"] = answer.content
    return record


@pytest.fixture
def hall() -> Visit:
    visit = Visit()
    asked(visit, "read", FORM.read_bytes(), name=FORM.name)
    return visit


def test_the_real_form(hall: Visit) -> None:
    told = asked(hall, "audit", number=0)
    assert "98.00" == told["score_computed"]
    assert "自评 100 分，重新计算为 98.00 分，多报 2.00 分。" == told["head"]["summary"]
    assert ["error", "error"] == [each["severity"] for each in told["findings"][:2]]
    assert told["head"]["summary"] == told["forms"][0]["summary"]
    english = asked(hall, "audit", number=0, lang="en")
    assert english["head"]["summary"].startswith("Reported 100; recomputed 98.00")


def test_every_finding_points_at_a_cell(hall: Visit) -> None:
    told = asked(hall, "audit", number=0)
    pointed = {at for cell in told["table"]["cells"] for at in cell["findings"]}
    assert set(range(len(told["findings"]))) == pointed


def test_a_table_covers_every_place_once(hall: Visit) -> None:
    table = asked(hall, "audit", number=0)["table"]
    places = [
        (row, column)
        for cell in table["cells"]
        for row in range(cell["row"], cell["row"] + cell["rows"])
        for column in range(cell["column"], cell["column"] + cell["columns"])
    ]
    assert len(places) == len(set(places))
    assert max(column for _, column in places) == len(table["widths"]) - 1


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_the_form_back(hall: Visit, ending: str) -> None:
    told = asked(hall, "form", number=0, name=f"复核{ending}")
    assert [] == told["diagnostics"]
    archive = zipfile.ZipFile(io.BytesIO(told["content"]))
    assert archive.testzip() is None
    # Read again, it still comes to the same.
    again = Visit()
    asked(again, "read", told["content"], name=f"复核{ending}")
    if ending == ".docx":  # formulas of a workbook have no value until a program opens it
        assert "98.00" == asked(again, "audit", number=0)["score_computed"]


def test_a_name_that_is_no_form(hall: Visit) -> None:
    told = asked(hall, "form", number=0, name="复核.pdf")
    assert ["IND845"] == [each["code"] for each in told["diagnostics"]]
    assert "content" not in told


def test_report_and_rules(hall: Visit) -> None:
    assert "98.00" in asked(hall, "report", number=0)["markdown"]
    texts = asked(hall, "rules", number=0)
    told = asked(hall, "analyse", **texts)
    assert "98.00" == told["card"]["total"]


def test_rules_open_in_the_language_of_the_page(hall: Visit) -> None:
    chinese, english = asked(hall, "rules"), asked(hall, "rules", lang="en")
    assert "年办件量 >= 200000 件 分值 20" in chinese["ruleset"]
    assert "年办件量 >= 200000 件 weight 20" in english["ruleset"]
    for each in shipped_rulesets():
        texts = [asked(hall, "sheet", id=each.id, lang=lang)["ruleset"] for lang in ("zh", "en")]
        assert ["zh", "en"] == [language_of(text) for text in texts]


def test_an_empty_text_offers_each_correction_once_in_the_language_of_the_page() -> None:
    visit = Visit()
    for lang, word in (("zh", "分值"), ("en", "weight")):
        asked(visit, "analyse", ruleset="", actuals="", lang=lang)
        (fix,) = asked(visit, "corrections", of="ruleset", number=0, lang=lang)["corrections"]
        assert f"年办件量 >= 200000 件 {word} 20" == fix["edits"][0]["insert"].strip()


def test_nothing_is_open_yet() -> None:
    visit = Visit()
    assert [] == asked(visit, "audit", number=3)["forms"]
    assert "" == asked(visit, "report", number=0)["markdown"]
    assert {"ruleset": "", "actuals": ""} == asked(visit, "rules")
    assert {"markdown": ""} == asked(visit, "hover", at=4)
    assert {"corrections": []} == asked(visit, "corrections", number=7)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("空.docx", b"", "IND836"),
        ("坏.docx", b"PK\x03\x04 no document", ""),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ""),
        ("闲.txt", "今天天气很好。".encode(), ""),
    ],
)
def test_what_is_no_form_is_said(name: str, content: bytes, code: str) -> None:
    visit = Visit()
    told = asked(visit, "read", content, name=name)
    assert [] == told["forms"]
    assert told["diagnostics"]
    assert all(each["message"] and each["severity"] == "error" for each in told["diagnostics"])
    if code:
        assert code == told["diagnostics"][0]["code"]


def test_a_failed_reading_leaves_nothing_of_the_form_before(hall: Visit) -> None:
    asked(hall, "read", b"", name="空.docx")
    assert [] == asked(hall, "audit", number=0)["forms"]


def test_a_profile_that_fails_leaves_nothing_of_the_form_before(hall: Visit) -> None:
    told = asked(hall, "read", FORM.read_bytes(), name=FORM.name, profile="sla-monthly")
    assert [] == told["forms"]
    assert "error" in {each["severity"] for each in told["diagnostics"]}
    assert [] == asked(hall, "audit", number=0)["forms"]


def test_profiles_offered_are_those_without_a_rule_of_their_own() -> None:
    texts = {each.id: each.ruleset.read_text(encoding="utf-8") for each in shipped_rulesets()}
    nodes = {each: parse_ruleset(text_named(each, texts[each]), Collector()) for each in texts}
    without = {
        each
        for each, node in nodes.items()
        if not any(isinstance(one, IndicatorNode) for one in node.statements)
    }
    offered = asked(Visit(), "facts")["profiles"]
    assert without == {each["id"] for each in offered}
    assert all(each["title"]["zh"] and each["title"]["en"] for each in offered)


def test_pasted_text() -> None:
    visit = Visit()
    table = "三级指标\t年度指标值\t实际完成值\t分值\t得分\n年办件量\t≥200000件\t180000件\t20\t20\n"
    asked(visit, "read", text=table, name="粘贴")
    # 20 × 180000 ÷ 200000 = 18
    assert "18.00" == asked(visit, "audit", number=0)["score_computed"]


HEADS = "三级指标\t年度指标值\t实际完成值\t分值\t得分"


@pytest.mark.parametrize(
    ("points", "verdict", "differs"),
    [
        # 甲 is worth 60 × 60 ÷ 100 = 36, and 乙, which is not filled in, 0 to 40.
        ("60\t40\t100", "，至少多报 24.00 分。", True),
        ("5\t5\t10", "，至少少报 26.00 分。", True),
        ("36\t14\t50", "。", False),
    ],
)
def test_a_total_beyond_its_range(points: str, verdict: str, differs: bool) -> None:  # noqa: FBT001 - what is expected
    first, second, total = points.split("\t")
    table = (
        f"{HEADS}\n甲\t≥100件\t60件\t60\t{first}\n乙\t≥95%\t\t40\t{second}\n"
        f"总分\t\t\t100\t{total}\n"
    )
    visit = Visit()
    asked(visit, "read", text=table, name="粘贴")
    head = asked(visit, "audit", number=0)["head"]
    assert f"自评 {total} 分，重新计算在 36.00 至 76.00 分之间{verdict}" == head["summary"]
    assert differs == head["differs"]


def test_two_forms_are_told_apart_by_their_projects() -> None:
    forms = "".join(
        f"项目支出绩效自评表\n项目名称\t{name}\n{HEADS}\n甲\t≥100件\t60件\t100\t60\n\n"
        for name in ("修路", "种树")
    )
    told = asked(Visit(), "read", text=forms, name="两张.txt")
    assert ["修路", "种树"] == [each["title"] for each in told["forms"]]


def test_a_question_that_is_none() -> None:
    for question in ("[]", '{"ask": "nothing"}', '{"ask": 5}'):
        record = json.loads(Visit().ask(question).text)
        assert ["IND901"] == [each["code"] for each in record["failed"]]


def test_places_are_counted_in_utf_16() -> None:
    visit = Visit()
    told = asked(visit, "analyse", ruleset="𠮷量 => 5 件 weight 20", actuals="")
    (found,) = told["ruleset"]["diagnostics"]
    assert ("IND102", 4, 6) == (found["code"], found["from"], found["to"])
    (fix,) = asked(visit, "corrections", of="ruleset", number=0)["corrections"]
    assert [{"from": 0, "to": 20, "insert": "𠮷量 >= 5 件 weight 20"}] == fix["edits"]


def test_help_while_writing() -> None:
    visit = Visit()
    rules = "年办件量 >= 200000 件 weight 20"
    told = asked(visit, "analyse", ruleset=rules, actuals="年办件量 = 18万件")
    assert ("18.00", "20") == (told["card"]["total"], told["card"]["full"])
    assert ["年办件量"] == [each["indicator"] for each in told["card"]["losses"]]
    assert "20 × 180000 / 200000 = 18.00" == told["card"]["losses"][0]["arithmetic"]
    assert "年办件量" in asked(visit, "hover", of="ruleset", at=1)["markdown"]
    offered = asked(visit, "complete", of="ruleset", text=f"{rules} by r", at=len(rules) + 5)
    assert ["ratio"] == [each["insert"] for each in offered["options"]]
    of_actuals = asked(visit, "complete", of="actuals", text="年", at=1)
    assert "年办件量 = " in [each["insert"] for each in of_actuals["options"]]


def test_laid_out_in_either_language() -> None:
    visit = Visit()
    chinese = asked(visit, "format", of="ruleset", text="年办件量>=5 件 weight 20", to="zh")
    assert "年办件量 >= 5 件 分值 20\n" == chinese["text"]
    english = asked(visit, "format", of="ruleset", text=chinese["text"], to="en")
    assert "年办件量 >= 5 件 weight 20\n" == english["text"]
    assert asked(visit, "format", of="ruleset", text="年办件量 => 5 件 weight 20", to="zh") == {
        "text": "年办件量 => 5 件 weight 20",
        "is_unread": True,
    }


SCORES = {
    # The real form with its own actuals, and the first case of every other: what it expects.
    "chaoyang-window-2024": "98.00",
    "common-framework": "100.00",
    "mof-2020": "72.60",
    "mof-2021-cost": "100.00",
    "platform-caps": "98.00",
    "sla-monthly": "100.0",
    "supplier-scorecard": "100.00",
}


def test_every_shipped_ruleset_can_be_tried() -> None:
    visit = Visit()
    examples = asked(visit, "examples")["examples"]
    assert {each.id for each in shipped_rulesets()} == {each["id"] for each in examples}
    assert "chaoyang-window-2024" == examples[0]["id"]
    scores = {}
    for each in examples:
        sheet = asked(visit, "sheet", id=each["id"])
        assert sheet["fields"]
        values = {field["key"]: field["value"] for field in sheet["fields"]}
        scores[each["id"]] = asked(visit, "score", id=each["id"], values=values)["card"]["total"]
        told = asked(visit, "analyse", ruleset=sheet["ruleset"], actuals=sheet["actuals"])
        assert scores[each["id"]] == told["card"]["total"]
    assert SCORES == scores


def test_another_actual() -> None:
    visit = Visit()
    values = {"项目开展进度": "80%", "nobody": "1"}
    told = asked(visit, "score", id="chaoyang-window-2024", values=values)["card"]
    assert ("100.00", []) == (told["total"], told["losses"])
    told = asked(visit, "score", id="chaoyang-window-2024", values={"年办件量": " "})["card"]
    assert (None, ["78.00", "98.00"]) == (told["total"], told["bounds"])
    assert ["年办件量"] == [each["indicator"] for each in told["open"]]


def test_an_item_of_a_checklist() -> None:
    visit = Visit()
    sheet = asked(visit, "sheet", id="common-framework")
    field = next(each for each in sheet["fields"] if each["under"])
    assert ["是", "否"] == field["choices"]
    told = asked(visit, "score", id="common-framework", values={field["key"]: "否"})["card"]
    # Everything else is met: the sheet loses what the item is worth.
    assert [field["under"]] == [each["indicator"] for each in told["losses"]]
    assert float(told["total"]) == 100 - float(field["weight"])


def test_what_does_not_ship() -> None:
    visit = Visit()
    assert {"id": "", "fields": []} == asked(visit, "sheet", id="../secret")
    assert {"card": None} == asked(visit, "score", id="", values={})
    assert {"markdown": ""} == asked(visit, "code", code="IND999")


def test_a_file_beyond_the_limit() -> None:
    visit = Visit()
    limit = asked(visit, "facts")["most_bytes"]
    told = asked(visit, "read", b"x" * (limit + 1), name="大.txt")
    assert ["IND803"] == [each["code"] for each in told["diagnostics"]]
    assert "“大.txt”有 32.1 MB；最多读 32 MB" == told["diagnostics"][0]["message"]
