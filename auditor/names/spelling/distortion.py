"""Words that are no form of a place but so near to one that they must be meant for it."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.words.gazetteer import PlaceForm, gazetteer


def forms_of(places: frozenset[str], *languages: str) -> list[PlaceForm]:
    return [
        form
        for language in languages
        for place in sorted(places)
        for form in gazetteer(language).places.get(place, ())
    ]


def nearest_form(word: str, places: frozenset[str], language: str) -> PlaceForm | None:
    """The form of one word that a word is a distortion of: one edit of five letters, two of seven, the first kept."""
    best: tuple[int, int] | None = None
    chosen: PlaceForm | None = None
    for rank, form in enumerate(forms_of(places, language, "en", "fr")):
        if len(form.words) > 1 or len(form.words[0]) < 5 or not form.shown:
            continue
        for known in _inflected(form):
            apart = edits(word, known)
            allowed = 0 if len(known) < 5 else 1 if len(known) < 7 else 2
            if apart <= allowed and word[0] == known[0] and (best is None or (apart, rank) < best):
                best, chosen = (apart, rank), form
    if chosen is None:
        return None
    own = [form for form in forms_of(places, language) if form.shown]
    return chosen if chosen in own else min(own, key=lambda form: edits(form.words[-1], word), default=chosen)


def _inflected(form: PlaceForm) -> tuple[str, ...]:
    word = form.words[0]
    return (word, word + "s", word + "e", word + "es") if form.ending else (word,)


@lru_cache(maxsize=1 << 14)
def edits(one: str, other: str) -> int:
    """Letters to add, drop, change or swap between two words (Damerau 1964, restricted)."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        older, before = before, row
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_within_one(one: str, other: str) -> bool:
    """Whether two words are one edit apart at most: quicker than to count them."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < len(one) and one[start : start + 1] == other[start : start + 1]:
        start += 1
    ours, theirs = one[start:], other[start:]
    if ours[1:] == theirs[1:] or ours[1:] == theirs or ours == theirs[1:]:
        return True
    return ours[:2] == theirs[:2][::-1] and ours[2:] == theirs[2:]
