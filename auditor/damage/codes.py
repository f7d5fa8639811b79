"""What programs and web pages write and readers should not see: &eacute;, <br>, \\u00e9, %20, =C3=A9."""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

_ENTITY = (
    r"&(?:amp;)*(?:#\d{2,6};?|#[xX][0-9a-fA-F]{2,5};?|[a-zA-Z]{2,8}[0-9]{0,2};"
    r"|(?:nbsp|quot|apos|eacute|egrave|agrave|amp|lt|gt)\b)"
)
_ESCAPE = (
    r"(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\['\"]|%(?:20|C3%[89AB][0-9A-F]|0A|2C|27|E2%80%99)"
    r"|=C3=[89AB][0-9A-F]|=E2=80=99)"
)
_WITH_ENTITIES = re.compile(rf"[^\W\d_]*(?:{_ENTITY}[^\W\d_]*)+")
_WITH_ESCAPES = re.compile(rf"[^\W\d_]*(?:{_ESCAPE}[^\W\d_]*)+")
_BREAK = re.compile(r"\\[nrt](?![a-z])|=20(?=\s|$)")
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|hr|em|h[1-6]|li|ol|ul|td|th|tr|div|img|sub|sup|span|font|table|tbody|strong|center|small|"
    r"blockquote|iframe|script|style|figure|figcaption|section|article)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_UNICODE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
Spot = tuple[int, int, str, str | None]
"""A slice, the kind of damage, what was meant."""


def codes(text: str, source: str) -> Iterator[Spot]:
    """Entities, tags and escapes, with the words they stand in, that `source` shows no kind of."""
    if "&" in text and not _has_entities(source):
        for match in _WITH_ENTITIES.finditer(text):
            meant = _unescaped(match[0])
            if meant != match[0]:
                yield match.start(), match.end(), "entity", meant
    if "<" in text:
        for match in _TAG.finditer(text):
            if _name(match[0]) not in source.lower():
                yield match.start(), match.end(), "markup", ""
    if not {"\\", "%", "="}.isdisjoint(text):
        yield from _escapes(text, source)


def _has_entities(source: str) -> bool:
    """Where the original is written with entities, they are how both texts are kept."""
    return "&" in source and any(
        _unescaped(match[0]) != match[0] for match in _WITH_ENTITIES.finditer(source)
    )


def _escapes(text: str, source: str) -> Iterator[Spot]:
    for match in (*_WITH_ESCAPES.finditer(text), *_BREAK.finditer(text)):
        sign = next(each for each in match[0] if each in "\\%=")
        if sign == "%" or sign not in source:
            yield match.start(), match.end(), "escape", _decoded(match[0], sign)


@lru_cache(maxsize=256)
def _unescaped(text: str) -> str:
    """Entities may be escaped twice: &amp;eacute;."""
    return html.unescape(html.unescape(text))


def _name(tag: str) -> str:
    return "<" + re.sub(r"[/\s>].*", "", tag.lstrip("</").lower())


def _decoded(text: str, sign: str) -> str | None:
    """What an escaped text says, None for a line break."""
    if _BREAK.fullmatch(text):
        return None
    if sign == "%":
        return unquote(text)
    if sign == "=":
        return quopri.decodestring(text.encode()).decode("utf-8", "replace")
    plain = _UNICODE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)
    return plain.replace("\\'", "'").replace('\\"', '"')
