"""Fits how likely two articles are an article and its translation: `python -m auditor.training feeds FOLDER OUT`.

Articles are stretches of aligned documents that are not reported on; wrong pairs are their stretches exchanged, in one
document and between documents.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from auditor.embedding import load_encoder
from auditor.feeds.pairing import FEATURES, features
from auditor.training.aligned_documents import AlignedDocument, read_documents
from auditor.training.moved import in_beads, sound
from auditor.training.weights import logistic

BEADS = 8  # of a stretch: the length of a short article
RIDGE = 0.01


def main(folder: Path, out: Path) -> None:
    """Writes `out`, a JSON file of weights."""
    encoder = load_encoder(None)
    documents = [in_beads(each) for each in sound(read_documents(folder / "dev")[0], encoder)]
    rows, truth = [], []
    for language in sorted({each.languages[1] for each in documents}):
        articles = [
            each
            for document in documents
            if document.languages[1] == language
            for each in _articles(document)
        ]
        found = features([source for source, _ in articles], [target for _, target in articles], encoder)
        rows.append(found.reshape(-1, len(FEATURES)))
        truth.append(np.eye(len(articles)).ravel())
    weights = logistic(np.concatenate(rows), np.concatenate(truth), RIDGE)
    table = dict(zip(FEATURES, (round(float(each), 4) for each in weights), strict=True))
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def _articles(document: AlignedDocument) -> list[tuple[str, str]]:
    sides = document.source, document.target
    starts = range(0, min(map(len, sides)) - BEADS + 1, BEADS)
    return [("\n".join(sides[0][at : at + BEADS]), "\n".join(sides[1][at : at + BEADS])) for at in starts]
