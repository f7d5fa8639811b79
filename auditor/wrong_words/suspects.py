"""Words of the translation that stand where another should: they fit no source word, and one source word has no rendering.

A misfit is a target word that hardly means the same as any source word. A forest weighs what speaks for and against it
(`misfits`), the words beside it count as well (`verdicts`); neighbours found wrong are one suspect. Renderings that come
back in the pairs of a document are weighed once more, together (`recurring`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.bitext import Passage, span
from auditor.folding import folded
from auditor.languages import language_data
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_words.judge import Judge
from auditor.wrong_words.misfits import misfits
from auditor.wrong_words.partners import Partner, partner
from auditor.wrong_words.recurring import Place, recurring
from auditor.wrong_words.verdicts import NEXT, verdicts

JOINED = 0.5
"""Share of the confidence of a suspect that the next target word needs to be one with it."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Target words that seem to render the source words wrongly; confidence in [0, 1] is the probability of that.

    `is_sure`: at most 0.4 % of sound pairs have such a one; the others are worth a look. `suggestion` is the usual
    rendering of the source word, None where it is not clear which that is. Where a wrong rendering came back in a pair
    without the source word, `source` stands in the nearest pair that has it.
    """

    source: Passage
    target: Passage
    suggestion: str | None
    confidence: float
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Doubt:
    """A target word of the alignment `number` and the probability that it is wrong."""

    number: int
    place: int
    confidence: float


def lone_suspects(alignments: Sequence[WordAlignment]) -> tuple[Suspect, ...]:
    """The wrong words that are worth reporting of pairs that stand for themselves, in the order of the alignments, then of the target text."""
    groups = [group for group in doubts(alignments) if _most(group) >= verdicts().minor]
    return tuple(
        _suspect(group, alignments[group[0].number]) for group in groups if not _is_loose(group, alignments)
    )


def recurring_suspects(
    alignments: Sequence[WordAlignment], encoder: WordEncoder | None
) -> tuple[Suspect, ...]:
    """The wrong renderings that come back in the pairs of one document, in order.

    A word of a document that is wrong in one place is not told by its fit: of 77 so found in 240 press texts, sound and
    faulty, three were errors. Running prose says too much in words of its own.
    """
    judge = Judge(alignments, encoder)
    found = [_of_place(place) for place in recurring(judge)] if judge.found else []
    return tuple(sorted(found, key=lambda each: each.target.start))


def single_suspects(alignments: Sequence[WordAlignment]) -> list[Suspect]:
    """All suspects, however unlikely, each judged by its own pair."""
    return [_suspect(group, alignments[group[0].number]) for group in doubts(alignments)]


def doubts(alignments: Sequence[WordAlignment]) -> Iterator[list[Doubt]]:
    """The misfits of the pairs, grouped where target words next to each other are of like confidence."""
    found = misfits(alignments)
    group: list[Doubt] = []
    for each in map(
        Doubt,
        found.numbers.tolist(),
        found.places.tolist(),
        verdicts().confidences(found).tolist() if len(found.numbers) else (),
    ):
        if group and not _belong_together(group[-1], each):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _belong_together(one: Doubt, other: Doubt) -> bool:
    less, more = sorted((one.confidence, other.confidence))
    return one.number == other.number and other.place - one.place <= NEXT and less > JOINED * more


def _most(group: Sequence[Doubt]) -> float:
    return max(each.confidence for each in group)


def _suspect(group: Sequence[Doubt], alignment: WordAlignment) -> Suspect:
    best = max(group, key=lambda each: each.confidence)
    found: Partner = partner(alignment, best.place)
    target = span([alignment.target_words[each.place].passage for each in group])
    sure = best.confidence >= verdicts().major
    return Suspect(found.word.passage, target, found.suggestion, best.confidence, sure)


def _is_loose(group: Sequence[Doubt], alignments: Sequence[WordAlignment]) -> bool:
    """Whether the source word is one that a translation may write in figures or leave out: a number, a title."""
    best = max(group, key=lambda each: each.confidence)
    source = partner(alignments[best.number], best.place).word
    return source.passage.language == "ar" and not _loose_words().isdisjoint(_bare(source.form))


def _bare(form: str) -> tuple[str, ...]:
    return form, form.removeprefix("و"), form.removeprefix("وال"), form.removeprefix("ال")


@cache
def _loose_words() -> frozenset[str]:
    """Folded Arabic numbers from three on and titles that go before a name."""
    numbers: dict[str, list[str]] = language_data("ar", "quantities")["cardinal"]
    counted = {folded(form) for value, forms in numbers.items() if int(value) > 2 for form in forms}
    return frozenset(counted | set(language_data("ar", "words")["polite"].split()))


def _of_place(place: Place) -> Suspect:
    return Suspect(place.source.passage, place.target.passage, place.suggestion, place.confidence)
