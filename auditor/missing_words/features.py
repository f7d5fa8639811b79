"""What speaks for a word being missing at a seam of a translation, and for which word of the original it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import NamedTuple

from auditor.gaps.looseness import SideCoverage
from auditor.missing_words.pieces import Piece
from auditor.word_alignment.links import WordAlignment

SEAM = (
    "odds",  # the log-odds of the seam by its text alone
    "behind",  # by how much those of another seam of the passage are higher
    "rival",  # the highest of the others
    "pieces", "place",  # of the passage, and where in it the seam is, as a share
    "near",  # the greatest value of a content word within NEAR on either side: it may render what seems lost
    "before_that", "before", "after", "after_that",  # values of the words beside the seam, GRAMMAR for words of grammar
)  # fmt: skip
WORD = (
    "value",  # of the word of the original: by how many nats it speaks for a gap
    "best",  # its strongest counterpart, in [0, 1]
    "distance",  # words from the seam to what stands for a word beside it, and REMOTE for each word that this is off
    "off",  # words from the seam to where the word should stand by what stands for all around it
    "led", "followed",  # a word before it is rendered just before the seam, a word behind it just behind
    "led_by_later", "followed_by_earlier",  # the other way round
    "near_links", "links",  # how many words around it are rendered near the seam, and rendered at all
    "capital", "number",
    "shift",  # its place in the original less that of the seam in the translation, as shares
)  # fmt: skip
SIDES = (
    "source_mean", "target_mean",  # mean value of the content words of a side
    "source_words", "target_words",  # their number
    "source_loose", "target_loose",  # how many of them have a value above LOOSE
    "french", "arabic",  # language of the translation, of the original
)  # fmt: skip
FEATURES = (*SEAM, *WORD, *SIDES)

OPEN = -1.0
"""Log-odds of a seam by its text alone from which on it is looked at."""
FREE = -1.0
"""Value of a word of the original from which on it may be what is missing."""
LOOSE = 1.0
NEAR, AROUND, LINKED = 3, 4, 0.4
"""Words beside a seam that may render what seems lost; words on either side of one of the original whose links tell where
it should stand, and how strong those must be."""
REMOTE, FAR, COST = 0.3, 9.0, 0.5
"""What a word more between a word and the one whose link is taken counts; a distance where nothing is linked; what a word
of distance takes from the value of a word."""
GRAMMAR, NOTHING = -7.0, (-9.0, 1.0, FAR, FAR, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""The value of a word of grammar beside a seam, and WORD where no word of the original seems lost."""


Links = Sequence[tuple[int, int]]
"""Words around one of the original, each with the place of what stands for it."""


class Seam(NamedTuple):
    """A place of the translation at which a word may be missing, before piece `place`; `word` is that of the original, -1 for none."""

    place: int
    word: int
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PairSides:
    """Both sides of a pair, with the pieces of the translation and the log-odds of its seams; `own` is the original."""

    alignment: WordAlignment
    own: SideCoverage
    other: SideCoverage
    pieces: Sequence[Piece]
    odds: Sequence[float]

    def seams(self) -> Iterator[Seam]:
        """Those that are looked at, in text order."""
        own, other = (_content_values(each) for each in (self.own, self.other))
        if not own or not other:
            return
        sides = (
            fmean(own), fmean(other), float(len(own)), float(len(other)),
            float(sum(value > LOOSE for value in own)), float(sum(value > LOOSE for value in other)),
            float(self.alignment.target.language == "fr"), float(self.alignment.source.language == "ar"),
        )  # fmt: skip
        lost = [
            (place, self._links(place))
            for place, word in enumerate(self.own.words)
            if word.is_content and self.own.values[place] > FREE
        ]
        first, second = sorted((*self.odds, OPEN), reverse=True)[:2]
        offset = self.alignment.target.start
        ends = [word.end - offset for word in self.other.words]
        for place, odds in enumerate(self.odds[: len(self.pieces)]):
            if odds <= OPEN:
                continue
            here = bisect_right(ends, self.pieces[place].start)
            word, found = self._likeliest(lost, here)
            seam = (
                odds, first - odds, second if odds == first else first,
                float(len(self.pieces)), place / len(self.pieces), *self._beside(here),
            )  # fmt: skip
            yield Seam(place, word, (*seam, *found, *sides))

    def _beside(self, here: int) -> tuple[float, ...]:
        """The values of the words around a seam that has `here` words before it."""
        words, values = self.other.words, self.other.values
        near = range(max(0, here - NEAR), min(len(words), here + NEAR))
        most = max((values[place] for place in near if words[place].is_content), default=GRAMMAR)
        beside = (
            values[place] if 0 <= place < len(words) and words[place].is_content else GRAMMAR
            for place in range(here - 2, here + 2)
        )
        return most, *beside

    def _likeliest(self, lost: Sequence[tuple[int, Links]], here: int) -> tuple[int, tuple[float, ...]]:
        """The word of the original that is likeliest to be missing at a seam, and WORD of it."""
        judged = ((word, self._judged(word, links, here)) for word, links in lost)
        return max(judged, key=lambda each: each[1][0] - COST * each[1][2], default=(-1, NOTHING))

    def _links(self, word: int) -> Links:
        own = self.own
        around = range(max(0, word - AROUND), min(len(own.words), word + AROUND + 1))
        return [
            (place, own.links[place]) for place in around if place != word and own.strength[place] > LINKED
        ]

    def _judged(self, word: int, links: Links, here: int) -> tuple[float, ...]:
        own = self.own
        distance = min(
            (abs(link + 0.5 - here) + REMOTE * abs(place - word) for place, link in links), default=FAR
        )
        off = abs(median(link - (place - word) for place, link in links) + 0.5 - here) if links else FAR
        before, after = (here - 1, here - 2), (here, here + 1)
        earlier, later = ([link for place, link in links if (place < word) is side] for side in (True, False))
        return (
            own.values[word], own.best[word], distance, off,
            *(
                float(any(link in places for link in some))
                for some, places in ((earlier, before), (later, after), (later, before), (earlier, after))
            ),
            float(sum(abs(link + 0.5 - here) <= NEAR for _, link in links)), float(len(links)),
            float(own.words[word].is_capital), float(own.words[word].is_number),
            word / len(own.words) - here / len(self.other.words),
        )  # fmt: skip


def _content_values(side: SideCoverage) -> list[float]:
    return [value for word, value in zip(side.words, side.values, strict=True) if word.is_content]
