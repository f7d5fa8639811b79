"""The inventory of senses: what each word may mean, the words that tell which, and what renders it then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from auditor.bitext import Passage
from auditor.languages import LANGUAGES
from auditor.terms import Term
from auditor.terms.contexts import Context, Span, context
from auditor.terms.inflection import shared_stem
from auditor.terms.matching import KeyedPassage, Pattern, pattern
from auditor.terms.polysemes import EXACT, PolysemeIndex
from auditor.terms.tsv import Polyseme

FOLDER = Path(__file__).parent / "inventory"
APART = Path(__file__).parent / "apart.txt"
"""Words that look like the feminine or the plural of others and are words of their own: شركة is no form of شرك."""
NEVER = "-"
"""What stands for the context of a sense in which words are taken by machines alone."""
_COLUMNS = tuple(language for language in LANGUAGES if language != "ar")


class Sense:
    """One sense of a word, a line of the inventory; its cells are taken apart when first asked for."""

    __slots__ = ("_context", "_expressions", "line")

    def __init__(self, line: str) -> None:
        self.line = line
        self._context: Context | None = None
        self._expressions: dict[str, tuple[Pattern, ...]] = {}

    @property
    def when(self) -> tuple[str, ...]:
        """The words of its context, none for a sense that never holds."""
        words = self.line.split("\t")[1]
        return () if words == NEVER else tuple(words.split(" | "))

    @property
    def context(self) -> Context:
        """What tells it."""
        if self._context is None:
            self._context = context(self.when)
        return self._context

    @property
    def term(self) -> Term:
        """The word with the renderings of this sense."""
        forms, _, *cells = self.line.split("\t")
        renderings = {code: tuple(cell.split(" | ")) for code, cell in zip(_COLUMNS, cells, strict=True)}
        return Term({"ar": tuple(forms.split(" | ")), **renderings}, {})

    def renderings(self, language: str) -> tuple[str, ...]:
        """What may stand for it."""
        return tuple(self.line.split("\t")[2 + _COLUMNS.index(language)].split(" | "))

    def expressions(self, language: str) -> tuple[Pattern, ...]:
        """Its renderings of several words, as they are looked for."""
        found = self._expressions.get(language)
        if found is None:
            several = dict.fromkeys(each for each in self.renderings(language) if " " in each)
            found = self._expressions[language] = tuple(pattern(each, language) for each in several)
        return found


class Word:
    """A word with all its senses, two or more."""

    __slots__ = ("_forms", "arabic", "senses")

    def __init__(self, arabic: str, senses: tuple[Sense, ...]) -> None:
        self.arabic, self.senses = arabic, senses
        self._forms: frozenset[str] | None = None

    @property
    def forms(self) -> frozenset[str]:
        """Those of one word, folded, without their articles."""
        if self._forms is None:
            forms = (form.removeprefix(EXACT) for form in self.arabic.split(" | "))
            self._forms = frozenset(shared_stem(form) for form in forms)
        return self._forms


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
        """Every word with its place, in text order; one that lies within another's place is left out.

        Of words with regular forms in common the one is met that lists the form: «الملكية» is no form of «ملك» then; a word of
        APART is met only where it is listed.
        """
        places: dict[Span, list[Word]] = {}
        for row, first, last in self._index.find(keyed):
            places.setdefault(Span(first, last), []).append(self._words[id(row)])
        found = []
        longer = [span for span in places if span.first < span.last]
        for span, words in places.items():
            if not any(_lies_within(span, other) for other in longer):
                found += [(word, span) for word in _meant(words, keyed.words[span.first].keys, span)]
        return found

    def at(self, keyed: KeyedPassage, place: Passage) -> Iterator[Word]:
        """The words that are met where `place` is, in text order."""
        return (word for word, form in self.find(keyed) if keyed.part(*form).overlaps(place))


def _meant(words: list[Word], keys: Sequence[str], span: Span) -> list[Word]:
    """Of the words that may stand at a place those that do; `keys`: what its first word may be, as it stands and without particles."""
    apart = _apart().intersection(keys) if span.first == span.last else frozenset()
    own = {*apart, keys[0]} if apart else keys
    listed = [word for word in words if not word.forms.isdisjoint(own)]
    return listed if apart or (listed and len(words) > 1) else words


def _lies_within(one: Span, other: Span) -> bool:
    return other != one and other.first <= one.first and one.last <= other.last


@cache
def _apart() -> frozenset[str]:
    return frozenset(shared_stem(word) for word in APART.read_text(encoding="utf-8").split())


@cache
def inventory() -> Inventory:
    """The shipped one."""
    return Inventory(read_inventory(sorted(FOLDER.glob("*.tsv"))))
