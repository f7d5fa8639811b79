"""Learns what tells French from English words: counts of words, weights of letter groups, names of places.

    python -m auditor.training languages FOLDER OUT

reads `FOLDER/train/*.tsv.gz`, `FOLDER/lexicon/*.tsv.gz` and the dictionaries of `spelling`, writes `words.txt`, `letters.txt`, `places.txt` into OUT,
the same bytes every time.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from auditor.folding import folded
from auditor.language_runs.scores import LARGEST, LISTED, letter_groups, plain
from auditor.language_runs.words import WORD
from auditor.training.corpora import LANGUAGE_PAIRS, rows, running_text
from auditor.training.own_words import AMERICAN, SIDES, looks, words_alone

SEED = 93
PASSES = 5
STEP = 0.25
"""Of the adaptive gradient. Five passes: 94 % of 4,000 word types held out, no better after."""
RAREST = 2.0
"""Weighted occurrences in the commoner language; of rarer words the letters say as much."""
BORROWED = 0.2
"""Weight of a word that stands in the translation too: a name, a quotation, a term left as it is."""
LIGHTEST = 0.2
"""Weights of letter groups below it cost more space than they earn: 0.2 points of accuracy for half the file."""
COMMON = 0.4
"""Share of occurrences in small letters from which a word is no name of a place."""
OWN = 0.9
"""Share of a word's occurrences in its own language from which it is not a name that both languages have."""


def main(folder: Path, out: Path) -> None:
    """Writes the three files of the model into `out`.

    Raises:
        AuditorError: a file of the training data or a dictionary is missing.
    """
    small, all_counts = count_words(folder)
    letters = learn_letters(small, all_counts)
    out.mkdir(parents=True, exist_ok=True)
    write_table(
        out / "letters.txt", {group: weight for group, weight in letters.items() if abs(weight) >= LIGHTEST}
    )
    scored = score_words(small, all_counts, letters)
    own, listed = words_alone(folder, scored, letters)
    raised = {word: max(LISTED, scored.get(word, LISTED)) for word in listed}
    write_table(out / "words.txt", scored | raised, own | listed)
    places = "".join(
        f"{side}\t{' '.join(words)}\n"
        for side, words in sorted(name_places(folder, small, all_counts).items())
    )
    (out / "places.txt").write_text(places, encoding="utf-8", newline="\n")


def count_words(folder: Path) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """By language: weighted counts of words written small, and of all but those that open a text in capitals."""
    small: dict[str, Counter[str]] = {side: Counter() for side in SIDES}
    everywhere: dict[str, Counter[str]] = {side: Counter() for side in SIDES}
    for side, text, partner, times in texts(folder):
        alike = set(map(plain, WORD.findall(partner)))
        for place, match in enumerate(WORD.finditer(text)):
            word = plain(match[0])
            weight: Any = times * (BORROWED if word in alike else 1.0)
            if match[0].islower():
                small[side][word] += weight
            if place or match[0].islower():
                everywhere[side][word] += weight
    for counts in (small["en"], everywhere["en"]):
        for word in [each for each in counts if AMERICAN.search(each)]:
            counts[AMERICAN.sub("s", word)] += counts[word]
    return small, everywhere


def texts(folder: Path) -> Iterator[tuple[str, str, str, float]]:
    """Each French and English text of the training pairs once: its language, itself, its translation, its weight.

    Where the other text is Arabic, no translation: it cannot share words. Those come last.
    """
    seen: set[tuple[str, str]] = set()
    for pair in sorted(LANGUAGE_PAIRS, key=lambda pair: "ar" in pair):
        for example in running_text(folder, *pair):
            both = (pair[0], example.left, example.right), (pair[1], example.right, example.left)
            for side, text, partner in both:
                if side in SIDES and (side, text) not in seen:
                    seen.add((side, text))
                    yield side, text, partner if "ar" not in pair else "", example.times


def english_share(word: str, counts: dict[str, Counter[str]], totals: dict[str, float]) -> float:
    """The probability that the word is English where both languages are as likely."""
    french, english = ((counts[side][word] + 1e-3) / totals[side] for side in SIDES)
    return english / (english + french)


def learn_letters(small: dict[str, Counter[str]], counts: dict[str, Counter[str]]) -> dict[str, float]:
    """Logistic regression of words on their letter groups (AdaGrad, Duchi et al. 2011), words weighted by log count."""
    totals = {side: float(sum(counts[side].values())) for side in SIDES}
    vocabulary = sorted(
        {
            word
            for side in SIDES
            for word, times in small[side].items()
            if times >= 1.5 and word.isalpha() and len(word) > 2
        }
    )
    random.Random(SEED).shuffle(vocabulary)  # noqa: S311
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    for _ in range(PASSES):
        for word in vocabulary:
            groups = letter_groups(word)
            importance = min(3.0, math.log1p(counts["fr"][word] + counts["en"][word])) / 2
            logit = max(-30.0, min(30.0, sum(weights[group] for group in groups)))
            error = (english_share(word, counts, totals) - 1 / (1 + math.exp(-logit))) * importance
            for group in groups:
                squares[group] += error * error
                weights[group] += STEP * error / math.sqrt(squares[group])
    return dict(weights)


def score_words(
    small: dict[str, Counter[str]], counts: dict[str, Counter[str]], letters: dict[str, float]
) -> dict[str, float]:
    """Log-odds English over French of the words often enough seen; one more occurrence is split as the letters say."""
    totals = {side: float(sum(counts[side].values())) for side in SIDES}
    found = {}
    for word in sorted(set(small["fr"]) | set(small["en"])):
        french, english = counts["fr"][word], counts["en"][word]
        if max(french, english) < RAREST or not word.strip("'-"):
            continue
        share = 1 / (1 + math.exp(-max(-3.0, min(3.0, looks(word, letters)))))
        odds = math.log((english + share) / totals["en"]) - math.log((french + 1 - share) / totals["fr"])
        found[word] = max(-LARGEST, min(LARGEST, odds))
    return found


def name_places(
    folder: Path, small: dict[str, Counter[str]], counts: dict[str, Counter[str]]
) -> dict[str, list[str]]:
    """By language: words of names of places that the other language spells otherwise, in small letters."""
    totals = {side: float(sum(counts[side].values())) for side in SIDES}
    names: dict[str, set[str]] = {side: set() for side in SIDES}
    for row in rows(folder / "lexicon" / "cldr.tsv.gz"):
        words = {side: list(place_words(row[side])) for side in SIDES}
        if row["kind"] in {"territory", "city"} and all(len(each) == 1 for each in words.values()):
            for side in SIDES:
                names[side].update(words[side])
    alike = {folded(word) for word in names["fr"]} & {folded(word) for word in names["en"]}
    found: dict[str, list[str]] = {side: [] for side in SIDES}
    for side in SIDES:
        for word in sorted(names[side]):
            share = english_share(word, counts, totals)
            is_common = small[side][word] > COMMON * counts[side][word]
            if folded(word) not in alike and not is_common and (share if side == "en" else 1 - share) > OWN:
                found[side].append(word)
    return found


def place_words(name: str) -> Iterator[str]:
    for word in WORD.findall(name):
        if len(word) > 3 and word[0].isupper() and word.isalpha():
            yield plain(word)


def write_table(path: Path, table: dict[str, float], own: Container[str] = ()) -> None:
    """Lines of a score in tenths, `!` where it is of words that belong to one language alone, then the words, in order."""
    classes: defaultdict[tuple[int, bool], list[str]] = defaultdict(list)
    for entry, score in table.items():
        classes[round(score * 10), entry in own].append(entry)
    lines = (
        f"{tenths}{'!' if alone else ''} {' '.join(sorted(classes[tenths, alone]))}\n"
        for tenths, alone in sorted(classes)
    )
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
