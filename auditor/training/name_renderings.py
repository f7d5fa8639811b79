"""Names that French and English have different words for, learned from sentences of both: Londres London, ONU UN."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from auditor.folding import folded
from auditor.names.pair.forms import SPELLS
from auditor.names.spelling.latin_likeness import latin_alike
from auditor.training.corpora import rows

LONGEST, MOST_WORDS, MOST_CAPITALS = 600, 60, 25
"""Characters of a text, different words of it, and capitalised words, beyond which it is no sentence."""
LEAST, SHARE, LIFT, USUAL = 3, 0.25, 15.0, 0.4
"""Sentences that have both words; their share of those that have the first; how many times the share of the second among
all; share in which the first word stands on the other side as it is, from which on it needs no other rendering."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class Together:
    """In how many sentences of one language a capitalised word stands, and with which words of the other."""

    times: Counter[str] = field(default_factory=Counter)
    other: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, capitals: set[str], words: set[str]) -> None:
        self.times.update(capitals)
        for word in capitals:
            self.other[word].update(words)

    def share(self, word: str, other: str) -> float:
        return self.other[word][other] / self.times[word] if self.times[word] else 0.0


def latin_renderings(train: Path) -> dict[str, set[str]]:
    """For a French or English capitalised word those of the other language that stand for it; both ways."""
    french, english = _read(train / "fr-en.tsv.gz")
    pairs = {(one, other) for one, other in _candidates(french)}
    pairs |= {(other, one) for one, other in _candidates(english)}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if max(french.share(one, one), english.share(other, other)) > USUAL:
            continue
        ahead, back = french.share(one, other), english.share(other, one)
        both = math.sqrt(ahead * back)
        sure = (ahead >= 0.8 and french.times[one] > LEAST) or (back >= 0.8 and english.times[other] > LEAST)
        if both >= 0.35 or (sure and both > 0.1):
            found[one].add(other)
            found[other].add(one)
    return dict(found)


def _read(path: Path) -> tuple[Together, Together]:
    french, english = Together(), Together()
    for row in rows(path):
        texts = row["fr"], row["en"]
        if any(text.isupper() for text in texts) or len(texts[0]) > LONGEST:
            continue
        one, other = map(_capitals, texts)
        words = [{folded(word) for word in _WORD.findall(text)} for text in texts]
        if max(len(one), len(other)) > MOST_CAPITALS or len(words[1]) > MOST_WORDS:
            continue
        french.add(one, words[1])
        english.add(other, words[0])
    return french, english


def _capitals(text: str) -> set[str]:
    """The folded capitalised words that open no sentence."""
    return {
        folded(match[0])
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
        and match.start() > 1
        and text[match.start() - 2] not in '.!?:\n«“"'
        and text[match.start() - 1] not in '«“"\n'
    }


def _candidates(side: Together) -> list[tuple[str, str]]:
    total = sum(side.times.values())
    everywhere: Counter[str] = Counter()
    for counts in side.other.values():
        everywhere.update(counts)
    return [
        (word, other)
        for word, counts in side.other.items()
        if side.times[word] >= LEAST
        for other, times in counts.items()
        if times >= LEAST
        and times >= SHARE * side.times[word]
        and times / side.times[word] >= LIFT * everywhere[other] / total
        and latin_alike(word, other) < SPELLS
    ]
