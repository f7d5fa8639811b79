"""Feeds: what they hold, who goes with whom, and a run against a real HTTP server on the loopback address."""

import json
import threading
import time
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli import app
from auditor.embedding import load_encoder
from auditor.errors import FeedError, ReadError
from auditor.feeds.fetching import Limits, fetch
from auditor.feeds.fragments import text_of
from auditor.feeds.items import Item, read_feed
from auditor.feeds.pairing import pair_items
from auditor.feeds.state import read_state

PRESS = Path(__file__).parent / "press" / "fitted"
NAMES = ("bank-al-maghrib", "lebanon-exams", "tunis-dams")
ALONE = "libya-voluntary-return"
DAY = "Tue, 02 Sep 2025 10:00:00 GMT"


def article(name, file):
    return (PRESS / name / file).read_text(encoding="utf-8").strip()


def paragraphs(text):
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n")[1:])


def rss(items, language="ar"):
    rows = "".join(
        f"<item><title>{escape(text.splitlines()[0])}</title><link>{link}</link><guid>{guid}</guid>"
        f"<pubDate>{DAY}</pubDate><description>{escape(paragraphs(text))}</description></item>"
        for text, link, guid in items
    )
    head = f'<rss version="2.0"><channel><title>x</title><link>http://x/</link><description>x</description><language>{language}</language>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}{rows}</channel></rss>'.encode()


def atom(items):
    rows = "".join(
        f'<entry><title>{escape(text.splitlines()[0])}</title><id>{link}</id><link rel="alternate" href="{link}"/>{more}'
        f'<updated>2025-09-02T12:00:00Z</updated><content type="html">{escape(paragraphs(text))}</content></entry>'
        for text, link, more in items
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>x</title><id>x</id>{rows}</feed>'.encode()


def item(identifier="", link="", text="", **more):
    return Item(identifier, link, "", text, **more)


@pytest.fixture(scope="module")
def encoder():
    return load_encoder(None)


def test_rss_atom_and_json_feeds_hold_the_same():
    text = "Un titre & un autre\nPremier paragraphe.\nSecond."
    from_rss = read_feed(rss([(text, "http://x/fr/1", "g1")], "fr-FR"), "a")[0]
    from_atom = read_feed(atom([(text, "http://x/fr/1", "")]), "b")[0]
    rows = [
        {"id": 7, "url": "http://x/fr/1", "title": "Un titre & un autre", "content_html": paragraphs(text)}
    ]
    rows[0]["date_published"] = "2025-09-02T10:00:00Z"
    feed = {"version": "https://jsonfeed.org/version/1.1", "language": "fr", "items": rows}
    from_json = read_feed(json.dumps(feed).encode(), "c")[0]
    for each in (from_rss, from_atom, from_json):
        assert (each.text, each.link, each.language) == (text, "http://x/fr/1", "fr")
    assert from_rss.published == from_json.published == from_atom.published - 2 * 3600
    assert (from_rss.id, from_json.id) == ("g1", "7")


@pytest.mark.parametrize(
    "data", [b"", b" ", b"<html><body>x</body></html>", b"nonsense", b"{}", b'{"version": 1', rss([])]
)
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(FeedError, match=r"^place: "):
        read_feed(data, "place")


def test_a_feed_is_not_taken_for_a_path(tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_bytes(rss([("a", "http://x/1", "g")]))
    with pytest.raises(FeedError, match="neither RSS"):
        read_feed(str(secret).encode(), "place")


def test_a_byte_order_mark_is_no_trouble():
    rows = [{"id": "1", "title": "a", "date_published": "2025-09-02T10:00:00"}]
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": rows}).encode()
    (found,) = read_feed(b"\xef\xbb\xbf" + data, "a")
    assert (found.id, found.published) == ("1", 1756807200.0)  # a date without a zone is in UTC
    assert read_feed(b"\xef\xbb\xbf" + rss([("a", "http://x/1", "g")]), "b")[0].id == "g"


def test_a_broken_address_of_an_article_is_just_a_name(encoder):
    broken = item("a", "http://[x"), item("b", "http://[x")
    (pair,) = pair_items(broken[:1], broken[1:], encoder).pairs
    assert pair.why == "hreflang"
    with pytest.raises(FeedError, match=r"http://\[x: "):
        fetch("http://[x", Limits())


def test_a_marked_section_in_html_is_passed_over():
    assert text_of("un <![if x]> port <![endif]> ouvert") == "un port ouvert"


def test_fragments_of_html():
    html = "<p>Un&nbsp;port &amp; <b>un</b> navire<br>à quai</p><script>x()</script><ul><li>un</li><li>deux</li></ul>"
    assert text_of(html) == "Un port & un navire\nà quai\nun\ndeux"


def test_what_the_feeds_say_comes_first(encoder):
    sources = [
        item("a", "http://x/ar/1", alternates={"fr": "https://x/fr/un/"}),
        item("shared", "http://x/2"),
        item("c", "http://x/ar/3?p=1"),
        item("d", "http://x/ar/4"),
    ]
    targets = [
        item("z", "http://x/fr/3?p=1"),
        item("shared", "http://y/9"),
        item("y", "http://x/fr/un"),
        item("w", "http://x/fr/5"),
    ]
    found = pair_items(sources, targets, encoder)
    assert [(pair.source.id, pair.target.id, pair.why) for pair in found.pairs] == [
        ("a", "y", "hreflang"),
        ("shared", "shared", "identifier"),
        ("c", "z", "address"),
    ]
    assert (found.sources, found.targets) == ((sources[3],), (targets[3],))


def test_identifiers_that_many_have_say_nothing(encoder):
    same = [item("x", "http://x/ar/a"), item("x", "http://x/ar/b")]
    other = [item("x", "http://x/fr/c")]
    assert pair_items(same, other, encoder).pairs == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_articles_are_paired_by_what_they_say(encoder, language):
    folders = sorted(path.parent for path in PRESS.glob(f"*/faulty.{language}.txt"))
    sources = [item(f.name, "", article(f.name, "original.ar.txt")) for f in folders]
    targets = [item(f"t {f.name}", "", article(f.name, f"faulty.{language}.txt")) for f in folders[:-2]]
    found = pair_items(sources, targets[::-1], encoder)
    assert [(pair.source.id, pair.target.id) for pair in found.pairs] == [
        (f.name, f"t {f.name}") for f in folders[:-2]
    ]
    assert [each.id for each in found.sources] == [f.name for f in folders[-2:]]
    assert all(pair.confidence >= 0.5 for pair in found.pairs)


def test_dates_far_apart_part_what_is_alike(encoder):
    text = article(NAMES[0], "original.ar.txt"), article(NAMES[0], "sound.fr.txt")
    day = 86400.0
    near = pair_items(
        [item("a", "", text[0], published=0.0)], [item("b", "", text[1], published=day)], encoder
    )
    far = pair_items(
        [item("a", "", text[0], published=0.0)], [item("b", "", text[1], published=30 * day)], encoder
    )
    assert (len(near.pairs), len(far.pairs)) == (1, 0)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        status, headers, body = self.server.pages.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for part in body if isinstance(body, list) else [body]:
                time.sleep(0.1 if isinstance(body, list) else 0)
                self.wfile.write(part)
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as served:
        served.address = f"http://127.0.0.1:{served.server_port}"
        served.asked = []
        link = lambda language, name: f"{served.address}/{language}/{name}"  # noqa: E731
        originals = [
            (article(name, "original.ar.txt"), link("ar", f"n{i}"), f"ar{i}")
            for i, name in enumerate((*NAMES, ALONE))
        ]
        french = [(article(name, f"{kind}.fr.txt"), link("articles", f"m{i}"), "") for i, (name, kind) in enumerate(zip(NAMES, ("sound", "faulty", "sound"), strict=True))]  # fmt: skip
        pages = {f"/ar/n{i}": originals[i][0] for i in range(3)} | {
            f"/articles/m{i}": french[i][0] for i in range(2)
        }
        served.pages = {
            "/ar.xml": (200, {}, rss(originals)),
            "/fr.xml": (200, {}, atom(french)),
            "/moved": (302, {"Location": "/fr.xml"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/ftp": (302, {"Location": "ftp://127.0.0.1/x"}, b""),
            "/slow": (200, {}, [b"x"] * 50),
            **{path: (200, {}, f"<html><body><article><h1>{escape(text.splitlines()[0])}</h1>{paragraphs(text)}</article></body></html>".encode()) for path, text in pages.items()},
        }  # fmt: skip
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield served
        served.shutdown()


def run(*arguments):
    return CliRunner().invoke(app, ["feed", *map(str, arguments)])


def test_limits(server):
    limits = Limits(seconds=0.5, size=1000, redirects=3)
    assert fetch(f"{server.address}/moved", Limits()) == server.pages["/fr.xml"][2]
    for path, named in {
        "/none": "404",
        "/loop": "redirect",
        "/file": "not allowed",
        "/ftp": "ftp",
        "/slow": "not all there after 0.5 seconds",
        "/ar.xml": "more than 1,000 bytes",
    }.items():
        with pytest.raises(FeedError, match=named):
            fetch(f"{server.address}{path}", limits)
    with pytest.raises(FeedError, match="refused"):
        fetch("http://127.0.0.1:9/", limits)
    with pytest.raises(ReadError, match="No such file"):
        fetch("none.xml", limits)


def test_a_scheduled_run_reports_only_what_is_new(server, tmp_path):
    feeds = f"{server.address}/ar.xml", f"{server.address}/fr.xml"
    state = "--state", tmp_path / "state.json"
    first = run(*feeds, *state, "--format", "json")
    assert first.exit_code == 1
    audits = json.loads(first.stdout)["audits"]
    found = {each["path"].rpartition("/")[2]: each["findings"] for each in audits}
    assert sorted(found) == ["m0", "m1", "m2"]
    assert {each["code"] for each in found["m1"]} >= {"code-switch", "number-changed"}
    assert "no partner in " in first.stderr
    assert "/ar/n3" in first.stderr
    second = run(*feeds, *state, "--format", "json")
    assert (second.exit_code, json.loads(second.stdout)["audits"]) == (0, [])
    changed = server.pages["/fr.xml"][2].replace(b"18", b"19")
    server.pages["/fr.xml"] = (200, {}, changed)
    third = json.loads(run(*feeds, *state, "--format", "json").stdout)
    assert 0 < len(third.get("audits", [third])) < 3
    assert len(read_state(tmp_path / "state.json")) == 3


def test_a_feed_that_fails_stops_no_other(server):
    found = run(
        f"{server.address}/ar.xml", f"{server.address}/none", f"{server.address}/fr.xml", "--statistics"
    )
    assert found.exit_code == 2
    assert "/none: 404" in found.stderr
    assert "in all" in found.stdout
    assert run(f"{server.address}/none", f"{server.address}/fr.xml").exit_code == 2


def test_links_are_followed(server):
    found = run(f"{server.address}/ar.xml", f"{server.address}/fr.xml", "--follow", "--format", "json")
    assert found.exit_code == 2
    assert "/articles/m2: 404" in found.stderr
    assert len(json.loads(found.stdout)["audits"]) == 2
    assert {"/ar/n0", "/articles/m0", "/ar/n1", "/articles/m1"} <= set(server.asked)


def test_pairs_are_listed(server, tmp_path):
    file = tmp_path / "ar.xml"
    file.write_bytes(server.pages["/ar.xml"][2])
    rows = [
        line.split("\t") for line in run(file, f"{server.address}/fr.xml", "--pairs-only").stdout.splitlines()
    ]
    assert [(row[2][-2:], row[3][-2:]) for row in rows[:3]] == [("n0", "m0"), ("n1", "m1"), ("n2", "m2")]
    assert rows[3][1].startswith("no partner in")
    assert float(rows[0][0]) >= 0.5


HOSTILE = [
    {"id": "\x1b]0;x\x07\ta", "title": "", "content_text": ""},
    {"id": "b\ud800", "title": "\ud800", "content_text": "\ud800"},
]


def test_hostile_names_reach_no_terminal_and_empty_articles_are_named(tmp_path):
    for language in ("ar", "fr"):
        feed = {"version": "https://jsonfeed.org/version/1.1", "language": language, "items": HOSTILE}
        (tmp_path / f"{language}.json").write_text(json.dumps(feed), encoding="utf-8")
    feeds = tmp_path / "ar.json", tmp_path / "fr.json"
    state = tmp_path / "state.json"
    found = run(*feeds, "--state", state)
    assert (found.exit_code, found.exception.__class__) == (2, SystemExit)
    assert "\x1b" not in found.stderr
    assert [line for line in found.stderr.splitlines() if line.startswith("auditor: a: ")]
    assert read_state(state) == {}
    listed = run(*feeds, "--pairs-only").stdout.splitlines()
    assert [line.split("\t")[2:] for line in listed] == [["a", "a"], ["b?", "b?"]]


def test_a_state_file_in_no_folder_is_named_before_anything_is_fetched(server, tmp_path):
    found = run(f"{server.address}/ar.xml", f"{server.address}/fr.xml", "--state", tmp_path / "no" / "s")
    assert (found.exit_code, server.asked) == (2, [])


def test_a_state_file_that_is_none_is_refused(server, tmp_path):
    state = tmp_path / "state.json"
    state.write_text("{}", encoding="utf-8")
    found = run(f"{server.address}/ar.xml", f"{server.address}/fr.xml", "--state", state)
    assert (found.exit_code, found.stdout) == (2, "")
    assert "auditor.feeds/1" in found.stderr
    assert server.asked == []
