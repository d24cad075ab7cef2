"""`describe` on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from indicator_dsl.cli.describing import describe

RULES = "round 2 each\n满意度 >= 95 % weight 10 by less 0.5 per full 1 pp\n"


@pytest.mark.parametrize("layout", ["rich", "text", "markdown"])
def test_a_ruleset_is_printed_to_be_signed(tmp_path: Path, layout: str) -> None:
    file = tmp_path / "a.ind"
    file.write_text(RULES, encoding="utf-8")
    found = CliRunner().invoke(describe, [str(file), "--lang", "zh", "--format", layout])
    assert 0 == found.exit_code
    assert "复核人" in found.stdout
    assert "每低满 1 个百分点扣 0.5 分" in found.stdout


def test_a_ruleset_in_error_is_not_described(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    file.write_text("满意度 >= 95 %\n", encoding="utf-8")
    found = CliRunner().invoke(describe, [str(file)])
    assert 1 == found.exit_code
    assert "" == found.stdout
