"""Where a wrong word may be: a target word that nothing in the source means, beside a source word without rendering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from auditor.bitext import Passage
from auditor.word_alignment.lexicon import Lexicon
from auditor.word_alignment.links import Floats, WordAlignment
from auditor.word_alignment.words import Word

OPEN = 0.25
"""A word whose best counterpart means the same with a probability below this is uncovered."""
REACH = 4
"""Words on either side in which a word looks for linked neighbours."""
NEAR = 2.0
"""What the distance of the relative places of two words weighs against the score of linked neighbours."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """Usual renderings of a source word, the likeliest first; p(target | source) of the first; how often it was seen."""

    spellings: tuple[str, ...]
    stem: str
    probability: float
    count: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An uncovered target word and the uncovered source word that fits its place best, as places in an alignment.

    `number` is that of the alignment, `support` the summed score of linked neighbours on both sides, 0 to 2.
    """

    number: int
    alignment: WordAlignment = field(repr=False)
    source: int
    target: int
    rendering: Rendering
    support: float

    @property
    def source_word(self) -> Word:
        return self.alignment.source_words[self.source]

    @property
    def target_word(self) -> Word:
        return self.alignment.target_words[self.target]

    @property
    def passages(self) -> tuple[Passage, Passage]:
        return self.source_word.passage, self.target_word.passage


def uncovered(words: Sequence[Word], covered: Floats) -> list[int]:
    """Places of the content words covered less than OPEN; figures have a room of their own."""
    return [
        place
        for place, word in enumerate(words)
        if word.is_content and not word.is_number and covered[place] < OPEN
    ]


def candidates(number: int, alignment: WordAlignment, dictionary: Lexicon) -> Iterator[Candidate]:
    """For each uncovered target word, the uncovered source word with a known rendering that fits its place best."""
    if not alignment.source_words or not alignment.target_words:
        return
    targets = uncovered(alignment.target_words, alignment.meaning.max(axis=0))
    sources = uncovered(alignment.source_words, alignment.meaning.max(axis=1)) if targets else []
    known = [
        (place, best)
        for place in sources
        if (best := rendering(alignment.source_words[place], dictionary)) is not None
    ]
    for target in targets if known else ():
        supports = [support(alignment, place, target) for place, _ in known]
        fits = [
            value - NEAR * distance(alignment, place, target)
            for value, (place, _) in zip(supports, known, strict=True)
        ]
        chosen = fits.index(max(fits))
        yield Candidate(number, alignment, known[chosen][0], target, known[chosen][1], supports[chosen])


def rendering(word: Word, dictionary: Lexicon) -> Rendering | None:
    """The usual renderings of a word, or None where none is known."""
    index = dictionary.source.ids.get(word.stem)
    if index is None:
        return None
    others, ahead, _ = dictionary.row(index)
    if not len(others):
        return None
    spellings = tuple(dictionary.target.spelling(int(other)) for other in others[:3])
    return Rendering(
        spellings, dictionary.target.stems[others[0]], float(ahead[0]), float(dictionary.source.counts[index])
    )


def support(alignment: WordAlignment, source: int, target: int) -> float:
    """The best link score of a content word before the source word to one near the target word, plus that of one after."""
    before = after = 0.0
    for link in alignment.links:
        if abs(link.target - target) <= REACH and alignment.source_words[link.source].is_content:
            if source - REACH <= link.source < source:
                before = max(before, link.score)
            elif source < link.source <= source + REACH:
                after = max(after, link.score)
    return before + after


def distance(alignment: WordAlignment, source: int, target: int) -> float:
    """Of the relative places of two words; 0 to 1."""
    one = source / max(1, len(alignment.source_words) - 1)
    return abs(one - target / max(1, len(alignment.target_words) - 1))
