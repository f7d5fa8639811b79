"""Words of several senses rendered in a sense that the table of polysemes says is wrong where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from auditor.bitext import Bitext, Pair, Passage
from auditor.folding import folded
from auditor.terms.contexts import Span, stands
from auditor.terms.matching import keyed_passage, pattern
from auditor.terms.polysemes import Met, PolysemeIndex, polyseme_index
from auditor.terms.renderings import Renderings, apart
from auditor.terms.senses import content_keys
from auditor.terms.tsv import Polyseme
from auditor.terms.uses import TermUse, TermUses, WrongRendering
from auditor.word_alignment.links import WordAlignment
from auditor.wrong_senses.known import explained, is_usual
from auditor.wrong_senses.linked import Linked
from auditor.wrong_senses.stems import accepted_stems, beginnings, forbidden_stems

_PART = frozenset(".!?؟،؛,;:()")
"""What ends a part of a sentence: no form goes on behind it."""

Alignments = Callable[[], Mapping[int, WordAlignment]]


@dataclass(frozen=True, slots=True)
class _Use:
    """One place of the original with the rows that hold there."""

    rows: tuple[Polyseme, ...]
    source: Passage


def listed_senses(
    bitext: Bitext,
    terms: TermUses,
    foreign: Sequence[Sequence[str]],
    alignments: Alignments,
    index: PolysemeIndex | None = None,
) -> tuple[WrongRendering, ...]:
    """In text order; `foreign`: for each pair the languages of runs in its target beside the target's own; `index` stands for the shipped table.

    A use of a row is wrong where a forbidden rendering stands that no other word of the original accounts for, and no
    accepted one is free; beside an accepted one only where the alignment of words links the two.
    """
    by_pair: dict[int, list[TermUse]] = {}
    for use in terms.uses:
        by_pair.setdefault(use.pair, []).append(use)
    table = index or polyseme_index()
    found: list[WrongRendering] = []
    for number, pair in enumerate(bitext.pairs):
        if pair.source is None or pair.target is None:
            continue
        met = table.find(keyed_passage(pair.source, "ar"))
        if met:
            languages = (bitext.target.language, *foreign[number])
            around = [each.source for each in _near(bitext.pairs, number) if each.source is not None]
            reader = _PairReader(pair.source, pair.target, languages, by_pair.get(number, ()))
            found += reader.wrong(met, around, partial(_of_pair, alignments, number))
    return tuple(sorted(found, key=lambda wrong: wrong.target.start))


def _of_pair(alignments: Alignments, number: int) -> WordAlignment:
    return alignments()[number]


def _near(pairs: Sequence[Pair], number: int) -> Sequence[Pair]:
    return pairs[max(0, number - 1) : number + 2]


@cache
def _renderings() -> Renderings:
    return Renderings()


@lru_cache(maxsize=16384)
def _telling(row: Polyseme, language: str) -> frozenset[str]:
    """Of each forbidden rendering the keys of its longest word: where none of them stands, none of the renderings does."""
    sequences = (pattern(form, language) for form in row.term.forbidden.get(language, ()))
    longest = (max(sequence, key=lambda keys: max(map(len, keys))) for sequence in sequences if sequence)
    return frozenset(key for keys in longest for key in keys)


class _PairReader:
    """Reads the rows that are met in one pair."""

    def __init__(
        self, source: Passage, target: Passage, languages: Sequence[str], terms: Sequence[TermUse]
    ) -> None:
        self._source, self._target, self._languages = source, target, languages
        self._sound = [use.accepted for use in terms if use.accepted is not None]
        self._settled = [use.source for use in terms if use.accepted is not None or use.term.strict]

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
        groups: dict[tuple[int, ...], list[_Use]] = {}
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

    def _standing(self, met: Sequence[Met]) -> Iterator[_Use]:
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
                yield _Use(asking, source)

    def _judged(
        self, uses: Sequence[_Use], alignment: Callable[[], WordAlignment]
    ) -> Iterator[tuple[_Use, Passage]]:
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
        wrong = [place for place in wrong if not links.elsewhere(place)]
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

    def _alike(self, uses: Sequence[_Use], links: Linked) -> Iterator[tuple[_Use, Passage]]:
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
