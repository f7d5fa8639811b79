"""Text that was read in another encoding than it was written in: prÃ©sentÃ©, Ø§Ù„, ÇáãÛÑÈ, prŽsident."""

from __future__ import annotations

import re
from functools import lru_cache

# UTF-8 read byte by byte: a lead byte of two, three or four, then as many as belong to it, in cp1252 or Latin-1.
_TAIL = "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
_SEQUENCE = f"(?:[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{_TAIL}|[\u00f0-\u00f4]{_TAIL}{_TAIL}{_TAIL})"
MISREAD = re.compile(_SEQUENCE)
_MISREAD_WORD = re.compile(
    rf"(?:\w|{_SEQUENCE}|[\u00c2\u00c3]\s?(?=\w|{_SEQUENCE})|{_TAIL}(?={_SEQUENCE}))*{_SEQUENCE}(?:\w|{_SEQUENCE})*"
)
_LOST_SPACE = re.compile(r"(?<![^\W\d_])Ã(?![^\W\d_])")
"""à whose second byte, a no-break space, became a plain one or nothing."""
_WINDOWS_ARABIC = re.compile(r"[^\W\d_]*[\u00c0-\u00ff]{2}[^\W\d_]*")
_PLAUSIBLE = re.compile(
    "[\u00a0-\u024f\u0600-\u06ff\u2000-\u206f\u20ac\u2122\u2190-\u22ff\ufb00-\ufb06\ufeff\ufffd\U0001f000-\U0001ffff]"
)
"""What the texts of these languages have; 4 × 10 is no Hebrew letter."""
_LETTER = "[a-zà-öø-ÿ]"
STRANGE_LETTER = re.compile(
    rf"(?<={_LETTER}{_LETTER})[ÀÁÂÄÇÈÉÊËÌÍÎÏÒÓÔÖÙÚÛŽ‚ƒ„ˆŠ‹√](?={_LETTER})"
    rf"|(?<={_LETTER})[\u0400-\u04ff]|[\u0400-\u04ff](?={_LETTER})"
)
"""Capitals and signs within a word, and Cyrillic letters beside Latin ones."""
_OTHERS = (("cp850", "latin-1"), ("cp1252", "cp850"), ("cp1252", "mac_roman"), ("cp1251", "cp1252"))
"""How é may have been read, after UTF-8 as cp1252: each as (read as, written as)."""
_SOUND = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâçèéêëîïôùûœ-’'")
PASSES = 3
"""How often a text may have been misread one time after the other."""


def misread_words(text: str) -> list[tuple[int, int, str | None]]:
    """Slices of words that are UTF-8 read as cp1252 or Latin-1, with what they were."""
    found: list[tuple[int, int, str | None]] = []
    for match in _MISREAD_WORD.finditer(text):
        right = restored(match[0])
        if right != match[0]:
            found.append((match.start(), match.end(), right))
    ends = [(start, end) for start, end, _ in found]
    found += [
        (match.start(), match.end(), "à")
        for match in _LOST_SPACE.finditer(text)
        if not any(start <= match.start() < end for start, end in ends)
    ]
    return sorted(found, key=lambda each: each[0])


def restored(text: str) -> str:
    """The text with every sequence that is UTF-8 read byte by byte put right, once or several times over."""
    for _ in range(PASSES):
        again = MISREAD.sub(lambda match: _decoded(match[0]), text)
        if again == text:
            break
        text = again
    return text


@lru_cache(maxsize=4096)
def _decoded(sequence: str) -> str:
    """The sequence itself where its bytes are no UTF-8, or a character that no text here has."""
    try:
        character = bytes(map(_byte, sequence)).decode("utf-8")
    except UnicodeDecodeError:
        return sequence
    return character if _PLAUSIBLE.match(character) else sequence


def _byte(character: str) -> int:
    try:
        return character.encode("cp1252")[0]
    except UnicodeEncodeError:
        return ord(character)  # of the five bytes that cp1252 leaves open


def windows_arabic(text: str) -> list[tuple[int, int, str | None]]:
    """Words of four letters or more that are Arabic in Windows-1256 read as cp1252."""
    found: list[tuple[int, int, str | None]] = []
    for match in _WINDOWS_ARABIC.finditer(text):
        try:
            right = match[0].encode("cp1252").decode("cp1256")
        except UnicodeError:
            continue
        if len(right) >= 4 and all("\u0621" <= letter <= "\u064a" for letter in right):
            found.append((match.start(), match.end(), right))
    return found


def other_reading(word: str) -> list[str]:
    """What a word with a strange letter may have been, by the other encodings."""
    found = []
    for read_as, written_as in _OTHERS:
        try:
            found.append("".join(_reread(letter, read_as, written_as) for letter in word))
        except UnicodeError:
            continue
    return [each for each in found if each.isalpha()]


def _reread(letter: str, read_as: str, written_as: str) -> str:
    return letter if letter in _SOUND else letter.encode(read_as).decode(written_as)
