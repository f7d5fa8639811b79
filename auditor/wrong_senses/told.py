"""Words of the inventory rendered in one of their senses where the words around them tell another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from auditor.bitext import Bitext, Passage
from auditor.folding import folded
from auditor.languages import function_words
from auditor.terms.contexts import MARK, Place, telling_weight, weight
from auditor.terms.inventory import Inventory, Sense, Word, inventory
from auditor.terms.matching import KeyedPassage, find_sequence, keyed_passage
from auditor.terms.uses import TermUses, WrongRendering, settled
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Floats, WordEncoder, word_vectors
from auditor.word_alignment.words import Word as TargetWord

SHORTEST = 3
"""Letters of a word that tells something."""
TOLD = "told"
"""The `reach` of what the context tells."""


class Told(NamedTuple):
    """A sense that the context tells, and where another is rendered: in `target`, or nowhere."""

    sense: Sense
    place: Place
    target: Passage | None


class SenseTeller:
    """Tells senses by their contexts, and by the likeness of what stands around to a whole context, in the vectors of an encoder."""

    def __init__(self, encoder: WordEncoder) -> None:
        self.encoder = encoder
        self._context = lru_cache(maxsize=1 << 12)(self._context_of)

    def wrong(
        self, around: Sequence[Passage], source: Passage, target: Passage, alignment: WordAlignment
    ) -> Iterator[WrongRendering]:
        """The words of a pair that are rendered in a sense that they do not have there; `around` holds `source` as well."""
        for told in self.told(inventory(), around, source, target, alignment):
            if told.target is not None:
                form = told.place.own.part(*told.place.form)
                yield WrongRendering(told.sense.term, form, told.target, TOLD)

    def told(
        self,
        words: Inventory,
        around: Sequence[Passage],
        source: Passage,
        target: Passage,
        alignment: WordAlignment,
    ) -> Iterator[Told]:
        """The words whose rendering is known, each with the sense that its context tells, where it tells one.

        Where a sense is rendered, none of its context is met, and the context of another is (`contexts.telling_weight`) and is no
        less like what stands around, the rendering is wrong.
        """
        own, text = keyed_passage(source, "ar"), folded(source.text)
        for word, form in words.find(own):
            likely = [sense for sense in word.senses if sense.may_be_told(text)]
            if not likely:
                continue
            place = Place([keyed_passage(each, "ar") for each in around], own, form)
            sense = _prevailing(likely, place)
            if sense is not None:
                linked = _linked(alignment, own.part(*form))
                yield from self._told_of(sense, word, place, _renderings(word, target, linked))

    def _told_of(
        self, sense: Sense, word: Word, place: Place, having: dict[Sense, Passage]
    ) -> Iterator[Told]:
        if sense in having:
            if len(having) < len(word.senses):
                yield Told(sense, place, None)
        elif having and not any(weight(each.when, place) for each in having):
            nearest = max(self._likeness(each, place) for each in having)
            if self._likeness(sense, place) >= nearest:
                yield Told(sense, place, next(iter(having.values())))

    def _likeness(self, sense: Sense, place: Place) -> float:
        """The cosine in [-1, 1] of the mean vectors of what stands around a form and of a context; topics do not count."""
        around, context = self._surroundings(place), self._context(sense.when)
        return float(around @ context) if around is not None and context is not None else 0.0

    def _surroundings(self, place: Place) -> Floats | None:
        text = place.own.passage.text
        return self._mean(
            [
                text[word.start : word.end]
                for index, word in enumerate(place.own.located)
                if not place.form.first <= index <= place.form.last and _is_telling(word.keys[0])
            ]
        )

    def _context_of(self, values: tuple[str, ...]) -> Floats | None:
        cues = (value for value in values if value[:1] != MARK)
        return self._mean([word for cue in cues for word in cue.split() if _is_telling(word)])

    def _mean(self, words: list[str]) -> Floats | None:
        """The mean of the words' vectors at length 1; none for no words."""
        if not words:
            return None
        vectors = word_vectors(self.encoder)
        total = np.sum([vectors.unit(word) for word in words], axis=0)
        return np.asarray(total / (np.linalg.norm(total) or 1.0), dtype=np.float32)


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST and word not in function_words("ar")


def _prevailing(senses: Sequence[Sense], place: Place) -> Sense | None:
    """The sense whose context weighs most, if that is enough."""
    weights = {sense: telling_weight(sense.when, place) for sense in senses}
    heaviest = max(weights, key=lambda sense: weights[sense])
    return heaviest if weights[heaviest] else None


def _linked(alignment: WordAlignment, source: Passage) -> list[TargetWord]:
    """The content words of the target that words of a place of the original are linked to."""
    places = {number for number, word in enumerate(alignment.source_words) if word.passage.overlaps(source)}
    words = (alignment.target_words[link.target] for link in alignment.links if link.source in places)
    return [word for word in words if word.is_content]


def _renderings(word: Word, target: Passage, linked: Sequence[TargetWord]) -> dict[Sense, Passage]:
    """The senses of which one of the words that stand for the source word is a rendering, or part of one, each with its place."""
    rendered, found = keyed_passage(target, target.language), {}
    if linked and not word.keys(target.language).isdisjoint(rendered.places):
        for sense in word.senses:
            place = _rendering(sense, rendered, linked)
            if place is not None:
                found[sense] = place
    return found


def _rendering(sense: Sense, rendered: KeyedPassage, linked: Sequence[TargetWord]) -> Passage | None:
    """Where one of the words that stand for the source word is a rendering of a sense, or part of one."""
    for sequence in sense.patterns(rendered.language):
        for place in find_sequence(rendered, sequence):
            if any(place.overlaps(word.passage) for word in linked):
                return place
    return None


def told_senses(
    bitext: Bitext, terms: TermUses, alignments: Mapping[int, WordAlignment], encoder: WordEncoder
) -> tuple[WrongRendering, ...]:
    """The words rendered in a wrong sense, in text order; what a term is, and rendered well, is left to the term base."""
    known = settled(terms.uses)
    found: list[WrongRendering] = []
    for number, pair in enumerate(bitext.pairs):
        if pair.source is None or pair.target is None:
            continue
        near = bitext.pairs[max(0, number - 1) : number + 2]
        around = [each.source for each in near if each.source is not None]
        wrong = sense_teller(encoder).wrong(around, pair.source, pair.target, alignments[number])
        found += [each for each in wrong if not any(each.source.overlaps(term) for term in known)]
    return tuple(sorted(found, key=lambda each: each.target.start))


_LAST: list[SenseTeller] = []


def sense_teller(encoder: WordEncoder) -> SenseTeller:
    """That of one encoder, kept until another is used."""
    if not _LAST or _LAST[0].encoder is not encoder:
        _LAST[:] = [SenseTeller(encoder)]
    return _LAST[0]
