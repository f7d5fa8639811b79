"""What speaks for another sense of a word than the one that is rendered: its context, met around the word, against that of the latter."""

from __future__ import annotations

from functools import lru_cache
from math import log1p
from typing import NamedTuple

import numpy as np

from auditor.languages import function_words
from auditor.terms.contexts import MARK, Place, nearest, weight
from auditor.terms.inventory import Sense
from auditor.word_alignment.vectors import Floats, WordEncoder, word_vectors
from auditor.wrong_senses.fitting import fits
from auditor.wrong_senses.known import is_usual
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
)
LEAST = 0.7
"""Weight of a context that speaks for its sense at all; a word of it within six."""
MOST = 4.0
"""Weight from which on more says no more."""
SHORTEST = 3
"""Letters of a word that tells something."""
BEST = 8.0
"""Difference of two logs of likelihood from which on more says no more."""


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
        place, language = found.place, found.target.language
        others = [each for each in found.word.senses if each not in found.having]
        weights = [weight(each.context, place) for each in others]
        most = max(weights)
        against = max(weight(each.context, place) for each in found.having) if most >= LEAST else 0.0
        if most < LEAST or against > most:
            return None
        around = self._surroundings(place)
        sense = max(
            (each for each, own in zip(others, weights, strict=True) if own == most),
            key=lambda each: self._likeness(each, around),
        )
        stems = every_stem(sense.renderings(language), language)
        if any(share_root(word.form, stem) or word.stem == stem for word in found.linked for stem in stems):
            return None
        return Rival(sense, self._clues(found, sense, around, (most, against)))

    def _clues(
        self, found: Rendered, sense: Sense, around: Floats | None, weights: tuple[float, float]
    ) -> tuple[float, ...]:
        place, having = found.place, found.having
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
        context = self._context(sense.when) if around is not None else None
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
        total = word_vectors(self.encoder).all_units(words).sum(axis=0)
        return np.asarray(total / (np.linalg.norm(total) or 1.0), dtype=np.float32)


def _fit(found: Rendered, sense: Sense) -> float:
    if not found.targets:
        return 0.0
    lead = fits([sense, *found.having], found.alignment, found.targets[0])
    return float(np.clip(lead[0] - lead[1:].max(), -BEST, BEST))


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST and word not in function_words("ar")
