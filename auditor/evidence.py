"""What the checks look at in a bitext, each read once, when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from auditor.alignment.moved_runs import MovedRun, moved_runs
from auditor.alignment.one_sided import OneSidedRun, one_sided_runs
from auditor.bitext import Bitext, Pair
from auditor.damage import Damage, read_damages
from auditor.findings import Severity
from auditor.language_runs import Run, by_language, read_runs
from auditor.names import Deviation, NameDifference, name_deviations, name_differences
from auditor.quantities import Difference, PairQuantities, Quantity, compare_quantities, read_quantities
from auditor.terms.uses import TermReader, TermUses, WrongRendering
from auditor.together import Together

if TYPE_CHECKING:
    from auditor.consistency import Departure
    from auditor.embedding import Encoder
    from auditor.gaps import Gap
    from auditor.institutions import Calqued, Misrendered
    from auditor.missing_words import MissingWord
    from auditor.polarity import PairPolarity
    from auditor.word_alignment import WordAlignment
    from auditor.wrong_renderings import Found, WrongTerm
    from auditor.wrong_senses import ToldSense
    from auditor.wrong_words import Suspect


@dataclass(frozen=True)
class Evidence:
    """A bitext and what the rooms read in it; each property is computed once and kept."""

    bitext: Bitext
    terms: TermReader
    encoder: Encoder
    together: Together

    @cached_property
    def runs(self) -> tuple[tuple[Run, ...], ...]:
        """For each pair the foreign stretches of its target."""
        return tuple(
            read_runs(pair.target, self.bitext.target.language) if pair.target else ()
            for pair in self.bitext.pairs
        )

    @cached_property
    def quantities(self) -> tuple[PairQuantities, ...]:
        """For each pair the numbers and dates of both sides, each stretch read in its own language."""
        return tuple(
            PairQuantities(
                pair,
                read_quantities(pair.source, self.bitext.source.language) if pair.source else (),
                self._target_quantities(pair, runs),
            )
            for pair, runs in zip(self.bitext.pairs, self.runs, strict=True)
        )

    @cached_property
    def quantity_differences(self) -> tuple[Difference, ...]:
        """The numbers and dates that the two sides do not share, in text order."""
        return compare_quantities(self.quantities)

    @cached_property
    def term_uses(self) -> TermUses:
        """The terms of the term base, how they are rendered, and the calques."""
        return self.terms.read(self.bitext, self._foreign)

    @cached_property
    def literal_renderings(self) -> tuple[WrongRendering, ...]:
        """Terms rendered word by word, where the term base names no wrong rendering."""
        if self.bitext.source.language != "ar" or not self.term_uses.uses:
            return ()
        from auditor.wrong_senses import literal_renderings

        return literal_renderings(self.bitext, self.term_uses)

    @cached_property
    def listed_senses(self) -> tuple[WrongRendering, ...]:
        """Words of several senses rendered in one that the table of polysemes says is wrong where they stand."""
        if self.bitext.source.language != "ar":
            return ()
        from auditor.wrong_senses import listed_senses

        return listed_senses(self.bitext, self.term_uses, self._foreign, lambda: self.word_alignments)

    @cached_property
    def told_senses(self) -> tuple[ToldSense, ...]:
        """Words of several senses rendered in one where the words around them tell another."""
        if self.bitext.source.language != "ar":
            return ()
        from auditor.wrong_senses import told_senses

        return told_senses(self.bitext, self.term_uses, self.word_alignments, self.encoder)

    @cached_property
    def misrendered(self) -> tuple[tuple[Misrendered, ...], tuple[Calqued, ...]]:
        """Names of bodies of which a part is rendered as something else, and terms rendered word by word."""
        if self.bitext.source.language != "ar" or self.bitext.target.language not in {"fr", "en"}:
            return (), ()
        from auditor.institutions import misrendered

        return misrendered(self.bitext, self.term_uses, lambda: self.word_alignments, self.encoder)

    @cached_property
    def wrong_terms(self) -> tuple[WrongTerm, ...]:
        """Every term and word that is known to be rendered wrongly, the surest kinds first."""
        from auditor.wrong_renderings import Known, wrong_terms

        found: dict[Known, Sequence[Found]] = {
            Known.FORBIDDEN: self.term_uses.wrong,
            Known.LITERAL: self.literal_renderings,
            Known.CALQUED: self.misrendered[1],
            Known.LISTED: self.listed_senses,
            Known.TOLD: self.told_senses,
        }
        return tuple(wrong_terms(found, self.bitext.target.language))

    @property
    def word_alignments(self) -> dict[int, WordAlignment]:
        """Which target words stand for which source words, by the index of the pair; one-sided pairs have none."""
        return self.together.word_alignments[id(self.bitext)]

    @cached_property
    def suspects(self) -> tuple[Suspect, ...]:
        """Target words that fit no source word while a source word lacks the rendering it is known by, and any sense of it."""
        found = self.together.suspects[id(self.bitext)]
        if not found or self.bitext.source.language != "ar":
            return found
        from auditor.wrong_senses import renders_a_sense

        alignments = self.word_alignments.values()
        return tuple(
            each
            for each in found
            if not any(renders_a_sense(pair, each.source, each.target) for pair in alignments)
        )

    @cached_property
    def polarity(self) -> dict[int, PairPolarity]:
        """The negations, opposites and order of words in which the sides of each pair differ, by the index of the pair."""
        from auditor.polarity import compare_polarity

        return {number: compare_polarity(alignment) for number, alignment in self.word_alignments.items()}

    @cached_property
    def departures(self) -> tuple[Departure, ...]:
        """Short forms of bodies, and recurring expressions, that are rendered otherwise than in their other places."""
        from auditor.consistency import departures

        return departures(self.bitext, lambda: self.word_alignments, self.encoder)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Clauses of a pair that only one side has; not where a foreign stretch stands at their place."""
        from auditor.gaps import find_gaps

        judged = self.together.coverage[id(self.bitext)]
        numbers, alignments = list(judged), tuple(self.together.covering[id(self.bitext)].values())
        lost = [
            passage
            for each in self.quantity_differences
            if each.code in {"number-missing", "number-added"} and each.severity >= Severity.MAJOR
            for passage in (each.source if each.code == "number-missing" else each.target,)
            if passage is not None
        ]
        found = find_gaps(
            tuple(judged.values()),
            alignments,
            self.encoder,
            connected=len(self.bitext.pairs) > 1,
            lost=lost,
            unnamed=[each.source for each in self.name_differences if each.kind == "missing"],
        )
        foreign = [[run.passage for run in runs if run.words > 2] for runs in self.runs]
        return tuple(gap for place, gap in found if not gap.stands_in(foreign[numbers[place]]))

    @cached_property
    def missing_words(self) -> tuple[MissingWord, ...]:
        """Words that fell out of sentences of the target; not where something longer is lost, nor beside a foreign stretch.

        Nor words of terms that are rendered well, which may be rendered by fewer.
        """
        found = self.together.missing_words[id(self.bitext)]
        if not found:
            return ()
        lost = [gap.passage for gap in self.gaps if gap.is_source]
        lost += [each.source for each in self.name_differences]
        lost += [each.source for each in self.quantity_differences if each.source is not None]
        lost += [use.source for use in self.term_uses.uses if use.accepted and " " in use.source.text]
        foreign = [run.passage for runs in self.runs for run in runs]
        return tuple(
            each
            for each in found
            if not any(each.place.overlaps(run) for run in foreign)
            and not any(each.source.overlaps(other) for other in lost)
        )

    @cached_property
    def name_differences(self) -> tuple[NameDifference, ...]:
        """Names of the source that come back as other names, or distorted."""
        return name_differences(self.bitext.pairs)

    @cached_property
    def name_deviations(self) -> tuple[Deviation, ...]:
        """Names that are spelled otherwise than elsewhere in the translation."""
        return name_deviations(self.bitext.pairs)

    @cached_property
    def damages(self) -> tuple[tuple[Damage, ...], ...]:
        """For each pair what is damaged in the text of its target."""
        return read_damages(self.bitext.pairs)

    @cached_property
    def one_sided(self) -> tuple[tuple[OneSidedRun, ...], tuple[OneSidedRun, ...]]:
        """Runs of passages without counterpart, of the source and of the target."""
        return one_sided_runs(self.bitext)

    @cached_property
    def one_sided_share(self) -> float:
        """The share of the words of both texts, in [0, 1], that stand in such runs: much of a text that tells of the same freely."""
        alone = sum(run.words for side in self.one_sided for run in side)
        texts = self.bitext.source.text, self.bitext.target.text
        return min(1.0, alone / max(1, sum(len(text.split()) for text in texts)))

    @cached_property
    def moved(self) -> tuple[MovedRun, ...]:
        """Passages that stand elsewhere in the translation."""
        return moved_runs(self.bitext)

    @cached_property
    def _foreign(self) -> list[list[str]]:
        """For each pair the languages of terms that its target contains beside its own."""
        return [sorted({run.language for run in runs} & {"fr", "en"}) for runs in self.runs]

    def _target_quantities(self, pair: Pair, runs: tuple[Run, ...]) -> tuple[Quantity, ...]:
        if pair.target is None:
            return ()
        parts = by_language(pair.target, runs)
        return tuple(quantity for part, language in parts for quantity in read_quantities(part, language))
