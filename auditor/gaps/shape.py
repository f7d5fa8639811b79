"""What else the forest of gaps asks of a stretch: its loosest words, what stands around it, whether its numbers come back."""

from __future__ import annotations

from functools import cache

from auditor.bitext import Pair, Passage
from auditor.gaps.features import PairReading
from auditor.gaps.looseness import LEAST, SideCoverage
from auditor.gaps.stretches import Stretch
from auditor.languages import language_data
from auditor.quantities import PairQuantities, read_quantities
from auditor.quantities.match.matching import match_pair

SHAPE = (
    "largest", "second", "third",  # its three greatest values of content words, LEAST where it has fewer
    "loose", "very_loose", "covered",  # how many are above 1 and above 2.5 nats, which share is below -1
    "bracketed",  # it stands between brackets or dashes
    "before", "before_that", "after", "after_that",  # values of the content words beside it
    "place", "instead_here",  # words of the gap's place on the other side; sum of the values above 0 there, edges counted
    "opposite_words",  # content words of the loosest stretch of the other side
    "side_mean",  # mean value of the content words of its side
    "names_lost",  # words with a capital that have a counterpart of less than FAINT
    "arabic", "french",  # language of its side
    "words_here", "words_there",  # of both sides
    "first", "last", "characters",  # where it begins and ends, and its characters, as shares of its side
    "spelled_out",  # an acronym of the other side may stand for it
    "numbers_lost", "numbers_kept",  # quantities in it that the other side lacks, and has, if it has figures
)  # fmt: skip
SPELLED_OUT, SPELLED_OUT_BESIDE, AROUND = 7, 12, 3
"""Content words up to which a stretch may be what an acronym of the other side, or one at its place, stands for; words
around that place."""
FAINT = 0.3
FRAME = 4
"""Content words up to which a stretch with a word of saying is the frame of what is said: who says it, to whom."""
_OPENING, _CLOSING = ("(", "[", "–", "—"), (")", "]", "–", "—")


def shape_features(reading: PairReading, side: int) -> list[float]:
    """In the order of SHAPE; the stretch has a content word."""
    own, other = reading.sides[side], reading.sides[1 - side]
    stretch, passage = reading.stretches[side], _passages(reading)[side]
    inside = [k for k in range(stretch.first, stretch.last) if own.words[k].is_content]
    values = [own.values[k] for k in inside]
    low, high = reading.place(side)
    content = [value for word, value in zip(own.words, own.values, strict=True) if word.is_content]
    here = zip(other.words[max(0, low - 1) : high + 2], other.values[max(0, low - 1) : high + 2], strict=True)
    start, end = _slice(own, stretch, passage)
    return [
        *_padded(sorted(values, reverse=True)[:3], 3),
        float(sum(value > 1 for value in values)), float(sum(value > 2.5 for value in values)),
        sum(value < -1 for value in values) / len(values),
        float(_is_bracketed(passage.text, start, end)),
        *_beside(own, range(stretch.first - 1, -1, -1)), *_beside(own, range(stretch.last, len(own.words))),
        float(high - low), sum(max(0.0, value) for word, value in here if word.is_content),
        float(reading.stretches[1 - side].content),
        sum(content) / len(content),
        float(sum(own.words[k].is_capital and own.best[k] < FAINT for k in inside)),
        float(passage.language == "ar"), float(passage.language == "fr"),
        float(len(own.words)), float(len(other.words)),
        stretch.first / len(own.words), stretch.last / len(own.words), (end - start) / len(passage.text),
        float(is_spelled_out(reading, side)),
        *_numbers(reading, side),
    ]  # fmt: skip


def is_spelled_out(reading: PairReading, side: int) -> bool:
    """Whether an acronym of the other side may say what the stretch spells out."""
    acronyms = reading.acronyms[1 - side]
    if not acronyms:
        return False
    low, high = reading.place(side)
    beside = any(low - AROUND <= place <= high + AROUND for place in acronyms)
    return reading.stretches[side].content <= (SPELLED_OUT_BESIDE if beside else SPELLED_OUT)


def is_frame(reading: PairReading, side: int) -> bool:
    """Whether the stretch only says who speaks."""
    stretch, words = reading.stretches[side], reading.sides[side].words
    if stretch.content > FRAME:
        return False
    language = _passages(reading)[side].language
    joined = tuple(language_data(language, "clauses").get("joined", ()))
    forms = {word.form for word in words[stretch.first : stretch.last]}
    forms |= {form[1:] for form in forms if form.startswith(joined)} if joined else set()
    return not forms.isdisjoint(_saying(language))


def is_second_measure(reading: PairReading, side: int) -> bool:
    """Whether the stretch is a figure in brackets, which says the figure before it again: (328 to 820 feet)."""
    own, stretch, passage = reading.sides[side], reading.stretches[side], _passages(reading)[side]
    start, _ = _slice(own, stretch, passage)
    inside = own.words[stretch.first : stretch.last]
    return any(word.is_number for word in inside) and "(" in passage.text[max(0, start - 2) : start + 1]


@cache
def _saying(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "clauses")["saying"].split())


def kept_quantities(reading: PairReading, side: int) -> int:
    """How many quantities of a stretch, months and days of the week included, the other side has."""
    return int(_lost_and_kept(reading, side)[1])


def _numbers(reading: PairReading, side: int) -> tuple[float, float]:
    """How many quantities of a stretch with figures the other side lacks, and how many it has."""
    own, stretch = reading.sides[side], reading.stretches[side]
    if not any(word.is_number for word in own.words[stretch.first : stretch.last]):
        return 0.0, 0.0
    return _lost_and_kept(reading, side)


def _lost_and_kept(reading: PairReading, side: int) -> tuple[float, float]:
    own, stretch = reading.sides[side], reading.stretches[side]
    source, target = _passages(reading)
    bead = match_pair(
        PairQuantities(
            Pair(source, target, None, 1.0),
            read_quantities(source, source.language),
            read_quantities(target, target.language),
        )
    )
    of, left = bead.leftovers[side]
    start, end = own.words[stretch.first].start, own.words[stretch.last - 1].end
    lost, kept = (
        sum(start <= of(place).passage.start and of(place).passage.end <= end for place in places)
        for places in (left, [link[side] for link in bead.links])
    )
    return float(lost), float(kept)


def _passages(reading: PairReading) -> tuple[Passage, Passage]:
    return reading.alignment.source, reading.alignment.target


def _slice(own: SideCoverage, stretch: Stretch, passage: Passage) -> tuple[int, int]:
    """Of the text of the passage."""
    return own.words[stretch.first].start - passage.start, own.words[stretch.last - 1].end - passage.start


def _is_bracketed(text: str, start: int, end: int) -> bool:
    return text[:start].rstrip().endswith(_OPENING) and text[end:].lstrip().startswith(_CLOSING)


def _beside(own: SideCoverage, places: range) -> list[float]:
    """Values of the first two content words of these places."""
    found = [own.values[k] for k in places if own.words[k].is_content]
    return _padded(found[:2], 2)


def _padded(values: list[float], size: int) -> list[float]:
    return [*values, *[LEAST] * (size - len(values))]
