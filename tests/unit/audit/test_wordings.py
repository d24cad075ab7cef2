"""How targets and actuals are written."""

import pytest

from indicator_dsl.audit import Confidence
from tests.unit.audit.test_points import audited, found, names

OPEN = "三级指标,绩效指标性质,年度指标值,绩效度量单位,实际完成值"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("年办件量,,200000,件,200000件", ["no-direction"]),
        ("年办件量,,不少于200000件,,200000件", []),
        ("完工日期,,2024年12月底前,,2024年11月", []),
        ("项目开展进度,≤,80,%,70%", ["direction-suspect"]),
        ("项目开展进度,,≤80%,,70%", ["direction-suspect"]),
        # the direction was assumed from the name, so the name cannot contradict it
        ("投诉件数,,10,件,5件", ["no-direction"]),
        ("投诉件数,≥,10,件,12件", ["direction-suspect"]),
        ("项目总成本,≤,1599.56,万,1523.36万元", ["unit-differs"]),
        ("项目总成本,≤,1599.56,万元,1523.36", []),
        ("满意度,≥,95,百分比,96%", []),
        ("满意度,≥,95,%,96", []),
        ("差错率,≤,5,%,0.3", []),
        ("补助标准,≥,530,元/人·月,583元/人*月", []),
        ("水尺数量,,≥266米,,≥266米", ["actual-copies-target"]),
        ("水尺数量,≥,266米,,≥266米", ["actual-copies-target"]),
        ("验收合格率,≥,100%,,100%", []),
        ("项目投资,≤,20万元,,20万元", []),
        ("绿地养护,定性,及时,,及时", ["actual-copies-target", "qualitative-without-scale"]),
        ("宣传次数,,至少2次,,已完成100%", ["wordy-actual"]),
        ("成本控制数,≤,30,万元,完成", ["wordy-actual"]),
        ("是否公开,定性,是,,是", []),
        ("服务水平,定性,优良中低差,,优", ["qualitative-without-scale"]),
        ("服务水平,定性,效果明显,,效果明显提升", ["qualitative-without-scale"]),
        ("水尺数量,≥,/,,/", []),
    ],
)
def test_a_row_is_written_so(row: str, expected: list[str]) -> None:
    assert expected == names(audited(row, heads=OPEN))


def test_a_doubted_direction_asks_which_was_meant() -> None:
    suspect = found(audited("项目开展进度,≤,80,%,70%", heads=OPEN), "direction-suspect")
    assert suspect.finding.ask is not None
    assert "原意是 <= 80 % 还是 >= 80 %？" == suspect.finding.ask.zh
    assert ["≤", "80"] == [cell.text for cell in suspect.cells[:2]]


def test_a_finding_quotes_no_hidden_character() -> None:
    row = f"年办件量,,200{chr(0x202E)}000,件,200000件"
    for each in audited(row, heads=OPEN).findings:
        assert each.finding.message.zh.isprintable()


def test_a_share_without_its_sign_is_asked_about_and_nothing_of_it_is_sure() -> None:
    audit = audited("满意度,≥,95,%,0.93,10,9.79", heads=f"{OPEN},分值,得分")
    unclear = found(audit, "percent-unclear")
    assert unclear.finding.ask is not None
    assert "是 93 % 还是 0.93 %？" == unclear.finding.ask.zh
    assert ["0.93", "95"] == [cell.text for cell in unclear.cells[:2]]
    assert Confidence.LOW is found(audit, "reported-score-differs").confidence
