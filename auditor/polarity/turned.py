"""Relations of the source that the target turns round: before for after, thanks to for despite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from auditor.polarity.forces import have_one_force
from auditor.polarity.poles import bits_of
from auditor.polarity.reading import Side
from auditor.polarity.relation_bits import wanted_bits, with_counted, with_denied, with_plain
from auditor.polarity.relations import AROUND, Use, relation_phrases, turned_relations, uses
from auditor.word_alignment import WordAlignment

SAME = 0.45
"""Probability that two words mean the same from which on they count as counterparts."""
FIRM = 0.9
"""Score of a link from which on they are."""
SURE = 0.95
"""Score of a link from which on a word stands for another."""
NEAR = 3
"""Words around a relation within which another expression may say it as well."""
AFTER = 3
"""Words after a relation of AROUND within which the same."""
FIRST = 3
"""Of the governed words of the original, so many tell where the counterpart of the relation stands."""
CLAUSAL = frozenset({"while", "evenif", "unless", "onlyif", "despite"})
"""Relations that begin a clause: a word before what stands before them says nothing of them."""
LIMITS = frozenset({"only", "except"})
"""Relations that another expression may say from FAR away (ne … que)."""
FAR = 8
TELLING = frozenset({("still", "nolonger"), ("nolonger", "still")})
"""Relations so seldom turned in sound translations that they are compared where nothing shows that they govern the same."""
ASIDE = 0.3
"""Difference of the relative places of two of those up to which they are compared."""
CLOSE = frozenset({("without", "with")})
"""Relations that are compared only where the next words that they govern are counterparts: with respect and without fear."""
NEXT = 2
"""How many those are."""
TAKEN = frozenset({("atmost", "atleast"), ("onlyif", "during")})
"""Relations of which the second, right behind a word that may say the first, says what that means: within no less than, only
during."""
HEAD = 2
"""Words at the head of a sentence among which an Arabic verb stands, whose counterpart follows the subject."""
NONE = 1
"""The bit of what looks like a relation and is none, the first in the data."""
LEAST = 2
"""The lowest bit of a relation."""


class Turn(NamedTuple):
    """A relation of the source, that of the target which turns it round, the probability of an error by the data."""

    source: Use
    target: Use
    probability: float


def turns(source: Side, target: Side, alignment: WordAlignment) -> Iterator[Turn]:
    """The relations of the source that are turned round in the target, in source order."""
    first, second = (relation_phrases(side.language, "clear") for side in (source, target))
    here = first.known(source.forms)
    one = with_denied(here.bits())
    if one < LEAST:
        return
    there = second.known(target.forms)
    wanted = wanted_bits(one, there.bits())
    if wanted:
        wanted = with_plain(wanted) | NONE
        wanted = wanted_bits(
            with_denied(bits_of(first.among(here, wanted))),
            with_counted(bits_of(second.among(there, wanted))),
        )
    if wanted:
        wanted = with_plain(wanted) | NONE
        yield from Relations(source, target, alignment).turns(uses(source, wanted), uses(target, wanted))


class Relations:
    """The relations of both sides of a pair, compared; `alignment` tells which words are counterparts."""

    def __init__(self, source: Side, target: Side, alignment: WordAlignment) -> None:
        self.source, self.target = source, target
        self._meaning = alignment.meaning
        self._links = {(link.source, link.target): link.score for link in alignment.links}

    def turns(self, ours: Sequence[Use], theirs: Sequence[Use]) -> Iterator[Turn]:
        """Those of the uses of both sides that are turned round, in source order."""
        for one in ours:
            turned = turned_relations().get(one.relation, {})
            for other in theirs:
                if other.relation not in turned:
                    continue
                spots = self._contact(one, other)
                if (
                    (spots or self._is_aside(one, other))
                    and not self._is_tied_elsewhere(one, other)
                    and have_one_force(self.source, self.target, one, other)
                    and self._is_alone(one, other, ours, theirs, spots)
                ):
                    yield Turn(one, other, turned[other.relation])

    def _contact(self, one: Use, other: Use) -> list[int]:
        """Where in the target the counterparts stand of what the one governs, as far as the other governs them."""
        ours, theirs = one.governed[:FIRST], other.governed
        if (one.relation, other.relation) in CLOSE:
            joined = [place for place in ours[1:] if self.source.forms[place].startswith("و")]
            ours, theirs = ours[: NEXT - bool(joined)], theirs[:NEXT]
        return [spot for place in ours for spot in theirs if self._is_same(place, spot)]

    def _is_aside(self, one: Use, other: Use) -> bool:
        """Whether relations that tell enough by themselves stand at about the same place of either side."""
        if (one.relation, other.relation) not in TELLING:
            return False
        here = one.found.places[0] / len(self.source.words)
        later = other.found.places[0] / len(self.target.words) - here
        return abs(later) <= ASIDE or (one.found.places[0] < HEAD and 0 < later <= 2 * ASIDE)

    def _is_tied_elsewhere(self, one: Use, other: Use) -> bool:
        """Whether the target's relation is one word, surely linked to a word with content that is none of the source's."""
        return len(other.found.places) == 1 and any(
            spot in other.found.places
            and place not in one.found.places
            and self.source.words[place].is_content
            and score >= SURE
            for (place, spot), score in self._links.items()
        )

    def _is_same(self, place: int, spot: int) -> bool:
        ours, theirs = self.source.words[place], self.target.words[spot]
        if ours.is_number or theirs.is_number:
            return ours.stem == theirs.stem
        return self._links.get((place, spot), 0.0) >= SAME or float(self._meaning[place, spot]) >= SAME

    def _is_alone(
        self, one: Use, other: Use, ours: Sequence[Use], theirs: Sequence[Use], spots: list[int]
    ) -> bool:
        """Whether nothing in the target says what the one says, nothing in the source what the other says."""
        answered = any(self._answers(one, each) for each in theirs if each.relation == one.relation) or any(
            self._answers(each, other) for each in ours if each.relation == other.relation
        )
        if answered or self._left(one.relation, ours, theirs):
            return False
        if self._left(other.relation, theirs, ours) and not self._is_firm(one, other):
            return False
        ours_too, theirs_too = self._shared
        return not (
            _says(self.target, one.relation, other, spots, theirs_too)
            or _says(self.source, other.relation, one, one.governed[:FIRST], ours_too)
        )

    @cached_property
    def _shared(self) -> tuple[set[int], set[int]]:
        """The places on either side of the words of relations that both have, of the same words: they say nothing else."""
        ours, theirs = uses(self.source, -1), uses(self.target, -1)
        pairs = [
            (one, other)
            for one in ours
            for other in theirs
            if one.relation == other.relation and self._contact(one, other)
        ]
        return (
            {place for one, _ in pairs for place in one.found.places},
            {place for _, other in pairs for place in other.found.places},
        )

    def _answers(self, one: Use, other: Use) -> bool:
        return bool(self._contact(one, other))

    def _is_firm(self, one: Use, other: Use) -> bool:
        """Whether the first words that both govern are surely linked: دون مقاومة for after fierce resistance."""
        return any(
            self._links.get((place, spot), 0.0) >= FIRM
            for place in one.governed[:1]
            for spot in other.governed[:2]
        )

    def _left(self, relation: str, ours: Sequence[Use], theirs: Sequence[Use]) -> bool:
        """Whether the second side has as many uses of a relation as the first, or more."""
        mine = sum(each.relation == relation for each in ours)
        others = sum(each.relation == relation for each in theirs)
        return others >= mine


def _around(use: Use, relation: str, spots: Sequence[int]) -> range:
    """The places from shortly before a relation to the nearest of some words that it governs."""
    first, last = use.found.places[0], use.found.places[-1]
    after = [spot for spot in spots if spot > last]
    end = (
        min(after, default=last)
        if use.relation not in AROUND
        else max(last + AFTER, min(after, default=last))
    )
    return range(first - (FAR if relation in LIMITS else NEAR), end + 1)


def _says(side: Side, relation: str, use: Use, spots: Sequence[int], but: AbstractSet[int]) -> bool:
    """Whether an expression near another use of a relation and what it governs may say `relation` as well, other than words
    at `but`, and than one that the use itself belongs to (within no less than).
    """
    around = _around(use, relation, spots)
    start = max(0, around.start)
    forms = side.forms[start : around.stop]
    return any(
        each.label == relation
        and all(start + place not in use.found.places for place in each.places)
        and but.isdisjoint(start + place for place in each.places)
        and not ((relation, use.relation) in TAKEN and start + each.places[-1] == use.found.places[0] - 1)
        and (relation in LIMITS or not _governs_another(side, use, start + each.places[-1]))
        for kind in ("clear", "also")
        for each in relation_phrases(side.language, kind).find(forms)
    )


def _governs_another(side: Side, use: Use, place: int) -> bool:
    """Whether a word before a relation governs what stands between the two: without supporters even if."""
    between = range(place + 1, use.found.places[0])
    return use.relation in CLAUSAL and any(side.words[each].is_content for each in between)
