"""The words, numerals and marks of a passage, in its folded copy."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.folding import Folded
from auditor.quantities.lexicon import Lexicon, Sense

NO_SENSE = Sense({}, "", weak=False)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

# Groups of three, then decimals, then plain digits; a colon or an h makes a time, two equal marks a date.
_TOKEN = re.compile(
    r"(?P<opaque>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.])10\.\d{4,}/\S+"
    r"|(?<![\w])(?:\+|00)\d[\d ().-]{6,}\d|(?<![\w.])\d+(?:\.\d+){3,})"
    r"|(?P<date>(?<![\w/.-])(?:\d{1,2}([/.-])\d{1,2}\3(?:\d{4}|\d{2})|\d{4}([/.-])\d{1,2}\4\d{1,2})(?![\w/-]))"
    r"|(?P<time>(?<![\w:.,])(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\ ?h(?:\ ?[0-5]\d)?(?:\ ?mn?)?)(?:(?![\w:])|(?=[ap]m\b)))"
    r"|(?P<code>[a-z](?:[a-z]|-(?=[a-z]))*-?\d+(?:[a-z\d]|[-/.](?=[a-z\d]))*"
    r"|(?<![\w.,])\d+[a-z]+\d+[a-z\d]*)"
    r"|(?P<number>\d+⁄\d+|\d{1,3}(?:(?P<separator>[\ .,٬'])\d{3}(?:(?P=separator)\d{3})*)(?!\d)(?:[.,٫]\d+(?!\d*[.,]\d))?"
    r"|\d+[.,٫،]\d+(?![.,]\d)|(?<=[\s(و])\.\d+|\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\s\w])",
)


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
    """The folded text with every digit in ASCII; as long as before."""
    return copy.text.translate(_DIGITS)


def tokenize(text: str, copy: Folded, original: str, known: Lexicon) -> list[Token]:
    """Tokens in text order; phrases of the lexicon are one token."""
    words = known.words
    tokens = [
        Token(match.lastgroup or "word", match[0], match.start(), match.end(), words.get(match[0], NO_SENSE))
        for match in _TOKEN.finditer(text)
    ]
    if any(token.text in known.exact for token in tokens):
        tokens = [_spelled(token, copy, original, known) for token in tokens]
    return _with_phrases(tokens, known)


def _spelled(token: Token, copy: Folded, original: str, known: Lexicon) -> Token:
    """Without its sense where the original spells another word."""
    if token.text not in known.exact:
        return token
    start, end = copy.original(token.start, token.end)
    return token if original[start:end] in known.spellings else token._replace(sense=NO_SENSE)


def _with_phrases(tokens: list[Token], known: Lexicon) -> list[Token]:
    heads = known.phrases
    if not any(token.text in heads for token in tokens):
        return tokens
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        for rest, sense in heads.get(token.text, ()):
            following = tuple(each.text for each in tokens[index + 1 : index + 1 + len(rest)])
            if following == rest:
                last = tokens[index + len(rest)]
                token = Token("word", token.text, token.start, last.end, sense)
                index += len(rest)
                break
        joined.append(token)
        index += 1
    return joined
