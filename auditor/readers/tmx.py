"""Translation memories: TMX 1.4 (LISA/GALA), each unit's Arabic with its translation into each other language."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.errors import ReadError
from auditor.readers.records import BadLine, PairRecord, record, supported
from auditor.readers.xml_tree import LANGUAGE, lines_of, parsed, tag, text_of

_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})


def read(data: bytes, name: str) -> Iterator[PairRecord | BadLine]:
    """Raises ReadError for what is no TMX. The original is in the header's language, or in Arabic where that says `*all*`."""
    root = parsed(data, name)
    if tag(root) != "tmx":
        raise ReadError(f"{name}: not TMX: its root element is {tag(root)}")
    header = next((each for each in root if tag(each) == "header"), None)
    original = (supported(header.get("srclang")) if header is not None else None) or "ar"
    units = (each for each in root.iter() if tag(each) == "tu")
    lines = lines_of(data, "tu")
    for number, unit in enumerate(units):
        texts: dict[str, str] = {}
        for variant in (each for each in unit if tag(each) == "tuv"):
            language = supported(variant.get(LANGUAGE) or variant.get("lang"))
            segment = next((each for each in variant if tag(each) == "seg"), None)
            if language and segment is not None:
                texts.setdefault(language, text_of(segment, _CODES))
        own = supported(unit.get("srclang")) or original
        source = texts.pop(own, "")
        for language, target in texts.items() if source.strip() else ():
            if language != "ar" and target.strip():
                several = f":{language}" if len(texts) > 1 else ""
                yield record(
                    lines[number],
                    {
                        "id": f"{unit.get('tuid', number + 1)}{several}",
                        "source": source,
                        "target": target,
                        "source_language": own,
                        "target_language": language,
                    },
                )
