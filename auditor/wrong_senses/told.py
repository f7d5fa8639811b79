"""Words of the inventory rendered in one of their senses where the words around them tell another."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from auditor.bitext import Bitext, Passage
from auditor.odds import probability
from auditor.terms import Term
from auditor.terms.contexts import Place, Span, weight
from auditor.terms.inventory import Inventory, Sense, Word, inventory
from auditor.terms.uses import TermUse, TermUses, settled
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_senses.accounted import explains, is_firm
from auditor.wrong_senses.clues import CLUES, ClueReader, Rival
from auditor.wrong_senses.clues import LEAST as CONTEXT
from auditor.wrong_senses.rendered import PairRenderings, Rendered

LEAST = 0.38
"""Confidence from which on a sense is told."""
UNSURE = 0.85
"""The most that it is where the rendering is not surely that of the word."""


BESIDE = 0.55
"""The same where the word is part of a term that is rendered well: half of what is told there is an error."""


@dataclass(frozen=True, slots=True)
class ToldSense:
    """A word that is rendered in another sense than that of `term`, which its context tells; `confidence` in [0, 1].

    `is_firm`: the rendering is surely that of the word.
    """

    term: Term
    source: Passage
    target: Passage
    confidence: float
    is_firm: bool


class SenseTeller:
    """Tells senses by their contexts; keeps what it read of these for an encoder."""

    def __init__(self, encoder: WordEncoder, words: Inventory | None = None) -> None:
        self.encoder = encoder
        self._words = words or inventory()
        self._reader = ClueReader(encoder)

    def wrong(
        self, around: Sequence[Passage], source: Passage, target: Passage, alignment: WordAlignment
    ) -> Iterator[ToldSense]:
        """The words of a pair that are rendered in a sense that they do not have there; `around` holds `source` as well."""
        pair = PairRenderings(around, source, target, alignment)
        met = list(pair.met(self._words))
        for word, place in met:
            each = pair.read(word, place) if _may_have_rival(pair, word, place) else None
            rival = self._reader.rival(each) if each is not None else None
            confidence = _confidence(rival) if rival is not None else 0.0
            if each is None or rival is None or confidence < LEAST or explains(each):
                continue
            over = [other for other in met if other[1] is not place and _meet(other[1].form, place.form)]
            if any(self._is_right(pair, *other) for other in over):
                continue  # another word that is written like this one, rendered as its context asks
            firm = is_firm(each)
            sure = confidence if firm else min(confidence, UNSURE)
            yield ToldSense(rival.sense.term, each.source, each.target, sure, firm)

    def _is_right(self, pair: PairRenderings, word: Word, place: Place) -> bool:
        """Whether a word is rendered in one of its senses, and nothing tells another."""
        found = pair.read(word, place)
        return found is not None and self._reader.rival(found) is None

    def told(self, word: Rendered) -> tuple[Sense, float] | None:
        """The sense that a word has instead of what is rendered, if its context tells one, and how sure that is, in [LEAST, 1]."""
        rival = self._reader.rival(word)
        if rival is None:
            return None
        confidence = _confidence(rival)
        return (rival.sense, confidence) if confidence >= LEAST else None


def _may_have_rival(pair: PairRenderings, word: Word, place: Place) -> bool:
    """Whether the sense that the context of a word speaks for most is not rendered: most words are done with here."""
    weights = [weight(each.context, place) for each in word.senses]
    most = max(weights)
    if most < CONTEXT:
        return False
    return not pair.renders(
        (each for each, own in zip(word.senses, weights, strict=True) if own == most), place
    )


def _meet(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last


def _confidence(rival: Rival) -> float:
    odds = sum(weight * clue for weight, clue in zip(_weights(), rival.clues, strict=True))
    return round(probability(odds), 2)


@cache
def _weights() -> tuple[float, ...]:
    """Of CLUES, by `python -m auditor.training told`."""
    text = (files("auditor.wrong_senses") / "data" / "told.toml").read_text("utf-8")
    table = tomllib.loads(text)["weights"]
    return tuple(table[name] for name in CLUES)


def told_senses(
    bitext: Bitext, terms: TermUses, alignments: Mapping[int, WordAlignment], encoder: WordEncoder
) -> tuple[ToldSense, ...]:
    """The words rendered in a wrong sense, in text order; what a term is, and rendered well, is left to the term base."""
    known = settled(terms.uses)
    found: list[ToldSense] = []
    for number, pair in enumerate(bitext.pairs):
        if pair.source is None or pair.target is None:
            continue
        around = bitext.sources_around(number)
        wrong = sense_teller(encoder).wrong(around, pair.source, pair.target, alignments[number])
        for each in wrong:
            over = [use for use in known if each.source.overlaps(use.source)]
            if not any(_accounts_for(use, each) for use in over):
                found.append(replace(each, confidence=min(each.confidence, BESIDE)) if over else each)
    return tuple(sorted(found, key=lambda each: each.target.start))


def _accounts_for(use: TermUse, told: ToldSense) -> bool:
    """Whether a term leaves nothing to say of a word of it: no other word than its rendering surely renders the word."""
    return use.accepted is None or not told.is_firm or use.accepted.overlaps(told.target)


_LAST: list[SenseTeller] = []


def sense_teller(encoder: WordEncoder) -> SenseTeller:
    """That of one encoder, kept until another is used."""
    if not _LAST or _LAST[0].encoder is not encoder:
        _LAST[:] = [SenseTeller(encoder)]
    return _LAST[0]
