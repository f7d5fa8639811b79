"""Relations as bits, so that the few pairs that may turn one round are found at once."""

from __future__ import annotations

from functools import cache

from auditor.polarity.relations import DENIED, relation_phrases, turned_relations


def with_denied(bits: int) -> int:
    """The bits of some relations and of what they come to behind a negation."""
    return bits | sum(denied for plain, denied in _denied_masks() if bits & plain and not bits & denied)


def with_plain(bits: int) -> int:
    """The bits of some relations and of those that come to them behind a negation."""
    return bits | sum(plain for plain, denied in _denied_masks() if bits & denied and not bits & plain)


def with_counted(bits: int) -> int:
    """The bits of some relations and of what one may come to where it counts (à plus de)."""
    labels = relation_phrases("ar", "clear").labels
    return bits | 1 << labels.index("over") if bits >> labels.index("nolonger") & 1 else bits


@cache
def _denied_masks() -> list[tuple[int, int]]:
    labels = relation_phrases("ar", "clear").labels
    return [(1 << labels.index(plain), 1 << labels.index(denied)) for plain, denied in DENIED.items()]


def wanted_bits(one: int, other: int) -> int:
    """The bits of the relations of the first that the second may turn round, and of those that do."""
    wanted = 0
    for mine, turned in _masks():
        if one & mine and other & turned:
            wanted |= mine | other & turned
    return wanted


@cache
def _masks() -> list[tuple[int, int]]:
    """For each relation its bit, and the bits of those that turn it round: the same in every language."""
    labels = relation_phrases("ar", "clear").labels
    return [
        (1 << labels.index(relation), sum(1 << labels.index(each) for each in turned))
        for relation, turned in turned_relations().items()
    ]
