"""The words of a passage and the marks of negation among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter

from auditor.bitext import Passage, span
from auditor.languages import language_data
from auditor.polarity.lists import clock_words, head_words, opening_words, prefixes, with_words
from auditor.polarity.patterns import word_patterns
from auditor.polarity.phrases import Found, Phrases
from auditor.word_alignment import Word
from auditor.word_alignment.words import latin_stem

DEMANDING = frozenset({"verb", "noun", "without", "adjective", "verbal", "joined"})
"""Labels of negations that must have a counterpart."""
LIMITING = frozenset({"only", "except"})
"""Labels of what limits; an exception of the source must have a counterpart."""
SHORTLY = 4
"""Words within which a “with” stands before what it is about."""
ALONE = {"joined": "verb", "joined_verbal": "verbal"}
"""What a negation with a conjunction is where it does not repeat another."""
JOINED = 12
"""Words after a negation within which a joined one repeats it."""
POWER = ("peu", "pou", "pu", "sau", "sai", "sav", "su", "osa", "ose")
"""How the French verbs begin that deny with ne alone, an auxiliary before them perhaps."""
WIDE = 20
"""Words after a negation within which an exception limits it."""
VERBAL = frozenset("يتن")
"""The letters that begin an Arabic verb after ولا."""
PERSONS = frozenset("يتنا")
"""The letters that begin an Arabic verb after a negation."""
_BREAKS = frozenset(',;:.!?()[]،؛؟«»“”"\n/–—')
_ALIKE = frozenset({"الا", "والا", "فالا", "بالا", "دون", "ليلا"})


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one passage, their folded forms, and the marks of negation among them, in text order.

    The labels of marks: those of DEMANDING; `optional`, what repeats a negation or stands for one; `only`, what limits, and
    `except`, what limits and must have a counterpart; `faint`, what nearly negates; `neutral`, negative in form alone; `words`,
    what holds a negation (refuse, unknown), and `denying`, a verb that does and must have a counterpart. `negations`: the
    marks that must have a counterpart.
    """

    language: str
    words: Sequence[Word] = field(repr=False)
    forms: list[str] = field(repr=False)
    marks: list[Found]
    negations: list[Found] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        negations = [mark for mark in self.marks if mark.label in DEMANDING]
        object.__setattr__(self, "negations", negations)

    def passage(self, places: Sequence[int]) -> Passage:
        """From the first to the last of some words, given in text order."""
        return span([self.words[places[0]].passage, self.words[places[-1]].passage])

    def has_with(self, place: int) -> bool:
        """Whether a word like “with” stands shortly before a word."""
        return not with_words(self.language).isdisjoint(self.forms[max(0, place - SHORTLY) : place])

    def is_name(self, place: int) -> bool:
        """Whether a word, not the first of its sentence, begins with a capital letter."""
        word = self.words[place].passage
        return place > 0 and word.text[:1].isupper() and not self.breaks_before(place)

    def breaks_before(self, place: int) -> bool:
        """Whether punctuation stands between a word and the one before it."""
        before, after = self.words[place - 1], self.words[place]
        return not _BREAKS.isdisjoint(before.document.text[before.end : after.start])


def read_side(words: Sequence[Word], language: str) -> Side:
    """Reads the words of a passage, as the word alignment has them."""
    forms = [word.reading.form for word in words]
    if language == "ar":
        if not _ALIKE.isdisjoint(forms):
            forms = [_told_apart(word) if word.form in _ALIKE else word.form for word in words]
    elif language == "fr" and "n" in forms:
        forms = ["-" if word.form == "n" and not _is_elided(word) else word.form for word in words]
    marks = negation_phrases(language).find(forms)
    if language != "ar":
        return Side(language, words, forms, _whole(forms, _once(marks)))
    side = Side(language, words, forms, marks)
    return Side(language, words, forms, _limited(side, _apart(side))) if marks else side


def _apart(side: Side) -> list[Found]:
    """A joined negation (ولا) with one before it repeats that, or denies a verb of its own, one without negates by itself.
    What limits a negation stands
    in the same clause.
    """
    found: list[Found] = []
    for mark in side.marks:
        label, places = mark.label, mark.places
        if label in ALONE:
            repeats = any(each.label in DEMANDING and places[0] - each.places[-1] <= JOINED for each in found)
            again = "joined" if _denies_verb(side, places[0]) else "optional"
            label = again if repeats else ALONE[label]
        elif label == "verb" and _repeats(side, places[-1], found):
            label = "optional"
        elif label in LIMITING and places[-1] - places[0] >= len(places):
            rest = range(places[0] + 1, places[-1] + 1)
            if any(side.breaks_before(place) for place in rest) or _begins_clause(side, places[-1]):
                found.append(Found("only", places[-1:]))
                label, places = "verb", places[:1]
        found.append(Found(label, places))
    return sorted(found, key=attrgetter("places"))


def _denies_verb(side: Side, place: int) -> bool:
    """Whether a joined negation denies a verb of its own (ولم يعتذر), not one more noun (ولا دليل)."""
    form = side.forms[place]
    if form != "ولا":
        return not form.endswith("عدم")
    after = side.forms[place + 1] if place + 1 < len(side.forms) else "-"
    return after[0] in VERBAL and len(after) > 3


def _limited(side: Side, marks: list[Found]) -> list[Found]:
    """With negations that an إلا further on in their clause limits as exceptions."""
    found: list[Found] = []
    for mark in marks:
        before = found[-1] if found else None
        if (
            before is not None
            and before.label in {"verb", "noun", "joined"}
            and _is_exception(side, before, mark)
        ):
            found[-1] = Found("except", (*before.places, *mark.places))
        else:
            found.append(mark)
    return found


def _is_exception(side: Side, negation: Found, mark: Found) -> bool:
    """Whether a mark is an إلا (not إلا أن, however) in the clause of a negation before it."""
    first, last = negation.places[-1], mark.places[0]
    if side.forms[last] not in {"الا", "سوي"} or len(mark.places) > 1 or last - first > WIDE:
        return False
    if _begins_clause(side, last):
        return False
    return not any(side.breaks_before(place) for place in range(first + 1, last + 1))


def _begins_clause(side: Side, place: int) -> bool:
    """Whether an إلا is that of إلا أن (however), or tells the time (إلا ربعا, a quarter to)."""
    after = side.forms[place + 1] if place + 1 < len(side.forms) else ""
    return after.startswith("ان") or (side.forms[place] == "الا" and after in clock_words(side.language))


def _repeats(side: Side, place: int, found: Sequence[Found]) -> bool:
    """Whether a لا before a word that is no verb repeats a negation: ليس صدفة، لا عمدا ولا سهوا."""
    if side.forms[place] != "لا" or place + 1 == len(side.forms) or side.forms[place + 1][0] in PERSONS:
        return False
    if place and side.forms[place - 1] in opening_words(side.language):
        return False
    return any(each.label in DEMANDING and place - each.places[-1] <= JOINED for each in found)


def _once(marks: Sequence[Found]) -> list[Found]:
    """Without the negations that a “without” before them holds: sans qu’aucun, without any."""
    found: list[Found] = []
    for mark in marks:
        before = found[-1] if found else None
        if (
            before is None
            or before.label != "without"
            or mark.label not in {"verb", "noun"}
            or len(before.places) < 2
            or mark.places[0] - before.places[-1] > SHORTLY
        ):
            found.append(mark)
    return found


def _whole(forms: Sequence[str], marks: list[Found]) -> list[Found]:
    """With both halves of “neither … nor” by themselves, and a lone ne with the que that limits it further on."""
    found: list[Found] = []
    for mark in marks:
        first, last = mark.places[0], mark.places[-1]
        if forms[first] == "neither" and forms[last] == "nor":
            found += [Found("noun", (first,)), Found("optional", (last,))]
        elif forms[first] in {"ne", "n"} and (limit := _limit(forms, mark)):
            found.append(Found("only", (*mark.places, limit)))
        else:
            found.append(mark)
    return found


def _limit(forms: Sequence[str], mark: Found) -> int:
    """Where the que stands that limits a lone ne, or a “ne peut”, a “ne … plus” by what no verb begins (que si); 0: nowhere."""
    first, last = mark.places[0], mark.places[-1]
    is_power = first < last <= first + 2 and forms[last].startswith(POWER)
    if not (last == first or is_power or forms[last] == "plus"):
        return 0
    limit = next(
        (place for place in range(last, min(len(forms), first + WIDE)) if forms[place] in {"que", "qu"}), 0
    )
    after = forms[limit + 1] if limit + 1 < len(forms) else ""
    return limit if first == last or after in head_words("fr") else 0


def _told_apart(word: Word) -> str:
    """`ألا` and لئلا (that … not) as الّا, to tell them from إلا (except) and ليلا (at night), which fold to the same letters; دوّن (wrote) as none."""
    text = word.passage.text
    if word.form == "ليلا":
        return "الّا" if "ئ" in text else word.form
    if word.form == "دون":
        return "-" if "\u0651" in text else word.form
    return "الّا" if "أ" in text else word.form


def _is_elided(word: Word) -> bool:
    """Whether an n is that of n’est, not that of 802.11n."""
    end = word.passage.end
    return word.passage.document.text[end : end + 1] in {"'", "’"}


@cache
def negation_phrases(language: str) -> Phrases:
    """What negates, or may stand for that, by its label."""
    table = language_data(language, "polarity")["negation"]
    return Phrases(
        language,
        [
            (label, line)
            for label, lines in table.items()
            if "\n" in lines  # other tables are lists of words, on one line
            for line in lines.split("\n")
            if line
        ],
        patterns=word_patterns(language),
    )


@lru_cache(maxsize=1 << 14)
def bases(form: str, language: str) -> tuple[str, ...]:
    """The stems that a French or English word has without a negative prefix (stable of unstable), where four letters
    remain.
    """
    rests = [form.removeprefix(prefix) for prefix in prefixes(language) if form.startswith(prefix)]
    return tuple(latin_stem(rest, language) for rest in rests if len(rest) >= 4)
