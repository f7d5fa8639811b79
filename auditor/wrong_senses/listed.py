"""Words of several senses rendered in a sense that the table of polysemes says is wrong where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from auditor.bitext import Bitext
from auditor.terms.polysemes import PolysemeIndex
from auditor.terms.uses import TermUse, TermUses, WrongRendering
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_senses.met import PairSenses, met_senses
from auditor.wrong_senses.near import nearness
from auditor.wrong_senses.pair_reader import PairReader

Alignments = Callable[[], Mapping[int, WordAlignment]]


def listed_senses(
    bitext: Bitext,
    terms: TermUses,
    foreign: Sequence[Sequence[str]],
    alignments: Alignments,
    *,
    index: PolysemeIndex | None = None,
    senses: Mapping[int, PairSenses] | None = None,
    encoder: WordEncoder | None = None,
) -> tuple[WrongRendering, ...]:
    """In text order; `foreign`: for each pair the languages of runs in its target beside the target's own; `index` stands for the shipped table;
    `senses`: what `met_senses` found already.

    A use of a row is wrong where a forbidden rendering stands that no other word of the original accounts for, and no
    accepted one is free; beside an accepted one only where the alignment of words links the two. With an `encoder` also
    where the word that stands for it means nearly what is forbidden, with `near.NEAR` as `reach`.
    """
    by_pair: dict[int, list[TermUse]] = {}
    for use in terms.uses:
        by_pair.setdefault(use.pair, []).append(use)
    known = met_senses(bitext, alignments(), index) if senses is None else senses
    found: list[WrongRendering] = []
    for number, each in known.items():
        pair = bitext.pairs[number]
        if pair.source is None or pair.target is None:
            continue
        languages = (bitext.target.language, *foreign[number])
        around = bitext.sources_around(number)
        reader = PairReader(pair.source, pair.target, languages, by_pair.get(number, ()))
        wrong = list(reader.wrong(each.met, around, partial(_of_pair, alignments, number)))
        if encoder is not None:
            near = reader.near(each, around, alignments()[number], nearness(encoder))
            wrong += [one for one in near if not any(_meet(one, other) for other in wrong)]
        found += wrong
    return tuple(sorted(found, key=lambda wrong: wrong.target.start))


def _of_pair(alignments: Alignments, number: int) -> WordAlignment:
    return alignments()[number]


def _meet(one: WrongRendering, other: WrongRendering) -> bool:
    return one.source.overlaps(other.source) or one.target.overlaps(other.target)
