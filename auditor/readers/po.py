"""Message catalogues of gettext: PO files; what is not translated, fuzzy or obsolete is passed over."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.errors import ReadError
from auditor.readers.plain_text import decode
from auditor.readers.records import BadLine, PairRecord, record, supported


def read(data: bytes, name: str) -> Iterator[PairRecord | BadLine]:
    """A pair for each entry, a plural form a pair of its own; the line is that of the entry. Raises ReadError."""
    import polib

    try:
        text = decode(data, name, lambda _: None)
        catalogue = polib.pofile(f"{text}\n")  # a path alone would be opened
    except (OSError, ValueError) as error:
        raise ReadError(f"{name}: not a PO file: {error}") from error
    language = supported(catalogue.metadata.get("Language"))
    for entry in catalogue.translated_entries():
        forms = {"": entry.msgstr} if not entry.msgstr_plural else entry.msgstr_plural
        for form, target in forms.items():
            source = entry.msgid_plural if form not in {"", 0} else entry.msgid
            row = {
                "id": f"{entry.msgid}:{form}" if form != "" else entry.msgid,
                "source": source,
                "target": target,
            }
            yield record(max(entry.linenum, 1), row | ({"target_language": language} if language else {}))
