"""Words of the inventory with the senses that the translation renders: by what is linked to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.bitext import Passage
from auditor.terms.contexts import Place
from auditor.terms.inflection import latin_key
from auditor.terms.inventory import Inventory, Sense, Word
from auditor.terms.matching import KeyedPassage, find_sequence, keyed_passage
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.words import Word as TargetWord
from auditor.wrong_senses.stems import word_keys


@dataclass(frozen=True)
class Rendered:
    """A word of the inventory, where it stands, what is linked to it, and the senses that this renders, each with its place."""

    word: Word
    place: Place
    linked: Sequence[TargetWord]
    having: dict[Sense, Passage]
    alignment: WordAlignment

    @property
    def source(self) -> Passage:
        """The word as it stands."""
        return self.place.own.part(*self.place.form)

    @property
    def target(self) -> Passage:
        """What renders it."""
        return next(iter(self.having.values()))

    @cached_property
    def targets(self) -> Sequence[int]:
        """The places of the content words that render it: of those the linked ones, if any are."""
        words = self.alignment.target_words
        every = [
            place
            for place, word in enumerate(words)
            if word.is_content and any(word.passage.overlaps(each) for each in self.having.values())
        ]
        linked = [word.passage for word in self.linked]
        return [place for place in every if words[place].passage in linked] or every

    def score(self, *, outside: bool = False) -> float:
        """The best score of a link of its words, or of content words outside of it, to what renders it; 0 for none."""
        source, targets, words = self.source, self.targets, self.alignment.source_words
        return max(
            (
                link.score
                for link in self.alignment.links
                if link.target in targets
                and words[link.source].passage.overlaps(source) != outside
                and (not outside or words[link.source].is_content)
            ),
            default=0.0,
        )


class PairRenderings:
    """The words of the inventory in the original of a pair, and the senses that its translation renders.

    A sense is rendered by what stands for the word: what is linked to it, or, where that renders none, any word of the target
    that nothing is linked to.
    """

    def __init__(
        self, around: Sequence[Passage], source: Passage, target: Passage, alignment: WordAlignment
    ) -> None:
        """`around` holds `source` as well."""
        self._own, self._rendered = keyed_passage(source, "ar"), keyed_passage(target, target.language)
        self._around = [keyed_passage(each, "ar") for each in around]
        self._alignment = alignment

    def met(self, words: Inventory) -> Iterator[tuple[Word, Place]]:
        """The words with their places, in text order."""
        for word, form in words.find(self._own):
            yield word, Place(self._around, self._own, form)

    def read(self, word: Word, place: Place) -> Rendered | None:
        """A word of which some senses are rendered, and others are not; None for others."""
        for standing in dict.fromkeys((tuple(self._linked(place)), tuple(self._loose))):
            having = _renderings(word, self._rendered, standing)
            if having:
                is_telling = len(having) < len(word.senses)
                return Rendered(word, place, standing, having, self._alignment) if is_telling else None
        return None

    def renders(self, senses: Iterable[Sense], place: Place) -> bool:
        """Whether all of some senses are rendered by what stands for the word at a place."""
        linked = self._linked(place)
        return bool(linked) and all(rendering(each, self._rendered, linked) is not None for each in senses)

    def _linked(self, place: Place) -> list[TargetWord]:
        part = self._own.part(*place.form)
        linked = [other for start, end, other in self._links if start < part.end and part.start < end]
        return linked or self._loose

    @cached_property
    def _links(self) -> list[tuple[int, int, TargetWord]]:
        return _links(self._alignment)

    @cached_property
    def _loose(self) -> list[TargetWord]:
        return _loose(self._alignment)


def rendered_words(
    words: Inventory, around: Sequence[Passage], source: Passage, target: Passage, alignment: WordAlignment
) -> Iterator[Rendered]:
    """The words of which some senses are rendered by what stands for them, and others are not; `around` holds `source` as well."""
    pair = PairRenderings(around, source, target, alignment)
    for word, place in pair.met(words):
        found = pair.read(word, place)
        if found is not None:
            yield found


def _links(alignment: WordAlignment) -> list[tuple[int, int, TargetWord]]:
    """The content words of the target, each with the slice of the original that the word has to which it is linked."""
    found = [
        (alignment.source_words[link.source], alignment.target_words[link.target]) for link in alignment.links
    ]
    return [(one.start, one.end, other) for one, other in found if other.is_content]


def _loose(alignment: WordAlignment) -> list[TargetWord]:
    """The content words of the target that stand for no word of the original: a wrong rendering may not be linked at all."""
    linked = {link.target for link in alignment.links if alignment.source_words[link.source].is_content}
    return [
        word for place, word in enumerate(alignment.target_words) if word.is_content and place not in linked
    ]


def _renderings(word: Word, rendered: KeyedPassage, linked: Sequence[TargetWord]) -> dict[Sense, Passage]:
    """The senses of which one of the words that stand for the source word is a rendering, or part of one, each with its place."""
    found = {}
    for sense in word.senses if linked else ():
        place = rendering(sense, rendered, linked)
        if place is not None:
            found[sense] = place
    return found


def rendering(sense: Sense, rendered: KeyedPassage, linked: Sequence[TargetWord]) -> Passage | None:
    """Where one of the words that stand for a source word is a rendering of a sense, or part of one."""
    for sequence in sense.expressions(rendered.language):
        for place in find_sequence(rendered, sequence):
            if any(place.overlaps(word.passage) for word in linked):
                return place
    keys = word_keys(sense.renderings(rendered.language), rendered.language)
    return next(
        (
            word.passage
            for word in linked
            if word.stem in keys or latin_key(word.form, rendered.language) in keys
        ),
        None,
    )
