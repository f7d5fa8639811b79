"""Where the renderings of a term stand in a translation."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.bitext import Passage
from auditor.terms import Term
from auditor.terms.matching import KeyedPassage, Pattern, find_sequence, keyed_passage, pattern

Wanted = tuple[
    tuple[frozenset[str], Pattern], ...
]  # forms as patterns, each with the keys that it cannot do without


class Renderings:
    """Finds what a term base accepts and forbids; the forms of a term are prepared when it is first met."""

    def __init__(self) -> None:
        self._accepted: dict[tuple[int, str], Wanted] = {}
        self._forbidden: dict[tuple[int, str], Wanted] = {}

    def accepted(self, target: Passage | None, term: Term, languages: Sequence[str]) -> list[Passage]:
        """Where an accepted rendering stands, longest first where two overlap, in text order."""
        return _places(target, term, languages, self._accepted, is_wrong=False)

    def forbidden(self, target: Passage | None, term: Term, languages: Sequence[str]) -> list[Passage]:
        """Where a rendering stands that is known to be wrong, likewise."""
        return _places(target, term, languages, self._forbidden, is_wrong=True)


def _places(
    target: Passage | None,
    term: Term,
    languages: Sequence[str],
    prepared: dict[tuple[int, str], Wanted],
    *,
    is_wrong: bool,
) -> list[Passage]:
    if target is None:
        return []
    found: list[Passage] = []
    for language in languages:
        wanted = prepared.get((id(term), language))
        if wanted is None:
            forms = (term.forbidden if is_wrong else term.forms).get(language, ())
            others = term.forms.get(language, ()) if is_wrong else ()
            wanted = prepared[id(term), language] = _wanted(forms, others, language)
        if wanted:
            found += _found(keyed_passage(target, language), wanted)
    return apart(found) if len(found) > 1 else found


def _wanted(forms: Sequence[str], others: Sequence[str], language: str) -> Wanted:
    """The patterns of forms, set apart from those of others; forms whose words can all be skipped stand for nothing."""
    sequences = [set_apart(form, others, language) for form in forms]
    return tuple((_certain(sequence), sequence) for sequence in dict.fromkeys(sequences) if sequence)


def set_apart(form: str, others: Sequence[str], language: str) -> Pattern:
    """The pattern of a form, with its articles and prepositions where nothing else tells it from one of `others`.

    "Saison des maigres" is wrong where "saison maigre" is right.
    """
    sequence = pattern(form, language)
    return (
        pattern(form, language, whole=True)
        if any(pattern(each, language) == sequence for each in others)
        else sequence
    )


def _certain(sequence: Pattern) -> frozenset[str]:
    return frozenset(key for keys in sequence if len(keys) == 1 for key in keys)


def _found(keyed: KeyedPassage, wanted: Wanted) -> list[Passage]:
    present = keyed.places.keys()
    return [
        place
        for certain, sequence in wanted
        if certain <= present
        for place in find_sequence(keyed, sequence)
    ]


def apart(places: Sequence[Passage]) -> list[Passage]:
    """Of overlapping places the longest, in text order."""
    kept: list[Passage] = []
    for place in sorted(places, key=lambda place: (place.start - place.end, place.start)):
        if not any(place.overlaps(other) for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda place: place.start)
