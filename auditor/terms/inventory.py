"""The inventory of senses: what each word may mean, the words that tell which, and what renders it then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from auditor.folding import folded
from auditor.languages import LANGUAGES
from auditor.terms import Term
from auditor.terms.contexts import MARK, Span
from auditor.terms.matching import KeyedPassage, Pattern, pattern
from auditor.terms.polysemes import PolysemeIndex
from auditor.terms.tsv import Polyseme

FOLDER = Path(__file__).parent / "inventory"
NEVER = "-"
"""What stands for the context of a sense in which words are taken by machines alone."""
LETTERS = 3
"""Letters that no ending changes."""
_COLUMNS = tuple(language for language in LANGUAGES if language != "ar")


class Sense:
    """One sense of a word, a line of the inventory; its cells are taken apart when first asked for."""

    __slots__ = ("_patterns", "_starts", "line")

    def __init__(self, line: str) -> None:
        self.line = line
        self._starts: tuple[str, ...] | None = None
        self._patterns: dict[str, tuple[Pattern, ...]] = {}

    @property
    def when(self) -> tuple[str, ...]:
        """The words of its context, none for a sense that never holds."""
        context = self.line.split("\t")[1]
        return () if context == NEVER else tuple(context.split(" | "))

    def may_be_told(self, text: str) -> bool:
        """Whether a folded text has the first letters of a word of its context, or the context has a topic."""
        if self._starts is None:
            self._starts = tuple(dict.fromkeys(_start(each) for each in self.when))
        return any(start in text for start in self._starts)

    @property
    def term(self) -> Term:
        """The word with the renderings of this sense."""
        forms, _, *cells = self.line.split("\t")
        renderings = {code: tuple(cell.split(" | ")) for code, cell in zip(_COLUMNS, cells, strict=True)}
        return Term({"ar": tuple(forms.split(" | ")), **renderings}, {})

    def patterns(self, language: str) -> tuple[Pattern, ...]:
        """Its renderings as they are looked for."""
        found = self._patterns.get(language)
        if found is None:
            renderings = self.line.split("\t")[2 + _COLUMNS.index(language)].split(" | ")
            found = tuple(dict.fromkeys(pattern(each, language) for each in renderings))
            self._patterns[language] = found
        return found


class Word:
    """A word with all its senses, two or more."""

    __slots__ = ("_keys", "arabic", "senses")

    def __init__(self, arabic: str, senses: tuple[Sense, ...]) -> None:
        self.arabic, self.senses = arabic, senses
        self._keys: dict[str, frozenset[str]] = {}

    def keys(self, language: str) -> frozenset[str]:
        """The keys of all words of all renderings: where none stands, no sense is rendered."""
        found = self._keys.get(language)
        if found is None:
            patterns = (each for sense in self.senses for each in sense.patterns(language))
            found = frozenset(key for sequence in patterns for keys in sequence for key in keys)
            self._keys[language] = found
        return found


def _start(cue: str) -> str:
    """What every form of a word begins with, of an expression its first; of a topic nothing."""
    if cue.startswith(MARK):
        return ""
    word = folded(cue.partition(" ")[0])
    return word.removeprefix("ال")[:LETTERS] if len(word) > LETTERS + 1 else word[:2]


def read_inventory(paths: Iterable[Path]) -> Iterator[Word]:
    """The words of files of four columns: forms, context, renderings in French and in English.

    The senses of a word follow one another and have the same forms.
    """
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
        for arabic, group in groupby(lines, key=lambda line: line.partition("\t")[0]):
            yield Word(arabic, tuple(map(Sense, group)))


class Inventory:
    """Finds words of an inventory in Arabic passages."""

    def __init__(self, words: Iterable[Word]) -> None:
        known = [(Polyseme(("ar",), word.arabic), word) for word in words]
        self._index = PolysemeIndex([row for row, _ in known])
        self._words = {id(row): word for row, word in known}

    def find(self, keyed: KeyedPassage) -> list[tuple[Word, Span]]:
        """Every word with its place, in text order; one that lies within another's place is left out."""
        met = self._index.find(keyed)
        spans = {Span(each.first, each.last) for each in met}
        return [
            (self._words[id(each.row)], Span(each.first, each.last))
            for each in met
            if not any(
                other.first <= each.first and each.last <= other.last and other != (each.first, each.last)
                for other in spans
            )
        ]


@cache
def inventory() -> Inventory:
    """The shipped one."""
    return Inventory(read_inventory(sorted(FOLDER.glob("*.tsv"))))
