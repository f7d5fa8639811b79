"""How well words are aligned and wrong words found, on development data: `python -m tests.benchmark FOLDER words`.

FOLDER holds `dev/`. Weights are fitted on half of each set; all figures here are of the other half.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from auditor.embedding import load_encoder
from auditor.training.judged_words import Judged, judged
from auditor.training.recurring_errors import recurring_errors
from auditor.word_alignment import Suspect, WordAligner, WordEncoder
from auditor.word_alignment.judge import Judge
from auditor.word_alignment.recurring import recurring
from auditor.word_alignment.wrong_words import reported_from, single_suspects
from tests.benchmark.tables import figure, print_table
from tests.benchmark.word_alignment import alignment_error


def main(folder: Path) -> None:
    encoder = load_encoder(None)
    print_table(
        ("words aligned, PUD", "alignment error rate", "precision", "recall"),
        [
            (f"{other}–en", *map(figure, alignment_error(folder / "dev", other, encoder)))
            for other in ("ar", "fr")
        ],
    )
    wrong_words(folder / "dev", encoder)
    recurring_words(folder / "dev", encoder)


def wrong_words(dev: Path, encoder: WordEncoder) -> None:
    pairs = [pair for pair in judged(dev) if not pair.is_fitted_on]
    begun = time.perf_counter()
    alignments = WordAligner(encoder).align([(pair.source, pair.target) for pair in pairs])
    aligned = time.perf_counter()
    found = single_suspects(Judge(alignments, encoder, connected=False))
    ended = time.perf_counter()
    speed = [
        ("aligned", f"{len(pairs) / (aligned - begun):.0f}"),
        ("judged", f"{len(pairs) / (ended - aligned):.0f}"),
    ]
    print_table(("words", "pairs a second"), speed)
    by_target = {id(pair.target.document): pair for pair in pairs}
    judgements = [(by_target[id(each.target.document)], each) for each in found]
    by_kind(pairs, [entry for entry in judgements if entry[1].confidence >= reported_from()])
    calibration(judgements)


def recurring_words(dev: Path, encoder: WordEncoder) -> None:
    """Words replaced in all their places in documents of 30 pairs, and the same documents without."""
    documents = flagged = planted = found = 0
    for document in recurring_errors(dev, encoder, fitted_on=False):
        documents += 1
        flagged += bool(recurring(Judge(document.sound, encoder, connected=True)))
        wrong = {stem for _, stem in document.wrong}
        places = recurring(Judge(document.planted, encoder, connected=True))
        planted += len(wrong)
        found += len(wrong & {place.target.stem for place in places})
    print_table(
        ("recurring renderings", "of", ""),
        [("wrong words found", planted, found), ("sound documents flagged", documents, flagged)],
    )


def is_right(pair: Judged, suspect: Suspect) -> bool:
    return any(suspect.target.start < end and start < suspect.target.end for start, end in pair.wrong)


def by_kind(pairs: list[Judged], reported: list[tuple[Judged, Suspect]]) -> None:
    total = Counter(pair.kind for pair in pairs)
    hit = Counter(
        kind for kind, _ in {(pair.kind, id(pair)) for pair, each in reported if is_right(pair, each)}
    )
    false = Counter(
        kind for kind, _ in {(pair.kind, id(pair)) for pair, each in reported if not is_right(pair, each)}
    )
    print_table(
        ("single wrong words", "pairs", "found", "false"),
        [
            (kind, total[kind], figure(hit[kind] / total[kind]), figure(false[kind] / total[kind], 4))
            for kind in sorted(total)
        ],
    )
    right, wrong = hit["wrong_terms"], false["wrong_terms"] + false["wrong_terms_sound"]
    precision, recall = right / max(1, right + wrong), right / total["wrong_terms"]
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print_table(
        ("single wrong words", "precision", "recall", "F1"),
        [("wrong_terms", *map(figure, (precision, recall, f1)))],
    )


def calibration(judgements: list[tuple[Judged, Suspect]]) -> None:
    rows = []
    for low in range(1, 10):
        bin_ = [
            (pair, each)
            for pair, each in judgements
            if low / 10 <= each.confidence < (low + 1) / 10 + (low == 9)
        ]
        if bin_:
            right = sum(is_right(pair, each) for pair, each in bin_) / len(bin_)
            rows.append((f"{low / 10:.1f}–{(low + 1) / 10:.1f}", len(bin_), figure(right)))
    print_table(("confidence", "suspects", "share right"), rows)
