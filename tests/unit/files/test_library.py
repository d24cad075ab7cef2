"""Profiles in files beside a ruleset: found, confined, and never opened outside their folder."""

import os
from fractions import Fraction
from pathlib import Path

import pytest

from indicator_dsl import RulesetError, load_ruleset, parse_ruleset
from indicator_dsl.api import Ruleset
from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.files import library_for, read_source

RULE = "投诉次数 <= 5 次 weight 10\n"


def written(folder: Path, **texts: str) -> Path:
    """The files by their names (`__` for a slash), each an `.ind`; the folder they lie in."""
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.ind"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def loaded(folder: Path, name: str = "a.ind") -> Ruleset:
    return load_ruleset(folder / name)


def refused(folder: Path, name: str = "a.ind") -> list[Diagnostic]:
    with pytest.raises(RulesetError) as caught:
        load_ruleset(folder / name)
    return [found for found in caught.value.diagnostics if found.severity.value == "error"]


def names(found: list[Diagnostic]) -> list[str]:
    return [each.name for each in found]


def test_a_file_beside_gives_its_defaults(tmp_path: Path) -> None:
    written(tmp_path, a=f"use b.ind\n{RULE}", b="default <= by inverse\n")
    assert Fraction(5) == loaded(tmp_path).evaluate({"投诉次数": 10}).model.total


@pytest.mark.parametrize(
    "name", ["units/b.ind", "units\\b.ind", "./units/b.ind", "x/../units/b.ind"]
)
def test_a_folder_below_is_beside(tmp_path: Path, name: str) -> None:
    written(tmp_path, a=f'use "{name}"\n{RULE}', units__b="default <= by inverse\n")
    assert Fraction(10) == loaded(tmp_path).indicators[0].weight


def test_names_are_relative_to_the_file_that_uses_them(tmp_path: Path) -> None:
    written(
        tmp_path,
        a=f"use deep/b.ind\n{RULE}",
        deep__b="use c.ind\n",
        deep__c="use ../d.ind\n",
        d="default <= by inverse\n",
    )
    assert Fraction(5) == loaded(tmp_path).evaluate({"投诉次数": 10}).model.total


def test_the_ruleset_speaks_last(tmp_path: Path) -> None:
    written(tmp_path, a=f"use b.ind\ndefault <= by pass\n{RULE}", b="default <= by inverse\n")
    assert Fraction(0) == loaded(tmp_path).evaluate({"投诉次数": 10}).model.total


def test_a_mistake_in_a_profile_is_shown_in_the_profile(tmp_path: Path) -> None:
    written(tmp_path, a=f"use b.ind\n{RULE}", b="\ndefault <= by ratio\n")
    places = [found.place for found in refused(tmp_path) if found.place]
    assert f"{tmp_path / 'b.ind'}:2" in [str(place) for place in places]


def test_a_missing_file_names_those_near(tmp_path: Path) -> None:
    written(tmp_path, a=f"use unit.ind\n{RULE}", units="")
    (found,) = [each for each in refused(tmp_path) if each.code == "IND811"]
    assert "units.ind" in found.message.en


@pytest.mark.parametrize(
    "name",
    [
        "../b.ind",
        "..\\b.ind",
        "sub/../../b.ind",
        "/etc/passwd",
        "\\\\server\\share\\b.ind",
        "C:\\rules\\b.ind",
        "c:/rules/b.ind",
        "../top/../b.ind",
    ],
)
def test_what_lies_outside_is_not_opened(tmp_path: Path, name: str) -> None:
    written(tmp_path, b="default <= by inverse\n", top__a=f'use "{name}"\n{RULE}')
    assert "profile-outside" in names(refused(tmp_path / "top"))


def test_an_absolute_path_is_refused_even_inside(tmp_path: Path) -> None:
    written(
        tmp_path, b="default <= by inverse\n", a=f'use "{(tmp_path / "b.ind").as_posix()}"\n{RULE}'
    )
    assert "profile-outside" in names(refused(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    written(tmp_path, hidden="default <= by inverse\n", top__a=f"use b.ind\n{RULE}")
    (tmp_path / "top" / "b.ind").symlink_to(tmp_path / "hidden.ind")
    assert "profile-outside" in names(refused(tmp_path / "top"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_linked_folder_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    written(tmp_path, far__b="default <= by inverse\n", top__a=f"use near/b.ind\n{RULE}")
    (tmp_path / "top" / "near").symlink_to(tmp_path / "far")
    assert "profile-outside" in names(refused(tmp_path / "top"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_circle_of_links_is_a_missing_file(tmp_path: Path) -> None:
    written(tmp_path, a=f"use b.ind\n{RULE}")
    (tmp_path / "b.ind").symlink_to(tmp_path / "c.ind")
    (tmp_path / "c.ind").symlink_to(tmp_path / "b.ind")
    assert "profile-unknown" in names(refused(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    written(tmp_path, a=f"use b.ind\n{RULE}")
    os.mkfifo(tmp_path / "b.ind")
    assert "profile-unknown" in names(refused(tmp_path))


@pytest.mark.parametrize("name", ["x" * 300, f"{'x' * 300}.ind", "folder/", "", ".", ".."])
def test_odd_names_are_unknown_profiles(tmp_path: Path, name: str) -> None:
    written(tmp_path, a=f'use "{name}"\n{RULE}', folder__b="")
    assert set(names(refused(tmp_path))) & {"profile-unknown", "not-understood"}


def test_a_ruleset_that_uses_itself_is_a_circle(tmp_path: Path) -> None:
    written(tmp_path, a=f"use a.ind\n{RULE}")
    (found,) = [each for each in refused(tmp_path) if each.code == "IND813"]
    own = str(tmp_path / "a.ind")
    assert f"the profiles use each other in a circle: {own} → {own}" == found.message.en


def test_a_circle_is_named_whole_whatever_the_spelling(tmp_path: Path) -> None:
    written(tmp_path, a=f"use ./b.ind\n{RULE}", b='use "x/../a.ind"\n')
    (tmp_path / "x").mkdir()
    (found,) = [each for each in refused(tmp_path) if each.code == "IND813"]
    assert [str(tmp_path / "b.ind"), str(tmp_path / "a.ind")] == found.message.en.split(" → ")[1:]


def test_two_ways_to_one_profile_are_no_circle(tmp_path: Path) -> None:
    written(
        tmp_path,
        a=f"use b.ind\nuse c.ind\nuse d.ind\n{RULE}",
        b="use d.ind\n",
        c="use d.ind\n",
        d="default <= by inverse\nunit 箩 = 10 次\n",
    )
    assert Fraction(10) == loaded(tmp_path).total


def test_thirty_two_profiles_are_the_most(tmp_path: Path) -> None:
    for count in (32, 33):
        chain = {f"p{n}": f"use p{n + 1}.ind\n" for n in range(1, count)}
        chain[f"p{count}"] = "default <= by inverse\n"
        folder = tmp_path / str(count)
        written(folder, a=f"use p1.ind\n{RULE}", **chain)
    assert Fraction(10) == loaded(tmp_path / "32").total
    assert "profiles-too-many" in names(refused(tmp_path / "33"))


def test_a_profile_in_an_old_encoding_is_read_with_a_note(tmp_path: Path) -> None:
    written(tmp_path, a=f"use b.ind\n{RULE}")
    (tmp_path / "b.ind").write_bytes("默认 <= 按 反比\n".encode("gb18030"))
    assert ["file-gb18030"] == [
        each.name for each in loaded(tmp_path).diagnostics if each.code[3] == "8"
    ]


def test_a_profile_that_is_no_text_is_refused(tmp_path: Path) -> None:
    written(tmp_path, a=f"use b.ind\n{RULE}")
    (tmp_path / "b.ind").write_bytes(bytes(range(256)))
    assert "file-not-text" in names(refused(tmp_path))


def test_a_text_without_a_file_uses_shipped_profiles_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, b="default <= by inverse\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RulesetError) as caught:
        parse_ruleset(f"use b.ind\n{RULE}")
    assert "IND811" in [found.code for found in caught.value.diagnostics]


def test_a_relative_path_works_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, a=f"use b.ind\n{RULE}", b="default <= by inverse\n")
    monkeypatch.chdir(tmp_path)
    collector = Collector()
    source = read_source(Path("a.ind"), collector)
    assert source is not None
    ruleset = compile_ruleset(source, collector, library_for(Path("a.ind"), source))
    assert ruleset is not None


def test_a_blank_in_a_file_name_wants_quotes(tmp_path: Path) -> None:
    written(tmp_path, a=f'use "my units.ind"\n{RULE}')
    (tmp_path / "my units.ind").write_text("default <= by inverse\n", encoding="utf-8")
    assert Fraction(10) == loaded(tmp_path).total


def test_a_year_before_the_calendar_is_before_every_statement(tmp_path: Path) -> None:
    text = f'ruleset "甲" 0000\ndefault <= by inverse since 2024-01-01\n{RULE}'
    written(tmp_path, a=text)
    assert ["method-missing"] == names(refused(tmp_path))
