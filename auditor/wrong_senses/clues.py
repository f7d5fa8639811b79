"""What speaks for another sense of a word than the one that is rendered: its context, met around the word, against that of the latter."""

from __future__ import annotations

from functools import lru_cache
from math import log1p
from typing import NamedTuple

import numpy as np

from auditor.terms.contexts import MARK, Place, nearest, weight
from auditor.terms.inventory import Sense
from auditor.word_alignment.vectors import Floats, WordEncoder, word_vectors
from auditor.wrong_senses.fitting import fits
from auditor.wrong_senses.known import is_usual
from auditor.wrong_senses.latent import is_telling, latent_vectors
from auditor.wrong_senses.rendered import Rendered
from auditor.wrong_senses.stems import every_stem, share_root

CLUES = (
    "constant",
    "weight",  # of the context of the other sense, up to MOST
    "against",  # the weight of that of the sense that is rendered, up to MOST
    "share",  # of the latter in both
    "likeness",  # of what stands around to the context of the other sense, a cosine
    "lead",  # of this likeness over that to the context of the sense that is rendered
    "nearness",  # weight of the nearest word of the context, less that of the sense that is rendered
    "words",  # log of how many words the context has that could be met
    "rival_words",  # ... and that of the sense that is rendered
    "usual",  # whether the lexicon has the rendering for the word
    "kinship",  # cosine of the word and its rendering
    "link",  # the score of the link of the two
    "fit",  # how much better the other sense fits the translation there, up to BEST either way
    "akin",  # how akin what stands around is to the context of the other sense, a cosine of latent vectors
    "akin_lead",  # ... over that of the sense that is rendered
    "around",  # log of how many words stand around whose latent vectors are known, by their closeness
)
LEAST = 0.7
"""Weight of a context that speaks for its sense at all; a word of it within six."""
MOST = 4.0
"""Weight from which on more says no more."""
FAINT = 0.01
"""Weight of a context that is not met at all, beside those that are."""
AKIN, MET = 0.02, 0.1
"""Where the context of no other sense is met enough: how akin one must be, and what meeting a word of it adds."""
BEST = 8.0
"""Difference of two logs of likelihood from which on more says no more."""


Told = tuple[Sense, tuple[float, float]]
"""A sense, with the weight of its context and of those of the senses that are rendered."""


class Rival(NamedTuple):
    """A sense that a word may have instead of the one that is rendered, with the CLUES for it."""

    sense: Sense
    clues: tuple[float, ...]


class ClueReader:
    """Reads clues, with the vectors of an encoder."""

    def __init__(self, encoder: WordEncoder) -> None:
        self.encoder = encoder
        self._context = lru_cache(maxsize=1 << 12)(self._context_of)

    def rival(self, found: Rendered) -> Rival | None:
        """The other sense whose context weighs most, if it weighs LEAST and no less than that of the sense that is rendered.

        None too where a word that stands for the source word is of one root with a rendering of that sense.
        """
        told = self._heaviest(found)
        return self._rival(found, *told) if told is not None else None

    def likeliest(self, found: Rendered) -> Rival | None:
        """The same, and where no context is met so far the sense that is most akin to what stands around: none of these is told,
        and what tells the others is learned from them as well.
        """
        told = self._heaviest(found) or _most_akin(found)
        return self._rival(found, *told) if told is not None else None

    def _heaviest(self, found: Rendered) -> Told | None:
        """Of the senses whose context weighs most the one that is likest to what stands around."""
        others, weights = _others(found)
        most = max(weights)
        against = _against(found) if most >= LEAST else 0.0
        if most < LEAST or against > most:
            return None
        heaviest = [each for each, own in zip(others, weights, strict=True) if own == most]
        if len(heaviest) == 1:
            return heaviest[0], (most, against)
        around = self._surroundings(found.place)
        return max(heaviest, key=lambda each: self._likeness(each, around)), (most, against)

    def _rival(self, found: Rendered, sense: Sense, weights: tuple[float, float]) -> Rival | None:
        language = found.target.language
        stems = every_stem(sense.renderings(language), language)
        if any(share_root(word.form, stem) or word.stem == stem for word in found.linked for stem in stems):
            return None
        return Rival(sense, self._clues(found, sense, weights))

    def _clues(self, found: Rendered, sense: Sense, weights: tuple[float, float]) -> tuple[float, ...]:
        place, having = found.place, found.having
        around = self._surroundings(place)
        likeness = self._likeness(sense, around)
        own, other = (min(each, MOST) for each in weights)
        return (
            1.0,
            own,
            other,
            other / (own + other),
            likeness,
            likeness - max(self._likeness(each, around) for each in having),
            nearest(sense.context, place) - max(nearest(each.context, place) for each in having),
            log1p(len(sense.when)),
            log1p(max(len(each.when) for each in having)),
            float(is_usual(found.source.text, found.target.text, found.target.language)),
            self._kinship(found),
            found.score(),
            _fit(found, sense),
            *_akin(found, sense),
        )

    def _kinship(self, found: Rendered) -> float:
        vectors = word_vectors(self.encoder)
        own = vectors.unit(found.source.text)
        rendering = [
            word
            for word in found.linked
            if any(place.overlaps(word.passage) for place in found.having.values())
        ]
        return max((float(own @ vectors.unit(word.form)) for word in rendering), default=0.0)

    def _likeness(self, sense: Sense, around: Floats | None) -> float:
        """The cosine in [-1, 1] of the mean vectors of what stands around a form and of a context; topics do not count."""
        return _cosine(around, self._context(sense.when) if around is not None else None)

    def _surroundings(self, place: Place) -> Floats | None:
        text = place.own.passage.text
        return self._mean(
            [
                text[word.start : word.end]
                for index, word in enumerate(place.own.located)
                if not place.form.first <= index <= place.form.last and is_telling(word.keys[0])
            ]
        )

    def _context_of(self, values: tuple[str, ...]) -> Floats | None:
        cues = (value for value in values if value[:1] != MARK)
        return self._mean([word for cue in cues for word in cue.split() if is_telling(word)])

    def _mean(self, words: list[str]) -> Floats | None:
        """The mean of the words' vectors at length 1; none for no words."""
        if not words:
            return None
        total = word_vectors(self.encoder).all_units(words).sum(axis=0)
        return np.asarray(total / (np.linalg.norm(total) or 1.0), dtype=np.float32)


def _fit(found: Rendered, sense: Sense) -> float:
    if not found.targets:
        return 0.0
    lead = fits([sense, *found.having], found.alignment, found.targets[0])
    return float(np.clip(lead[0] - lead[1:].max(), -BEST, BEST))


def _others(found: Rendered) -> tuple[list[Sense], list[float]]:
    """The senses that are not rendered, with the weights of their contexts."""
    others = [each for each in found.word.senses if each not in found.having]
    return others, [weight(each.context, found.place) for each in others]


def _against(found: Rendered) -> float:
    """The weight of the contexts of the senses that are rendered, the most of any."""
    return max(weight(each.context, found.place) for each in found.having)


def _most_akin(found: Rendered) -> Told | None:
    """The sense that is most akin to what stands around, a word of its context that is met counting too."""
    others, weights = _others(found)
    direction, _ = latent_vectors().around(found.place)
    kinship = [_cosine(direction, latent_vectors().of_sense(each)) for each in others]
    best = max(range(len(others)), key=lambda place: kinship[place] + MET * weights[place])
    if kinship[best] <= AKIN:
        return None
    return others[best], (max(weights[best], FAINT), _against(found))


def _akin(found: Rendered, sense: Sense) -> tuple[float, float, float]:
    vectors = latent_vectors()
    direction, known = vectors.around(found.place)
    own = _cosine(direction, vectors.of_sense(sense))
    return own, own - max(_cosine(direction, vectors.of_sense(each)) for each in found.having), log1p(known)


def _cosine(one: Floats | None, other: Floats | None) -> float:
    return 0.0 if one is None or other is None else float(one @ other)
