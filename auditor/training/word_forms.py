"""Learns how the words of French and English are written: forms with how often they were seen, and groups of letters.

    python -m auditor.training word_forms FOLDER OUT

reads `FOLDER/train/*.tsv.gz` and `FOLDER/lexicon/*.tsv.gz`, writes `forms.LANGUAGE.txt.gz` and `groups.LANGUAGE.txt.gz`
into OUT, the same bytes every time. Dictionaries only say which rare forms are no misprints; no list of theirs is kept.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter
from pathlib import Path

from auditor.damage.edits import edited
from auditor.folding import folded
from auditor.training.corpora import LANGUAGE_PAIRS, rows, running_text

SIDES = ("fr", "en")
WORD = re.compile(r"[^\W\d_]+")
OWN = re.compile(r"[a-zà-öø-ÿœæ]+")
DICTIONARIES = ("arabterm", "freedict_eng-fra", "freedict_fra-eng", "omw_pairs")
LEVELS = (1, 2, 5, 20, 100, 500, 2500)
"""A form is kept at the last of these that it was seen as often as."""
MISPRINT = 60
"""So many times as often as a form that no dictionary has, a form at one edit from it makes it a misprint."""
UNACCENTED, UNACCENTED_LISTED = 20, 200
"""Likewise a form that is the same without accents, and one that a dictionary has: some write none."""
RARE = 12
"""A form seen more often is none."""


def main(folder: Path, out: Path) -> None:
    """Writes the files of both languages into `out`.

    Raises:
        AuditorError: a file of the training data is missing.
    """
    listed = dictionary_words(folder)
    out.mkdir(parents=True, exist_ok=True)
    for side, counts in count_forms(folder).items():
        accented = commonest_accented(counts)
        kept = {
            form: count
            for form, count in counts.items()
            if not is_misprint(form, counts, listed[side])
            and not is_unaccented(form, count, accented, listed[side])
        }
        levels: dict[int, list[str]] = {}
        for form, count in sorted(kept.items()):
            levels.setdefault(max(level for level in LEVELS if level <= count), []).append(form)
        lines = [f"{level}\t{' '.join(forms)}\n" for level, forms in sorted(levels.items())]
        write(out / f"forms.{side}.txt.gz", lines)
        write(out / f"groups.{side}.txt.gz", letter_groups(kept))


def count_forms(folder: Path) -> dict[str, Counter[str]]:
    """How often each word written in small letters was seen, each text once."""
    counts: dict[str, Counter[str]] = {side: Counter() for side in SIDES}
    seen: dict[str, set[str]] = {side: set() for side in SIDES}
    for pair in LANGUAGE_PAIRS:
        for example in running_text(folder, *pair):
            for side, text in zip(pair, (example.left, example.right), strict=True):
                if side in seen and text not in seen[side]:
                    seen[side].add(text)
                    counts[side].update(word for word in WORD.findall(text) if OWN.fullmatch(word))
    return counts


def dictionary_words(folder: Path) -> dict[str, set[str]]:
    """The words in small letters of the entries of the dictionaries."""
    words: dict[str, set[str]] = {side: set() for side in SIDES}
    for path in sorted((folder / "lexicon").glob("*.tsv.gz")):
        if path.name.startswith(DICTIONARIES):
            for row in rows(path):
                for side, known in words.items():
                    known.update(word for word in WORD.findall(row.get(side) or "") if word.islower())
    return words


def is_misprint(form: str, counts: Counter[str], listed: set[str]) -> bool:
    """Whether a rare form that no dictionary has is one edit away from a form that is far more frequent."""
    count = counts[form]
    if form in listed or count > RARE or len(form) < 4:
        return False
    least = max(2 * MISPRINT, MISPRINT * count)
    return any(
        counts.get(other, 0) >= least and other not in (form, form + "s", form[:-1]) for other in edited(form)
    )


def commonest_accented(counts: Counter[str]) -> dict[str, int]:
    """How often the commonest form with accents was seen, by what it is without."""
    found: dict[str, int] = {}
    for form, count in counts.items():
        if not form.isascii():
            bare = folded(form)
            found[bare] = max(count, found.get(bare, 0))
    return found


def is_unaccented(form: str, count: int, accented: dict[str, int], listed: set[str]) -> bool:
    """Whether a rare form is a far more frequent one without its accents."""
    seen = accented.get(form, 0)
    return count <= RARE and seen >= (UNACCENTED_LISTED if form in listed else UNACCENTED) * count


def letter_groups(forms: dict[str, int]) -> list[str]:
    """Three letters in a row, word ends as blanks, by how many forms have them: the logarithm to base 2, a line each."""
    groups: Counter[str] = Counter()
    for form in forms:
        shown = f" {form} "
        groups.update({shown[place : place + 3] for place in range(len(shown) - 2)})
    levels: dict[int, list[str]] = {}
    for group, count in sorted(groups.items()):
        levels.setdefault(int(math.log2(count)), []).append(group.replace(" ", "_"))
    return [f"{level}\t{' '.join(found)}\n" for level, found in sorted(levels.items())]


def write(path: Path, lines: list[str]) -> None:
    """Gzip without name and time, so that the same lines are the same bytes."""
    path.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
