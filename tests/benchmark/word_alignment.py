"""Our word aligner beside eflomal on the same words: `python -m tests.benchmark FOLDER word_alignment`.

FOLDER holds `dev/` and `train/`. The gold links are the manual alignments of PUD; ours was fitted on the even rows, all
figures are of the odd ones. eflomal (Östling and Tiedemann 2016) learns from pairs of `train/` and from the texts of the
rows themselves, on folded words and on our stems. It is run where `eflomal-align` is on the PATH (`pip install eflomal`).
"""

import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.training.corpora import running_text
from auditor.training.judged_words import gold_links, json_rows, passage
from auditor.word_alignment import WordAligner, vocabulary
from auditor.word_alignment.words import read_words
from tests.benchmark.tables import figure, print_table

COMMAND = "eflomal-align"
PAIRS = 100_000
"""Of the training pairs, every so many that about this number is left."""
NEXT = ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))


def main(folder):
    encoder = load_encoder(None)
    found = shutil.which(COMMAND)
    if found is None:
        print(f"left out: {COMMAND} is not on the PATH (pip install eflomal)", file=sys.stderr)
    rows = []
    for other in ("ar", "fr"):
        pairs, gold = read(folder / "dev", other)
        links, seconds = ours(pairs, encoder)
        rows.append((f"{other}–en", "ours", *shown(gold, links, seconds)))
        for name in ("form", "stem") if found else ():
            ahead, back, seconds = eflomal(folder, other, pairs, name)
            for how, join in (("grow-diag-final-and", grown), ("intersection", intersected)):
                links = [join(*both) for both in zip(ahead, back, strict=True)]
                rows.append((f"{other}–en", f"eflomal, {name}s, {how}", *shown(gold, links, seconds)))
    print_table(
        ("languages", "aligner", "alignment error rate", "precision", "recall", "seconds, learning included"),
        rows,
    )


def read(dev, other):
    """The pairs of the odd rows, and for each the manual links as places of words."""
    rows = json_rows(dev / f"word_alignment.en-{other}.jsonl.gz")[1::2]
    pairs = [(passage(row[f"text_{other}"], other), passage(row["text_en"], "en")) for row in rows]
    gold = [
        {(foreign, english) for english, foreign in gold_links(row, other, words(target), words(source))}
        for row, (source, target) in zip(rows, pairs, strict=True)
    ]
    return pairs, gold


def words(text):
    return read_words(text, vocabulary(text.language).bare_count)


def ours(pairs, encoder):
    begun = time.perf_counter()
    alignments = WordAligner(encoder).align(pairs)
    seconds = time.perf_counter() - begun
    return [{(link.source, link.target) for link in each.links} for each in alignments], seconds


def alignment_error(dev, other, encoder):
    """Of ours: alignment error rate, precision and recall, over all words, grammar included."""
    pairs, gold = read(dev, other)
    return measured(gold, ours(pairs, encoder)[0])


def measured(gold, links):
    """Alignment error rate (all manual links are sure), precision, recall."""
    given, wanted = sum(map(len, links)), sum(map(len, gold))
    shared = sum(len(one & other) for one, other in zip(gold, links, strict=True))
    return 1 - 2 * shared / (given + wanted), shared / given, shared / wanted


def shown(gold, links, seconds):
    return *map(figure, measured(gold, links)), f"{seconds:.1f}"


def eflomal(folder, other, pairs, name):
    """Its links of the pairs from source to target and from target to source, and the seconds that it took."""
    every = list(running_text(folder, other, "en"))
    some = every[:: max(1, len(every) // PAIRS)]
    texts = itertools.chain(
        pairs,
        (
            (Document("", other, each.left).passage(), Document("", "en", each.right).passage())
            for each in some
        ),
    )
    lines = []
    for number, (source, target) in enumerate(texts):
        one, two = ([getattr(word, name) for word in words(side)] for side in (source, target))
        if number < len(pairs) or (one and two):
            lines.append(f"{' '.join(one)} ||| {' '.join(two)}")
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        (here / "text").write_text("\n".join(lines) + "\n", encoding="utf-8")
        begun = time.perf_counter()
        subprocess.run(
            [COMMAND, "-i", here / "text", "-f", here / "ahead", "-r", here / "back", "--model", "3"],
            check=True,
            capture_output=True,
        )
        seconds = time.perf_counter() - begun
        ahead, back = (links_of(here / way, len(pairs)) for way in ("ahead", "back"))
    return ahead, back, seconds


def links_of(path, count):
    with path.open(encoding="utf-8") as lines:
        return [
            {tuple(map(int, link.split("-"))) for link in line.split()}
            for line in itertools.islice(lines, count)
        ]


def intersected(ahead, back):
    return ahead & back


def grown(ahead, back):
    """Grow-diag-final-and (Koehn, Och and Marcu 2003; Koehn et al. 2005)."""
    links, union = ahead & back, ahead | back
    ones, others = {one for one, _ in links}, {other for _, other in links}
    changed = True
    while changed:
        changed = False
        for one, other in sorted(links):
            for down, across in NEXT:
                near = one + down, other + across
                if near in union and near not in links and (near[0] not in ones or near[1] not in others):
                    links.add(near)
                    ones.add(near[0])
                    others.add(near[1])
                    changed = True
    for way in (ahead, back):
        for one, other in sorted(way):
            if one not in ones and other not in others:
                links.add((one, other))
                ones.add(one)
                others.add(other)
    return links
