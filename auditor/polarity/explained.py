"""Whether a word of a translation has nothing to do with the word of the original that it is the opposite of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.bitext import Passage
from auditor.polarity.phrases import Found
from auditor.polarity.poles import agree
from auditor.polarity.reading import Side
from auditor.polarity.relations import relation_phrases
from auditor.polarity.unlinked import are_untied
from auditor.terms.inflection import latin_key
from auditor.terms.inventory import Sense, inventory
from auditor.terms.matching import find_sequence, keyed_passage
from auditor.word_alignment import Word, WordAlignment

LINKED = 0.5
"""Score of a link from which on two words of the same pole are each other's renderings."""
MEANT = 0.25
"""Probability that two words mean the same, from which on such a link tells that a word has another counterpart."""
SURE = 0.95
"""Score of a link from which on a word has its rendering, and has no other."""


def is_explained(source: Side, target: Side, alignment: WordAlignment, one: Found, other: Found) -> bool:
    """Whether one of two opposites surely is the counterpart of another word, or nothing ties it to the other."""
    both = one.places, other.places
    return (
        is_said_elsewhere(source, target, alignment, *both)
        or is_tied_elsewhere(source, target, alignment, *both)
        or are_untied(source, target, alignment, one, other)
        or (not are_tied(alignment, *both) and renders_another(source, target, alignment, *both))
    )


def are_tied(alignment: WordAlignment, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether two words are surely linked to each other, and to no other."""
    links = [
        (place in ours and spot in theirs, score)
        for place, spot, score in alignment.links
        if place in ours or spot in theirs
    ]
    return bool(links) and all(together and score >= SURE for together, score in links)


def is_said_elsewhere(
    source: Side, target: Side, alignment: WordAlignment, ours: Sequence[int], theirs: Sequence[int]
) -> bool:
    """Whether one of two opposites, as places, is linked to another word, one of the same pole of any pair of opposites."""
    leading = _leading(source)
    return any(
        (place in ours) != (spot in theirs)
        and score >= LINKED
        and place not in leading
        and agree(source, place, target, spot)
        for place, spot, score in alignment.links
    )


def _leading(side: Side) -> set[int]:
    """The places of words that lead to a time (ابتداء من) and tell of no beginning."""
    found = relation_phrases(side.language, "clear").find(side.forms)
    return {place for each in found for place in each.places if each.label == "since"}


def is_tied_elsewhere(
    source: Side, target: Side, alignment: WordAlignment, ours: Sequence[int], theirs: Sequence[int]
) -> bool:
    """Whether one of two words that are not linked is surely linked to another with content that means the same."""
    links = [each for each in alignment.links if each.source in ours or each.target in theirs]
    if any(place in ours and spot in theirs for place, spot, _ in links):
        return False
    content = [place for place in ours if source.words[place].is_content]
    if len(content) > 1 and not {place for place, _, score in links if score >= SURE}.issuperset(content[1:]):
        links = [
            each for each in links if each.target in theirs
        ]  # a noun's rendering tells nothing of its adjective
    return any(
        score >= SURE
        and source.words[place].is_content
        and target.words[spot].is_content
        and alignment.meaning[place, spot] >= MEANT
        for place, spot, score in links
    )


def renders_another(
    source: Side, target: Side, alignment: WordAlignment, ours: Sequence[int], theirs: Sequence[int]
) -> bool:
    """Whether the inventory of senses has target words, at `theirs`, as renderings of an Arabic word that is not among the
    source words at `ours` and not surely linked to another.
    """
    if alignment.source.language != "ar":
        return False
    own = keyed_passage(alignment.source, "ar")
    rendered = {
        place
        for place, spot, score in alignment.links
        if score >= SURE and spot not in theirs and target.words[spot].is_content
    }
    taken = [source.words[place].passage for place in rendered.union(ours)]
    words = [target.words[spot] for spot in theirs if target.words[spot].is_content]
    for word, form in inventory().find(own):
        part = own.part(*form)
        if any(part.overlaps(each) for each in taken):
            continue
        if any(_is_rendered(sense, words, alignment.target) for sense in word.senses if sense.when):
            return True
    return False


def _is_rendered(sense: Sense, words: Sequence[Word], target: Passage) -> bool:
    """Whether one of the words renders a sense, or is part of an expression that does."""
    language = target.language
    single = {latin_key(each, language) for each in sense.renderings(language) if " " not in each}
    if any(latin_key(word.form, language) in single for word in words):
        return True
    return any(place.overlaps(word.passage) for place in _expressions(sense, target) for word in words)


def _expressions(sense: Sense, target: Passage) -> Iterator[Passage]:
    keyed = keyed_passage(target, target.language)
    for sequence in sense.expressions(target.language):
        yield from find_sequence(keyed, sequence)
