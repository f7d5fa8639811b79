"""How the terms of a bitext are rendered: the evidence of the checks on terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.bitext import Bitext, Passage
from auditor.terms import Calque, Term, TermBase
from auditor.terms.index import CalqueIndex, TermIndex
from auditor.terms.matching import keyed_passage
from auditor.terms.renderings import Renderings

LONG = 4
"""Words of a forbidden rendering from which on it is never right, whatever else is rendered well beside it."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """One occurrence of a term in the original and what its pair's translation has for it."""

    term: Term
    pair: int
    source: Passage
    inside: bool  # part of a longer term that occurs here
    accepted: Passage | None  # the accepted rendering in the pair's target that this occurrence has
    forbidden: tuple[Passage, ...]  # every rendering known to be wrong in the pair's target


@dataclass(frozen=True, slots=True)
class WrongRendering:
    """A rendering known to be wrong, with the term it stands for.

    `reach` tells where the term stands: in the same pair, in a neighbouring one, or elsewhere in the document.
    """

    term: Term
    source: Passage
    target: Passage
    reach: str


@dataclass(frozen=True, slots=True)
class TermUses:
    """All uses of terms in a bitext, with the wrong renderings and the calques found, in text order."""

    uses: tuple[TermUse, ...] = ()
    wrong: tuple[WrongRendering, ...] = ()
    calques: tuple[tuple[int, Calque, Passage], ...] = ()  # with the index of the pair
    unmet: tuple[TermUse, ...] = ()  # of strict terms: neither an accepted nor a forbidden rendering


def settled(uses: Iterable[TermUse]) -> list[TermUse]:
    """Those that a term base has the last word on: strict terms, and others of several words that are rendered well.

    Of a word alone the base does not tell in which of its senses it stands.
    """
    return [use for use in uses if use.term.strict or (use.accepted is not None and " " in use.source.text)]


class TermReader:
    """Reads a term base in bitexts of one pair of languages."""

    def __init__(self, termbase: TermBase, source_language: str, target_language: str) -> None:
        self._index = TermIndex(termbase.terms, source_language)
        self._calque_index = CalqueIndex(termbase.calques, target_language)
        self._renderings = Renderings()
        self._languages = source_language, target_language

    def read(self, bitext: Bitext, foreign: Sequence[Sequence[str]] = ()) -> TermUses:
        """The uses of every term; `foreign`: for each pair the other languages that its target contains."""
        own = self._languages[1]
        languages = [(own, *more) for more in foreign] or [(own,)] * len(bitext.pairs)
        uses = tuple(self._uses(bitext, languages))
        wrong = _distinct([*_in_own_pair(uses), *self._elsewhere(bitext, uses, languages)])
        return TermUses(uses, wrong, tuple(self._calques(bitext)), tuple(_unmet(uses, wrong)))

    def _uses(self, bitext: Bitext, languages: Sequence[tuple[str, ...]]) -> Iterator[TermUse]:
        for number, pair in enumerate(bitext.pairs):
            found = self._index.find(keyed_passage(pair.source, self._languages[0])) if pair.source else []
            if not found:
                continue
            accepted, wrong = self._rendered(pair.target, [term for term, _, _ in found], languages[number])
            sound = [place for places in accepted for place in places]
            shared = _share_out([(source, inside) for _, source, inside in found], accepted)
            for (term, source, inside), rendering, places in zip(found, shared, wrong, strict=True):
                forbidden = (
                    place for place in places if not any(_is_cleared(place, other) for other in sound)
                )
                yield TermUse(term, number, source, inside, rendering, tuple(forbidden))

    def _rendered(
        self, target: Passage | None, terms: Sequence[Term], languages: Sequence[str]
    ) -> tuple[list[list[Passage]], list[list[Passage]]]:
        """For each term the places of its accepted renderings and of its forbidden ones.

        A short rendering ("le Conseil") is not accepted within one that is forbidden ("conseil d'assurance").
        """
        accepted, forbidden = [], []
        for term in terms:
            wrong = self._forbidden(target, term, languages)
            sound = self._renderings.accepted(target, term, languages)
            accepted.append(
                [
                    place
                    for place in sound
                    if not any(place == other or _within(place, other) for other in wrong)
                ]
            )
            forbidden.append(wrong)
        return accepted, forbidden

    def _forbidden(self, target: Passage | None, term: Term, languages: Sequence[str]) -> list[Passage]:
        """What the press term base forbids is Arabic misread; of another original it may be right."""
        if self._languages[0] != "ar" and not term.strict:
            return []
        return self._renderings.forbidden(target, term, languages)

    def _elsewhere(
        self, bitext: Bitext, uses: Sequence[TermUse], languages: Sequence[tuple[str, ...]]
    ) -> Iterator[WrongRendering]:
        """Forbidden renderings in pairs whose own source lacks the term.

        Feeds translate sister versions of the original, so a term may stand a passage away. A neighbouring pair's
        term answers for a rendering of two words or more, or where it has no rendering of its own; a pair further
        off only for a rendering that is already known from this document.
        """
        homes: dict[int, list[TermUse]] = {}
        for use in uses:
            homes.setdefault(id(use.term), []).append(use)
        for own in homes.values():
            numbers = {use.pair for use in own}
            known = {place.text.casefold() for use in own for place in use.forbidden if not use.accepted}
            spread = known and not any(use.accepted for use in own)
            beside = {number + step for number in numbers for step in (-1, 1)} & set(range(len(bitext.pairs)))
            for number in sorted((set(range(len(bitext.pairs))) if spread else beside) - numbers):
                near = [use for use in own if abs(use.pair - number) == 1 and not use.accepted]
                target = bitext.pairs[number].target
                for place in self._forbidden(target, own[0].term, languages[number]):
                    answering = [use for use in near if " " in place.text or not use.forbidden]
                    if spread and place.text.casefold() in known:
                        yield WrongRendering(own[0].term, own[0].source, place, "document")
                    elif answering:
                        yield WrongRendering(own[0].term, answering[0].source, place, "neighbour")

    def _calques(self, bitext: Bitext) -> Iterator[tuple[int, Calque, Passage]]:
        """The calques of each pair's target; where two overlap, the longer."""
        for number, pair in enumerate(bitext.pairs):
            found = (
                self._calque_index.find(keyed_passage(pair.target, self._languages[1])) if pair.target else []
            )
            yield from ((number, calque, place) for calque, place in found)


def _share_out(
    places: Sequence[tuple[Passage, bool]], accepted: Sequence[Sequence[Passage]]
) -> list[Passage | None]:
    """Gives every use one of its accepted renderings, each rendering to one use, the longest rendering first.

    A term inside a longer one shares the fate of the longer.
    """
    given: list[Passage | None] = [None] * len(places)
    taken: list[Passage] = []
    offers = sorted(
        (
            (rendering.start - rendering.end, use, rendering.start, rendering)
            for use, renderings in enumerate(accepted)
            if not places[use][1]
            for rendering in renderings
        ),
        key=lambda offer: offer[:3],
    )
    for _, use, _, rendering in offers:
        if given[use] is None and not any(rendering.overlaps(other) for other in taken):
            given[use] = rendering
            taken.append(rendering)
    for use, (place, inside) in enumerate(places):
        if inside:
            given[use] = next(
                (
                    given[o]
                    for o, (other, within) in enumerate(places)
                    if not within and other.overlaps(place)
                ),
                None,
            )
    return given


def _is_cleared(wrong: Passage, sound: Passage) -> bool:
    """Whether an accepted rendering speaks for a forbidden one that it overlaps.

    Not where it is part of one of LONG words: "mission of the United Nations for help" is wrong, the United Nations
    in it are right.
    """
    return wrong.overlaps(sound) and not (_within(sound, wrong) and _is_long(wrong))


def _outweighs(wrong: Passage, accepted: Passage) -> bool:
    """Whether a forbidden rendering is wrong though the term has an accepted one: one of several words apart from that,
    which is an acronym or part of another name then, or one of LONG words.
    """
    if wrong.overlaps(accepted):
        return _is_long(wrong) and _length(accepted) < _length(wrong)
    return " " in wrong.text


def _is_long(place: Passage) -> bool:
    return place.text.count(" ") >= LONG - 1


def _within(one: Passage, other: Passage) -> bool:
    """Whether a passage is part of a longer one."""
    return other.start <= one.start and one.end <= other.end and _length(one) < _length(other)


def _in_own_pair(uses: Sequence[TermUse]) -> Iterator[WrongRendering]:
    """Each use without an accepted rendering takes the first forbidden one that no other use has taken.

    Of terms inside one another the inner one comes first: it says best which word is wrong.
    """
    taken: list[Passage] = []
    for use in sorted(uses, key=lambda use: (use.pair, not use.inside, use.source.start)):
        for place in use.forbidden:
            missed = use.accepted is None or _outweighs(place, use.accepted)
            if missed and not any(place.overlaps(other) for other in taken):
                taken.append(place)
                yield WrongRendering(use.term, use.source, place, "pair")
                break


def _distinct(found: list[WrongRendering]) -> tuple[WrongRendering, ...]:
    """Of overlapping places the one with the nearest term, then the longest, then of the shortest term."""
    ranks = {"pair": 0, "neighbour": 1, "document": 2}
    kept: list[WrongRendering] = []
    for wrong in sorted(
        found, key=lambda one: (ranks[one.reach], one.target.start - one.target.end, _length(one.source))
    ):
        if not any(wrong.target.overlaps(other.target) for other in kept):
            kept.append(wrong)
    return tuple(sorted(kept, key=lambda one: one.target.start))


def _length(passage: Passage) -> int:
    return passage.end - passage.start


def _unmet(uses: Sequence[TermUse], wrong: Sequence[WrongRendering]) -> Iterator[TermUse]:
    """Uses of strict terms that nothing answers for, in their own pair."""
    blamed = {(id(one.term), one.source.start) for one in wrong}
    for use in uses:
        if (
            use.term.strict
            and not use.inside
            and not use.accepted
            and (id(use.term), use.source.start) not in blamed
        ):
            yield use
