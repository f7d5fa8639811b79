"""The translation against a reference translation, by sacrebleu; imported only where a reference is given."""

from __future__ import annotations

from collections.abc import Callable

from auditor.audits import MetricScore, ReferenceScores
from auditor.bitext import Bitext, Document, Passage
from auditor.errors import LanguageError

Align = Callable[[Document, Document], Bitext]


def reference_scores(translation: Document, reference: Document, align: Align) -> ReferenceScores:
    """chrF++ (Popović 2017), BLEU (Papineni et al. 2002) and TER (Snover et al. 2006), whole-text scores.

    Two documents seldom have the same lines, so `align(reference, translation)` pairs their passages first.
    A passage without counterpart is scored against nothing: what is missing or added costs. BLEU of a text
    of less than four words is 0 or nearly so, even where both are the same.
    Raises LanguageError where the two are not in the same language.
    """
    if translation.language != reference.language:
        raise LanguageError(
            f"{reference.name}: the reference is in {reference.language}, the translation in {translation.language}"
        )
    pairs = align(reference, translation).pairs
    translated = [_on_one_line(pair.target) for pair in pairs]
    references = [_on_one_line(pair.source) for pair in pairs]
    return ReferenceScores(reference.name, len(pairs), _metrics(translated, references))


def _metrics(translated: list[str], references: list[str]) -> tuple[MetricScore, ...]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    found = []
    for metric in (CHRF(word_order=2), BLEU(), TER()):
        total = metric.corpus_score(translated, [references])
        found.append(MetricScore(total.name, round(total.score, 2), str(metric.get_signature())))
    return tuple(found)


def _on_one_line(passage: Passage | None) -> str:
    return "" if passage is None else " ".join(passage.text.split())
