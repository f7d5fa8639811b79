"""Opposites of which one side has more of the one pole and the other side more of the other: refused both for refused one, granted one."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.polarity.answered import apart
from auditor.polarity.phrases import Found
from auditor.polarity.poles import Poles, is_turned
from auditor.polarity.reading import Side
from auditor.word_alignment import WordAlignment

WIDE = frozenset({"assent-refusal", "go-on-halt", "rise-fall", "confirm-deny", "win-beaten"})
"""Pairs of opposites whose lists are so wide that the words of a passage may be counted by them."""
NEAR = 0.3
"""Difference of the relative places of two words, as a share of the passage, up to which they may be counterparts."""


def surplus(
    source: Side, target: Side, alignment: WordAlignment, here: Poles, there: Poles
) -> Iterator[tuple[Found, Found]]:
    """The words of either side of which one must be the other turned round, where the source has several of the pair.

    `here` and `there`: the poles of both sides.
    """
    for concept in sorted(WIDE & here.keys() & there.keys()):
        ours, theirs = (
            [[each for each in pole if not is_turned(side, each)] for pole in both]
            for side, both in ((source, here[concept]), (target, there[concept]))
        )
        if sum(map(len, ours)) < 2 or sum(map(len, ours)) != sum(map(len, (*here[concept],))):
            continue
        for pole in (0, 1):
            if len(ours[pole]) - len(theirs[pole]) == 1 == len(theirs[1 - pole]) - len(ours[1 - pole]):
                found = _turned(source, target, alignment, ours, theirs, pole)
                if found is not None:
                    yield found


def _turned(  # noqa: PLR0917
    source: Side,
    target: Side,
    alignment: WordAlignment,
    ours: list[list[Found]],
    theirs: list[list[Found]],
    pole: int,
) -> tuple[Found, Found] | None:
    """The word of the other pole that means least what the source has of that, and the one of the source nearest to it."""

    def meant(other: Found) -> float:
        rows = [place for each in ours[1 - pole] for place in each.places]
        return max(
            (float(alignment.meaning[row, spot]) for row in rows for spot in other.places), default=0.0
        )

    other = min(theirs[1 - pole], key=lambda each: (meant(each), each.places))
    away = [
        (apart(source, one.places[0], target, other.places[0], {}), one.places, one) for one in ours[pole]
    ]
    nearest = min(away)
    return (nearest[2], other) if nearest[0] <= NEAR else None
