"""How well words are aligned and wrong words found, on development data: `python -m tests.benchmark FOLDER words`.

FOLDER holds `dev/`. Weights are fitted on half of each set; all figures here are of the other half.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from auditor.embedding import load_encoder
from auditor.training.judged_words import Judged, judged
from auditor.training.misfits import WRONG_SHARE
from auditor.training.recurring_errors import recurring_errors
from auditor.word_alignment import WordAligner, WordEncoder
from auditor.wrong_words import Suspect
from auditor.wrong_words.judge import Judge
from auditor.wrong_words.recurring import recurring
from auditor.wrong_words.suspects import single_suspects
from auditor.wrong_words.verdicts import verdicts
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
    every = list(judged(dev))
    fitted = {text for pair in every if pair.is_fitted_on for text in wrong_texts(pair)}
    pairs = [pair for pair in every if not pair.is_fitted_on]
    begun = time.perf_counter()
    alignments = WordAligner(encoder).align([(pair.source, pair.target) for pair in pairs])
    aligned = time.perf_counter()
    found = single_suspects(alignments)
    ended = time.perf_counter()
    speed = [
        ("aligned", f"{len(pairs) / (aligned - begun):.0f}"),
        ("judged", f"{len(pairs) / (ended - aligned):.0f}"),
    ]
    print_table(("words", "pairs a second"), speed)
    by_target = {id(pair.target.document): pair for pair in pairs}
    every_suspect = [(by_target[id(each.target.document)], each) for each in found]
    shown = [entry for entry in every_suspect if entry[1].confidence >= verdicts().minor]
    sure = [entry for entry in shown if entry[1].is_sure]
    by_kind(pairs, shown, sure)
    by_set(pairs, fitted, {"minor and above": shown, "major and above": sure})
    calibration(pairs, every_suspect)


def wrong_texts(pair: Judged) -> list[str]:
    return [pair.target.text[start:end] for start, end in pair.wrong]


def recurring_words(dev: Path, encoder: WordEncoder) -> None:
    """Words replaced in all their places in documents of 30 pairs, and the same documents without."""
    documents = flagged = planted = found = 0
    for document in recurring_errors(dev, encoder, fitted_on=False):
        documents += 1
        flagged += bool(recurring(Judge(document.sound, encoder)))
        wrong = {stem for _, stem in document.wrong}
        places = recurring(Judge(document.planted, encoder))
        planted += len(wrong)
        found += len(wrong & {place.target.stem for place in places})
    print_table(
        ("recurring renderings", "of", ""),
        [("wrong words found", planted, found), ("sound documents flagged", documents, flagged)],
    )


Reported = list[tuple[Judged, Suspect]]


def is_right(pair: Judged, suspect: Suspect) -> bool:
    return any(suspect.target.start < end and start < suspect.target.end for start, end in pair.wrong)


def by_kind(pairs: list[Judged], shown: Reported, sure: Reported) -> None:
    total = Counter(pair.kind for pair in pairs)
    rows = []
    for kind in sorted(total):
        own = [pair for pair in pairs if pair.kind == kind]
        shares = [
            figure(len(marked(own, reported, right=right)) / total[kind], 4)
            for reported in (shown, sure)
            for right in (True, False)
        ]
        rows.append((kind, total[kind], *shares))
    print_table(("single wrong words", "pairs", "found", "false", "found, major", "false, major"), rows)


def marked(pairs: list[Judged], reported: Reported, *, right: bool) -> set[int]:
    """Those of the pairs that have a suspect that is right, or one that is not."""
    own = {id(pair) for pair in pairs}
    return {id(pair) for pair, each in reported if id(pair) in own and is_right(pair, each) == right}


def by_set(pairs: list[Judged], fitted: set[str], levels: dict[str, Reported]) -> None:
    """Precision, recall and F1 of each set, over its wrong pairs and the sound pairs they were made of."""
    for name, reported in levels.items():
        rows = []
        for title, wrong, sound in sets(pairs, fitted):
            hit = len(marked(wrong, reported, right=True))
            false = len(marked([*wrong, *sound], reported, right=False))
            precision, recall = hit / max(1, hit + false), hit / max(1, len(wrong))
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            alarms = len(marked(sound, reported, right=False)) / max(1, len(sound))
            rows.append((title, len(wrong), *map(figure, (precision, recall, f1)), figure(alarms, 4)))
        print_table((name, "wrong pairs", "precision", "recall", "F1", "sound pairs flagged"), rows)


def sets(pairs: list[Judged], fitted: set[str]) -> Iterator[tuple[str, list[Judged], list[Judged]]]:
    for title, wrong, sound in (
        ("terms replaced", "wrong_terms", "wrong_terms_sound"),
        ("… by terms not fitted on", "wrong_terms", "wrong_terms_sound"),
        ("alterations", "contratico_alteration", "contratico_sound"),
        ("antonyms", "demetr_antonym", "demetr_sound"),
        ("words of other sentences", "_replaced", "_sound"),
        ("all", "", "_sound"),
    ):
        new = title.startswith("…")
        own = [
            pair
            for pair in pairs
            if pair.wrong and pair.kind.endswith(wrong) and not (new and fitted & set(wrong_texts(pair)))
        ]
        yield title, own, [pair for pair in pairs if pair.kind.endswith(sound)]


def calibration(pairs: list[Judged], found: Reported) -> None:
    """How often the best suspect of a pair is right, where one pair in ten has a wrong word."""
    best: dict[int, tuple[Judged, Suspect]] = {}
    for pair, each in found:
        if id(pair) not in best or best[id(pair)][1].confidence < each.confidence:
            best[id(pair)] = pair, each
    wrong = sum(bool(pair.wrong) for pair in pairs)
    sound = sum(pair.kind.endswith("sound") for pair in pairs)
    rows = []
    for low in range(1, 10):
        counts = [0.0, 0.0]
        for pair, each in best.values():
            if low / 10 <= each.confidence < (low + 1) / 10 + (low == 9):
                share = WRONG_SHARE / wrong if pair.wrong else (1 - WRONG_SHARE) / sound
                counts[is_right(pair, each)] += share * (bool(pair.wrong) or pair.kind.endswith("sound"))
        if sum(counts):
            rows.append((f"{low / 10:.1f}–{(low + 1) / 10:.1f}", figure(counts[1] / sum(counts))))
    print_table(("confidence", "share right"), rows)
