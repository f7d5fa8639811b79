"""Short phrases between two edges of syntax that a closely translated sentence leaves out: an adverbial, a member of a list.

The loosest stretch of a side is any run of words; a bounded one begins where a phrase or a clause can begin, ends where the
next can, best of all at a mark, and everything around it is translated. So little is said against it that lower odds of the forest will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from auditor.gaps.features import WORDY, PairReading
from auditor.gaps.likelihood import odds_of, promise, wordy_of
from auditor.gaps.looseness import SideCoverage
from auditor.gaps.shape import is_frame, kept_quantities
from auditor.gaps.stretches import CROSSED, END, MARK, PHRASE, WORTH, Stretch, edges
from auditor.gaps.traits import gap_table
from auditor.word_alignment.vectors import WordEncoder, embed

FEWEST, MOST = 2, 6
"""Content words of a bounded phrase; longer ones are judged as the loosest stretch is."""
LEAST_TOTAL, LEAST_INSIDE = 4.8, 4.0
"""Sum of its values and edges, where it ends at a mark or with the text, and where another phrase follows: two words that
nothing stands for."""
LEAST_ADDED = 2.0
"""Likewise by word, for what is put in: a translation has words of its own more often than it lacks any."""
COVERED = -1.2
"""Mean value at most of the content words around it: the rest of the sentence is translated."""
ROOM = 0.5
"""log (1 + nats) at most that the other side has unexplained where the phrase should stand: nothing else renders it there."""
BEFORE_MARK, BEFORE_MARK_ALONE, INSIDE, PUT_IN = 0.0, 2.0, 1.5, 2.5
"""Log-odds from which on a phrase is reported: left out before a mark of a document, of a lone pair; before another phrase;
put in. Of 44 sound articles one phrase is flagged, of 4,200 lone sound pairs one in 300; of what was put in, or seemed so, in
240 press texts, five false ones and three right ones lie between 1.5 and this.
"""
PROMISING = 0.0
"""Log-odds by words alone from which on the forest is asked about a phrase of a lone pair."""
_SENTENCE_END = re.compile(r"[.!?؟\n]")
_REST, _INSTEAD = WORDY.index("rest"), WORDY.index("instead")


def bounded_gaps(
    readings: list[tuple[int, PairReading, bool]], encoder: WordEncoder | None
) -> list[tuple[int, int, PairReading, float]]:
    """The best bounded phrase of each side of the pairs that has one: number of the pair, side, its reading, log-odds.

    `readings`: with the number of each pair, and whether it is judged closely; phrases inside a sentence are sought there alone.
    """
    found = []
    for number, reading, closely in readings:
        for side in (0, 1):
            judged = _judged(reading, side, PHRASE if closely and side == 0 else MARK)
            if judged is not None and (closely or promise(judged[1]) >= PROMISING):
                found.append((number, side, *judged))
    vectors = embed(
        (
            word.spelling
            for _, _, each, _ in found
            for word in (*each.alignment.source_words, *each.alignment.target_words)
        ),
        encoder,
    )
    wordy = [(features, None) if side == 0 else (None, features) for _, side, _, features in found]
    odds = odds_of([each[2] for each in found], wordy, [True] * len(found), vectors)
    return [
        (number, side, reading, odds[2 * place + side])
        for place, (number, side, reading, _) in enumerate(found)
    ]


def _judged(reading: PairReading, side: int, end: int) -> tuple[PairReading, list[float]] | None:
    """The reading with the best bounded phrase as its stretch and the features of that, unless something speaks against it."""
    phrase = best_phrase(reading, side, end)
    if phrase is None:
        return None
    stretches = list(reading.stretches)
    stretches[side] = phrase
    changed = replace(reading, stretches=(stretches[0], stretches[1]))
    features = wordy_of(changed, side)
    if side and phrase.total < LEAST_ADDED * phrase.content:
        return None
    is_free = features is not None and side == 1 and features[_REST] > COVERED
    if features is None or is_free or features[_INSTEAD] > ROOM or is_frame(changed, side):
        return None
    return None if kept_quantities(changed, side) else (changed, features)


def best_phrase(reading: PairReading, side: int, end: int) -> Stretch | None:
    """The bounded phrase with the largest sum, if that is enough, whose last edge is of the kind `end` or higher."""
    own = reading.sides[side]
    if _largest_sum(own.values) + max(WORTH) < LEAST_INSIDE:
        return None
    passage = (reading.alignment.source, reading.alignment.target)[side]
    kinds = edges(own.words, passage)
    ends = [
        _SENTENCE_END.search(passage.document.text, one.end, other.start) is not None
        for one, other in zip(own.words, own.words[1:], strict=False)
    ]
    phrases = _phrases(own, kinds, [True, *ends, True], end)
    return max(phrases, key=lambda each: each.total, default=None)


def _largest_sum(values: list[float]) -> float:
    """Of neighbouring values."""
    best = current = 0.0
    for value in values:
        current = max(0.0, current + value)
        best = max(best, current)
    return best


def _phrases(own: SideCoverage, kinds: list[int], ends: list[bool], end: int) -> Iterator[Stretch]:
    """`ends`: whether a sentence ends before each word."""
    sums = list(accumulate(own.values, initial=0.0))
    content = list(accumulate((word.is_content for word in own.words), initial=0))
    for first in range(1, len(own.words)):
        if kinds[first] < PHRASE or ends[first] or kinds[first] == END:
            continue
        crossed = 0.0
        for last in range(first + 1, len(own.words) + 1):
            size = content[last] - content[first]
            if size > MOST:
                break
            total = sums[last] - sums[first] + WORTH[kinds[first]] + WORTH[kinds[last]] - crossed
            least = LEAST_TOTAL if kinds[last] >= MARK else LEAST_INSIDE
            if kinds[last] >= end and size >= FEWEST and total >= least:
                yield Stretch(first, last, size, total, (kinds[first], kinds[last]))
            if ends[last]:
                break
            crossed += CROSSED * (kinds[last] == MARK)


def least_odds(reading: PairReading, side: int, *, closely: bool) -> float:
    """Log-odds from which on a bounded phrase of a side is reported, of a pair of a document and of a lone pair.

    Where what stands around it is not covered either, no less than of any stretch.
    """
    if side:
        return PUT_IN
    own, stretch = reading.sides[side], reading.stretches[side]
    around = [
        value
        for place, (word, value) in enumerate(zip(own.words, own.values, strict=True))
        if word.is_content and not stretch.first <= place < stretch.last
    ]
    if sum(around) > COVERED * len(around):
        return float(gap_table()["reported"])
    if stretch.edges[1] >= MARK:
        return BEFORE_MARK if closely else BEFORE_MARK_ALONE
    return INSIDE if closely else float(gap_table()["reported"])
