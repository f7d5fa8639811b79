"""The rows of the table of polysemes that may speak of pairs, and what has to be asked of word vectors, for many pairs at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditor.bitext import Bitext, Passage
from auditor.terms.matching import keyed_passage
from auditor.terms.polysemes import Met, PolysemeIndex, polyseme_index
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.words import Word
from auditor.wrong_senses.near import Nearness, SureWords
from auditor.wrong_senses.stems import accepted_stems


class Doubt(NamedTuple):
    """A row whose place in the original is surely rendered by words that are forms of no accepted rendering."""

    met: Met
    source: Passage
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class PairSenses:
    """The rows that stand in the original of a pair, one at least, in text order, with what is surely linked to them."""

    met: Sequence[Met]
    sure: SureWords
    doubts: Sequence[Doubt]


def met_senses(
    bitext: Bitext, alignments: Mapping[int, WordAlignment], index: PolysemeIndex | None = None
) -> dict[int, PairSenses]:
    """By the index of the pair, of pairs that are aligned; `index` stands for the shipped table."""
    table = index or polyseme_index()
    found: dict[int, PairSenses] = {}
    for number, pair in enumerate(bitext.pairs):
        if pair.source is None or pair.target is None:
            continue
        met = table.find(keyed_passage(pair.source, "ar"))
        if met:
            sure = SureWords(alignments[number])
            found[number] = PairSenses(met, sure, _doubts(met, sure, pair.source, pair.target.language))
    return found


def _doubts(met: Sequence[Met], sure: SureWords, passage: Passage, language: str) -> list[Doubt]:
    keyed = keyed_passage(passage, "ar")
    found = []
    for each in met:
        source = keyed.part(each.first, each.last)
        words = sure.of(source)
        if words:
            accepted = accepted_stems(each.row, language)
            if unknown := [word for word in words if word.stem not in accepted]:
                found.append(Doubt(each, source, unknown))
    return found


def embed_doubts(senses: Iterable[tuple[str, PairSenses]], nearness: Nearness) -> None:
    """Prepares, in one call for all pairs of one target language each, what `nearness` will be asked."""
    asked: dict[str, list[Doubt]] = {}
    for language, each in senses:
        asked.setdefault(language, []).extend(each.doubts)
    for language, doubts in asked.items():
        nearness.prepare(((doubt.met.row, doubt.words) for doubt in doubts), language)
