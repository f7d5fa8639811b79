"""What stands for one use of a term, and whether it is made of other senses of the term's words than the term has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.bitext import Passage, span
from auditor.institutions.accepted import BEGINNING, Accepted, AcceptedWords
from auditor.terms import Term
from auditor.terms.senses import content_keys, senses
from auditor.terms.uses import TermUse
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.words import Word
from auditor.wrong_senses.known import EXPLAINED, explained, known
from auditor.wrong_senses.meant import MeantSenses

KNOWN = 0.02
"""p(target word | Arabic word) in the lexicon from which on a word is a literal rendering."""
LINKED = 0.5
"""Score of a link from which on a literal rendering stands for the word of the term."""
SURE, FAIR, FIRM = 0.8, 0.6, 0.9
"""... and one from which on a word stands for it that no dictionary has for it; FAIR in a term of LONG words that all have
a counterpart."""
TIED = 0.97
"""... and one from which on it stands for the word of a term of LONG words though another word of the original would account
for it as well."""
MEANT = 0.25
"""Probability that two linked words mean the same, from which on the target word stands for a word outside of the term."""
UNALIKE = 0.9
"""... below which a word that no dictionary has for a word of the term does not mean it either."""
NEAR, APART = 0.5, 0.3
"""Cosine with a word of an accepted rendering, from which on a literal rendering is a synonym of it; below which it is
sure to be none. On 19,000 sound sentences of the United Nations and 3,000 planted renderings."""
ALIKE, STRANGER, FAR = 0.6, 0.52, 0.2
"""Cosines in a term of LONG words: a literal rendering that is TIED to its word is no synonym below ALIKE, a word of no
known sense none below STRANGER where its link is FIRM, or below FAR. Of 3,308 uses of terms in sound sentences without an
accepted rendering 41 are called wrong so (26 without these rules), of 255 wrong ones in press texts 226 (206)."""
LITERAL, LIKELY, STRANGE, STRAY = 0.8, 0.65, 0.6, 0.55
"""Confidence of a literal rendering far from what is accepted, of another, of a word of no known sense, of what fits
in a term of LONG words alone."""
LONG = 3
"""Words of a term from which on one in so many may have no counterpart, and an acronym stand beside the rendering."""
BESIDE = 2
"""Words between a term's rendering and the stray word that completes it, at most, and that one."""
WIDE = 2, 3
"""Words that a rendering spreads over at most: so many for each word of the term, and so many more."""


@dataclass(frozen=True, slots=True)
class Calqued:
    """A term with the rendering of all of it; `confidence` in [0, 1]."""

    term: Term
    source: Passage
    target: Passage
    confidence: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A target word that stands for words of a term, as places in the words of an alignment."""

    place: int
    word: Word
    sources: tuple[int, ...]
    score: float


class TermReading:
    """One use of a term, and what stands for it."""

    def __init__(
        self, use: TermUse, alignment: WordAlignment, accepted: AcceptedWords, meant: MeantSenses
    ) -> None:
        self._use, self._alignment, self._meant = use, alignment, meant
        self._language = alignment.target.language
        self._own = {
            place
            for place, word in enumerate(alignment.source_words)
            if word.is_content and word.passage.overlaps(use.source)
        }
        self._words = accepted

    def wrong(self) -> Calqued | None:
        parts = self._parts()
        if len(parts) < 2 or not self._is_whole(parts):
            return None
        confidence, places = max(self._judged(parts), default=0.0), [part.place for part in parts]
        if not confidence:
            stray = self._stray(parts)
            if stray is None:
                return None
            confidence, places = STRAY, sorted([*places, stray])
        whole = span([self._alignment.target_words[place].passage for place in (places[0], places[-1])])
        return Calqued(self._use.term, self._use.source, whole, confidence)

    @cached_property
    def _accepted(self) -> Accepted:
        return self._words.of(self._use.term, self._language)

    def _parts(self) -> list[_Part]:
        """The content words that stand for words of the term, in text order."""
        links: dict[int, list[tuple[int, float]]] = {}
        for link in self._alignment.links:
            word = self._alignment.target_words[link.target]
            if (
                link.source in self._own
                and word.is_content
                and not word.is_number
                and not self._is_settled(word)
            ):
                links.setdefault(link.target, []).append((link.source, link.score))
        words = self._alignment.target_words
        return [
            _Part(place, words[place], tuple(source for source, _ in own), max(score for _, score in own))
            for place, own in sorted(links.items())
        ]

    def _is_settled(self, word: Word) -> bool:
        """Whether a word is the acronym of the term."""
        return self._use.accepted is not None and word.passage.overlaps(self._use.accepted)

    def _is_whole(self, parts: Sequence[_Part]) -> bool:
        """Whether every word of the term has a counterpart, all of them close together."""
        covered = {source for part in parts for source in part.sources}
        each, more = WIDE
        is_close = parts[-1].place - parts[0].place <= each * len(self._own) + more
        return is_close and len(covered) >= len(self._own) - len(self._own) // LONG

    def _judged(self, parts: Sequence[_Part]) -> Iterator[float]:
        """Of each word that does not belong to an accepted rendering, how sure it is to be wrong."""
        is_whole = len({source for part in parts for source in part.sources}) == len(self._own)
        is_long = len(self._own) >= LONG
        for part in parts:
            keys = content_keys(part.word.passage.text, self._language)
            is_tied = is_long and part.score >= TIED
            is_other = part.place in self._others or (not is_tied and self._is_explained(keys))
            if not (is_other or part.word.passage.text.isupper() or self._accepted.has(part.word, keys)):
                confidence = self._confidence(part, keys, is_long=is_whole and is_long)
                if confidence and not self._is_idle(part, keys, parts) and not self._is_meant(part):
                    yield confidence

    def _is_meant(self, part: _Part) -> bool:
        """Whether the words around tell the sense that a word renders: services of customs are no interests."""
        words = self._alignment.source_words
        term = self._use.source
        return any(self._meant.is_meant(words[source].passage, part.word, term) for source in part.sources)

    def _is_idle(self, part: _Part, keys: Sequence[str], parts: Sequence[_Part]) -> bool:
        """Whether a word is a usual rendering of what the term may do without: the rest is an accepted rendering."""
        if not self._is_usual(part, keys):
            return False
        rest = [each for each in parts if each is not part]
        stems = {each.word.stem for each in rest}
        beginnings = {each.word.form[:BEGINNING] for each in rest}
        return any(
            all(stem in stems or form[:BEGINNING] in beginnings for form, stem in each)
            for each in self._accepted.each
        )

    def _is_usual(self, part: _Part, keys: Sequence[str]) -> bool:
        forms = [self._alignment.source_words[source].form for source in part.sources]
        return any(known(form, self._language).get(key, 0.0) >= EXPLAINED for form in forms for key in keys)

    def _confidence(self, part: _Part, keys: Sequence[str], *, is_long: bool) -> float:
        """That a word is wrong; 0 where it may mean what the term means."""
        likeness = self._words.likeness(self._accepted, part.word)
        if self._is_literal(part, keys):
            if part.score < LINKED or likeness >= (ALIKE if is_long and part.score >= TIED else NEAR):
                return 0.0
            return LITERAL if likeness < APART else LIKELY if likeness < NEAR else STRAY
        if self._meaning(part) >= UNALIKE:
            return 0.0
        if part.score >= SURE and likeness < APART:
            return STRANGE
        is_far = likeness < (STRANGER if part.score >= FIRM else FAR)
        return STRAY if is_long and part.score >= FAIR and is_far else 0.0

    def _stray(self, parts: Sequence[_Part]) -> int | None:
        """The place of the one word that stands where the one word of a long term without a counterpart should be rendered.

        Only beside words of an accepted rendering alone.
        """
        uncovered = self._own - {source for part in parts for source in part.sources}
        if len(uncovered) != 1 or len(self._own) < LONG or not all(map(self._is_accepted, parts)):
            return None
        taken = {part.place for part in parts}
        around = range(max(0, min(taken) - BESIDE), max(taken) + BESIDE + 1)
        words = self._alignment.target_words
        found = [
            place for place in around if place < len(words) and place not in taken and self._is_stray(place)
        ]
        return found[0] if len(found) == 1 else None

    def _is_accepted(self, part: _Part) -> bool:
        return self._accepted.has(part.word, content_keys(part.word.passage.text, self._language))

    def _is_stray(self, place: int) -> bool:
        """Whether a word stands for nothing in the original, and for nothing that is accepted."""
        word = self._alignment.target_words[place]
        keys = content_keys(word.passage.text, self._language)
        return (
            word.is_content
            and not word.is_number
            and place not in self._others
            and all(link.score < LINKED for link in self._alignment.links if link.target == place)
            and not self._is_explained(keys)
            and not self._accepted.has(word, keys)
            and self._words.likeness(self._accepted, word) < NEAR
        )

    def _is_explained(self, keys: Sequence[str]) -> bool:
        """Whether words of the original outside of the term account for a target word."""
        return bool(keys) and set(keys) <= self._about

    @cached_property
    def _about(self) -> set[str]:
        return explained(self._alignment.source, [self._use.source], self._language)

    def _is_literal(self, part: _Part, keys: Sequence[str]) -> bool:
        forms = [self._alignment.source_words[source].form for source in part.sources]
        return any(
            key in senses(form, self._language) or known(form, self._language).get(key, 0) >= KNOWN
            for form in forms
            for key in keys
        )

    def _meaning(self, part: _Part) -> float:
        return max(float(self._alignment.meaning[source, part.place]) for source in part.sources)

    @cached_property
    def _others(self) -> set[int]:
        """The target words that stand for words outside of the term."""
        return {
            link.target
            for link in self._alignment.links
            if link.source not in self._own
            and link.score >= LINKED
            and self._alignment.meaning[link.source, link.target] >= MEANT
        }
