"""Words of several senses rendered in a sense that the table of polysemes says is wrong where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from auditor.bitext import Bitext
from auditor.terms.matching import keyed_passage
from auditor.terms.polysemes import PolysemeIndex, polyseme_index
from auditor.terms.uses import TermUse, TermUses, WrongRendering
from auditor.word_alignment.links import WordAlignment
from auditor.wrong_senses.borne_out import Contexts
from auditor.wrong_senses.pair_reader import PairReader

Alignments = Callable[[], Mapping[int, WordAlignment]]


def listed_senses(
    bitext: Bitext,
    terms: TermUses,
    foreign: Sequence[Sequence[str]],
    alignments: Alignments,
    *,
    index: PolysemeIndex | None = None,
) -> tuple[WrongRendering, ...]:
    """In text order; `foreign`: for each pair the languages of runs in its target beside the target's own; `index` stands for the shipped table.

    A use of a row is wrong where a forbidden rendering stands that no other word of the original accounts for, and no
    accepted one is free; beside an accepted one only where the alignment of words links the two; and where the words
    around do not tell the very sense that is rendered.
    """
    by_pair: dict[int, list[TermUse]] = {}
    for use in terms.uses:
        by_pair.setdefault(use.pair, []).append(use)
    table = index or polyseme_index()
    found: list[WrongRendering] = []
    for number, pair in enumerate(bitext.pairs):
        if pair.source is None or pair.target is None:
            continue
        met = table.find(keyed_passage(pair.source, "ar"))
        if not met:
            continue
        languages = (bitext.target.language, *foreign[number])
        around = bitext.sources_around(number)
        reader = PairReader(pair.source, pair.target, languages, by_pair.get(number, ()))
        wrong = list(reader.wrong(met, around, partial(_of_pair, alignments, number)))
        if wrong:
            contexts = Contexts(around, pair.source, pair.target, alignments()[number])
            found += [each for each in wrong if not contexts.bear_out(each)]
    return tuple(sorted(found, key=lambda wrong: wrong.target.start))


def _of_pair(alignments: Alignments, number: int) -> WordAlignment:
    return alignments()[number]
