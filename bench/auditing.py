"""`python -m bench.auditing`: how much of real forms is understood, found, and found wrongly.

Audits the forms of tests/corpus and holds the findings against those an auditor wrote down by hand
(tests/corpus/expected.toml). Its exit status says only whether everything ran.
"""

import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
_FORMS = ("forms.jsonl", "chaoyang-2024-report.txt")

Expected = Mapping[str, Mapping[str, Sequence[str]]]


def audited() -> Iterator[dict[str, object]]:
    """The record of each form of the corpus, as the command prints it."""
    for name in _FORMS:
        command = [sys.executable, "-m", "indicator_dsl", "audit", str(CORPUS / name)]
        answer = subprocess.run(  # noqa: S603 - the project's own command on its own files
            [*command, "--format", "jsonl", "--lang", "en"],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={"PYTHONUTF8": "1", "INDICATOR_DSL_LANG": "en"},
        )
        yield from (json.loads(line) for line in answer.stdout.splitlines() if line.strip())


def found_in(record: Mapping[str, object]) -> set[str]:
    """The findings of a form as expected.toml writes them: `NAME` or `NAME: INDICATOR`."""
    findings = record["findings"]
    assert isinstance(findings, list)  # noqa: S101 - the shape of our own record
    return {f"{f['name']}: {f['indicator']}".removesuffix(": ") for f in findings}


def judged(form: str, found: set[str], expected: Expected) -> tuple[set[str], set[str], set[str]]:
    """What was rightly found, what was missed, and what is a false alarm."""
    must, may = set(expected[form]["expected"]), set(expected[form]["allowed"])
    alarms = {each for each in found - must - may if f"{each.partition(': ')[0]}: *" not in may}
    return found & must, must - found, alarms


def main() -> None:
    """Prints the table by form, then by name, then all that was missed or found wrongly."""
    expected = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))
    right, missed, false = Counter[str](), Counter[str](), Counter[str]()
    rows = understood = 0
    remarks: list[str] = []
    print(f"{'form':32} {'rows':>5} {'read':>5} {'right':>6} {'missed':>7} {'false':>6}")
    for record in audited():
        form = next(key for key in expected if key in str(record["form"]))
        hits, misses, alarms = judged(form, found_in(record), expected)
        of_form = record["rows"]
        assert isinstance(of_form, list)  # noqa: S101 - the shape of our own record
        read = sum(bool(row["understood"]) for row in of_form)
        rows, understood = rows + len(of_form), understood + read
        counts = f"{len(of_form):5} {read:5} {len(hits):6} {len(misses):7} {len(alarms):6}"
        print(f"{form:32} {counts}")
        for counter, kept in ((right, hits), (missed, misses), (false, alarms)):
            counter.update(each.partition(":")[0] for each in kept)
        remarks += [f"missed  {form}  {each}" for each in sorted(misses)]
        remarks += [f"false   {form}  {each}" for each in sorted(alarms)]
        remarks += [f"unread  {form}  {r['indicator']}" for r in of_form if not r["understood"]]
    print(f"\n{'finding':32} {'right':>6} {'missed':>7} {'false':>6}")
    for name in sorted(right | missed | false):
        print(f"{name:32} {right[name]:6} {missed[name]:7} {false[name]:6}")
    hits_in_all, misses_in_all = right.total(), missed.total()
    print(f"\nrows understood  {understood} of {rows}")
    print(f"findings found   {hits_in_all} of {hits_in_all + misses_in_all}")
    print(f"false alarms     {false.total()}\n")
    print("\n".join(remarks))


if __name__ == "__main__":
    main()
