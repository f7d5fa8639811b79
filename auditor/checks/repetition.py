"""Words and phrases that the translation doubles and the original does not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from auditor.bitext import Bitext, Passage
from auditor.clitics import stems
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.folding import folded, words
from auditor.languages import language_data
from auditor.segmentation import split_sentences
from auditor.terms.matching import Keyed, keyed_words

_ENDS = re.compile(r"[.!?؟…\n]")
_PARTED = re.compile(r"[,;:.()«»“”\"\n]")


LEAST = 4  # letters of a content word that may be said twice around a joining word
ALIKE = 3  # letters that two forms of one word share at least
Spoken = list[tuple[str, int, int]]  # folded words with their slices


@dataclass(frozen=True, slots=True)
class Repetition:
    """A word or phrase stands twice in a row in the translation, but not in the original.

    Why it matters: machines fill a gap by saying the same word again; what the original had there is lost.
    Flags: "des expériences et des expériences", "la réalisation des réalisations", "in the in the region"; a whole
    sentence said twice, which is major.
    Passes: "nous nous réjouissons", "encore et encore", "roi des rois", a word that the original repeats as well.
    Known limits: the same thing said twice in different words; a word repeated further on in the sentence.
    Source: MQM, Linguistic conventions > Duplication; ITS duplication. Judged on what stands side by side, or on
    both sides of a joining word (et, de, and, of).
    """

    code: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.MINOR
    mqm: ClassVar[str] = "linguistic-conventions/duplication"
    its: ClassVar[str] = "duplication"

    longest: int = 12  # words of a phrase said twice
    sentence: int = 4  # words of a sentence; shorter ones may be a refrain

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        language = evidence.bitext.target.language
        if language == "ar":
            return
        for pair in evidence.bitext.pairs:
            if pair.target is None or pair.source is None:
                continue
            repeated = list(self._repeated(pair.target, language))
            if repeated and _doubles(pair.source):
                continue
            for target in repeated:
                text = " ".join(target.text.split())
                message = f"“{text}” says the same twice, which the original does not"
                yield Finding(self.code, self.severity, message, pair.source, target, 0.85)
        yield from self._sentences(evidence.bitext)

    def _sentences(self, bitext: Bitext) -> Iterator[Finding]:
        """Sentences said twice in a row; major, since whatever stood there in the original is lost."""
        if len(_ENDS.findall(bitext.target.text)) < 2:
            return
        repeated = list(_twice(split_sentences(bitext.target), self.sentence))
        if not repeated or any(True for _ in _twice(split_sentences(bitext.source), 1)):
            return
        for second in repeated:
            message = "the translation says this sentence twice in a row, which the original does not"
            yield Finding(self.code, Severity.MAJOR, message, None, second, 0.9)

    def _repeated(self, passage: Passage, language: str) -> Iterator[Passage]:
        table = _table(language)
        spoken = words(passage.text)
        found = sorted([*self._in_a_row(passage, spoken, table), *_joined_words(passage, spoken, table)])
        end = -1
        for start, stop in found:
            if start >= end:
                yield passage.part(start, stop)
                end = stop

    def _in_a_row(self, passage: Passage, found: Spoken, table: _Table) -> Iterator[tuple[int, int]]:
        """Slices of a phrase and the same phrase, nothing but spaces between; elided articles belong to their words."""
        index = 0
        for begin, size in self._same_again(found):
            if begin >= index and _is_doubled(passage, found, begin, size, table):
                yield found[begin][1], found[begin + 2 * size - 1][2]
                index = begin + 2 * size

    def _same_again(self, found: Spoken) -> list[tuple[int, int]]:
        """Where a phrase may be said twice, and the number of its words: from left to right, the longer first."""
        places: dict[str, list[int]] = {}
        candidates = []
        for place, (word, _, _) in enumerate(found):
            before = places.setdefault(word, [])
            candidates += [(each, each - place) for each in before if place - each <= self.longest]
            before.append(place)
        return [(begin, -size) for begin, size in sorted(candidates)]


@dataclass(frozen=True, slots=True)
class _Table:
    """Words that may be doubled, that join, that coordinate, that may stand between, that idioms repeat."""

    doubled: frozenset[str]
    joining: frozenset[str]
    coordinating: frozenset[str]
    between: frozenset[str]
    idioms: frozenset[str]


@cache
def _table(language: str) -> _Table:
    data = language_data(language, "repetition")
    return _Table(
        frozenset(map(folded, data["doubled"])),
        frozenset(data["joining"]),
        frozenset(data["joining"][:1]),
        frozenset(data["between"]),
        frozenset(data["idioms"]),
    )


def _is_doubled(passage: Passage, found: Spoken, begin: int, size: int, table: _Table) -> bool:
    """Whether the phrase of `size` words follows itself at once."""
    first = [word for word, _, _ in found[begin : begin + size]]
    if first != [word for word, _, _ in found[begin + size : begin + 2 * size]]:
        return False
    between = passage.text[found[begin + size - 1][2] : found[begin + size][1]]
    telling = sum(map(len, first)) > 2 and not all(word.isdecimal() for word in first)
    return telling and not between.strip() and not (size == 1 and first[0] in table.doubled)


def _twice(sentences: Sequence[Passage], least: int) -> Iterator[Passage]:
    """The second of two sentences in a row with the same words, `least` or more."""
    spoken = [[word for word, _, _ in words(sentence.text)] for sentence in sentences]
    for (first, second), sentence in zip(itertools.pairwise(spoken), sentences[1:], strict=True):
        if first == second and len(second) >= least:
            yield sentence


def _joined_words(passage: Passage, spoken: Spoken, table: _Table) -> Iterator[tuple[int, int]]:
    if not _may_join(spoken):
        return
    keyed = keyed_words(passage, passage.language)
    forms = [passage.text[word.start : word.end].casefold() for word in keyed]
    for index in range(len(keyed)):
        last = _joined(passage, keyed, forms, index, table)
        if last is not None:
            # "des X et des X": the little word before both belongs to what is doubled.
            first = index - 1 if index and last - index > 2 and forms[index - 1] == forms[last - 1] else index
            yield keyed[first].start, keyed[last].end


def _may_join(spoken: Spoken) -> bool:
    """Whether two words that begin alike stand near each other, as where a joining word is between."""
    bare = [word.rpartition("'")[2] for word, _, _ in spoken]
    return any(
        len(word) >= LEAST and word[:ALIKE] == other[:ALIKE]
        for place, word in enumerate(bare)
        for other in bare[place + 1 : place + 5]
    )


def _joined(
    passage: Passage, keyed: tuple[Keyed, ...], forms: list[str], index: int, table: _Table
) -> int | None:
    """Index of the last word in X et X, X de X: a content word, joining words, the same content word."""
    if keyed[index].skipped or len(keyed[index].keys[0]) < LEAST or forms[index] in table.idioms:
        return None
    last = index + 1
    while last < len(forms) and last - index <= 4 and forms[last] in table.between:
        last += 1
    if last == index + 1 or last >= len(forms) or keyed[last].keys != keyed[index].keys:
        return None
    between = set(forms[index + 1 : last]) & table.joining
    # "voyageurs et voyageuses", "protein and proteins" are two things; "la réalisation des réalisations" is one.
    coordinated = bool(between & table.coordinating)
    text = passage.text[keyed[index].start : keyed[last].end]
    names = text[0].isupper() and passage.text[keyed[last].start].isupper()
    sound = names or (coordinated and forms[last] != forms[index]) or _PARTED.search(text)
    return last if between and not sound else None


def _doubles(source: Passage) -> bool:
    """Whether the original itself has a word twice in a row, or its stem twice within three words."""
    plain = [word for word, _, _ in words(source.text)]
    if any(len(one) > 2 and one == other for one, other in itertools.pairwise(plain)):
        return True
    found = [stems(word)[-1] for word in plain] if source.language == "ar" else plain
    return any(len(word) > 3 and word in found[index + 1 : index + 3] for index, word in enumerate(found))
