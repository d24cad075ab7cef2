"""The built page served to browsers of this machine, and to no other.

Serves the files it knew when it began, whatever is asked for.
"""

import hashlib
import os
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar, Final
from urllib.parse import unquote, urlsplit

from indicator_dsl.servers.pages import INDEX, media_type

LOOPBACK: Final = "127.0.0.1"
_NAMES: Final = (LOOPBACK, "localhost")
_HEADERS: Final = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with files by their whole name; everything else is not found."""

    files: ClassVar[Mapping[str, Path]] = {}
    protocol_version = "HTTP/1.1"
    server_version = "indicator-dsl"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """The file, its headers first."""
        self._answer(is_whole=True)

    def do_HEAD(self) -> None:
        """The headers of the file."""
        self._answer(is_whole=False)

    def _answer(self, *, is_whole: bool) -> None:
        # A page of elsewhere that had its name lead here does not get an answer.
        host = self.headers.get("Host", "").rpartition(":")[0] or self.headers.get("Host", "")
        name = unquote(urlsplit(self.path).path).removeprefix("/") or INDEX
        file = self.files.get(name)
        if host not in _NAMES or file is None:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Length": "0"})
            return
        content = file.read_bytes()
        tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag:
            self._send(HTTPStatus.NOT_MODIFIED, {"ETag": tag})
            return
        kind = {"Content-Type": media_type(name), "Content-Length": str(len(content)), "ETag": tag}
        self._send(HTTPStatus.OK, kind)
        if is_whole:
            self.wfile.write(content)

    def _send(self, status: HTTPStatus, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, said in {**_HEADERS, **headers}.items():
            self.send_header(name, said)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing: what an auditor opens is nobody's business."""


def page_server(files: Mapping[str, Path], port: int) -> ThreadingHTTPServer:
    """A server of these files on this machine's own address, listening; `serve_forever` answers.

    Args:
        files: By name, as `page_files` gives them.
        port: 0 takes any that is free; the server knows which (`server_port`).

    Raises:
        OSError: when the port cannot be had.
    """
    handler = type("Handler", (_Handler,), {"files": dict(files)})
    return _Server((LOOPBACK, port), handler)


class _Server(ThreadingHTTPServer):
    # On Windows it would let two servers share a port, and either might answer.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True
