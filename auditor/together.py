"""What the checks look at in all bitexts that are checked together, read of all of them at once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from auditor.alignment.facing import faced
from auditor.bitext import Bitext

if TYPE_CHECKING:
    from auditor.embedding import Encoder
    from auditor.gaps import CoverageJudgement
    from auditor.missing_words import MissingWord
    from auditor.word_alignment import WordAlignment
    from auditor.wrong_words import Suspect


@dataclass(frozen=True)
class Together:
    """Bitexts that are checked together, and what is read of all of them at once; each property by the id of the bitext."""

    bitexts: tuple[Bitext, ...]
    encoder: Encoder

    @cached_property
    def word_alignments(self) -> dict[int, dict[int, WordAlignment]]:
        """By the index of the pair; one-sided pairs have none."""
        from auditor.word_alignment import WordAligner

        both = {
            (id(bitext), number): (pair.source, pair.target)
            for bitext in self.bitexts
            for number, pair in enumerate(bitext.pairs)
            if pair.source is not None and pair.target is not None
        }
        found: dict[int, dict[int, WordAlignment]] = {id(bitext): {} for bitext in self.bitexts}
        aligned = WordAligner(self.encoder).align(list(both.values()))
        for (bitext, number), alignment in zip(both, aligned, strict=True):
            found[bitext][number] = alignment
        return found

    @cached_property
    def suspects(self) -> dict[int, tuple[Suspect, ...]]:
        """Of a document what comes back in it, of a lone pair what does not fit there."""
        from auditor.wrong_words import lone_suspects, recurring_suspects

        found: dict[int, tuple[Suspect, ...]] = {id(bitext): () for bitext in self.bitexts}
        lone = {id(bitext.target): id(bitext) for bitext in self.bitexts if len(bitext.pairs) == 1}
        alone = [self.word_alignments[bitext].values() for bitext in lone.values()]
        for suspect in lone_suspects([each for some in alone for each in some]):
            found[lone[id(suspect.target.document)]] += (suspect,)
        for bitext in self.bitexts:
            if len(bitext.pairs) > 1:
                alignments = tuple(self.word_alignments[id(bitext)].values())
                found[id(bitext)] = recurring_suspects(alignments, self.encoder)
        return found

    @cached_property
    def missing_words(self) -> dict[int, tuple[MissingWord, ...]]:
        """At most one a pair, in order."""
        from auditor.missing_words import missing_words

        owners = [bitext for bitext, alignments in self.word_alignments.items() for _ in alignments]
        every = [each for alignments in self.word_alignments.values() for each in alignments.values()]
        found: dict[int, tuple[MissingWord, ...]] = dict.fromkeys(self.word_alignments, ())
        for bitext, missing in zip(owners, missing_words(every), strict=True):
            found[bitext] += (missing,) if missing is not None else ()
        return found

    @cached_property
    def covering(self) -> dict[int, dict[int, WordAlignment]]:
        """The same in order, with passages that face each other unpaired, by the index of the first of both."""
        from auditor.word_alignment import WordAligner

        both = faced(self.bitexts)
        found = {bitext: dict(alignments) for bitext, alignments in self.word_alignments.items()}
        if both:
            aligned = WordAligner(self.encoder).align(list(both.values()))
            for (bitext, number), alignment in zip(both, aligned, strict=True):
                found[bitext][number] = alignment
        return {bitext: dict(sorted(alignments.items())) for bitext, alignments in found.items()}

    @cached_property
    def coverage(self) -> dict[int, dict[int, CoverageJudgement]]:
        """How well each side of a pair covers the other, by the index of the pair."""
        from auditor.gaps import judge_coverage

        every = [
            (bitext, number, alignment)
            for bitext, alignments in self.covering.items()
            for number, alignment in alignments.items()
        ]
        found: dict[int, dict[int, CoverageJudgement]] = {bitext: {} for bitext in self.covering}
        documents = {id(bitext) for bitext in self.bitexts if len(bitext.pairs) > 1}
        closely = [bitext in documents for bitext, _, _ in every]
        judged = judge_coverage([alignment for _, _, alignment in every], self.encoder, closely)
        for (bitext, number, _), each in zip(every, judged, strict=True):
            found[bitext][number] = each
        return found
