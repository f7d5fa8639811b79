"""The reviewing server: what it serves, what it saves, whom it refuses."""

import json
import threading
from http.client import HTTPConnection

import pytest

from auditor.decisions import SCHEMA, Decision, read_decisions
from auditor.errors import ReviewError
from auditor.review import LONGEST, ReviewServer
from tests.test_listings import LISTING

SAVED = json.dumps(
    {"schema": SCHEMA, "decisions": [{"fingerprint": "ab", "state": "accepted", "note": "né"}]}
)


@pytest.fixture
def served(tmp_path):
    with ReviewServer(LISTING, tmp_path / "decisions.json") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def ask(server, method, path, body=None, **headers):
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def save(server, body, **headers):
    return ask(server, "POST", "/decisions", body.encode(), **{"X-Review": server.token, **headers})[0]


def test_the_page_is_served(served):
    status, text = ask(served, "GET", "/")
    assert status == 200
    assert served.token in text
    assert ask(served, "GET", "/etc/passwd")[0] == 404


def test_decisions_are_saved(served):
    assert save(served, SAVED) == 204
    assert read_decisions(served.file) == {"ab": Decision("accepted", "né")}


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (SAVED, {"X-Review": "guess"}, 403),
        (SAVED, {"Host": "evil.example"}, 403),
        ("{}", {}, 400),
        ("nonsense", {}, 400),
        ("", {"Content-Length": str(LONGEST + 1)}, 413),
        ("", {"Content-Length": "9" * 5000}, 413),
        (SAVED, {"X-Review": "é"}, 403),
    ],
)
def test_nothing_else_is_saved(served, body, headers, status):
    served.file.write_text(SAVED, encoding="utf-8")
    assert save(served, body, **headers) == status
    assert served.file.read_text(encoding="utf-8") == SAVED


def test_windows_save_one_after_the_other(served):
    statuses = []
    savers = [threading.Thread(target=lambda: statuses.append(save(served, SAVED))) for _ in range(8)]
    for each in savers:
        each.start()
    for each in savers:
        each.join()
    assert statuses == [204] * 8
    assert [each.name for each in served.file.parent.iterdir()] == ["decisions.json"]


def test_another_site_cannot_read_the_token(served):
    assert ask(served, "GET", "/", Host="evil.example")[0] == 403


def test_a_taken_port_is_named(served, tmp_path):
    with pytest.raises(ReviewError, match=f"port {served.server_port} of"):
        ReviewServer(LISTING, tmp_path / "other.json", served.server_port)
