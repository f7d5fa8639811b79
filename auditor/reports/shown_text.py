"""Text of the articles as it may be shown: no control characters, Arabic kept to itself, cut to a width.

Widths are terminal cells. Only what is shown is changed, never the documents.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from auditor.bitext import Passage

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]"
)
_SPACES = re.compile(r"[\s\u2028\u2029]+")
# Controls, direction marks of the article's own, lone surrogates, the byte-order mark.
_UNSHOWN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Figures between Arabic words go with them, and so do those at the ends of a quotation that is Arabic.
_ARABIC_RUN = re.compile(
    rf"(?:(?<=[«“‘'\"(\[])\d[\d.,/]*\s+)?"
    rf"[{_RIGHT_TO_LEFT}]+(?:[^\w\n]*(?:\d++[^\w\n]*)*[{_RIGHT_TO_LEFT}]+)*"
    rf"(?:\s+\d[\d.,/]*(?=[»”’'\")\]]))?"
)
_FIRST_STRONG, _RIGHT, _POP = "\u2068", "\u2067", "\u2069"


def shown(text: str) -> str:
    """On one line, without escape codes and whatever else would move the cursor or the writing direction."""
    return _UNSHOWN.sub("", _SPACES.sub(" ", _ESCAPES.sub("", text)))


def in_xml(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


def isolated(text: str) -> str:
    """Each stretch of Arabic between U+2068 and U+2069, so that its surroundings keep their order."""
    return _ARABIC_RUN.sub(rf"{_FIRST_STRONG}\g<0>{_POP}", text)


def right_to_left(text: str) -> str:
    """The whole text as one right-to-left stretch, between U+2067 and U+2069."""
    return f"{_RIGHT}{text}{_POP}"


def in_context(passage: Passage, width: int) -> tuple[str, str, str]:
    """What stands before the passage in its line, the passage, what follows: together at most `width` cells."""
    text = passage.document.text
    begin = text.rfind("\n", 0, passage.start) + 1
    end = text.find("\n", passage.end)
    before = shown(text[max(begin, passage.start - 4 * width) : passage.start]).lstrip()
    after = shown(text[passage.end : min(len(text) if end < 0 else end, passage.end + 4 * width)]).rstrip()
    marked = cut_middle(shown(passage.text), width - 2 * bool(before) - 2 * bool(after))
    room = width - cell_len(marked)
    left = min(cell_len(before), max(room // 2, room - cell_len(after)))
    return cut_start(before, left), marked, cut_end(after, room - left)


def cut_end(text: str, width: int) -> str:
    """The beginning of the text, with … after its last whole word if it is longer than `width`."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    kept = _fitting(text, width - 1)
    if text[len(kept)] != " " and " " in kept:
        kept = kept.rpartition(" ")[0]
    return f"{kept.rstrip()}…"


def cut_start(text: str, width: int) -> str:
    """The end of the text, with … before its first whole word if it is longer than `width`."""
    return cut_end(text[::-1], width)[::-1]


def cut_middle(text: str, width: int) -> str:
    """Beginning and end of the text with … between them if it is longer than `width`."""
    if cell_len(text) <= width:
        return text
    half = (width - 3) // 2
    return f"{cut_end(text, half + 1)[:-1].rstrip()} … {cut_start(text, half + 1)[1:].lstrip()}"


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at spaces; a longer word is broken where the line is full."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        rest = word
        while cell_len(rest) > width:
            head = _fitting(rest, width) or rest[:1]
            lines.append(head)
            rest = rest[len(head) :]
        lines.append(rest)
    return [line for line in lines if line]


def _fitting(text: str, width: int) -> str:
    """The longest beginning of at most `width` cells."""
    end = min(len(text), max(width, 0))
    while end < len(text) and cell_len(text[: end + 1]) <= width:
        end += 1
    while end and cell_len(text[:end]) > width:
        end -= 1
    return text[:end]
