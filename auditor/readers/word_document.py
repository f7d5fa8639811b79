"""Word documents (DOCX): the text of paragraphs and table cells; places are numbers of paragraphs."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from auditor.errors import ReadError
from auditor.readers.anchored import Anchored, joined

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document as WordDocument


def decode(data: bytes, name: str, warn: Callable[[str], None]) -> Anchored:  # noqa: ARG001 - nothing is guessed here
    """A line of text for each paragraph that has some. Raises ReadError where it is no DOCX or has no text."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    broken = (PackageNotFoundError, BadZipFile, KeyError, ValueError, zlib.error, SyntaxError)
    try:
        document = Document(io.BytesIO(data))
        texts = list(paragraphs(document))
    except (
        *broken,
        RuntimeError,
        AttributeError,
    ) as error:  # encrypted; the elements are not those of a document
        raise ReadError(f"{name}: not a Word document (DOCX): {error}") from error
    numbered = enumerate(texts, start=1)
    parts = [(number, [" ".join(text.split())]) for number, text in numbered if text.strip()]
    if not parts:
        raise ReadError(f"{name}: there is no text in it")
    return joined(parts)


def paragraphs(container: WordDocument | BlockItemContainer) -> Iterator[str]:
    """The texts of all paragraphs in reading order, those of table cells among them; a merged cell counts once."""
    from docx.table import Table

    for block in container.iter_inner_content():
        if isinstance(block, Table):
            seen = set()
            for cell in (cell for row in block.rows for cell in row.cells):
                if cell._tc not in seen:  # noqa: SLF001 - python-docx gives a merged cell once for each place
                    seen.add(cell._tc)  # noqa: SLF001
                    yield from paragraphs(cell)
        else:
            yield block.text
