"""What the words around a name left over tell of its loss: whether they come back, and whether somebody else stands there."""

from __future__ import annotations

from auditor.names.pair.anchors import entry
from auditor.names.pair.known_places import local_place
from auditor.names.pair.persons import is_given
from auditor.names.slots.intruders import latin_names
from auditor.names.slots.slots import Slots

CONTEXT = (
    "rendered", "is_rendered", "given", "local", "known_word", "strangers", "known_stranger", "gap", "around",
    "spread", "anchored", "lost_names", "french", "introduced", "place", "kept_names",
)  # fmt: skip
REACH = 3
"""Words on either side of a name that are looked at."""


def context(slots: Slots, first: int, last: int) -> tuple[float, ...]:
    """The values of CONTEXT for words `first` to `last` of the original."""
    source, target = slots.source, slots.target
    word, size = source.words[first], len(source.words)
    rendered = slots.rendered[first]
    before, after = slots.anchored.get(first - 1), slots.anchored.get(last + 1)
    near = range(max(0, first - REACH), min(size, last + REACH + 1))
    around = [slots.anchored[here] for here in near if here in slots.anchored]
    values = (
        max(rendered.values(), default=0.0), bool(rendered), is_given(word), local_place(word) is not None,
        entry(word.folded, "ar") is not None, len(slots.strangers),
        any(target.words[there].folded in latin_names() for there in slots.strangers),
        -1 if before is None or after is None else abs(before - after),
        len(around), max(around) - min(around) if around else -1, len(slots.anchored) / size, len(slots.names),
        target.passage.language == "fr", slots.is_introduced(first), first / size, len(source.names) - len(slots.names),
    )  # fmt: skip
    return tuple(map(float, values))
