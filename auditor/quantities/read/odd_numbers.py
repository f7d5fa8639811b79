"""Some more than ten, بضعة عشر: any number between two tens."""

from __future__ import annotations

from auditor.quantities.quantity import Value
from auditor.quantities.read.items import Item, Reading

_TENS = frozenset(range(10, 100, 10))


def odd_values(reading: Reading, item: Item) -> frozenset[Value]:
    """What a ten may be behind a word for some more: بضعة عشر, بضع وعشرون; nothing elsewhere."""
    if reading.language != "ar" or item.value not in _TENS or not reading.has(item.first - 1, "odd"):
        return frozenset()
    return frozenset(range(int(item.value) + 1, int(item.value) + 10))
