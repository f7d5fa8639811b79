"""The review page served on the loopback address: decisions are saved to a file as they are made."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from auditor.decisions import parse_decisions
from auditor.errors import DecisionsError, ReviewError, WriteError
from auditor.reports.destination import write_bytes
from auditor.reports.html import page
from auditor.reports.listing import Listing

HOST = "127.0.0.1"
SAVE = "/decisions"
LONGEST = 2**26
"""Bytes of decisions that are taken: some 200,000 with notes."""


class ReviewServer(ThreadingHTTPServer):
    """Serves one listing to the editor at this machine and to nobody else.

    Whoever saves must know the token that stands in the page, and every request must name the address served: a page
    of another site can do neither. What comes is written only if it is a decisions file.
    """

    daemon_threads = True

    def __init__(self, listing: Listing, file: Path, port: int = 0) -> None:
        """`port` 0 takes a free one. Raises ReviewError where the port is taken."""
        try:
            super().__init__((HOST, port), _Handler)
        except (OSError, OverflowError) as error:
            raise ReviewError(f"port {port} of {HOST}: {error}; --port 0 takes a free one") from error
        self.token = secrets.token_urlsafe(32)
        self.file = file
        self.saving = threading.Lock()  # two windows may save at once
        self.page = page(listing, save=SAVE, token=self.token).encode()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "auditor"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer({"/": self._send_page})

    def do_POST(self) -> None:
        self._answer({SAVE: self._save})

    def _answer(self, places: Mapping[str, Callable[[], None]]) -> None:
        if self.headers.get("Host") != f"{HOST}:{self.server.server_port}":
            self._send(HTTPStatus.FORBIDDEN, b"")
        elif self.path not in places:
            self._send(HTTPStatus.NOT_FOUND, b"")
        else:
            places[self.path]()

    def _send_page(self) -> None:
        self._send(HTTPStatus.OK, self.server.page)

    def _save(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not secrets.compare_digest(self.headers.get("X-Review", "").encode(), self.server.token.encode()):
            self._send(HTTPStatus.FORBIDDEN, b"")
        elif not length.isdecimal() or len(length) > len(str(LONGEST)) or int(length) > LONGEST:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"")
        else:
            self._keep(self.rfile.read(int(length)))

    def _keep(self, data: bytes) -> None:
        try:
            parse_decisions("decisions", data.decode())
            with self.server.saving:
                write_bytes(self.server.file, data)
        except (DecisionsError, UnicodeDecodeError) as error:
            self._send(HTTPStatus.BAD_REQUEST, str(error).encode())
        except WriteError as error:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, str(error).encode())
        else:
            self._send(HTTPStatus.NO_CONTENT, b"")

    def _send(self, status: HTTPStatus, body: bytes) -> None:
        self.send_response(status)
        self.send_header(
            "Content-Type", "text/html; charset=utf-8" if status == HTTPStatus.OK else "text/plain"
        )
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the class it overrides
        """Nothing is logged: the terminal is the editor's."""
