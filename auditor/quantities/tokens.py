"""The words, numerals and marks of a passage, in its folded copy."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.folding import ASCII_DIGITS, Folded
from auditor.quantities.lexicon import Lexicon, Sense

NO_SENSE = Sense({}, "", weak=False, counts=False)

# Groups of three, then decimals, then plain digits; a colon or an h makes a time, two equal marks a date.
# Plain words come first, since most are.
_TOKEN = re.compile(
    r"(?P<plain>[^\W\d_]++(?![\d_@]|-\d|://|\.[\w-]))"
    r"|(?P<opaque>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.])10\.\d{4,}/\S+"
    r"|(?<![\w])(?:\+|00)\d[\d ().-]{6,}\d|(?<![\w.,])0\d{1,4}(?:[ .-]\d{2,4}){2,}(?!\w)|(?<![\w.,])0\d{8,}(?!\w)|(?<![\w.])\d+(?:\.\d+){3,})"
    r"|(?P<date>(?<![\w/.-])(?:\d{1,2}(?P<between>[/.-])\d{1,2}(?P=between)(?:\d{4}|\d{2})|\d{4}(?P<after>[/.-])\d{1,2}(?P=after)\d{1,2})(?![\w/-]))"
    r"|(?P<time>(?<![\w:.,])(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\ ?h(?:\ ?[0-5]\d)?(?:\ ?mn?)?)(?:(?![\w:])|(?=[ap]m\b)))"
    r"|(?P<ratio>(?<![\w/.,])\d{1,2}/\d{1,2}(?![\w/]|[.,]\d))"
    r"|(?P<code>[a-z](?:[a-z]|-(?=[a-z]))*-?\d+(?:[a-z\d]|[-/.](?=[a-z\d]))*"
    r"|(?<![\w.,])\d+[a-z]+\d+[a-z\d]*)"
    r"|(?P<number>\d+⁄\d+|(?<!\d[.,])\d{1,3}(?:(?P<separator>[\ .,٬،'])\d{3}(?:(?P=separator)\d{3})*)(?!\d)(?:[.,٫]\d+(?!\d*[.,]\d))?"
    r"|(?<!\d[.,])\d++[.,٫،]\d++(?![.,]\d)|(?:(?<=[\s(و])|^)\.\d+|\d++)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\s\w])",
)

_ENDLESS = re.compile(r"(?:\d[.,٬،' ]?){200,}+")  # no quantity, and int() refuses thousands of digits
_NUMBER_AND_LETTER = re.compile(r"\d ?[mbg]\b")
_KINDS = {each: "word" if each == "plain" else each for each in _TOKEN.groupindex}


class Token(NamedTuple):
    """A piece of the folded text [start, end) with what the lexicon knows of it."""

    kind: str
    text: str
    start: int
    end: int
    sense: Sense

    def has(self, role: str) -> bool:
        return role in self.sense.roles


def digits_folded(copy: Folded) -> str:
    """The folded text with every digit in ASCII, as long as before; what is too long for a number is blotted out."""
    return _ENDLESS.sub(lambda run: "_" * len(run[0]), copy.text.translate(ASCII_DIGITS))


def tokenize(text: str, copy: Folded, original: str, known: Lexicon) -> list[Token]:
    """Tokens in text order; phrases of the lexicon are one token."""
    words = known.words
    tokens = [
        Token(
            _KINDS[match.lastgroup or ""], match[0], match.start(), match.end(), words.get(match[0], NO_SENSE)
        )
        for match in _TOKEN.finditer(text)
    ]
    if _NUMBER_AND_LETTER.search(text):
        tokens = [_capital(token, copy, original) if len(token.text) == 1 else token for token in tokens]
    if known.exact and any(token.text in known.exact for token in tokens):
        tokens = [_spelled(token, copy, original, known) for token in tokens]
    return _with_phrases(tokens, known)


def _capital(token: Token, copy: Folded, original: str) -> Token:
    """A single letter as it is written: 10M are millions, 10 m metres."""
    return token._replace(text=original[copy.offsets[token.start]]) if token.text in "mbg" else token


def _spelled(token: Token, copy: Folded, original: str, known: Lexicon) -> Token:
    """Without its sense where the original spells another word."""
    if token.text not in known.exact:
        return token
    start, end = copy.original(token.start, token.end)
    return token if original[start:end] in known.spellings else token._replace(sense=NO_SENSE)


def _with_phrases(tokens: list[Token], known: Lexicon) -> list[Token]:
    """Phrases of the lexicon joined into one token, the longest and leftmost first."""
    heads = known.phrases
    places = [place for place, token in enumerate(tokens) if token.text in heads]
    found: list[tuple[int, int, Sense]] = []
    for place in places:
        if found and place < found[-1][1]:
            continue
        for rest, sense in heads[tokens[place].text]:
            end = place + 1 + len(rest)
            if end <= len(tokens) and all(
                tokens[place + 1 + step].text == word for step, word in enumerate(rest)
            ):
                found.append((place, end, sense))
                break
    for place, end, sense in reversed(found):
        head = tokens[place]
        tokens[place:end] = [Token("word", head.text, head.start, tokens[end - 1].end, sense)]
    return tokens
