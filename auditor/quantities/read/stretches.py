"""The words, numerals and marks of a text by stretches between spaces, each cut up and looked up once, then remembered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from auditor.folding import ASCII_DIGITS, Folded, fold, folded
from auditor.quantities.read.lexicon import Lexicon, Sense, lexicon
from auditor.quantities.read.numerals import roman_word

NO_SENSE = Sense({}, "", weak=False, counts=False, bears=False)
REMEMBERED = 60_000
"""Stretches kept for each language, so that memory stays bounded whatever is read."""

# Groups of three, then decimals, then plain digits; a colon or an h makes a time, two equal marks a date.
# Plain words come first, since most are.
_SHAPES = (
    r"(?P<plain>[^\W\d_]++(?![\d_@]|-\d|://|\.[\w-]))"
    r"|(?P<reference>&(?:amp;)*#(?:\d{1,6}|x[\da-f]{1,5});?)"
    r"|(?P<opaque>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.])10\.\d{4,}/\S+"
    r"|(?<![\w])(?:\+|00)\d[\d ().-]{6,}\d|(?<![\w.,])0\d{1,4}(?:[ .-]\d{2,4}){2,}(?!\w)|(?<![\w.,])0\d{8,}(?!\w)|(?<![\w.])\d+(?:\.\d+){3,})"
    r"|(?P<date>(?<![\w/.-])(?:\d{1,2}(?P<between>[/.-])\d{1,2}(?P=between)(?:\d{4}|\d{2})|\d{4}(?P<after>[/.-])\d{1,2}(?P=after)\d{1,2})(?![\w/-]))"
    r"|(?P<time>(?<![\w:.,])(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\ ?h(?:\ ?[0-5]\d)?(?:\ ?mn?)?)(?:(?![\w:])|(?=[ap]m\b)))"
    r"|(?P<ratio>(?<![\w/.,])\d{1,2}/\d{1,2}(?![\w/]|[.,]\d))"
    r"|(?P<code>(?!MONEY\d)[a-z](?:[a-z]|-(?=[a-z]))*-?\d+(?:[a-z\d]|[-/.](?=[a-z\d]))*"
    r"|(?<![\w.,])\d+[a-z]+\d+[a-z\d]*)"
    r"|(?P<number>\d+⁄\d+|(?<!\d[.,])\d{1,3}(?:(?P<separator>[\ .,٬،'])\d{3}(?:(?P=separator)\d{3})*)(?!\d)(?:[.,٫]\d+(?!\d*[.,]\d))?"
    r"|(?<!\d[.,])\d++[.,٫،]\d++(?![.,]\d)|(?:(?<=[\s(و])|^)\.\d+|\d++)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\s\w])"
)
_KINDS = {"plain": "word", "reference": "mark"}
_ENDLESS = re.compile(r"(?:\d[.,٬،' ]?){200,}+")  # no quantity, and int() refuses thousands of digits
_NUMBER_AND_LETTER = re.compile(r"\d ?[mbg]\b")
_ROMAN = re.compile(r"\b(?:[IVX]|[IVXLC]{2,})(?:\b|[eè]|nd)")
_GOES_ON = re.compile(r"(?=.*\d).*[\d().+-]|[h().+-]{1,2}")
_MARKS = frozenset(".,;:،؛؟!?»”)")
_NOTHING: frozenset[str] = frozenset()
_TELLING_VOWEL = "\u064f"
_VOWELS = re.compile(r"[\u064b-\u0652]")
_PLAIN = frozenset(("word", "mark"))
_ROMAN_LETTERS = frozenset("ivxlc")
_new = tuple.__new__  # of a named tuple, without the detour over its own
_BEGINS_AGAIN = re.compile(r"[\d(.-]|(?:h|mn?|b|g)(?![^\W\d_])")


class Token(NamedTuple):
    """A word, numeral or mark, folded, with what the lexicon knows of it; [start, end) of the folded text."""

    kind: str
    text: str
    start: int
    end: int
    sense: Sense

    def has(self, role: str) -> bool:
        return role in self.sense.roles


class Stretch(NamedTuple):
    """What stands between two spaces, or, where a numeral may go on behind a space, between more.

    The places of `tokens` count from its beginning; `offsets` as in `auditor.folding`, None where folding moves nothing.
    """

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]  # of the tokens, those that a quantity may begin with
    heads: tuple[int, ...]  # those that may begin a phrase of the lexicon with the token behind them
    size: int
    length: int  # folded
    offsets: tuple[int, ...] | None
    counts: bool  # whether a quantity may begin in it
    opens: bool  # whether its last token may begin a phrase that counts though none of its words does
    is_slight: bool  # whether it holds no other than a word for one or two, which nothing asks for
    bears: bool  # whether it may say what a number word beside it is
    goes_on: bool  # whether its last numeral may go on behind a space
    begins_again: bool  # whether it may go on with the numeral before it
    first: str  # the text of the first token
    seconds: frozenset[str]  # what may follow its last token in a phrase of the lexicon


class Stretches(dict[str, Stretch]):
    """The stretches of a language by their original text; what is asked once is remembered."""

    def __init__(self, known: Lexicon) -> None:
        super().__init__()
        self.known = known
        self._token = _token(known)
        self._openers = frozenset(_openers(known))
        self._known_words = known.words.keys() | known.phrases.keys() | known.exact
        self._seconds = {
            first: frozenset(rest[0] for rest, _ in phrases) for first, phrases in known.phrases.items()
        }

    def __missing__(self, written: str) -> Stretch:
        stretch = self._plain_word(written) or self._read(written)
        if len(self) < REMEMBERED:
            self[written] = stretch
        return stretch

    def _plain_word(self, written: str) -> Stretch | None:
        """A word that means nothing in quantities, perhaps with a mark behind it, as most are; None for others."""
        letters = written if written.isalpha() else written[:-1]
        if (
            len(letters) < 3
            or not letters.isalpha()
            or (letters is not written and written[-1] not in _MARKS)
        ):
            return None
        text = folded(letters)
        if len(text) != len(letters) or text in self._known_words or _is_roman(text):
            return None
        length = len(written)
        tokens: tuple[Token, ...] = (_new(Token, ("word", text, 0, len(text), NO_SENSE)),)
        if letters is not written:
            mark = written[-1]
            tokens += (_new(Token, ("mark", mark, len(text), length, self.known.words.get(mark, NO_SENSE))),)
        return _new(Stretch, (tokens, (), (), length, length, None, False, False, False, False, False, False, text, _NOTHING))  # fmt: skip

    def _read(self, written: str) -> Stretch:
        copy = fold(written)
        text = _ENDLESS.sub(lambda run: "_" * len(run[0]), copy.text.translate(ASCII_DIGITS))
        tokens = self._tokens(text, written, copy)
        counting = [each for each in tokens if each.sense.counts or each.kind not in _PLAIN]
        is_roman = _ROMAN.search(written) is not None
        heads = tuple(
            place
            for place, (each, after) in enumerate(pairwise(tokens))
            if after.text in self._seconds.get(each.text, ())
        )
        is_slight = len(counting) == 1 and _is_slight(counting[0]) and not is_roman and not heads
        return Stretch(
            tokens=tokens,
            starts=starts_in(tokens),
            heads=heads,
            size=len(written),
            length=len(text),
            offsets=None if copy.offsets == tuple(range(len(written) + 1)) else copy.offsets,
            counts=bool(counting) or is_roman or any(tokens[place].text in self._openers for place in heads),
            opens=bool(tokens) and tokens[-1].text in self._openers,
            is_slight=is_slight,
            bears=bool(counting) or any(each.sense.bears for each in tokens),
            goes_on=_GOES_ON.fullmatch(text) is not None,
            begins_again=_BEGINS_AGAIN.match(text) is not None,
            first=tokens[0].text if tokens else "",
            seconds=self._seconds.get(tokens[-1].text, frozenset()) if tokens else frozenset(),
        )

    def _tokens(self, text: str, written: str, copy: Folded) -> tuple[Token, ...]:
        """The tokens of a folded stretch."""
        words = self.known.words
        found = [
            _new(
                Token,
                (
                    _KINDS.get(each.lastgroup or "", each.lastgroup),
                    each[0],
                    *each.span(),
                    words.get(each[0], NO_SENSE),
                ),
            )
            for each in self._token.finditer(text)
        ]
        if _NUMBER_AND_LETTER.search(text):  # 10M are millions, 10 m metres
            found = [
                each._replace(text=written[copy.offsets[each.start]])
                if each.text in ("m", "b", "g")
                else each
                for each in found
            ]
        if _TELLING_VOWEL in written and self.known.spelled:
            found = [
                self._voweled(each, written[slice(*copy.original(each.start, each.end))]) for each in found
            ]
        if self.known.exact.isdisjoint([each.text for each in found]):
            return tuple(found)
        return tuple(
            self._spelled(each, written[slice(*copy.original(each.start, each.end))]) for each in found
        )

    def _voweled(self, token: Token, original: str) -> Token:
        """With the sense that the first u tells, if it does: عُشر is a tenth, not ten."""
        first, vowel, rest = original.partition(_TELLING_VOWEL)
        sense = self.known.spelled.get(_VOWELS.sub("", first) + vowel + _VOWELS.sub("", rest))
        return token._replace(sense=sense) if sense else token

    def _spelled(self, token: Token, original: str) -> Token:
        """Without its sense where the word counts in one spelling only and the original has another."""
        if token.text not in self.known.exact or original in self.known.spellings:
            return token
        return token._replace(sense=NO_SENSE)


def _token(known: Lexicon) -> re.Pattern[str]:
    """What is one token; letters for money that touch a numeral are none of its own: SR20,000, BD1.5bn."""
    money = sorted(
        word for word, sense in known.words.items() if "currency" in sense.roles and word.isalpha()
    )
    return re.compile(_SHAPES.replace("MONEY", f"(?:{'|'.join(money)})"))


def starts_in(tokens: Sequence[Token]) -> tuple[int, ...]:
    """The tokens that a quantity may begin with."""
    return tuple(
        place
        for place, each in enumerate(tokens)
        if each.sense.counts or each.kind not in _PLAIN or (each.kind == "word" and _is_roman(each.text))
    )


def _is_roman(word: str) -> bool:
    return word[0] in _ROMAN_LETTERS and roman_word(word) is not None


def _openers(known: Lexicon) -> Iterator[str]:
    """The first words of the phrases that count though none of their words does: freezing point."""
    for first, phrases in known.phrases.items():
        for rest, sense in phrases:
            counting = (known.words.get(word, NO_SENSE).counts for word in (first, *rest))
            if sense.counts and not any(counting):
                yield first


def _is_slight(token: Token) -> bool:
    """Whether the token is a word for one or two: one, une, أول, second."""
    roles = token.sense.roles
    return bool(roles) and roles.keys() <= {"cardinal", "ordinal"} and set(roles.values()) <= {1, 2}


@cache
def stretches(language: str) -> Stretches:
    return Stretches(lexicon(language))
