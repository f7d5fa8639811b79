"""XML files as trees; entities and external references are refused."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from auditor.errors import ReadError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NO_ELEMENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
# How a file in UTF-16 begins, with its mark and without.
_WIDE = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parsed(data: bytes, name: str) -> Element:
    """The root element. Raises ReadError for malformed XML, with its line, and for what is refused."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data)
    except ParseError as error:
        raise ReadError(f"{name}:{error.position[0]}: not well-formed XML: {error.msg}") from error
    except DefusedXmlException as error:
        raise ReadError(f"{name}: XML entities and external references are not read") from error
    except (LookupError, ValueError) as error:
        raise ReadError(f"{name}: it declares an encoding that is not read: {error}") from error
    return root


def lines_of(data: bytes, name: str) -> list[int]:
    """The lines in which the elements of a local name begin, in text order."""
    for start, encoding in _WIDE.items():
        if data.startswith(start):
            data = data.decode(encoding).encode()
    data = _NO_ELEMENT.sub(lambda match: b"\n" * match[0].count(b"\n"), data)
    opened = re.compile(rb"<(?:[^\s<>/:?!]+:)?%b(?=[\s>/])" % name.encode())
    found, line, last = [], 1, 0
    for match in opened.finditer(data):
        line += data.count(b"\n", last, match.start())
        last = match.start()
        found.append(line)
    return found


def tag(element: Element) -> str:
    """The local name, whatever the namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element, codes: frozenset[str]) -> str:
    """The text of an element and of what is in it, without what stands in elements named in `codes`."""
    texts = [element.text or ""]
    left: list[Element | str] = _inside(element)  # a stack: a file may nest deeper than Python calls
    while left:
        part = left.pop()
        if isinstance(part, str):
            texts.append(part)
        else:
            left.append(part.tail or "")
            if tag(part) not in codes:
                left += [*_inside(part), part.text or ""]
    return "".join(texts)


def _inside(element: Element) -> list[Element | str]:
    return list(reversed(element))
