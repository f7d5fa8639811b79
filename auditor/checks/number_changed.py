"""Numbers that come back with another value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from auditor.bitext import Passage
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.languages import language_data
from auditor.quantities import (
    Quantity,
    Scan,
    changed_places,
    linked_numbers,
    lone_counts,
    lone_dual,
    lone_duals,
)

if TYPE_CHECKING:
    from auditor.word_alignment import Word, WordAlignment

Link = tuple[Quantity, Quantity]
NOUNS = 2
"""Words behind a number that say what it counts: حالة وفاة, confirmed cases."""


@dataclass(frozen=True, slots=True)
class NumberChanged:
    """A number of the original has another value in the translation.

    Why it matters: a reader cannot see that 18525 was 18, that 3 milliards were millions, that the third session
    is the ninety-third; numbers are what readers quote.
    Flags: digits run together (18525 20 for 18 إلى 20), swapped (1965 for 1956), lost, added or replaced;
    another order of magnitude (5,2 % for 52 %, million for milliard); an ordinal cut short (third for 93rd); two
    numbers that have changed places (30 dead and 12 injured for 12 and 30), as their units, the ends of the range or
    the nouns that they count show; a part read as the number in its name (three of them for ثلثاها, ten for عُشر, six
    for السداسي), or as what it is more or less by (a third of for أقل بالثلث); morning for evening (7 heures du matin for
    السابعة مساء), hours that something lasts for an hour of the day (half past six for ست ساعات ونصف); one of a scale
    for its dual (mille for ألفي), ten for عشرات, the third for الثلاثة; another multiple (doubled for ثلاثة أضعاف, twice for
    نصف); a score turned round (un but à deux); another medal, the wounded for the dead, men for women behind one number;
    another frequency or share (three times a day for كل ثلاثة أيام, two in three for واحد من كل ثلاثة); "to" a number for by
    so much, or the other way round (rose to 40 for بمقدار 40); so many for one in order and one in order for so many (four
    seasons for الموسم الرابع); one and a half for two and a half, one of a unit of time for its dual; thousands read as decimals (2.3
    families for 2.300 أسرة); hundreds for thousands; years of a period with the later first; over for under, and as minor
    "about" for either; an hour and a half for نصف ساعة, a quarter past for إلا ربعا; the paragraph and the article that have
    changed numbers; a day of the week read as its number (the third for الثلاثاء); next week for الأسبوعين المقبلين; a share
    lost or turned round (a child of eight for طفل من كل ثمانية, 27 of the 21), a multiple without its word (seven examples
    for سبعة أمثال), the largest for ثالث أكبر; another round of a cup, for each of so many others (per hundred for لكل ألف); one
    or three of a thing for its dual, two for a small number (a ship for سفينتان, two schools for أربع مدارس), for things of a list;
    another place in order in a word (fifth for ثالث); months for لسنوات; another anniversary, draw, frequency (yearly for كل سنتين);
    a length without its number (years ago for منذ سنتين), per cent for a part and a part for per cent (5% for سوى الخمس), half a length for طولين ونصف الطول; one of
    any thing, or three and more, for its dual, and one of a thing for so many, where word and number are aligned with it (une lampe for مصباحين,
    un témoin for أحد عشر شاهدا); a week for قبل يوم; another number of sides (bilateral
    for ثلاثي), decade of a life (forties for العقد الرابع), generation, group of states, medal, rank of a superlative (third
    largest for ثاني أكبر); a goal of the loser's for بخماسية نظيفة; decimals for thousands as the case of the noun tells (350,500
    for 350.500 دينارا).
    Passes: the same value in other digits, separators, words or roles (٢٥ = 25 = twenty-five, 1.500 = 1 500,
    الثالثة والتسعين = 93e, ثلاثة أرباع = 75 %, 15:30 = 3:30 pm); converted units and currencies; one measure in two
    units (37,5 dinars for 37 دينارا و500 مليم, 1 h 20 for ساعة وعشرين دقيقة); two ordinals of a dual (9e et 70e for الدقيقتين
    التاسعة والسبعين); a value that the pair before or after has; bounds behind a negation; by half and to half; a third time and a year in a row
    that become three; three decimals of a dinar, kilo or litre;
    two and a half million for مليوني دولار ونصف المليون.
    Known limits: words for one and two ask for no counterpart, but for an ordinal that another one replaces; where 1.500 may be 1500 or 1,5 both agree;
    two numbers that change places where the words they count are not known to the lexicon agree.
    Source: MQM, Accuracy > Mistranslation > Number. Quantities are compared as sets of exact readings; what is left
    over on both sides is paired off by the cheapest corruption that leads from one to the other. What words around numbers say
    is read by patterns for each language; on 30,800 sound pairs of prose they say five things, four of them errors of the pairs.
    """

    code: ClassVar[str] = "number-changed"
    severity: ClassVar[Severity] = Severity.CRITICAL
    mqm: ClassVar[str] = "accuracy/mistranslation/number"
    its: ClassVar[str] = "numbers"

    least_lead: float = 0.6
    """By how much the nouns must fit better the other way round, in [0, 2]; see `_fits_better_crossed`."""

    least_score: float = 0.85
    least_gain: float = 0.35
    """Score of the link of a dual; its probability by meaning counts so much more, as duals are rare forms."""

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
        yield from self._exchanged(evidence)
        yield from self._lone(evidence)

    def _lone(self, evidence: Evidence) -> Iterator[Finding]:
        """One of a thing for its dual, or for so many of it, as the word alignment shows."""
        said = [each.source for each in evidence.quantity_differences if each.source is not None]
        for number, pair in enumerate(evidence.quantities):
            source, target = pair.pair.source, pair.pair.target
            if source is None or target is None or source.language != "ar":
                continue
            here, rendering = Scan(source), partial(self._rendering, evidence, number)
            for one, other in lone_duals(here, target, rendering):
                yield lone_dual(pair, one, other).finding()
            for difference in lone_counts(pair, here, rendering):
                if not any(each.overlaps(difference.source) for each in said if difference.source):
                    yield difference.finding()

    def _rendering(self, evidence: Evidence, number: int, start: int) -> Passage | None:
        """The word of the translation that means what the word of the original that begins at this place of the document does.

        Words are aligned when first asked for: most pairs have no dual.
        """
        words = evidence.word_alignments.get(number)
        if words is None:
            return None
        place = next((i for i, each in enumerate(words.source_words) if each.start <= start < each.end), None)
        if place is None or not words.target_words:
            return None
        links = [link for link in words.links if link.source == place]
        best = max(links, key=lambda link: link.score, default=None)
        if (
            best is None
            or max(best.score, words.meaning[place, best.target] + self.least_gain) < self.least_score
        ):
            return None
        return words.target_words[best.target].passage

    def _exchanged(self, evidence: Evidence) -> Iterator[Finding]:
        for number, pair in enumerate(evidence.quantities):
            links = linked_numbers(pair) if len(pair.source) > 1 < len(pair.target) else []
            if len(links) < 2 or number not in evidence.word_alignments:
                continue
            words = evidence.word_alignments[number]
            for one, other in combinations(links, 2):
                if not one[0].readings & other[0].readings and self._fits_better_crossed(words, one, other):
                    for difference in changed_places(pair, one, other):
                        yield difference.finding()

    def _fits_better_crossed(self, words: WordAlignment, one: Link, other: Link) -> bool:
        """Whether what the numbers count means the same crosswise and not straight, by lexicon, spelling and vectors."""
        first, second = (_counted(words.source_words, link[0]) for link in (one, other))
        to_first, to_second = (_counted(words.target_words, link[1]) for link in (one, other))
        if not (first and second and to_first and to_second):
            return False

        def alike(source: range, target: range) -> float:
            return float(words.meaning[source.start : source.stop, target.start : target.stop].max())

        straight = alike(first, to_first) + alike(second, to_second)
        return alike(first, to_second) + alike(second, to_first) - straight >= self.least_lead


def _counted(words: Sequence[Word], quantity: Quantity) -> range:
    """The places of what a number counts: content words right behind it, in Arabic without the article (no "article 7 of the law")."""
    start = bisect_left(words, quantity.passage.end, key=lambda word: word.passage.start)
    links = language_data(quantity.language, "quantities")["grammar"].get("of", ())
    start += start < len(words) and words[start].form in links  # un million de masques
    stop = start
    while stop < min(start + NOUNS, len(words)) and words[stop].is_content and not words[stop].is_number:
        stop += 1
    is_definite = start < stop and quantity.language == "ar" and words[start].passage.text.startswith("ال")
    return range(start, start if is_definite else stop)
