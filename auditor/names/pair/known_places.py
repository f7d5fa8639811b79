"""Towns and provinces of Arab countries, by `languages/ar/places.toml`: which words name one, which translations name it too."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm, arabic_form
from auditor.names.pair.sides import Side
from auditor.names.spelling.conformity import conforms, conforms_to_any
from auditor.names.words.arab_places import arab_places
from auditor.names.words.meant_list import meant_names

SHORTEST = 3
DEFINITE = ("ال", "وال", "بال", "لل")
_AND = "وال"
_ARTICLES = frozenset({"l", "le", "la", "les", "the", "al", "el"})


@cache
def _known() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    table = language_data("ar", "places")
    renamed, kinds = (
        {name: frozenset(others.split()) for name, others in table[room].items()}
        for room in ("renamed", "kinds")
    )
    for kind, others in table["naming"].items():
        kinds[kind] = kinds.get(kind, frozenset()) | frozenset(others.split())
    spelled, ambiguous = {*table["spelled"].split(), *renamed}, set(table["ambiguous"].split())
    for each in meant_names():
        if each.kind == "place" and len(each.words) == 1 and "!" not in each.spelled:
            name = each.words[0].removeprefix("ال")
            renamed[name] = renamed.get(name, frozenset()) | each.spelled
            if each.meanings and name not in spelled:
                ambiguous.add(name)
            spelled.add(name)
    return frozenset(spelled), frozenset(ambiguous), renamed, kinds


@lru_cache(maxsize=1 << 16)
def local_place(word: WordForm) -> str | None:
    """The name of the place that a word may be: no place takes a pronoun, and who has an article keeps it."""
    known = _known()[0]
    if known.isdisjoint(word.readings):  # as mostly
        return None
    return next(
        (
            each
            for each in word.readings
            if len(each) >= SHORTEST
            and each in known
            and word.folded.endswith(each)
            and (each not in _definite() or "ال" + each in word.readings or word.folded.endswith("لل" + each))
        ),
        None,
    )


@lru_cache(maxsize=1 << 16)
def describes(word: WordForm) -> bool:
    """Whether a word names a place by what it means: سد النهضة, قرية الصيادين."""
    return not _described().isdisjoint((*word.readings, word.folded.removeprefix("ال")))


@cache
def _described() -> frozenset[str]:
    return frozenset(language_data("ar", "places")["described"]["words"].split())


@lru_cache(maxsize=1 << 16)
def listed_place(word: WordForm) -> str | None:
    """The name of the town or district of the long list that a word may be; most are words or names of persons as well."""
    known = arab_places()
    if known.keys().isdisjoint(word.readings) or describes(word):
        return None
    for each in word.readings:
        if each in known and word.folded.endswith(each):
            is_bare = len(each) >= SHORTEST and not known[each][0]
            if is_bare or word.folded.endswith(("ال" + each, "لل" + each)):
                return each
    return None


def place_at(side: Side, index: int) -> str | None:
    """The place that a word names: one of the towns, or one of the long list where the words before it ask for a place."""
    word = side.words[index]
    name = local_place(word)
    if name is not None:
        return name
    name = listed_place(word)
    return name if name is not None and _is_asked(side, index, name) else None


def _is_asked(side: Side, index: int, name: str) -> bool:
    """Whether a word for a kind stands before a word, or a preposition before one that is no word of the language."""
    word = side.words[index]
    if index and side.adjoins(index - 1, index) and is_naming(side.words[index - 1]):
        return not side.words[index - 1].folded.startswith(DEFINITE)
    is_in = word.folded.startswith(("ب", "وب")) and not word.folded.endswith("ب" + name)
    return (is_in or is_noun(side, index)) and word.is_name and word.is_rare


@lru_cache(maxsize=1 << 16)
def is_naming(word: WordForm) -> bool:
    """Whether a word is one for places or for what is called after them: مدينة, شارع."""
    table = language_data("ar", "places")
    return any(
        word.folded.endswith(each) and (each in _known()[3] or each in table["naming_places"])
        for each in word.readings
    )


@lru_cache(maxsize=1 << 12)
def spells_place(latin: str) -> bool:
    """Whether a folded Latin word is one of the names of a local place, or spells one."""
    return latin in _other_names() or conforms_to_any(_long_names(), latin)


@cache
def _other_names() -> frozenset[str]:
    return frozenset().union(*_known()[2].values())


@cache
def _long_names() -> frozenset[str]:
    return frozenset(name for name in _known()[0] if len(name) > SHORTEST)


@cache
def _definite() -> frozenset[str]:
    """Names that have an article: those of the list of names that are words, and adjectives."""
    table = language_data("ar", "places")
    bare = {*table["spelled"].split(), *table["renamed"]}
    articled = table["definite"].split()
    listed = {each.words[0] for each in meant_names() if each.kind == "place" and len(each.words) == 1}
    return frozenset(
        each[2:]
        for each in listed
        if each.startswith("ال") and each[2:] not in bare and each[2:] not in listed
    ).union(articled)


@lru_cache(maxsize=1 << 16)
def is_sure(word: WordForm, name: str) -> bool:
    """Whether a place that a word may be is no word as well; the list of common words has few with “and”, and those by chance."""
    if name in _known()[1]:
        return False
    return word.is_name or (word.folded.startswith(_AND) and arabic_form(word.written[1:]).is_name)


def kind_before(side: Side, index: int) -> frozenset[str] | None:
    if not index or not side.adjoins(index - 1, index):
        return None
    kinds = _known()[3]
    return next((kinds[each] for each in side.words[index - 1].readings if each in kinds), None)


def forms_of_place(name: str) -> frozenset[str]:
    """The folded Latin forms that are listed for a place, by its name without article."""
    return _known()[2].get(name, frozenset())


def peoples_of(name: str) -> frozenset[str]:
    """The folded words for the people of a place, by its name without article: sfaxien."""
    return _peoples().get(name, frozenset())


@cache
def _peoples() -> dict[str, frozenset[str]]:
    table: dict[str, str] = language_data("ar", "places")["peoples"]
    return {name: frozenset(words.split()) for name, words in table.items()}


def is_named(pair: Comparison, name: str) -> bool:
    """Whether some word of the translation spells the place, alone or with the next, or is its other name."""
    renamed = forms_of_place(name) | peoples_of(name) | arab_places().get(name, (False, frozenset()))[1]
    forms = {name, "ال" + name}
    for side in pair.targets:
        for place, word in enumerate(side.words):
            if word.folded in renamed or word.folded in _joined(renamed):
                return True
            if not (word.is_capital or word.folded in _ARTICLES):
                continue
            after = side.words[place + 1].folded if place + 1 < len(side.words) else ""
            if any(conforms(form, each) for form in forms for each in (word.folded, word.folded + after)):
                return True
    return False


@lru_cache(maxsize=1 << 12)
def _joined(names: frozenset[str]) -> frozenset[str]:
    return frozenset(article + name for name in names for article in ("al", "el"))


def is_listed(side: Side, index: int) -> bool:
    """Whether “and” joins a word to a place, or to the word after one for the kind of both."""
    if not index or not side.words[index].folded.startswith("و"):
        return False
    if local_place(side.words[index - 1]) is not None:
        return True
    return kind_before(side, index - 1) is not None and not side.words[index - 2].folded.startswith("ال")


def is_kind_of(side: Side, index: int, name: str) -> bool:
    """Whether a word for a kind of place, without article, makes a word a place: مدينة الجديدة, not المدينة الجديدة."""
    if not index or side.words[index - 1].folded.startswith(("ال", "وال", "بال", "لل")):
        return False
    definite = side.words[index].folded.startswith("ال")
    return name not in _known()[1] or definite or name not in _adjectives()


@cache
def _adjectives() -> frozenset[str]:
    """Places called by an adjective, which without article are one: مدينة جديدة."""
    return frozenset(language_data("ar", "places")["adjectives"].split())


def is_noun(side: Side, index: int) -> bool:
    """Whether a preposition before a word tells that it is no adjective."""
    return index > 0 and side.words[index - 1].folded in _prepositions()


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(language_data("ar", "places")["prepositions"].split())
