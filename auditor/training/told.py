"""Fits how sure it is that a word is rendered in another sense than its context tells: `python -m auditor.training told`.

`python -m auditor.training told FOLDER OUT --sentences FILE … --texts FOLDER …`: FOLDER holds `train/` and `dev/`, OUT is
the file to write. The files are tab-separated: language, Arabic, a sound translation, the same with words in a wrong sense, the
Arabic words, the sound passages, the wrong ones; ` ¶ ` stands between passages, ` | ` between words. The folders hold one folder
for each text: `original.ar.txt`, `sound.LANGUAGE.txt`, `faulty.LANGUAGE.txt` and `errors.toml` (tests/press/README.md). Wrong
are the renderings that overlap what is marked there; right are those of the sound translations, of half of the development sets,
and of running text, where words of several senses stand in all sorts of contexts: each of these counts PROSE_COUNTS.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage
from auditor.embedding import load_encoder
from auditor.errors import AuditorError
from auditor.pipeline import Auditor
from auditor.terms.inventory import inventory
from auditor.training.corpora import clean, rows
from auditor.training.judged_words import further_sound, judged, passage
from auditor.training.weights import logistic
from auditor.word_alignment import WordAligner
from auditor.word_alignment.links import WordAlignment
from auditor.wrong_senses.accounted import explains
from auditor.wrong_senses.clues import CLUES, ClueReader
from auditor.wrong_senses.rendered import rendered_words

Doubles = NDArray[np.float64]
PROSE = frozenset({"un_v1_devset", "un_v1_testset", "ndi_catco_guide", "udhr", "xquad"})
"""Corpora of running text, whose translations are sound."""
SENTENCES, LEAST_WORDS = 3000, 8
"""Of each language, and the Arabic words that they have at least."""
PROSE_COUNTS = 0.2
WRONG_COUNTS = 0.73
"""What a wrong rendering counts, so that confidences stay where they were when half as many passages had been written."""
KINDS = frozenset({"sense", "term"})
"""Of the errors that are marked in texts, those that are words in a wrong sense."""
RIDGE = 1.0
BATCH = 256
CELLS, BETWEEN = 7, " ¶ "


class Sentence(NamedTuple):
    """A pair of passages, those of the original around, its own among them, and the slices of the target that are wrong."""

    around: Sequence[Passage]
    source: Passage
    target: Passage
    wrong: Sequence[tuple[int, int]]
    is_sound: bool


class Clues(NamedTuple):
    """Of the renderings that have a rival, and that nothing else explains: their CLUES, shape (renderings, clues), and which are wrong."""

    values: Doubles
    wrong: Doubles


def add_options(parser: argparse.ArgumentParser) -> None:
    """What this training takes beyond FOLDER and OUT."""
    parser.add_argument(
        "--sentences", type=Path, nargs="+", required=True, help="sentences with a wrong sense"
    )
    parser.add_argument(
        "--texts", type=Path, nargs="+", required=True, help="folders of texts with marked errors"
    )


def main(folder: Path, out: Path, sentences: Sequence[Path], texts: Sequence[Path]) -> None:
    """Writes the weights of CLUES to `out`.

    Raises AuditorError for a file of sentences that has other lines, and for a folder without such texts.
    """
    planted = [row for path in sentences for row in planted_senses(path)]
    auditor = Auditor()
    folders = [text for part in texts for text in text_folders(part)]
    marked = [row for text in folders for row in marked_senses(text, auditor)]
    prose = [row for language in ("fr", "en") for row in islice(running_text(folder, language), SENTENCES)]
    some, others = read_clues([*planted, *marked, *sound_pairs(folder / "dev")]), read_clues(prose)
    values, wrong = np.concatenate([some.values, others.values]), np.concatenate([some.wrong, others.wrong])
    times = np.where(wrong > 0, WRONG_COUNTS, 1.0)
    times[len(some.wrong) :] = PROSE_COUNTS
    write(out, logistic(values, wrong, RIDGE, times))


def planted_senses(path: Path) -> Iterator[Sentence]:
    """The passages of the sound and the wrong translation of each line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.split(BETWEEN) for cell in line.split("\t")]
        if len(cells) != CELLS or not len(cells[1]) == len(cells[2]) == len(cells[3]):
            raise AuditorError(
                f"{path}:{number}: {CELLS} cells with tabs between them are wanted, and as many passages in the second to fourth"
            )
        (language,), arabic, *translations = cells[:4]
        sources = [passage(each, "ar") for each in arabic]
        wrong = cells[6][0].split(" | ")
        for is_sound, translation in zip((True, False), translations, strict=True):
            for place, text in enumerate(translation):
                around = sources[max(0, place - 1) : place + 2]
                slices = [] if is_sound else [_slice(text, each) for each in wrong if each in text]
                yield Sentence(around, sources[place], passage(text, language), slices, is_sound)


def _slice(text: str, part: str, nth: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.index(part, start + 1)
    return start, start + len(part)


def text_folders(part: Path) -> list[Path]:
    """The folders of the texts in a folder, by name. Raises AuditorError where there are none."""
    found = sorted(path.parent for path in part.glob("*/errors.toml"))
    if not found:
        raise AuditorError(f"{part}: no folder in it has errors.toml, as those of tests/press/fitted have")
    return found


def sound_text(text: Path) -> tuple[str, str, str]:
    """The language of the translations of a text, its original and its sound translation."""
    (sound,) = text.glob("sound.*.txt")
    original, right = (path.read_text(encoding="utf-8") for path in (text / "original.ar.txt", sound))
    return sound.suffixes[0][1:], original, right


def marked_senses(text: Path, auditor: Auditor) -> Iterator[Sentence]:
    """The pairs of sentences of the sound and the faulty translation of a text."""
    language, original, right = sound_text(text)
    faulty = (text / f"faulty.{language}.txt").read_text(encoding="utf-8")
    errors = tomllib.loads((text / "errors.toml").read_text(encoding="utf-8"))["error"]
    wrong = [_slice(faulty, each["target"], each.get("nth", 1)) for each in errors if each["kind"] in KINDS]
    for translation, slices in ((right, None), (faulty, wrong)):
        bitext = auditor.align(*auditor.documents(("original", original), (language, translation)))
        for number, pair in enumerate(bitext.pairs):
            if pair.source is not None and pair.target is not None:
                around = bitext.sources_around(number)
                yield Sentence(around, pair.source, pair.target, slices or [], slices is None)


def running_text(folder: Path, language: str) -> Iterator[Sentence]:
    """Sentences of PROSE."""
    for row in rows(folder / "train" / f"ar-{language}.tsv.gz"):
        if row["corpus"] in PROSE and len(row["ar"].split()) >= LEAST_WORDS:
            source = passage(clean(row["ar"]), "ar")
            yield Sentence([source], source, passage(clean(row[language]), language), (), is_sound=True)


def sound_pairs(dev: Path) -> Iterator[Sentence]:
    """The sound pairs with an Arabic original that are fitted on."""
    for pair in (*judged(dev), *further_sound(dev)):
        if pair.kind.endswith("_sound") and pair.source.language == "ar" and pair.is_fitted_on:
            yield Sentence([pair.source], pair.source, pair.target, (), is_sound=True)


def read_clues(sentences: Sequence[Sentence]) -> Clues:
    """Of all renderings of words of the inventory, but those of a faulty translation that are not its wrong passage."""
    encoder = load_encoder(None)
    aligner, reader = WordAligner(encoder), ClueReader(encoder)
    values, wrong = [], []
    for sentence, alignment in _aligned(aligner, sentences):
        for clues, place in _rivals(reader, sentence, alignment):
            is_wrong = any(place.start < end and start < place.end for start, end in sentence.wrong)
            if is_wrong or sentence.is_sound:
                values.append(clues)
                wrong.append(float(is_wrong))
    return Clues(np.array(values), np.array(wrong))


def _aligned(aligner: WordAligner, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, WordAlignment]]:
    for start in range(0, len(sentences), BATCH):
        some = sentences[start : start + BATCH]
        yield from zip(some, aligner.align([(each.source, each.target) for each in some]), strict=True)


def _rivals(
    reader: ClueReader, sentence: Sentence, alignment: WordAlignment
) -> Iterator[tuple[tuple[float, ...], Passage]]:
    for each in rendered_words(inventory(), sentence.around, sentence.source, sentence.target, alignment):
        rival = reader.likeliest(each)
        if rival is not None and not explains(each):
            yield rival.clues, each.target


def write(path: Path, weights: Doubles) -> None:
    """The file that `wrong_senses.told` reads."""
    lines = [
        "# Written by `python -m auditor.training told`; what they weigh is documented in clues.py.",
        "[weights]",
        *(f"{name} = {weight:.4f}" for name, weight in zip(CLUES, weights.tolist(), strict=True)),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
