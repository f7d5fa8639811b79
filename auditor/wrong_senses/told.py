"""Words of the inventory rendered in one of their senses where the words around them tell another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from auditor.bitext import Bitext, Passage
from auditor.languages import function_words
from auditor.terms.contexts import AGAINST, MARK, MOST, Place, nearest, telling_weight, weight
from auditor.terms.inflection import latin_key
from auditor.terms.inventory import Inventory, Sense, Word, inventory
from auditor.terms.matching import KeyedPassage, find_sequence, keyed_passage
from auditor.terms.uses import TermUses, WrongRendering, settled
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Floats, WordEncoder, word_vectors
from auditor.word_alignment.words import Word as TargetWord
from auditor.wrong_senses.stems import every_stem, share_root, word_keys

SHORTEST = 3
"""Letters of a word that tells something."""
TOLD = "told"
"""The `reach` of what the context tells."""


class Told(NamedTuple):
    """A sense that the context tells, and where another is rendered: in `target`, or nowhere."""

    sense: Sense
    place: Place
    target: Passage | None


class Rendered(NamedTuple):
    """A word of the inventory, where it stands, what is linked to it, and the senses that this renders, each with its place."""

    word: Word
    place: Place
    linked: Sequence[TargetWord]
    having: dict[Sense, Passage]


class SenseTeller:
    """Tells senses by their contexts, and by the likeness of what stands around to a whole context, in the vectors of an encoder."""

    def __init__(self, encoder: WordEncoder) -> None:
        self.encoder = encoder
        self._context = lru_cache(maxsize=1 << 12)(self._context_of)

    def wrong(
        self, around: Sequence[Passage], source: Passage, target: Passage, alignment: WordAlignment
    ) -> Iterator[WrongRendering]:
        """The words of a pair that are rendered in a sense that they do not have there; `around` holds `source` as well."""
        for each in _rendered(inventory(), around, source, target, alignment):
            told = self._wrong(each)
            if told is not None and told.target is not None:
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
        """The words whose rendering is known, each with the sense that its context tells, where it tells one."""
        for each in _rendered(words, around, source, target, alignment):
            wrong = self._wrong(each)
            sense, told = _prevailing(each.word.senses, each.place)
            if wrong is not None:
                yield wrong
            elif told and sense in each.having:
                yield Told(sense, each.place, None)

    def _wrong(self, found: Rendered) -> Told | None:
        """The sense that a word has instead of those that are rendered, if that can be told.

        Its context is met (`contexts.telling_weight`), and is no less like what stands around; next to nothing of the contexts
        of the senses that are rendered is, and nothing nearer; and nothing that is linked to the word may render it.
        """
        word, place, linked, having = found
        against = max(weight(each.context, place) for each in having)
        if against > MOST:
            return None
        sense, told = _prevailing([each for each in word.senses if each not in having], place)
        if not told or against > AGAINST * told or self._is_nearer(having, sense, place):
            return None
        if self._likeness(sense, place) < max(self._likeness(each, place) for each in having):
            return None
        target = next(iter(having.values()))
        stems = every_stem(sense.renderings(target.language), target.language)
        if any(share_root(each.form, stem) or each.stem == stem for each in linked for stem in stems):
            return None
        return Told(sense, place, target)

    def _is_nearer(self, senses: Iterable[Sense], than: Sense, place: Place) -> bool:
        """Whether a word of the context of one of the senses stands as near to the form as the nearest of another sense."""
        near = max(nearest(each.context, place) for each in senses)
        return near > 0 and near >= nearest(than.context, place)

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


def _prevailing(senses: Sequence[Sense], place: Place) -> tuple[Sense, float]:
    """The sense whose context weighs most, and what it weighs, 0 where that is not enough to tell it."""
    weights = [telling_weight(sense.context, place) for sense in senses]
    heaviest = max(range(len(senses)), key=weights.__getitem__)
    return senses[heaviest], weights[heaviest]


def _rendered(
    words: Inventory, around: Sequence[Passage], source: Passage, target: Passage, alignment: WordAlignment
) -> Iterator[Rendered]:
    """The words of which some senses are rendered by what stands for them, and others are not."""
    own, rendered = keyed_passage(source, "ar"), keyed_passage(target, target.language)
    met = words.find(own)
    links = _links(alignment) if met else []
    for word, form in met:
        part = own.part(*form)
        linked = [other for start, end, other in links if start < part.end and part.start < end]
        having = _renderings(word, rendered, linked)
        if 0 < len(having) < len(word.senses):
            place = Place([keyed_passage(each, "ar") for each in around], own, form)
            yield Rendered(word, place, linked, having)


def _links(alignment: WordAlignment) -> list[tuple[int, int, TargetWord]]:
    """The content words of the target, each with the slice of the original that the word has to which it is linked."""
    found = [
        (alignment.source_words[link.source], alignment.target_words[link.target]) for link in alignment.links
    ]
    return [(one.start, one.end, other) for one, other in found if other.is_content]


def _renderings(word: Word, rendered: KeyedPassage, linked: Sequence[TargetWord]) -> dict[Sense, Passage]:
    """The senses of which one of the words that stand for the source word is a rendering, or part of one, each with its place."""
    found = {}
    for sense in word.senses if linked else ():
        place = _rendering(sense, rendered, linked)
        if place is not None:
            found[sense] = place
    return found


def _rendering(sense: Sense, rendered: KeyedPassage, linked: Sequence[TargetWord]) -> Passage | None:
    """Where one of the words that stand for the source word is a rendering of a sense, or part of one."""
    for sequence in sense.expressions(rendered.language):
        for place in find_sequence(rendered, sequence):
            if any(place.overlaps(word.passage) for word in linked):
                return place
    keys = word_keys(sense.renderings(rendered.language), rendered.language)
    return next(
        (
            word.passage
            for word in linked
            if word.stem in keys or latin_key(word.form, rendered.language) in keys
        ),
        None,
    )


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
