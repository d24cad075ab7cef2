"""The form as a document opens in LibreOffice, and says there what it should."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from indicator_dsl.forms.writing.audited import official_from_audit
from indicator_dsl.forms.writing.document import document_of_form
from tests.audits_made import hall_audited

External = Callable[..., str]
pytestmark = pytest.mark.external


def test_the_hall(external: External, tmp_path: Path) -> None:
    source = tmp_path / "form.docx"
    source.write_bytes(document_of_form(official_from_audit(hall_audited())))
    subprocess.run(  # noqa: S603 - the program under test
        [
            external("soffice", "libreoffice"),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        capture_output=True,
        check=True,
        timeout=300,
    )
    told = subprocess.run(  # noqa: S603 - reads what was printed
        [external("pdftotext"), "-layout", str(tmp_path / "form.pdf"), "-"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    pages = told.stdout.decode().split("\f")
    assert [""] == pages[1:]  # one page
    words = pages[0].split()
    assert {"项目支出绩效自评表", "复核得分", "项目开展进度", "8.00", "98.00"} <= set(words)
