"""Reads one pair with the rows of the table of polysemes that may speak of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.bitext import Passage
from auditor.clitics import stems
from auditor.folding import folded
from auditor.terms.contexts import Span, stands
from auditor.terms.matching import keyed_passage, pattern
from auditor.terms.polysemes import Met
from auditor.terms.renderings import Renderings, apart
from auditor.terms.senses import content_keys
from auditor.terms.tsv import Polyseme
from auditor.terms.uses import TermUse, WrongRendering, settled
from auditor.word_alignment.links import WordAlignment
from auditor.wrong_senses.accounted import spells
from auditor.wrong_senses.known import explained, is_usual
from auditor.wrong_senses.linked import Linked
from auditor.wrong_senses.stems import accepted_stems, beginnings, forbidden_stems

_PART = frozenset(".!?؟،؛,;:()")
"""What ends a part of a sentence: no form goes on behind it."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place of the original with the rows that hold there."""

    rows: tuple[Polyseme, ...]
    source: Passage


@cache
def _renderings() -> Renderings:
    return Renderings()


@lru_cache(maxsize=16384)
def _telling(row: Polyseme, language: str) -> frozenset[str]:
    """Of each forbidden rendering the keys of its longest word: where none of them stands, none of the renderings does."""
    sequences = (pattern(form, language) for form in row.term.forbidden.get(language, ()))
    longest = (max(sequence, key=lambda keys: max(map(len, keys))) for sequence in sequences if sequence)
    return frozenset(key for keys in longest for key in keys)


class PairReader:
    """Reads the rows that are met in one pair."""

    def __init__(
        self, source: Passage, target: Passage, languages: Sequence[str], terms: Sequence[TermUse]
    ) -> None:
        self._source, self._target, self._languages = source, target, languages
        self._sound = [use.accepted for use in terms if use.accepted is not None]
        self._settled = [use.source for use in settled(terms)]

    def wrong(
        self, met: Sequence[Met], around: Sequence[Passage], alignment: Callable[[], WordAlignment]
    ) -> Iterator[WrongRendering]:
        """The uses that are rendered wrongly, each with the place of the wrong rendering."""
        text = folded(self._target.text)
        likely = [each for each in met if self._is_likely(each.row, text)]
        if not likely:
            return
        stems = {word.stem for word in alignment().target_words if word.is_content}
        hot = [each for each in likely if self._is_hot(each.row, stems)]
        if not hot:
            return
        beside = [each for each in met if any(_overlap(each, other) for other in hot)]
        uses = list(self._standing([each for each in beside if self._holds(each, around)]))
        taken: list[Passage] = []
        groups: dict[tuple[int, ...], list[Use]] = {}
        for use in uses:
            groups.setdefault(tuple(id(row) for row in use.rows), []).append(use)
        for group in groups.values():
            for use, place in self._judged(group, alignment):
                if not any(place.overlaps(other) for other in taken):
                    taken.append(place)
                    yield WrongRendering(use.rows[0].term, use.source, place, "pair")

    def _is_likely(self, row: Polyseme, text: str) -> bool:
        """Whether the folded target has the first letters of a forbidden rendering: most rows go no further."""
        return any(start in text for language in self._languages for start in beginnings(row, language))

    def _is_hot(self, row: Polyseme, stems: set[str]) -> bool:
        """Whether a forbidden rendering stands in the target, or another form of it."""
        if not forbidden_stems(row, self._target.language).isdisjoint(stems):
            return True
        present = [(language, keyed_passage(self._target, language).places) for language in self._languages]
        return any(not _telling(row, language).isdisjoint(places) for language, places in present) and bool(
            self._forbidden(row)
        )

    def _forbidden(self, row: Polyseme) -> list[Passage]:
        return _renderings().forbidden(self._target, row.term, self._languages)

    def _accepted(self, row: Polyseme) -> list[Passage]:
        return _renderings().accepted(self._target, row.term, self._languages)

    def _holds(self, met: Met, around: Sequence[Passage]) -> bool:
        """Whether the context is that of the row."""
        row = met.row
        if not row.when and not row.unless:
            return True
        own = keyed_passage(self._source, "ar")
        near = [keyed_passage(passage, "ar") for passage in around]
        form = Span(met.first, met.last)
        return (not row.when or stands(row.when, near, own, form)) and not (
            row.unless and stands(row.unless, near, own, None)
        )

    def _standing(self, met: Sequence[Met]) -> Iterator[Use]:
        """Of forms inside one another the longest; of rows at one place those that ask for their context, if any do.

        What is a term of the user's, or part of a term that is rendered well, is left to the term base.
        """
        by_place: dict[tuple[int, int], list[Polyseme]] = {}
        for each in met:
            if not any(_longer(other, each) for other in met):
                by_place.setdefault((each.first, each.last), []).append(each.row)
        keyed = keyed_passage(self._source, "ar")
        for (first, last), rows in by_place.items():
            asking = tuple(row for row in rows if row.when) or tuple(rows)
            source = keyed.part(first, last)
            if _PART.isdisjoint(source.text) and not any(_within(source, other) for other in self._settled):
                yield Use(asking, source)

    def _judged(
        self, uses: Sequence[Use], alignment: Callable[[], WordAlignment]
    ) -> Iterator[tuple[Use, Passage]]:
        rows = uses[0].rows
        accepted = apart([place for row in rows for place in self._accepted(row)])
        sound = [*accepted, *self._sound]
        known = {
            language: explained(self._source, [use.source for use in uses], language)
            for language in self._languages
        }
        wrong = [
            place
            for place in apart([place for row in rows for place in self._forbidden(row)])
            if not any(place.overlaps(other) for other in sound) and not _is_explained(place, known)
        ]
        links = Linked(alignment(), [use.source for use in uses])
        wrong = [place for place in wrong if not links.elsewhere(place) and not _is_spelled(uses, place)]
        if not wrong:
            yield from self._alike(uses, links)
            return
        missing = len(uses) - sum(not links.elsewhere(place) for place in accepted)
        left = list(uses)
        for place in wrong:
            sure = next((use for use in left if links.is_sure(use.source, place)), None)
            use = sure or (left[0] if left and missing > 0 else None)
            if use is not None:
                left.remove(use)
                missing -= 1
                yield use, place

    def _alike(self, uses: Sequence[Use], links: Linked) -> Iterator[tuple[Use, Passage]]:
        """Words that stand for this very word and share their stem with a forbidden rendering, with no accepted one."""
        language = self._target.language
        forbidden = frozenset().union(*(forbidden_stems(row, language) for row in uses[0].rows))
        accepted = frozenset().union(*(accepted_stems(row, language) for row in uses[0].rows))
        for use in uses:
            for word in links.words(use.source):
                usual = is_usual(use.source.text, word.form, language)
                if (
                    word.stem in forbidden - accepted
                    and not usual
                    and links.is_sure(use.source, word.passage)
                ):
                    yield use, word.passage
                    break


def _is_explained(place: Passage, known: Mapping[str, set[str]]) -> bool:
    return any(set(content_keys(place.text, language)) <= keys for language, keys in known.items())


def _is_spelled(uses: Sequence[Use], place: Passage) -> bool:
    """Whether a word with a capital is that of the original as it sounds: Mokha."""
    if not place.text[:1].isupper() or " " in place.text:
        return False
    forms = {form for use in uses for form in stems(folded(use.source.text))}
    return any(spells(form, folded(place.text)) for form in forms)


def _overlap(one: Met, other: Met) -> bool:
    return one.first <= other.last and other.first <= one.last


def _longer(one: Met, other: Met) -> bool:
    return (
        one.first <= other.first
        and other.last <= one.last
        and one.last - one.first > other.last - other.first
    )


def _within(one: Passage, other: Passage) -> bool:
    return one.document is other.document and other.start <= one.start and one.end <= other.end
