"""XLIFF 1.2 and 2.x (OASIS): the segments that have a translation, known by the ids of their units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.errors import ReadError
from auditor.readers.records import BadLine, PairRecord, record, supported
from auditor.readers.xml_tree import lines_of, parsed, tag, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Inline elements whose content is markup of the original format, in 1.2; in 2.x codes have no content.
_CODES = frozenset({"bpt", "ept", "ph", "it", "x", "bx", "ex"})


def read(data: bytes, name: str) -> Iterator[PairRecord | BadLine]:
    """Raises ReadError for what is no XLIFF; what is not translated yet is passed over."""
    root = parsed(data, name)
    if tag(root) != "xliff":
        raise ReadError(f"{name}: not XLIFF: its root element is {tag(root)}")
    find, unit = (
        (_segments_2, "unit") if root.get("version", "").startswith("2") else (_segments_1, "trans-unit")
    )
    lines = lines_of(data, unit)
    for number, identifier, source, target, languages in find(root):
        if target.strip():
            row = {"id": identifier, "source": source, "target": target}
            sides = zip(("source_language", "target_language"), map(supported, languages), strict=True)
            yield record(lines[number], row | {side: language for side, language in sides if language})


_Segment = tuple[
    int, str, str, str, tuple[str | None, str | None]
]  # the number of its unit from 0 comes first


def _segments_1(root: Element) -> Iterator[_Segment]:
    files = [each for each in root.iter() if tag(each) == "file"]
    units = ((file, each) for file in files for each in file.iter() if tag(each) == "trans-unit")
    for number, (file, unit) in enumerate(units):
        languages = file.get("source-language"), file.get("target-language")
        parts = {tag(child): child for child in unit}
        source = parts.get("seg-source", parts.get("source"))
        target = parts.get("target")
        if source is None or target is None:
            continue
        sources, targets = _marked(source), _marked(target)
        for mid in (each for each in sources if each in targets):
            yield number, f"{unit.get('id', '')}:{mid}", sources[mid], targets[mid], languages
        if not sources.keys() & targets.keys():
            yield number, unit.get("id", ""), text_of(source, _CODES), text_of(target, _CODES), languages


def _marked(element: Element) -> dict[str, str]:
    """The texts of the segments marked in it, by number."""
    return {
        each.get("mid", ""): text_of(each, _CODES)
        for each in element.iter()
        if tag(each) == "mrk" and each.get("mtype") == "seg"
    }


def _segments_2(root: Element) -> Iterator[_Segment]:
    languages = root.get("srcLang"), root.get("trgLang")
    for place, unit in enumerate(each for each in root.iter() if tag(each) == "unit"):
        segments = [each for each in unit if tag(each) == "segment"]
        for number, segment in enumerate(segments, start=1):
            parts = {tag(child): text_of(child, frozenset()) for child in segment}
            own = segment.get("id", str(number) if len(segments) > 1 else "")
            identifier = ":".join(part for part in (unit.get("id", ""), own) if part)
            if "source" in parts and "target" in parts:
                yield place, identifier, parts["source"], parts["target"], languages
