"""What stands twice, and the words among which it is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.bitext import Passage

LEAST = 4  # letters of a content word that may be said twice around a joining word
LONGEST = 14  # words of a phrase said twice at once
Spoken = list[tuple[str, int, int]]  # folded words with their slices


@dataclass(frozen=True, slots=True)
class Doubled:
    """`kind`: "at once", "parted" by a comma, "joined" by and, "of" where of joins, or "again"; the passage holds both, of what is said again the second time.

    `words` are the folded words that are said twice; `place` in [0, 1] is where in the passage it read, 0.5 for what
    is judged without it.
    """

    kind: str
    passage: Passage
    words: tuple[str, ...]
    place: float = 0.5


def parts_of(spoken: Spoken) -> Spoken:
    """The words without their elided articles, which stand as words of their own."""
    found: Spoken = []
    for word, start, end in spoken:
        lead, apostrophe, rest = word.rpartition("'")
        if apostrophe and rest and end - start == len(word):
            found += [(lead, start, start + len(lead) + 1), (rest, end - len(rest), end)]
        else:
            found.append((word, start, end))
    return found


def followers(spoken: Spoken) -> list[tuple[int, int]]:
    """Where a phrase may be said twice, and the number of its words: from left to right, the shorter first."""
    places: dict[str, list[int]] = {}
    candidates = []
    for place, (word, _, _) in enumerate(spoken):
        before = places.setdefault(word, [])
        candidates += [(each, place - each) for each in before if place - each <= LONGEST]
        before.append(place)
    return sorted(candidates)
