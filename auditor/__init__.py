"""Checks machine translations against their Arabic original.

    >>> import auditor
    >>> audit = auditor.audit("original.ar.txt", "translation.fr.txt")
    >>> for finding in audit.findings:
    ...     print(finding.severity.label, finding.code, finding.target and finding.target.text)

Importing this package is light: models are loaded when they are first needed.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from auditor.bitext import Bitext, Document, Pair, Passage
from auditor.errors import AuditorError
from auditor.findings import Finding, Severity
from auditor.version import __version__

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from auditor.audits import Audit, CheckedPair
    from auditor.pipeline import Auditor
    from auditor.readers import FileText

__all__ = [
    "AuditorError",
    "Bitext",
    "Choices",
    "Document",
    "Finding",
    "Pair",
    "Passage",
    "Severity",
    "__version__",
    "align",
    "audit",
    "audit_texts",
    "check",
    "embed",
]


class Choices(TypedDict, total=False):
    """What may be chosen; whatever is left out is found out or takes the default."""

    source_language: str  # BCP 47: ar, fr, en
    target_language: str
    select: Sequence[str]  # codes or families of checks; every check by default
    ignore: Sequence[str]
    termbases: Sequence[str | Path]
    model: str  # name or folder of an embedding model
    reencode: bool  # embed neighbouring sentences together anew instead of adding their vectors


def audit(
    original: str | Path,
    translation: str | Path,
    *,
    reference: str | Path | None = None,
    **options: Unpack[Choices],
) -> Audit:
    """Audits a translation file against its original.

    `options` are those of Choices. Raises AuditorError for what the caller can mend; an encoding that had to be
    guessed is a Python warning.
    """
    from auditor.documents import document

    auditor = _auditor(options)
    source, target = auditor.documents(_read(original), _read(translation))
    human = None if reference is None else document(*_read(reference)[:2], options.get("target_language"))
    return auditor.audit(source, target, human)


def audit_texts(original: str, translation: str, **options: Unpack[Choices]) -> Audit:
    """Audits a translation against its original, both given as texts; `options` as in `audit`."""
    auditor = _auditor(options)
    return auditor.audit(*auditor.documents(("original", original), ("translation", translation)))


def check(source: str, target: str, **options: Unpack[Choices]) -> CheckedPair:
    """Checks one segment pair that is already aligned; `options` as in `audit`."""
    from auditor.readers.records import PairRecord

    return _auditor(options).check(PairRecord(1, 1, source, target))


def align(original: str, translation: str, *, lines: bool = False, **options: Unpack[Choices]) -> Bitext:
    """Aligns two texts sentence by sentence, or line by line; `options` as in `audit`."""
    auditor = _auditor(options)
    documents = auditor.documents(("original", original), ("translation", translation))
    return auditor.align(*documents, lines=lines)


def embed(texts: Sequence[str], *, model: str | None = None) -> npt.NDArray[np.float32]:
    """One embedding for each text: shape (texts, dimensions), rows of length 1."""
    from auditor.embedding import load_encoder

    return load_encoder(model).encode(texts)


def _auditor(options: Choices) -> Auditor:
    from auditor.config import Options

    return _shipped().variant(
        Options(
            options.get("source_language"),
            options.get("target_language"),
            tuple(options.get("select", ())),
            tuple(options.get("ignore", ())),
            tuple(map(Path, options.get("termbases", ()))),
            options.get("model"),
            options.get("reencode", False),
        )
    )


@cache
def _shipped() -> Auditor:
    """What ships is read once, however often the functions above are called."""
    from auditor.pipeline import Auditor

    return Auditor()


def _read(path: str | Path) -> FileText:
    from auditor.readers import read_file

    return read_file(str(path), warn=lambda message: warnings.warn(message, stacklevel=4))
