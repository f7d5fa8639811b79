"""Single characters and sequences that no sound text has: what a wrong encoding, a web page or a program left behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from auditor.bitext import Passage
from auditor.damage.codes import Spot, codes
from auditor.damage.damage import Damage
from auditor.damage.encodings import STRANGE_LETTER, misread_words, other_reading, windows_arabic
from auditor.damage.question_marks import question_marks
from auditor.damage.word_forms import FormsOf

_CONTROLS = "\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff\ue000-\uf8ff\ufff9-\ufffc"
_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_FORMS = "\ufb00-\ufb06\ufb50-\ufdf9\ufdfe-\ufdff\ufe70-\ufefc"
_CAPITALS = frozenset("ÀÂÇÉÈÊËÎÏÔÙÛÜŒ")
_PLAIN = frozenset(
    " \n\t\r\u00a0\u2009\u202f[]$+#≥>_~.,;:!'’‘()-–—\"«»“”…/%°0123456789"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâäçéèêëîïíóáôöùûüœñ"
)
"""A sound text seldom has any other character; where none is, there is nothing more to read."""
_STRANGE = re.compile(f"[^{re.escape(''.join(sorted(_PLAIN)))}]")

_ESCAPED = re.compile(r"%[0-9A-F]{2}")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\S+[=/]\S*[?&]\S*|\S+\?\S*=\S*")
_SPLIT_ARABIC = re.compile(r"(?<![^\s(])[\u0621-\u064a](?: [\u0621-\u064a]){3,}(?![^\s.,)])")
_REVERSED = re.compile(r"(?<!\w)[ةى][\u0621-\u064a]{2,}")
_RUN = {
    "control": re.compile(f"[{_CONTROLS}]+"),
    "direction": re.compile(f"[{_DIRECTION}]+"),
    "tatweel": re.compile("\u0640+"),
    "presentation": re.compile(rf"[{_FORMS}](?:[\w{_FORMS} ]*[{_FORMS}])?"),
    "replacement": re.compile("[^\\W\\d_]*\ufffd[\\w\ufffd]*"),
}
_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")


def damaged_characters(target: Passage, source: str, forms: FormsOf) -> Iterator[Damage]:
    """The damage of single characters in `target` that `source` does not have as well."""
    text = target.text
    strange = set(text).difference(_PLAIN) if _STRANGE.search(text) else frozenset()
    if not ("%" in text and _ESCAPED.search(text)) and (
        not strange or (strange <= _CAPITALS and STRANGE_LETTER.search(text) is None)
    ):
        return
    found = [
        *_strange(text, forms),
        *question_marks(text, forms),
        *codes(text, source),
        *(spot for read in _READERS for spot in read(text)),
    ]
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if found else []
    for start, end, kind, meant in sorted(found, key=lambda each: (each[0], -each[1])):
        shown = text[start:end]
        if shown in source or any(first <= start < last for first, last in addresses):
            continue
        yield Damage(
            kind, target.part(start, end), meant, 0.7 if kind in {"direction", "presentation"} else 0.95
        )


Spots = Iterator[Spot]


def _misread(text: str) -> Spots:
    for start, end, meant in (*misread_words(text), *windows_arabic(text)):
        yield start, end, "encoding", meant


def _runs(text: str) -> Spots:
    for kind, pattern in _RUN.items():
        for match in pattern.finditer(text):
            if not _belongs(kind, match, text):
                meant = unicodedata.normalize("NFKC", match[0]) if kind == "presentation" else None
                yield match.start(), match.end(), kind, meant


def _arabic(text: str) -> Spots:
    """Arabic words whose letters stand apart, or in reverse order: ة never begins a word."""
    for match in _SPLIT_ARABIC.finditer(text):
        yield match.start(), match.end(), "split", match[0].replace(" ", "")
    for match in _REVERSED.finditer(text):
        yield match.start(), match.end(), "reversed", match[0][::-1]


def _belongs(kind: str, match: re.Match[str], text: str) -> bool:
    """Direction marks beside Arabic are in their place, tatweel within it."""
    if kind in {"direction", "tatweel"}:
        around = text[max(0, match.start() - 3) : match.start()] + text[match.end() : match.end() + 3]
        return _ARABIC.search(around) is not None
    return False


def _strange(text: str, forms: FormsOf) -> Spots:
    """A letter of another alphabet or a stray sign within a word: prÚsident, prйsident, pr√©sident."""
    for match in STRANGE_LETTER.finditer(text):
        start, end = _token(text, match.start())
        known = [word for word in other_reading(text[start:end]) if forms.level(word.lower())]
        if known or "\u0400" <= match[0] <= "\u04ff" or match[0] == "√":
            yield start, end, "encoding", known[0] if known else None


def _token(text: str, place: int) -> tuple[int, int]:
    start, end = place, place + 1
    while start and not text[start - 1].isspace() and text[start - 1] not in "'’(«“\"":
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in '.,;:!?)»”"':
        end += 1
    return start, end


_READERS = (_misread, _runs, _arabic)
