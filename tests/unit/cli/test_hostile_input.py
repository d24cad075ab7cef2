"""Whatever is handed in: a coded diagnostic at its place, and never another exception."""

import json
import sys
from pathlib import Path
from typing import Final

import pytest

from indicator_dsl.cli.inputs import source_of_path
from indicator_dsl.cli.main import commands, main
from indicator_dsl.diagnostics import Collector
from tests.prompt import Give, codes_in

DIGITS: Final = 10**6
LINES: Final = 10**5
RULE: Final = "年办件量 >= 200000 件 weight 20\n"
DEEP: Final = f"input a 件\nlet b = {'(' * 400}a{')' * 400}\n{RULE}"

# what it is, its bytes, and what is said: code, line and column, None where there is no place
RULESETS: Final = [
    ("digits", f"年办件量 >= {'9' * DIGITS} 件 weight 20\n", [("IND111", 1, 1001)]),
    ("long number", f"年办件量 >= {'9' * 500} 件 weight 20\n", [("IND109", 1, 9)]),
    ("escape", f"年\x1b[31m{RULE}", [("IND110", 1, 2)]),
    ("bidi", f"{RULE}年\u202e数 >= 5 件 weight 5\n", [("IND110", 2, 2)]),
    ("zero width", "年\u200b数 >= 5 件 weight 5\n", [("IND110", 1, 2)]),
    ("latin-1 in the middle", b"\xe5\xb9 \xff\xfe\xfa >= 5\n", [("IND804", None, None)]),
    ("nul", b"a\0b >= 5 \xe4\xbb\xb6 weight 5\n", [("IND804", None, None)]),
    ("utf-16", RULE.encode("utf-16"), [("IND804", None, None)]),
    ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), [("IND804", None, None)]),
    ("empty", b"", [("IND309", 1, 1)]),
    ("blank", " \n\t\n\u3000\n", [("IND309", 1, 1)]),
    ("comments", "# a\n  # b\n#\n", [("IND309", 1, 1)]),
    ("deep sum", DEEP, [("IND112", 2, 73)]),
    ("deep name", f"甲{'（' * 400}{'）' * 400} >= 5 件 weight 5\n", [("IND112", 1, 66)]),
    ("gbk", RULE.encode("gbk"), [("IND805", None, None)]),
    ("mark and crlf", f"\ufeff{RULE}".replace("\n", "\r\n"), []),
    ("old mac", RULE.replace("\n", "\r") + "乙 => 5 件 weight 5\r", [("IND102", 2, 3)]),
]
ACTUALS: Final = [
    ("digits", f"年办件量 = {'9' * DIGITS} 件\n", [("IND111", 1, 1001)]),
    ("escape", "年\x1b办件量 = 5\n", [("IND110", 1, 2)]),
    ("bidi in a cell", "年办件量 = \u202e5\n", [("IND110", 1, 8)]),
    ("broken utf-8", b"\xe5\xb9 \xff\xfe\xfa = 5\n", [("IND804", None, None)]),
    ("nul", b"a\0 = 5\n", [("IND804", None, None)]),
    ("unclosed", "年办件量 = 5 reason “雨\n", [("IND106", 1, 17)]),
    ("deep", f"年{'（' * 400} = 5\n", [("IND112", 1, 66)]),
    ("gbk", "年办件量 = 180000件\n".encode("gbk"), [("IND805", None, None)]),
    ("empty", b"", []),
    ("comments", "# a\n", []),
]
Said = list[tuple[str, int | None, int | None]]


def status_of(said: Said) -> int:
    return int(any(code != "IND805" for code, _, _ in said))


def as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


@pytest.mark.parametrize(("what", "content", "said"), RULESETS, ids=[each[0] for each in RULESETS])
@pytest.mark.parametrize("way", ["file", "stdin"])
def test_a_ruleset(
    give: Give, tmp_path: Path, way: str, what: str, content: str | bytes, said: Said
) -> None:
    path = tmp_path / f"{what}.ind"
    path.write_bytes(as_bytes(content))
    argument = str(path) if way == "file" else "-"
    answer = give("check", argument, "--format", "json", stdin=as_bytes(content))
    found = json.loads(answer.out)["diagnostics"]
    assert said == [(each["code"], each["line"], each["column"]) for each in found]
    assert (status_of(said), "") == (answer.status, answer.err)
    drawn = give("check", argument, stdin=as_bytes(content))
    assert [code for code, _, _ in said] == drawn.codes
    assert not {"\x1b", "\u202e", "\u200b", "\0"} & set(drawn.out + drawn.err)


@pytest.mark.parametrize(("what", "content", "said"), ACTUALS, ids=[each[0] for each in ACTUALS])
def test_actuals(give: Give, tmp_path: Path, what: str, content: str | bytes, said: Said) -> None:
    (tmp_path / "good.ind").write_text(RULE, encoding="utf-8")
    path = tmp_path / f"{what}.act"
    path.write_bytes(as_bytes(content))
    found = json.loads(give("check", str(path), "--format", "json").out)["diagnostics"]
    assert said == [(each["code"], each["line"], each["column"]) for each in found]
    answer = give("score", "good.ind", str(path))
    assert (status_of(said), [code for code, _, _ in said]) == (answer.status, answer.codes)
    assert bool(answer.out) == (answer.status == 0)
    assert not {"\x1b", "\u202e", "\0"} & set(answer.out + answer.err)


@pytest.mark.parametrize(
    ("name", "slip", "code"),
    [("a.ind", "年办件量 => 5 件 weight 5", "IND102"), ("a.act", "年办件量 : 5", "IND401")],
)
def test_a_slip_below_a_hundred_thousand_lines(
    give: Give, tmp_path: Path, name: str, slip: str, code: str
) -> None:
    comments = "# x\n" * LINES
    (tmp_path / name).write_text(f"{comments}{slip}\n", encoding="utf-8")
    answer = give("check", name)
    assert (1, [code]) == (answer.status, answer.codes)
    assert f"{name}:{LINES + 1}:6" in answer.err


@pytest.mark.parametrize("name", ["huge.ind", "huge.act"])
def test_a_file_of_32_mebibytes_is_not_read(give: Give, tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as stream:
        stream.truncate(32 * 1024 * 1024)
    for words in (["check", name], ["fmt", name]):
        answer = give(*words)
        assert (1, ["IND803"]) == (answer.status, answer.codes)
    piped = give("check", "-", stdin=b"#" * (4 * 1024 * 1024 + 1))
    assert (1, ["IND803"]) == (piped.status, piped.codes)


def test_a_folder_is_none_of_them(give: Give, tmp_path: Path) -> None:
    (tmp_path / "good.ind").write_text(RULE, encoding="utf-8")
    for name in ("folder.ind", "folder.act"):
        (tmp_path / name).mkdir()
    for words in (
        ["score", "folder.ind", "folder.act"],
        ["check", "folder.ind", "folder.act"],
        ["fmt", "folder.ind", "folder.act"],
    ):
        answer = give(*words)
        code = "IND815" if words[0] == "check" else "IND802"  # `check` looks into folders
        assert (1, [code, code]) == (answer.status, answer.codes)


def test_a_cell_of_500_digits_leaves_its_line_unscored(give: Give, tmp_path: Path) -> None:
    (tmp_path / "good.ind").write_text(RULE, encoding="utf-8")
    (tmp_path / "good.act").write_text(f"年办件量 = {'9' * 500} 件\n", encoding="utf-8")
    answer = give("score", "good.ind", "--format", "json")
    card = json.loads(answer.out)
    assert (0, None, "invalid") == (answer.status, card["total"], card["lines"][0]["status"])
    assert ["IND502"] == [finding["code"] for finding in card["findings"]]


def test_the_name_of_a_file_is_shown_safely(give: Give, tmp_path: Path) -> None:
    name = "a\x1b[31m\u202e[b]\n.ind"
    try:
        (tmp_path / name).write_text("甲 => 5 件 weight 5\n", encoding="utf-8")
    except OSError:
        pytest.skip("no such name on this file system")
    answer = give("check", name, "nowhere\x1b.act")
    assert (1, ["IND102", "IND801"]) == (answer.status, answer.codes)
    assert "a<U+001B>[31m<U+202E>[b]<U+000A>.ind:1:3" in answer.err
    assert not {"\x1b", "\u202e"} & set(answer.out + answer.err)


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    collector = Collector()
    monkeypatch.setattr(sys, "stdin", None)
    assert source_of_path("-", collector) is None
    (only,) = collector.sorted()
    assert ("IND807", "`<stdin>` cannot be read: it is closed") == (only.code, only.message.en)


def test_a_defect_of_ours_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        message = "of a colour"
        raise LookupError(message)

    monkeypatch.setenv("INDICATOR_DSL_LANG", "en")
    monkeypatch.setattr(commands, "main", fail)
    with pytest.raises(SystemExit) as leaving:
        main()
    told = capsys.readouterr()
    assert (1, "", ["IND901"]) == (leaving.value.code, told.out, codes_in(told.err))
    assert "LookupError: of a colour" in told.err
    assert "Traceback" not in told.err
