"""Fixed terms rendered word by word: what stands for one is made of other senses of its words than the term has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from auditor.bitext import Bitext, Passage, span
from auditor.institutions.accepted import Accepted, AcceptedWords, accepted_words
from auditor.institutions.names import read_names
from auditor.terms import Term
from auditor.terms.inflection import shared_stem
from auditor.terms.matching import keyed_passage
from auditor.terms.senses import content_keys, senses
from auditor.terms.uses import TermUse, TermUses
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder
from auditor.word_alignment.words import Word
from auditor.wrong_senses.known import content_words, explained, known

KNOWN = 0.02
"""p(target word | Arabic word) in the lexicon from which on a word is a literal rendering."""
LINKED = 0.5
"""Score of a link from which on a literal rendering stands for the word of the term."""
SURE = 0.8
"""... and one from which on a word stands for it that no dictionary has for it, and that begins with no capital."""
MEANT = 0.25
"""Probability that two linked words mean the same, from which on the target word stands for a word outside of the term."""
UNALIKE = 0.9
"""... below which a word that no dictionary has for a word of the term does not mean it either."""
NEAR, APART = 0.5, 0.3
"""Cosine with a word of an accepted rendering, from which on a literal rendering is a synonym of it; below which it is
sure to be none. On 19,000 sound sentences of the United Nations and 3,000 planted renderings."""
LITERAL, LIKELY, STRANGE = 0.8, 0.65, 0.6
"""Confidence of a literal rendering far from what is accepted, of another, of a word of no known sense."""
LONG = 3
"""Words of a term from which on one in so many may have no counterpart, and an acronym stand beside the rendering."""
WIDE = 2, 3
"""Words that a rendering spreads over at most: so many for each word of the term, and so many more."""

_SINGULAR, _PLURAL = "ه", "ات"

Alignments = Callable[[], Mapping[int, WordAlignment]]


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


def calqued_terms(
    bitext: Bitext, terms: TermUses, alignments: Alignments, encoder: WordEncoder
) -> tuple[Calqued, ...]:
    """Of terms of two words or more that have no accepted rendering in their pair, in text order of the original.

    Every word of the term has a counterpart, one at least is no word of an accepted rendering, no synonym of one and no
    rendering of a word outside of the term; it is a literal rendering of the word that it stands for, or of no known sense.
    Those that the term base knows to be wrong are passed over.
    """
    reader = accepted_words(encoder)
    blamed = [wrong.source for wrong in terms.wrong]
    found: list[Calqued] = []
    for use in terms.uses:
        if _is_open(use) and not any(use.source.overlaps(each) for each in blamed) and _is_written(use):
            pair = bitext.pairs[use.pair]
            both = pair.source is not None and pair.target is not None
            wrong = _Reading(use, alignments()[use.pair], reader).wrong() if both else None
            if wrong is not None and not _begins_longer(use.source, pair.source):
                found.append(wrong)
    return tuple(sorted(found, key=lambda each: each.source.start))


def _begins_longer(term: Passage, passage: Passage | None) -> bool:
    """Whether the name of a body begins with the term: a defence team is no authority of civil defence."""
    names = read_names(keyed_passage(passage, "ar")) if passage else ()
    return any(name.passage.start == term.start and name.passage.end > term.end for name in names)


def _is_open(use: TermUse) -> bool:
    """Whether a use of several words has no accepted rendering, or an acronym alone, which may stand beside a wrong one."""
    if use.inside or use.term.strict or (use.accepted is not None and not use.accepted.text.isupper()):
        return False
    return len(content_words(use.source.text)) >= (2 if use.accepted is None else LONG)


def _is_written(use: TermUse) -> bool:
    """Whether the term stands there as the term base has it, particles and articles aside: inflected it is often no term."""
    keys = [word.keys for word in keyed_passage(use.source, "ar").words]
    return any(
        len(form) == len(keys) and all(map(_is_bare, form, keys))
        for form in map(_stems, use.term.forms["ar"])
    )


def _is_bare(word: str, keys: tuple[str, ...]) -> bool:
    """Whether a word of a text has nothing but particles before a word of a form, and nothing behind it but a regular plural."""
    several = word.removesuffix(_SINGULAR) + _PLURAL
    one = word.removesuffix(_PLURAL) + _SINGULAR if word.endswith(_PLURAL) else word
    return any(each in keys and keys[0].endswith(each) for each in (word, one, several))


@lru_cache(maxsize=4096)
def _stems(form: str) -> tuple[str, ...]:
    return tuple(shared_stem(word) for word in form.split())


class _Reading:
    """One use of a term, and what stands for it."""

    def __init__(self, use: TermUse, alignment: WordAlignment, accepted: AcceptedWords) -> None:
        self._use, self._alignment = use, alignment
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
        confidence = max(self._judged(parts), default=0.0)
        if not confidence:
            return None
        whole = span([parts[0].word.passage, parts[-1].word.passage])
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
        others = self._others()
        about = explained(self._alignment.source, [self._use.source], self._language)
        for part in parts:
            keys = content_keys(part.word.passage.text, self._language)
            is_other = part.place in others or (keys and set(keys) <= about)
            if not (is_other or part.word.passage.text.isupper() or self._accepted.has(part.word, keys)):
                yield self._confidence(part, keys)

    def _confidence(self, part: _Part, keys: Sequence[str]) -> float:
        """That a word is wrong; 0 where it may mean what the term means."""
        likeness = self._words.likeness(self._accepted, part.word)
        if self._is_literal(part, keys):
            if part.score < LINKED or likeness >= NEAR:
                return 0.0
            return LITERAL if likeness < APART else LIKELY
        is_strange = part.score >= SURE and likeness < APART and self._meaning(part) < UNALIKE
        return STRANGE if is_strange and not part.word.is_capital else 0.0

    def _is_literal(self, part: _Part, keys: Sequence[str]) -> bool:
        forms = [self._alignment.source_words[source].form for source in part.sources]
        return any(
            key in senses(form, self._language) or known(form, self._language).get(key, 0) >= KNOWN
            for form in forms
            for key in keys
        )

    def _meaning(self, part: _Part) -> float:
        return max(float(self._alignment.meaning[source, part.place]) for source in part.sources)

    def _others(self) -> set[int]:
        """The target words that stand for words outside of the term."""
        return {
            link.target
            for link in self._alignment.links
            if link.source not in self._own
            and link.score >= LINKED
            and self._alignment.meaning[link.source, link.target] >= MEANT
        }
