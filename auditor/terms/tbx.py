"""Term bases in TBX (ISO 30042), version 2 (martif) and version 3 (tbx), any dialect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.errors import TermBaseError
from auditor.languages import LANGUAGES
from auditor.terms import Term

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS = {"termEntry", "conceptEntry"}
_SECTIONS = {"langSet", "langSec"}
# Administrative status, TBX-Basic and TBX-Min names.
_FORBIDDEN = {"deprecatedTerm-admn-sts", "supersededTerm-admn-sts", "notRecommended", "obsolete"}
_PREFERRED = {"preferredTerm-admn-sts", "preferred"}


def read_terms(name: str, content: bytes) -> tuple[Term, ...]:
    """The concepts that have terms in two supported languages; a deprecated term is a forbidden rendering.

    Raises TermBaseError for malformed XML (with its line), for entities, and for a file without concepts.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(content)
    except ParseError as error:
        raise TermBaseError(f"{name}:{error.position[0]}: not well-formed XML: {error.msg}") from error
    except DefusedXmlException as error:
        raise TermBaseError(f"{name}: XML entities and external references are not read") from error
    except (LookupError, ValueError) as error:
        raise TermBaseError(f"{name}: it declares an encoding that is not read: {error}") from error
    concepts = [element for element in root.iter() if _tag(element) in _CONCEPTS]
    if not concepts:
        raise TermBaseError(f"{name}: no termEntry (TBX 2) or conceptEntry (TBX 3) in it")
    terms = [_concept(element) for element in concepts]
    return tuple(term for term in terms if len(term.forms) > 1)


def _concept(element: Element) -> Term:
    forms: dict[str, tuple[str, ...]] = {}
    forbidden: dict[str, tuple[str, ...]] = {}
    for section in (child for child in element.iter() if _tag(child) in _SECTIONS):
        language = (section.get(_LANGUAGE) or section.get("lang") or "").split("-")[0].lower()
        if language in LANGUAGES:
            graded = sorted(_terms(section), key=lambda pair: pair[0])
            forms[language] = tuple(text for grade, text in graded if grade < 2)
            forbidden[language] = tuple(text for grade, text in graded if grade == 2)
    return Term(
        {code: values for code, values in forms.items() if values},
        {code: values for code, values in forbidden.items() if values},
        strict=True,
    )


def _terms(section: Element) -> Iterator[tuple[int, str]]:
    """Each term with its grade: 0 preferred, 1 admitted, 2 forbidden."""
    for holder in section.iter():
        term = next((child for child in holder if _tag(child) == "term"), None)
        if term is not None and (text := "".join(term.itertext()).strip()):
            notes = {"".join(note.itertext()).strip() for note in holder.iter() if note is not term}
            yield (2 if notes & _FORBIDDEN else 0 if notes & _PREFERRED else 1), text


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
