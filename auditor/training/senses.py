"""Weeds the inventory of senses: `python -m auditor.training senses FOLDER OUT` writes its files without what misleads.

Wherever a context tells a sense in running text, the sound translation either has one of the sense's renderings, which speaks
for the words of the context that are met there, or one of another sense's, which speaks against them.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.bitext import Document, Passage
from auditor.embedding import load_encoder
from auditor.terms.contexts import Place, stands, weight
from auditor.terms.inventory import FOLDER, NEVER, Inventory, Sense, read_inventory
from auditor.terms.matching import keyed_passage
from auditor.training.corpora import running_text
from auditor.word_alignment import WordAligner
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_senses.rendered import Rendered, rendered_words
from auditor.wrong_senses.told import SenseTeller

log = logging.getLogger("auditor.training")
SENTENCES = 20000
"""Of each language, at even steps through the corpora."""
LEAST = 8
"""Arabic words of a sentence of running text."""
BATCH = 256
WRONG = 0.1
"""Share of the sentences with a word of a context in which it misleads, from which on it is taken out."""
SYNONYM = 2
"""Times that a rendering of another sense stands for a sense, from which on it is one of its own as well."""
EVIDENT = 1.8
"""Weight of a context that tells the sense that is rendered."""
Sides = tuple[Passage, Passage]


class Told(NamedTuple):
    """A sense that the context tells, and where another is rendered: in `target`, or nowhere."""

    sense: Sense
    place: Place
    target: Passage | None


def main(folder: Path, out: Path) -> None:
    """Writes each file of the inventory to `out`: first less words of contexts, then with more renderings.

    Raises:
        AuditorError: a file of `folder` is missing.
    """
    encoder = load_encoder(None)
    out.mkdir(parents=True, exist_ok=True)
    pairs = [pair for language in ("fr", "en") for pair in _sentences(folder, language)]
    for path in sorted(FOLDER.glob("*.tsv")):
        out.joinpath(path.name).write_bytes(path.read_bytes())
    misleading = _misleading(_told(out, pairs, encoder))
    _rewrite(out, lambda line: _without(line, misleading.get(line, set())))
    synonyms = _synonyms(_told(out, pairs, encoder))
    _rewrite(out, lambda line: _with(line, synonyms.get(line, {})))


def _sentences(folder: Path, language: str) -> list[Sides]:
    rows = [row for row in running_text(folder, "ar", language) if len(row.left.split()) >= LEAST]
    return [
        (Document("source", "ar", row.left).passage(), Document("target", language, row.right).passage())
        for row in rows[:: max(1, len(rows) // SENTENCES)]
    ]


def _told(out: Path, pairs: Sequence[Sides], encoder: WordEncoder) -> list[Told]:
    words = Inventory(read_inventory(sorted(out.glob("*.tsv"))))
    aligner, teller = WordAligner(encoder), SenseTeller(encoder, words)
    found: list[Told] = []
    for start in range(0, len(pairs), BATCH):
        some = [pair for pair in pairs[start : start + BATCH] if words.find(keyed_passage(pair[0], "ar"))]
        for (source, target), alignment in zip(some, aligner.align(some), strict=True):
            rendered = rendered_words(words, [source], source, target, alignment)
            found += filter(None, (_read(teller, each) for each in rendered))
    log.info("%d senses told, %d wrongly", len(found), sum(each.target is not None for each in found))
    return found


def _read(teller: SenseTeller, word: Rendered) -> Told | None:
    told = teller.told(word)
    if told is not None:
        return Told(told[0], word.place, word.target)
    sense = max(word.having, key=lambda each: weight(each.context, word.place))
    evident = weight(sense.context, word.place) >= EVIDENT
    return Told(sense, word.place, None) if evident else None


def _misleading(told: Iterable[Told]) -> dict[str, set[str]]:
    """By the line of a sense the words of its context that mislead."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for each in told:
        place = each.place
        counts.update(
            (each.sense.line, word, each.target is None)
            for word in each.sense.when
            if stands((word,), [place.own], place.own, place.form)
        )
    found: dict[str, set[str]] = {}
    for (line, word, right), count in counts.items():
        if not right and count > WRONG * (count + counts[line, word, True]):
            found.setdefault(line, set()).add(word)
    return found


def _synonyms(told: Iterable[Told]) -> dict[str, dict[str, list[str]]]:
    """By the line of a sense and the language what stands for it again and again."""
    counts = Counter(
        (each.sense.line, each.target.language, each.target.text.lower())
        for each in told
        if each.target is not None
    )
    found: dict[str, dict[str, list[str]]] = {}
    for (line, language, rendering), count in sorted(counts.items()):
        if count >= SYNONYM:
            found.setdefault(line, {}).setdefault(language, []).append(rendering)
    return found


def _rewrite(out: Path, change: Callable[[str], str]) -> None:
    for path in sorted(out.glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(map(change, lines)) + "\n", encoding="utf-8")


def _without(line: str, words: set[str]) -> str:
    """A line of the inventory without words of its context; a sense that nothing else tells never holds."""
    if not words:
        return line
    forms, context, *renderings = line.split("\t")
    left = " | ".join(word for word in context.split(" | ") if word not in words)
    return "\t".join((forms, left or NEVER, *renderings))


def _with(line: str, more: dict[str, list[str]]) -> str:
    """A line of the inventory with more renderings."""
    forms, context, french, english = line.split("\t")
    return "\t".join(
        (
            forms,
            context,
            " | ".join((french, *more.get("fr", ()))),
            " | ".join((english, *more.get("en", ()))),
        )
    )
