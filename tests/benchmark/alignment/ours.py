"""Our aligner, measured as its peers are: `align(documents)` gives the beads of each and counts the seconds it took."""

import time

from auditor.alignment import align
from tests.benchmark.alignment.measures import Found


class Timed:
    """An encoder that counts the seconds it spends."""

    def __init__(self, encoder):
        self.encoder, self.name, self.dimensions = encoder, encoder.name, encoder.dimensions
        self.seconds = 0.0

    def encode(self, texts):
        return self._timed(self.encoder.encode, texts)

    def sums(self, texts):
        return self._timed(self.encoder.sums, texts)

    def _timed(self, function, texts):
        start = time.perf_counter()
        vectors = function(texts)
        self.seconds += time.perf_counter() - start
        return vectors


def bitext(document, encoder):
    passages = document.passages()
    return align(passages[0][0].document, passages[1][0].document, passages, encoder)


def beads(pairs):
    return [
        Found(pair.source_sentences, pair.target_sentences, pair.confidence, pair.moved) for pair in pairs
    ]


class Ours:
    name = "auditor"
    missing = ""

    def __init__(self, encoder):
        self.encoder = Timed(encoder)
        self.seconds = 0.0
        self.known = {}

    def align(self, documents):
        return [beads(self.bitext(document).pairs) for document in documents]

    def bitext(self, document):
        """Aligned once; the document is kept with its bitext so that its identity stays its own."""
        if id(document) not in self.known:
            start, embedded = time.perf_counter(), self.encoder.seconds
            self.known[id(document)] = document, bitext(document, self.encoder)
            self.seconds += time.perf_counter() - start - (self.encoder.seconds - embedded)
        return self.known[id(document)][1]
