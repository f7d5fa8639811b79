"""The review page in a real browser: Chromium, driven by Playwright; skipped where either is missing.

`python -m tests.test_review_page FILE.png` writes the picture of the README.
"""

import json
import shutil
import sys
import threading
from pathlib import Path

import pytest

from auditor.audits import Audit
from auditor.bitext import Bitext, Document, Pair
from auditor.decisions import Decision, read_decisions
from auditor.findings import Finding, Severity
from auditor.reports import View
from auditor.reports.html import write
from auditor.reports.listing import Audited, Listing
from auditor.review import ReviewServer
from auditor.score import score
from tests.test_listings import HOSTILE, LISTING
from tests.test_reports import SIGNATURE

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the PATH")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PASSAGES = 10_000


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def look(browser, tmp_path):
    """Opens the page of a listing; any error in the page fails the test."""
    errors, contexts = [], []

    def opened(listing, **options):
        file = tmp_path / "page.html"
        file.write_text(write(listing, View()), encoding="utf-8")
        contexts.append(browser.new_context(offline=True, **options))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


def listing_of(passages, step):
    """Passages of which every `step`-th has a finding, and the last of them a finding inside a finding."""
    lines = [f"Phrase numéro {number} du texte." for number in range(passages)]
    source = Document("x.ar.txt", "ar", "\n".join("جملة من النص" for _ in lines))
    target = Document("x.fr.txt", "fr", "\n".join(lines))
    pairs, findings, starts = [], [], [0, 0]
    for number, line in enumerate(lines):
        places = source.passage(starts[0], starts[0] + 12), target.passage(starts[1], starts[1] + len(line))
        pairs.append(Pair(*places, 0.5, 0.9, (number,), (number,)))
        if number % step == 0:
            findings.append(
                Finding(
                    "number-changed", Severity.MAJOR, f"in {number}", places[0], places[1].part(7, 13), 0.9
                )
            )
        starts = [starts[0] + 13, starts[1] + len(line) + 1]
    last = pairs[-1].target
    findings += [
        Finding("meaning-changed", Severity.MINOR, "outer", None, last, 0.9),
        Finding("name-changed", Severity.CRITICAL, "inner", None, last.part(0, 6), 0.9, "Clause"),
    ]
    audit = Audit(
        Bitext(source, target, tuple(pairs)), tuple(findings), score(findings, target.text), SIGNATURE
    )
    return Listing((Audited(audit, "x.ar.txt", "x.fr.txt"),))


def chosen(page):
    return page.locator(".finding[aria-current=true]")


def test_keys_go_through_findings_and_decide(look):
    page = look(LISTING)
    cards = page.locator(".finding")
    page.keyboard.press("j")
    assert chosen(page).inner_text() == cards.nth(0).inner_text()
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert "accepted" in chosen(page).inner_text()
    page.keyboard.press("j")
    page.keyboard.press("f")
    assert chosen(page).get_attribute("data-state") == "false-alarm"
    page.keyboard.press("k")
    page.keyboard.press("u")
    assert chosen(page).get_attribute("data-state") == "open"
    page.keyboard.press("n")
    page.keyboard.type("just as far as that")
    page.keyboard.press("Enter")
    assert "Note: just as far as that" in chosen(page).inner_text()
    assert page.locator("#progress").inner_text() == f"1 of {cards.count()} decided"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert chosen(page).inner_text() == cards.nth(0).inner_text()


def test_shortcuts_can_be_turned_off(look):
    page = look(LISTING)
    page.uncheck("#keys")
    page.keyboard.press("j")
    assert chosen(page).count() == 0
    page.click("#next")
    assert chosen(page).count() == 1


def test_filters(look):
    page = look(LISTING)
    visible = page.locator("#findings li:visible")
    everything = visible.count()
    page.uncheck("#severities input[value=critical]")
    assert visible.count() == everything - 2
    page.check("#severities input[value=critical]")
    page.select_option("#code", "omission")
    assert visible.count() == 1
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("f")
    page.select_option("#code", "")
    page.select_option("#state", "false-alarm")
    assert visible.count() == 1
    page.select_option("#state", "open")
    assert visible.count() == everything  # the chosen one stays, or nobody would know where he is


def test_decisions_survive_a_reload_and_travel(look, tmp_path):
    page = look(LISTING)
    page.keyboard.press("j")
    page.keyboard.press("f")
    page.reload()
    assert page.locator(".finding[data-state=false-alarm]").count() == 1
    with page.expect_download() as download:
        page.keyboard.press("e")
    file = tmp_path / "decisions.json"
    download.value.save_as(file)
    assert read_decisions(file) == {LISTING.entries[0].fingerprint: Decision("false-alarm")}
    fresh = look(LISTING)
    fresh.set_input_files("#file", file)
    fresh.wait_for_selector(".finding[data-state=false-alarm]")
    file.write_text("{}", encoding="utf-8")
    fresh.set_input_files("#file", file)
    playwright.expect(fresh.locator("#progress")).to_contain_text("no decisions")


def test_decisions_given_are_shown(look):
    mark = LISTING.entries[1].fingerprint
    page = look(Listing(LISTING.audits, {mark: Decision("accepted", "yes")}))
    assert "Note: yes" in page.locator(".finding").nth(1).inner_text()


def test_what_was_given_can_be_reopened(look):
    mark = LISTING.entries[0].fingerprint
    page = look(Listing(LISTING.audits, {mark: Decision("false-alarm")}))
    page.keyboard.press("j")
    page.keyboard.press("u")
    page.reload()
    assert page.locator(".finding[data-state=false-alarm]").count() == 0


def test_hovering_shows_the_counterpart(look):
    page = look(LISTING)
    page.locator("[lang=fr] mark", has_text="saleté générale").first.hover()
    assert page.locator("[lang=ar] mark.twin").inner_text() == "المديرية العامة"


def test_what_has_no_counterpart_is_a_gap(look):
    page = look(LISTING)
    assert page.locator(".gap").first.inner_text() == "no counterpart in the original"
    assert page.locator("mark.missing").count() == 1
    assert page.locator("[lang=ar]").first.evaluate("each => getComputedStyle(each).direction") == "rtl"


def test_a_finding_inside_a_finding(look):
    page = look(listing_of(3, 5))
    inner = page.locator("mark", has_text="Phrase").last
    assert inner.get_attribute("data-f") == "1 2"
    assert "critical" in inner.get_attribute("class")
    inner.click()
    assert "inner" in chosen(page).inner_text()
    page.locator("mark", has_text="numéro 2").click()
    assert "outer" in chosen(page).inner_text()


def test_ten_thousand_passages_answer_at_once(look):
    page = look(listing_of(PASSAGES, 10))
    assert page.locator(".pair").count() == PASSAGES
    worst = page.evaluate(
        """async () => {
          let worst = 0;
          for (const key of ["j", "j", "a", "j", "f", "k"]) {
            const begun = performance.now();
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            worst = Math.max(worst, performance.now() - begun);
          }
          return worst;
        }"""
    )
    print(f"longest answer to a key: {worst:.0f} ms")
    assert page.locator(".finding[data-state=accepted]").count() == 1


def test_hostile_text_stays_text(look):
    page = look(HOSTILE)
    assert page.locator("script").count() == 2
    assert page.locator("#texts script, #findings script").count() == 0
    assert "<script>alert(1)</script>" in page.locator("[lang=fr]").inner_text()
    assert "<script>" in page.locator(".finding").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 380])
def test_it_is_accessible(look, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = look(LISTING, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("f")
    found = axe.run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert [
        (each["id"], [node["html"] for node in each["nodes"]]) for each in found.response["violations"]
    ] == []


def test_it_fits_a_phone(look):
    page = look(LISTING, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_decisions_reach_the_file_as_they_are_made(browser, tmp_path):
    file = tmp_path / "decisions.json"
    with ReviewServer(LISTING, file) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(server.address)
        page.keyboard.press("j")
        page.keyboard.press("f")
        playwright.expect(page.locator("#progress")).to_contain_text("; saved")
        page.close()
        server.shutdown()
    (decided,) = json.loads(file.read_text(encoding="utf-8"))["decisions"]
    assert decided["state"] == "false-alarm"
    assert decided["fingerprint"] == LISTING.entries[0].fingerprint


def _picture(out):
    import auditor

    folder = Path(__file__).parent.parent / "samples" / "igef-2025"
    names = "original.ar.txt", "translation.fr.txt"
    audited = Audited(auditor.audit(*(folder / name for name in names)), *names)
    page_file = Path(out).with_suffix(".html")
    page_file.write_text(write(Listing((audited,)), View()), encoding="utf-8")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = opened.new_page(viewport={"width": 1280, "height": 800})
        page.goto(page_file.resolve().as_uri())
        for key in "jjajfjj":
            page.keyboard.press(key)
        page.screenshot(path=out)
        opened.close()
    page_file.unlink()


if __name__ == "__main__":
    _picture(sys.argv[1])
