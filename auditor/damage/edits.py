"""The words that are one slip of a typist or of a machine away from a word."""

from __future__ import annotations

from typing import NamedTuple

from auditor.folding import folded

LETTERS = "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûœ"


class Slip(NamedTuple):
    """How a word became what stands.

    `kind`: "dropped", "added", "exchanged" or "swapped" letters, "double" for one of two like letters too few or too
    many, "accent" where only an accent differs. `place` is the index of the letter in what stands.
    """

    kind: str
    place: int


def edited(word: str) -> set[str]:
    """Every string one slip away from a word, the word among them."""
    found = {word}
    for place in range(len(word)):
        head, tail = word[:place], word[place:]
        rest = tail[1:]
        found.add(head + rest)
        found.add(head + rest[:1] + tail[0] + rest[1:])
        found.update([head + letter + tail for letter in LETTERS])
        found.update([head + letter + rest for letter in LETTERS])
    found.update([word + letter for letter in LETTERS])
    return found


def slip(word: str, meant: str) -> Slip:
    """What made `word` of `meant`, one slip away from it."""
    least = min(len(word), len(meant))
    place = next((index for index in range(least) if word[index] != meant[index]), least)
    if len(word) < len(meant):
        return Slip("double" if meant[place] == meant[place - 1 : place] else "dropped", place)
    if len(word) > len(meant):
        return Slip("double" if word[place] == word[place - 1 : place] else "added", place)
    if word[place + 1 :] != meant[place + 1 :]:
        return Slip("swapped", place)
    return Slip("accent" if folded(word[place]) == folded(meant[place]) else "exchanged", place)
