"""Expressions of two words that recur in the original, and where one is rendered by other words than in its other places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.bitext import Passage, span
from auditor.consistency.departures import Departure
from auditor.languages import language_data
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder, word_vectors
from auditor.word_alignment.words import Word

LINKED = 0.7
"""Score of a link from which on a target word stands for a word of the expression."""
ALIKE = 0.45
"""Cosine from which on two target words may mean the same."""
MEANT = 0.1
"""Probability that the target word means the word of the original; one word of a deviating rendering has it at least."""
APART = 3
"""Words by which the two words of a rendering stand apart at most."""
SHORT = 2
"""Letters of a word of an expression at least."""
_ARTICLES = tuple(language_data("ar", "clitics")["articles"])


@dataclass(frozen=True, slots=True)
class _Use:
    """One place of an expression, and the two words that stand for it, in the order of the original."""

    source: Passage
    words: tuple[Word, Word]

    @property
    def target(self) -> Passage:
        first, last = sorted(self.words, key=lambda word: word.start)
        return span([first.passage, last.passage])


def phrase_departures(alignments: Mapping[int, WordAlignment], encoder: WordEncoder) -> Iterator[Departure]:
    """Renderings that share no word with any other of their expression, and are not like one: a noun and what defines it.

    The usual rendering is that of most places, of as many the first.
    """
    places: dict[tuple[str, str], list[tuple[WordAlignment, int]]] = {}
    for number in sorted(alignments):
        for place, key in _phrases(alignments[number]):
            places.setdefault(key, []).append((alignments[number], place))
    for some in places.values():
        uses = [use for alignment, place in some if (use := _use(alignment, place))] if len(some) > 1 else []
        if len(uses) > 1 and len({word.stem for use in uses for word in use.words}) > 3:
            yield from _deviating(uses, encoder)


def _phrases(alignment: WordAlignment) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where a content word and one with its article follow each other, with their stems."""
    words = alignment.source_words
    for place in range(len(words) - 1):
        one, other = words[place], words[place + 1]
        if (
            other.form.startswith(_ARTICLES)
            and other.start == one.end + 1
            and _is_fit(one)
            and _is_fit(other)
        ):
            yield place, (one.stem, other.stem)


def _is_fit(word: Word) -> bool:
    return word.is_content and not word.is_number and len(word.stem) >= SHORT


def _use(alignment: WordAlignment, place: int) -> _Use | None:
    """None where one of the words has no counterpart of its own close to that of the other, or none means its word."""
    found: list[int] = []
    for word in (place, place + 1):
        links = [link for link in alignment.links if link.source == word]
        best = max(links, key=lambda link: link.score, default=None)
        if best is None or best.score < LINKED or not alignment.target_words[best.target].is_content:
            return None
        found.append(best.target)
    one, other = found
    meaning = max(float(alignment.meaning[place, one]), float(alignment.meaning[place + 1, other]))
    if one == other or abs(one - other) > APART or meaning < MEANT:
        return None
    source = span([word.passage for word in alignment.source_words[place : place + 2]])
    return _Use(source, (alignment.target_words[one], alignment.target_words[other]))


def _deviating(uses: Sequence[_Use], encoder: WordEncoder) -> Iterator[Departure]:
    """The uses that are like none of the others, but the first where all are alone."""
    alike = [[other for other in uses if other is use or _is_like(use, other, encoder)] for use in uses]
    usual = max(alike, key=len)
    shown = " ".join(usual[0].target.text.split())
    for use, group in zip(uses, alike, strict=True):
        if len(group) == 1 and use is not usual[0]:
            yield Departure(use.source, use.target, shown, len(usual), len(uses))


def _is_like(one: _Use, other: _Use, encoder: WordEncoder) -> bool:
    """Whether two renderings share a word, or both words of the one are near in meaning to those of the other."""
    if not {word.stem for word in one.words}.isdisjoint(word.stem for word in other.words):
        return True
    vectors = word_vectors(encoder)
    return all(
        float(vectors.unit(here.spelling) @ vectors.unit(there.spelling)) >= ALIKE
        for here, there in zip(one.words, other.words, strict=True)
        if here.spelling and there.spelling
    )
