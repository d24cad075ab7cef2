"""The built page served: its own files and nothing else, to this machine and nobody else."""

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicator_dsl.servers import LOOPBACK, page_files, page_server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    page = tmp_path / "page"
    (page / "parts").mkdir(parents=True)
    (page / "index.html").write_text("<h1>核对</h1>", encoding="utf-8")
    (page / "page.js").write_text("1", encoding="utf-8")
    (page / "parts" / "python.gz").write_bytes(b"\x1f\x8b")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (page / "link.txt").symlink_to(tmp_path / "secret.txt")
    return page


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    server = page_server(page_files(folder), 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def answer(
    port: int, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    told = connection.getresponse()
    found = told.status, dict(told.getheaders()), told.read()
    connection.close()
    return found


def test_files_by_name_and_without_links(folder: Path) -> None:
    assert ["index.html", "page.js", "parts/python.gz"] == list(page_files(folder))
    assert {} == page_files(folder / "parts")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?x=1", "text/html; charset=utf-8"),
        ("/page.js", "text/javascript; charset=utf-8"),
        ("/parts/python.gz", "application/octet-stream"),
    ],
)
def test_what_is_served(port: int, path: str, kind: str) -> None:
    status, headers, content = answer(port, path)
    assert (200, kind) == (status, headers["Content-Type"])
    assert str(len(content)) == headers["Content-Length"]
    assert "no-cache" == headers["Cache-Control"]
    assert "nosniff" == headers["X-Content-Type-Options"]
    assert "Content-Encoding" not in headers  # the page unpacks its parts itself


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/parts/../../secret.txt",
        "//secret.txt",
        "/link.txt",
        "/parts",
        "/parts/",
        "/C:/secret.txt",
        "/%00",
        "/index.html/",
    ],
)
def test_nothing_else_is(port: int, path: str) -> None:
    status, _, content = answer(port, path)
    assert (404, b"") == (status, content)


def test_unchanged_is_not_sent_again(port: int) -> None:
    _, headers, _ = answer(port, "/")
    status, _, content = answer(port, "/", If_None_Match=headers["ETag"])
    assert (304, b"") == (status, content)


def test_only_the_headers_when_only_these_are_asked_for(port: int) -> None:
    status, headers, content = answer(port, "/", method="HEAD")
    assert (200, "15", b"") == (status, headers["Content-Length"], content)


def test_another_name_for_this_machine_gets_nothing(port: int) -> None:
    assert 404 == answer(port, "/", Host="evil.example")[0]
    assert 200 == answer(port, "/", Host=f"localhost:{port}")[0]


def test_other_methods_are_refused(port: int) -> None:
    assert 501 == answer(port, "/", method="POST")[0]


def test_a_port_that_is_taken(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            page_server(page_files(folder), taken.getsockname()[1])
