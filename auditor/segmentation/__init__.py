"""Sentences: slices of a document that together cover every character of it but spaces.

A line is a paragraph: no sentence goes over a line feed, so headings and bylines need no full stop. In a line
a sentence ends at . ! ? ؟ … (with the quotation marks and brackets that close there) where a space and
something that may begin a sentence follow. Colons and semicolons (: ; ؛) end none: translators trade them for
commas, and a sentence cut in one language only has to be put together again by the alignment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.bitext import Document, Passage
from auditor.segmentation.full_stops import full_stop_ends

_ARABIC_LETTER = r"[\u0621-\u064a\u066e-\u06d3]"
_END = re.compile(
    r"(?P<marks>[.!?؟…۔]++)"
    r"(?P<closers>(?:[ \u00a0\u202f\u2009]?»"  # mot. » keeps its guillemet
    r"|[”\"’')\]}\u200e\u200f\u061c\u202c\u2069]"
    r"|\[\d{1,3}\])*+)"  # the number of a note
    rf"(?P<space>\s+|$|(?={_ARABIC_LETTER}))"  # Arabic is often typed without a space here
)
_OPENERS = "«“”\"‘'([{¿¡–—-•*·‹\u200e\u200f\u202a\u202b\u2066\u2067 \u00a0\u202f"
_LOOK_AHEAD = 100  # enough for two words and what opens them
_ARABIC_WORD = re.compile(_ARABIC_LETTER + r"{3,}\W*$")


def split_sentences(text: Document | Passage) -> tuple[Passage, ...]:
    """The sentences in text order, each from its first to its last non-space character.

    The language of the document chooses the abbreviations; text without any non-space character has none.
    """
    whole = text.passage() if isinstance(text, Document) else text
    found: list[Passage] = []
    start = 0
    for line in whole.text.split("\n"):
        found.extend(_sentences_of_line(whole.part(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


def _sentences_of_line(line: Passage) -> Iterator[Passage]:
    text = line.text
    start = 0
    for match in _END.finditer(text):
        begins = text[start : match.start()]
        if any(map(str.isalnum, begins)) and _ends(match, text, begins, line.language):
            yield line.part(start, match.end()).stripped()
            start = match.end()
    rest = line.part(start, len(text)).stripped()
    if rest.start < rest.end:
        yield rest


def _ends(match: re.Match[str], text: str, begins: str, language: str) -> bool:
    """Whether the sentence `begins` ends with the marks of `match`."""
    following = text[match.end() : match.end() + _LOOK_AHEAD].lstrip(_OPENERS)
    marks = match["marks"]
    if not following:
        return True
    if not match["space"]:
        return bool(_ARABIC_WORD.search(begins)) and marks != ".." and following[:2].isalpha()
    if marks == ".." and language == "ar":  # in headlines: a pause, no end
        return False
    if following[0].islower() and not following[1:2].isupper():  # an iPhone may begin a sentence
        return False
    return marks != "." or match["closers"] != "" or full_stop_ends(begins, following, language)
