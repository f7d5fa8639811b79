"""Reads names with their spellings, right and wrong, and makes sentences of them (tests/data/names/README.md)."""

import zlib
from dataclasses import dataclass
from pathlib import Path

from auditor.bitext import Document, Pair

PATH = Path(__file__).parent / "data" / "names" / "spellings.tsv"

SENTENCES = {
    ("person", "fr"): (
        "أوضح {} أن نتائج الدراسة ستعرض على اللجنة الأسبوع المقبل.",
        "{} a précisé que les résultats de l’étude seraient présentés à la commission la semaine prochaine.",
    ),
    ("person", "en"): (
        "أوضح {} أن نتائج الدراسة ستعرض على اللجنة الأسبوع المقبل.",
        "{} explained that the findings of the study would go before the committee next week.",
    ),
    ("place", "fr"): (
        "شهدت {} أمطارا غزيرة أدت إلى إغلاق عدد من الطرق.",
        "{} a connu de fortes pluies qui ont entraîné la fermeture de plusieurs routes.",
    ),
    ("place", "en"): (
        "شهدت {} أمطارا غزيرة أدت إلى إغلاق عدد من الطرق.",
        "{} saw heavy rain that led to the closure of several roads.",
    ),
}
KINDS = {
    "ولاية": {"fr": "La wilaya de", "en": "The state of"},
    "مدينة": {"fr": "La ville de", "en": "The city of"},
    "محافظة": {"fr": "Le gouvernorat de", "en": "The governorate of"},
    "إقليم": {"fr": "La province de", "en": "The province of"},
    "منطقة": {"fr": "La région de", "en": "The region of"},
    "إمارة": {"fr": "L’émirat de", "en": "The emirate of"},
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name, the spellings that are in use, and wrong ones; `half`: 0 was looked at, 1 was not."""

    kind: str
    language: str
    arabic: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def half(self) -> int:
        return zlib.crc32(self.arabic.encode()) % 2

    def pair(self, spelled: str) -> Pair:
        """A sentence with the name, and its translation with a spelling of it."""
        original, translation = SENTENCES[self.kind, self.language]
        kind = f"{KINDS[self.arabic.split()[0]][self.language]} " if self.kind == "place" else ""
        source = Document("source", "ar", original.format(self.arabic))
        target = Document("target", self.language, translation.format(kind + spelled))
        return Pair(source.passage(), target.passage(), None, 1.0)


def listed_names() -> list[Name]:
    """Every name, in the order of the file."""
    found = []
    for line in PATH.read_text(encoding="utf-8").splitlines():
        kind, language, arabic, usual, others, wrong = line.split("\t")
        right = tuple(dict.fromkeys((usual, *others.split("|"))))
        found.append(Name(kind, language, arabic, right, tuple(wrong.split("|"))))
    return found
