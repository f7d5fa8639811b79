"""From two texts to an audit: align, gather the evidence, run the checks, score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.alignment import align
from auditor.audits import Audit, CheckedPair
from auditor.bitext import Bitext, Document, Pair
from auditor.checks import CHECKS, Check
from auditor.collection import seldom_collected
from auditor.config import Options, selected_checks
from auditor.documents import document, has_words, lines_of, other_than, shows_language, usual_language
from auditor.errors import LanguageError, ReadError
from auditor.evidence import Evidence
from auditor.findings import Finding
from auditor.readers import FileText
from auditor.readers.records import BadLine, PairRecord
from auditor.reconciliation import reconcile
from auditor.score import score, signature
from auditor.segmentation import split_sentences
from auditor.terms.loading import load_termbases
from auditor.terms.uses import TermReader
from auditor.together import Together
from auditor.version import __version__

if TYPE_CHECKING:
    from auditor.embedding import Encoder

BATCH = 256  # pairs that are read, and judged as to their language, together
LONG = 6000  # characters of both sides from which a pair is aligned sentence by sentence before it is checked


class Auditor:
    """Audits any number of translations with one set of options; models and term bases are loaded once."""

    def __init__(self, options: Options | None = None) -> None:
        """Raises ConfigError for an unknown check, TermBaseError for a term base that cannot be read."""
        self.options = options or Options()
        self.checks: tuple[Check, ...] = selected_checks(self.options)
        self.termbase = load_termbases(str(path) for path in self.options.termbases)
        self._readers: dict[tuple[str, str], TermReader] = {}

    @cached_property
    def encoder(self) -> Encoder:
        """The embedding model, loaded when first needed. Raises ModelError where it cannot be."""
        from auditor.embedding import load_encoder

        return load_encoder(self.options.model)

    def variant(self, options: Options) -> Auditor:
        """An auditor with other options that shares the embedding model and the term base, where they are the same."""
        other = Auditor(options)
        if options.model == self.options.model:
            other.encoder = self.encoder
        if options.termbases == self.options.termbases:
            other.termbase, other._readers = self.termbase, self._readers
        return other

    @property
    def signature(self) -> str:
        return signature(
            __version__,
            self.encoder.name,
            [check.code for check in self.checks],
            [check.code for check in CHECKS],
            termbases=_digest(self.options.termbases) if self.options.termbases else "press",
        )

    def documents(
        self, source: FileText | tuple[str, str], target: FileText | tuple[str, str]
    ) -> tuple[Document, Document]:
        """Both texts, given as (name, text) or as read from files, with their languages, which the options name or which are found out.

        Raises ReadError for a text without a word; LanguageError where both are in one language or the translation
        is Arabic.
        """
        original, translation = FileText(*source), FileText(*target)
        sides = self._sides(
            (original.name, original.text, self.options.source_language),
            (translation.name, translation.text, self.options.target_language),
        )
        return replace(sides[0], anchors=original.anchors), replace(sides[1], anchors=translation.anchors)

    def _sides(
        self, source: tuple[str, str, str | None], target: tuple[str, str, str | None]
    ) -> tuple[Document, Document]:
        original, translation = document(*source), document(*target)
        if original.language == translation.language:
            raise LanguageError(
                f"{original.name} and {translation.name} are both in {original.language}: a translation is in another "
                "language than its original (--source-language and --target-language say which)"
            )
        if translation.language == "ar":
            raise LanguageError(
                f"{translation.name}: the translation is in ar, the original in {original.language}: are they swapped? "
                "Translations into fr and en are checked"
            )
        return original, translation

    def align(
        self, source: Document, target: Document, *, lines: bool = False, may_be_strangers: bool = True
    ) -> Bitext:
        """Pairs the sentences of two documents; with `lines` every line that is not blank is one sentence."""
        split = lines_of if lines else split_sentences
        return align(
            source,
            target,
            (split(source), split(target)),
            self.encoder,
            reencode=self.options.reencode,
            may_be_strangers=may_be_strangers,
        )

    def audit(self, source: Document, target: Document, reference: Document | None = None) -> Audit:
        """Aligns and checks a translation, and scores it against a reference translation if there is one."""
        bitext = self.align(source, target)
        ((_, findings),) = self.find_all([bitext])
        scores = None
        if reference is not None:
            from auditor.reference import reference_scores

            scores = reference_scores(target, reference, self.align)
        return Audit(bitext, findings, score(findings, target.text), self.signature, scores)

    def check(self, record: PairRecord) -> CheckedPair:
        """Checks one segment pair that is already aligned. Raises what `documents` raises."""
        (checked,) = self._check_together([(record, *self._record_sides(record))])
        return checked

    def check_all(self, lines: Iterable[PairRecord | BadLine]) -> Iterator[CheckedPair | BadLine]:
        """Checks segment pairs in order, BATCH of them at a time.

        Where the first BATCH are nearly all in one language, a pair that names none is in it too: one segment is too
        little to tell a translation into the wrong language from a file of several languages. A pair whose languages
        cannot be made out becomes a BadLine and stops nothing.
        """
        source = iter(lines)
        first = batch = list(islice(source, BATCH))

        @cache
        def usual() -> str | None:
            return usual_language([line.target for line in first if isinstance(line, PairRecord)])

        while batch:
            yield from self._check_batch(batch, usual)
            batch = list(islice(source, BATCH))

    def _check_batch(
        self, batch: Sequence[PairRecord | BadLine], usual: Callable[[], str | None]
    ) -> Iterator[CheckedPair | BadLine]:
        read: list[tuple[PairRecord, Document, Document] | BadLine] = []
        for line in batch:
            if isinstance(line, BadLine):
                read.append(line)
                continue
            known = line.target_language or self.options.target_language or usual()
            try:
                read.append((line, *self._record_sides(replace(line, target_language=known))))
            except (LanguageError, ReadError) as error:
                read.append(BadLine(line.line, str(error)))
        checked = iter(self._check_together([each for each in read if not isinstance(each, BadLine)]))
        for each in read:
            yield each if isinstance(each, BadLine) else next(checked)

    def _record_sides(self, record: PairRecord) -> tuple[Document, Document]:
        """An original with words may have a translation without any: all of it is lost. A figure is in any language."""
        source = "source", record.source, record.source_language or self.options.source_language
        language = record.target_language or self.options.target_language
        told = language is not None or shows_language(record.target)
        if (told and has_words(record.target)) or not has_words(record.source):
            return self._sides(source, ("target", record.target, language))
        original = document(*source)
        return original, Document("target", language or other_than(original.language), record.target)

    def _check_together(self, read: Sequence[tuple[PairRecord, Document, Document]]) -> list[CheckedPair]:
        """Pairs whose languages are known; what is read of all of them at once is read once."""
        with seldom_collected():
            return self._checked(read)

    def _checked(self, read: Sequence[tuple[PairRecord, Document, Document]]) -> list[CheckedPair]:
        from auditor.quality import qualities

        found = self.find_all(self._bitexts([(source, target) for _, source, target in read]))
        return [
            CheckedPair(record, evidence.bitext, round(quality, 6), findings)
            for (record, _, _), (evidence, findings), quality in zip(
                read, found, qualities(found), strict=True
            )
        ]

    def bitexts(self, records: Sequence[PairRecord]) -> list[Bitext]:
        """Segment pairs as they are checked: one pair each, long ones aligned. Raises what `documents` raises."""
        return self._bitexts([self._record_sides(record) for record in records])

    def _bitexts(self, documents: Sequence[tuple[Document, Document]]) -> list[Bitext]:
        return [
            self.align(source, target, may_be_strangers=False)
            if len(source.text) + len(target.text) > LONG
            else Bitext(source, target, (pair,))
            for (source, target), pair in zip(documents, self._pairs(documents), strict=True)
        ]

    def _pairs(self, documents: Sequence[tuple[Document, Document]]) -> list[Pair]:
        """Each two texts as one bead; its confidence is how sure it is that they belong together."""
        from auditor.alignment.belonging import belonging

        wholes = [(source.passage().stripped(), target.passage().stripped()) for source, target in documents]
        return [
            Pair(*whole, round(similarity, 4), round(confidence, 4), (0,), (0,))
            if has_words(whole[1].text)
            else Pair(whole[0], None, None, 1.0, (0,))
            for whole, (confidence, similarity) in zip(wholes, belonging(wholes, self.encoder), strict=True)
        ]

    def find_all(self, bitexts: Sequence[Bitext]) -> list[tuple[Evidence, tuple[Finding, ...]]]:
        """What there is to see in bitexts that are checked together, and what the checks find in it.

        Check by check through all of them: a check that runs many times on end finds its code and its tables in the caches.
        """
        together = Together(tuple(bitexts), self.encoder)
        every = [
            Evidence(each, self._terms(each.source.language, each.target.language), self.encoder, together)
            for each in bitexts
        ]
        found: list[list[Finding]] = [[] for _ in every]
        for check in self.checks:
            for evidence, findings in zip(every, found, strict=True):
                findings.extend(check.find(evidence))
        return [
            (evidence, tuple(map(self._weighed, reconcile(evidence.bitext, findings))))
            for evidence, findings in zip(every, found, strict=True)
        ]

    def _weighed(self, finding: Finding) -> Finding:
        """With the severity that the options give to its code."""
        severity = self.options.severities.get(finding.code, finding.severity)
        return finding if severity == finding.severity else replace(finding, severity=severity)

    def _terms(self, source_language: str, target_language: str) -> TermReader:
        languages = source_language, target_language
        if languages not in self._readers:
            self._readers[languages] = TermReader(self.termbase, *languages)
        return self._readers[languages]


def _digest(paths: Sequence[Path]) -> str:
    """Eight hexadecimal digits that stand for the user's term bases: the start of the SHA-256 of their bytes."""
    return "press+" + sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:8]
