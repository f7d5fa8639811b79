"""Clauses inside a pair that only one side has: left out of the translation, or added to it.

The stretch of each side that its words cover worst (`stretches`) is judged by what speaks for and against its being a gap
(`features`, `shape`): by a logistic regression over its words, and where that makes a gap possible, by a forest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from auditor.bitext import Passage, span
from auditor.findings import Severity
from auditor.gaps.bounded import bounded_gaps, least_odds
from auditor.gaps.features import (
    GLANCE,
    PairReading,
    glances,
)
from auditor.gaps.likelihood import HOPELESS, odds_of, promise, weights, wordy_of
from auditor.gaps.looseness import Looseness
from auditor.gaps.nearby import stands_near
from auditor.gaps.shape import is_frame
from auditor.gaps.traits import gap_table
from auditor.odds import probability
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Vectors, WordEncoder, embed

CLAUSE = 3
"""Content words from which on it is a clause."""
QUOTED = 70  # characters
PROMISING, CLOSELY_PROMISING = 2.0, 0.5
"""Log-odds by words alone from which on the forest is asked, of a lone pair and of one of a document, of which there are fewer."""
LOOKED_AT, CLOSELY_LOOKED_AT = 5.5, 3.5
"""Sum of the loosest stretch, edges aside, from which on it is looked at, likewise."""
LOST, BESIDES = 3.5, 2
"""What a number known to be lost adds to the log-odds of the stretch that holds it and so many content words that are no
numbers: of the stretches that come near, that is so of one in 14 of the gaps of the half not fitted on and of one in 60
of the sound ones, and those are flagged for the number in any case.
"""
UNNAMED = 1.0
"""What a name that nothing seems to stand for adds."""
ADDED = 1.1
"""What the log-odds of an addition must have more than those of an omission: a free translation has words of its own. Of the
additions reported in 240 press texts, 12 of 27 false ones lie below it and 2 of 30 right ones.
"""
BOUNDED = 0.4
"""Confidence at least in a bounded phrase: of 44 articles with errors, eight were right and none wrong, of 4,000 lone sound
pairs, half of them misaligned rows or as free as that, one in 200 was flagged."""
LOW = -4.0
"""Log-odds of a stretch below which it is no worse."""
WIDEST = 8
"""Words between the two that frame the place of a gap; a wider place shows nothing."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A passage of one side (`is_source`: of the original) that the other lacks, and where it should stand there.

    `words`: its content words. `place`: the linked words around the place, None where nothing shows it. `confidence` in
    [0, 1] is the probability that the passage is missing. `is_frame`: it only says who speaks. `has_number`: a number
    known to be lost is in it.
    """

    is_source: bool
    passage: Passage
    place: Passage | None
    words: int
    confidence: float
    is_frame: bool = False
    has_number: bool = False

    @property
    def severity(self) -> Severity:
        """Major where it is likely, of a clause's length, and more than the frame of what is said."""
        is_clause = self.words >= CLAUSE and not self.is_frame
        is_likely = self.has_number or self.confidence >= _major_from()
        return Severity.MAJOR if is_clause and is_likely else Severity.MINOR

    def stands_in(self, passages: Sequence[Passage]) -> bool:
        """Whether it stands, or should stand, in one of the target; in any where nothing shows the place."""
        place = self.place if self.is_source else self.passage
        return any(place is None or each.overlaps(place) for each in passages)

    @property
    def quotation(self) -> str:
        """The passage in at most QUOTED characters, cut between words."""
        text = " ".join(self.passage.text.split())
        return text if len(text) <= QUOTED else text[:QUOTED].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class CoverageJudgement:
    """What is thought of a pair, of the source first: what a `glance` adds to the log-odds that anything of the side is missing
    on the other, and the log-odds that its loosest stretch is; `reading` is None where that was not looked at. `bounded`:
    short phrases that may be missing as well, each with its side, the reading of which it is the stretch, and its log-odds.
    """

    glance: tuple[float, float]
    reading: PairReading | None = None
    stretch: tuple[float, float] = (HOPELESS, HOPELESS)
    bounded: tuple[tuple[int, PairReading, float], ...] = ()

    @property
    def odds(self) -> tuple[float, float]:
        """The log-odds that anything is omitted, a word or a clause, and that anything is added.

        They rank pairs even far below the threshold of `find_gaps`.
        """
        one, other = (_together(*pair) for pair in zip(self.glance, self.stretch, strict=True))
        return one, other


def find_gaps(
    judgements: Sequence[CoverageJudgement],
    alignments: Sequence[WordAlignment],
    encoder: WordEncoder | None,
    *,
    connected: bool = True,
    lost: Sequence[Passage] = (),
    unnamed: Sequence[Passage] = (),
) -> tuple[tuple[int, Gap], ...]:
    """The gaps that are worth reporting with the number of their pair, in order, those of the source first.

    `connected`: the pairs are those of one document, in order, so that a clause may stand in the pair before or after.
    `lost`: numbers known to have no counterpart, `unnamed`: names; they speak for the gap that holds them.
    """
    found = []
    for number, judged in enumerate(judgements):
        for side, by_stretch in enumerate(judged.stretch):
            if judged.reading is None or by_stretch < _reported_from() - LOST - UNNAMED:
                continue
            has_number = _holds(judged.reading, side, lost) and _says_more(judged.reading, side)
            odds = by_stretch + LOST * has_number + UNNAMED * _holds(judged.reading, side, unnamed)
            if odds < _reported_from() + ADDED * side:
                continue
            if connected and stands_near(alignments, number, side, judged.reading, encoder):
                continue
            found.append((number, _gap(judged.reading, side, odds, has_number=has_number)))
    for number, judged in enumerate(judgements):
        for side, reading, odds in judged.bounded:
            gap = _gap(reading, side, odds, has_number=False, is_bounded=True)
            known = any(there == number and each.passage.overlaps(gap.passage) for there, each in found)
            if known or (
                connected and stands_near(alignments, number, side, reading, encoder, only_free=True)
            ):
                continue
            found.append((number, gap))
    return tuple(sorted(found, key=lambda each: (each[0], not each[1].is_source, each[1].passage.start)))


def judge_coverage(
    alignments: Sequence[WordAlignment], encoder: WordEncoder | None, closely: Sequence[bool] = ()
) -> list[CoverageJudgement]:
    """What is thought of each pair, worth reporting or not; `closely`: which of them are judged with more care, at more cost."""
    places = [place for place, each in enumerate(alignments) if each.source_words and each.target_words]
    found = [CoverageJudgement((HOPELESS, HOPELESS))] * len(alignments)
    if not places:
        return found
    loose = Looseness([alignments[place] for place in places])
    glance = (glances(loose) * weights("odds", GLANCE)).sum(axis=1).reshape(-1, 2).tolist()
    totals = loose.totals.reshape(-1, 2).max(axis=1).tolist()
    close = [bool(closely) and closely[place] for place in places]
    readings = [
        PairReading.of(loose, number) if total >= (CLOSELY_LOOKED_AT if is_close else LOOKED_AT) else None
        for number, (total, is_close) in enumerate(zip(totals, close, strict=True))
    ]
    wordy = [
        None if reading is None else (wordy_of(reading, 0), wordy_of(reading, 1)) for reading in readings
    ]
    promising = [
        both is not None
        and any(each and promise(each) >= (CLOSELY_PROMISING if is_close else PROMISING) for each in both)
        for both, is_close in zip(wordy, close, strict=True)
    ]
    vectors = _vectors(
        [each for each, is_so in zip(loose.alignments, promising, strict=True) if is_so], encoder
    )
    odds = odds_of(readings, wordy, promising, vectors)
    looked_at = [(number, each, close[number]) for number, each in enumerate(readings) if each is not None]
    bounded: dict[int, tuple[tuple[int, PairReading, float], ...]] = {}
    for number, side, reading, by_phrase in bounded_gaps(looked_at, encoder):
        if by_phrase >= least_odds(reading, side, closely=close[number]):
            bounded[number] = (*bounded.get(number, ()), (side, reading, by_phrase))
    for number, place in enumerate(places):
        found[place] = CoverageJudgement(
            (glance[number][0], glance[number][1]),
            readings[number],
            (odds[2 * number], odds[2 * number + 1]),
            bounded.get(number, ()),
        )
    return found


def _vectors(alignments: Sequence[WordAlignment], encoder: WordEncoder | None) -> Vectors:
    """Of all their words."""
    words = (word for each in alignments for word in (*each.source_words, *each.target_words))
    return embed((word.spelling for word in words), encoder)


def _together(glance: float, stretch: float) -> float:
    """The log-odds by glance and stretch."""
    return glance + float(gap_table()["odds"]["stretch"]) * max(stretch, LOW)


@cache
def _reported_from() -> float:
    return float(gap_table()["reported"])


@cache
def _major_from() -> float:
    """Confidence from which on a clause that seems left out, or added, is more than a minor matter."""
    return float(gap_table()["major"])


def forget_weights() -> None:
    """For fitting: what was read of the table is read anew."""
    weights.cache_clear()
    _reported_from.cache_clear()
    _major_from.cache_clear()


def _gap(reading: PairReading, side: int, odds: float, *, has_number: bool, is_bounded: bool = False) -> Gap:
    own, stretch = reading.sides[side].words, reading.stretches[side]
    passage = span([own[stretch.first].passage, own[stretch.last - 1].passage])
    slope, constant = gap_table()["calibration"]
    confidence = round(probability(slope * odds + constant), 4)
    if is_bounded:
        confidence = max(confidence, BOUNDED)
    place, frame = _place(reading, side), is_frame(reading, side)
    return Gap(side == 0, passage, place, stretch.content, confidence, frame, has_number)


def _holds(reading: PairReading, side: int, passages: Sequence[Passage]) -> bool:
    """Whether the stretch holds one of them."""
    own, stretch = reading.sides[side].words, reading.stretches[side]
    first, last = own[stretch.first], own[stretch.last - 1]
    return any(
        first.document is each.document and first.start <= each.start and each.end <= last.end
        for each in passages
    )


def _says_more(reading: PairReading, side: int) -> bool:
    """Whether the stretch has BESIDES content words that are no numbers."""
    own, stretch = reading.sides[side].words, reading.stretches[side]
    inside = own[stretch.first : stretch.last]
    return sum(word.is_content and not word.is_number for word in inside) >= BESIDES


def _place(reading: PairReading, side: int) -> Passage | None:
    """From the linked word before the place to the one after it, where they are near each other."""
    words = reading.sides[1 - side].words
    low, high = reading.place(side)
    low, high = max(0, low), min(len(words) - 1, high)
    return span([words[low].passage, words[high].passage]) if high - low <= WIDEST else None
