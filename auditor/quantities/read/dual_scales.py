"""Scales that stand twice in one word, مليونا دولار, and what shows that they do: the noun that they count."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.quantities.read.nouns import nouns
from auditor.quantities.read.number_words import Sum
from auditor.quantities.read.tokens import Token


def is_dual(tokens: Sequence[Token], index: int) -> bool:
    """Whether a scale word stands twice: مليونا does only before what it counts (two million men, else one million)."""
    token = tokens[index]
    return token.has("dual_scale") and (not token.has("scale") or counts(tokens, index + 1))


def counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at `index` may be what the scale before it counts: an indefinite noun in the genitive."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    token = tokens[index]
    other = token.sense.counts or token.has("not_counted") or token.has("and")
    return (
        not other and len(token.text) > 1 and not token.text.startswith("ال") and not token.text.endswith("ا")
    )


def _counts_known(tokens: Sequence[Token], index: int) -> bool:
    """Whether a currency, a unit or another noun that is often counted stands there without an article: مليونا دولار."""
    if not counts(tokens, index):
        return False
    token = tokens[index]
    if token.sense.measure and not token.sense.lead:
        return True
    return token.text in nouns("ar").one or (token.has("after_dual") and not token.sense.lead)


def add_dual(reading: Sum, tokens: Sequence[Token], index: int) -> bool:
    """Adds two scales, or perhaps one where the word is spelled like the accusative singular and nothing is surely counted."""
    token = tokens[index]
    value = token.sense.roles["dual_scale"]
    if not reading.added(value, value // 2):
        return False
    reading.doubt = value // 2 if token.has("scale") and not _counts_known(tokens, index + 1) else 0
    return True
