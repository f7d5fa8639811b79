"""Words of the inventory with the senses that the translation renders: by what is linked to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def rendered_words(
    words: Inventory, around: Sequence[Passage], source: Passage, target: Passage, alignment: WordAlignment
) -> Iterator[Rendered]:
    """The words of which some senses are rendered by what stands for them, and others are not; `around` holds `source` as well.

    Where nothing is linked to a word, it may be any word of the target that nothing is linked to.
    """
    own, rendered = keyed_passage(source, "ar"), keyed_passage(target, target.language)
    met = words.find(own)
    links, loose = (_links(alignment), _loose(alignment)) if met else ([], [])
    for word, form in met:
        part = own.part(*form)
        linked = [other for start, end, other in links if start < part.end and part.start < end] or loose
        having = _renderings(word, rendered, linked)
        if 0 < len(having) < len(word.senses):
            place = Place([keyed_passage(each, "ar") for each in around], own, form)
            yield Rendered(word, place, linked, having, alignment)


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
