"""XML files as trees; entities and external references are refused."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from auditor.errors import ReadError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NO_ELEMENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
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
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16").encode()
    data = _NO_ELEMENT.sub(lambda match: b"\n" * match[0].count(b"\n"), data)
    opened = re.compile(rb"<(?:[\w.-]+:)?%b(?=[\s>/])" % name.encode())
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
    inside = "".join(
        ("" if tag(child) in codes else text_of(child, codes)) + (child.tail or "") for child in element
    )
    return (element.text or "") + inside
