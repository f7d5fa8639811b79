"""The benchmarks: that the documents name those there are, and that what they count is what they say."""

import random
import re
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from auditor.training.aligned_documents import AlignedDocument
from tests.benchmark.__main__ import NAMES, parsed, write
from tests.benchmark.alignment.documents import Edits, make
from tests.benchmark.alignment.measures import Calibration, Found, Tally
from tests.benchmark.alignment.moved import counted, move
from tests.benchmark.alignment.peers import RunVectors
from tests.benchmark.alignment.strangers import padded, real_gaps
from tests.benchmark.tables import figure, places, print_table, put

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "models.md", "CONTRIBUTING.md")


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def numbered(count):
    """A document of sentences that are told apart by their numbers, each the counterpart of its like."""
    texts = [[f"{side} {number}" for number in range(count)] for side in ("جملة", "phrase")]
    return AlignedDocument("numbered", ("ar", "fr"), *texts, [([each], [each]) for each in range(count)])


def test_benchmarks_named_in_the_documents_exist():
    named = {
        name
        for document in DOCUMENTS
        for name in re.findall(r"tests\.benchmark FOLDER ([a-z_]+)", text_of(document))
    }
    assert named
    assert named <= set(NAMES)
    assert set(places(text_of("models.md"))) <= set(NAMES)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_documents_know_one_order_of_the_command(document):
    for rest in re.findall(r"tests\.benchmark (\S+)", text_of(document)):
        assert rest.strip("`.,:").startswith("FOLDER")


@pytest.mark.parametrize("name", NAMES)
def test_every_benchmark_has_a_main(name):
    source = ROOT / "tests" / "benchmark" / f"{name}.py"
    source = source if source.is_file() else source.with_suffix("") / "__init__.py"
    assert re.search(r"^def main\(folder\b", source.read_text(encoding="utf-8"), re.MULTILINE)


def test_unknown_names_and_folders_are_refused(tmp_path, capsys):
    (tmp_path / "dev").mkdir()
    assert parsed([str(tmp_path), NAMES[0], NAMES[1]]).names == [NAMES[0], NAMES[1]]
    for arguments in ([str(tmp_path), "astrology"], [str(tmp_path / "dev")]):
        with pytest.raises(SystemExit):
            parsed(arguments)
    assert "astrology" in capsys.readouterr().err


def test_tables_are_put_between_their_marks(tmp_path):
    path = tmp_path / "figures.md"
    path.write_text(
        "before\n<!-- benchmark: words -->\nold\n<!-- /benchmark -->\n<!-- benchmark: names -->\n<!-- /benchmark -->\n",
        encoding="utf-8",
    )
    write(path, "words", "\n| new |\n")
    assert path.read_text(encoding="utf-8") == (
        "before\n<!-- benchmark: words -->\n\n| new |\n\n<!-- /benchmark -->\n"
        "<!-- benchmark: names -->\n<!-- /benchmark -->\n"
    )


@pytest.mark.parametrize(
    "text",
    ["nothing", "<!-- benchmark: words -->\n", "<!-- benchmark: words -->\n<!-- benchmark: names -->\n<!-- /benchmark -->"],
)  # fmt: skip
def test_marks_that_do_not_close_are_refused(text):
    with pytest.raises(ValueError, match="words"):
        put(text, "words", "| new |")


def test_a_table_is_markdown(capsys):
    print_table(("what", "share"), [("a|b", figure(0.5)), ("3 c", figure(None))])
    assert (
        capsys.readouterr().out.strip()
        == "| what | share |\n|---|--:|\n| a/b | 0.500 |\n| 3 c | – |"
    )  # fmt: skip


def test_strict_lax_and_one_sided():
    gold = [([0], [0]), ([1, 2], [1]), ([3], []), ([4], [2])]
    found = [Found((0,), (0,)), Found((1,), (1,)), Found((2,), ()), Found((3,), ()), Found((4,), (3,))]
    tally = Tally()
    tally.add(gold, found)
    assert (tally.strict, tally.found, tally.gold) == (1, 3, 3)
    assert tally.f1 == pytest.approx(1 / 3)
    assert tally.lax_f1 == pytest.approx(2 / 3)
    assert tally.one_sided_f1 == pytest.approx(2 / 3)


def test_calibration_error():
    calibration = Calibration()
    calibration.add([([0], [0]), ([1], [1])], [Found((0,), (0,), 0.95), Found((1,), (2,), 0.65)])
    assert calibration.error == pytest.approx((0.05 + 0.65) / 2)


@pytest.mark.parametrize("seed", range(10))
def test_moved_passages_keep_their_counterparts(seed):
    document, gold = move(numbered(60), random.Random(seed))  # noqa: S311
    for source, target in document.beads:
        assert [document.source[i].split()[1] for i in source] == [
            document.target[j].split()[1] for j in target
        ]
    assert sorted(document.target) == sorted(numbered(60).target)
    crossing = [second[1] < first[1] for first, second in pairwise(document.beads)]
    assert 1 <= len(gold) <= 10
    assert any(crossing)
    perfect = [Found(tuple(a), tuple(b), moved=(a, b) in gold) for a, b in document.beads]
    assert counted(gold, perfect) == (2 * len(gold),) * 3
    assert counted(gold, [Found(tuple(a), tuple(b), moved=True) for a, b in document.beads])[0] == 2 * len(
        gold
    )


def test_a_document_too_short_has_no_moves():
    assert move(numbered(3), random.Random(0)) is None  # noqa: S311


@pytest.mark.parametrize("seed", range(5))
def test_padding_adds_one_sided_sentences_only(seed):
    foreign = {
        language: [f"{language} {index} word word" for index in range(50)] for language in ("ar", "fr")
    }
    document = padded(numbered(20), foreign, random.Random(seed))  # noqa: S311
    added = len(document.source) + len(document.target) - 40
    assert 5 <= added <= 40
    assert sum(not (a and b) for a, b in document.beads) == added
    assert 1 <= real_gaps(document.beads) <= 2
    for source, target in document.beads:
        if source and target:
            assert document.source[source[0]].split()[1] == document.target[target[0]].split()[1]


@pytest.mark.parametrize("seed", range(5))
def test_made_documents_have_every_sentence_in_one_bead(seed):
    rows = [(f"واحد، {number}، اثنان", f"un, {number}, deux") for number in range(100)]
    edits = Edits(merged=0.4, cut=0.4, lost=0.1, strange=0.1)
    document = make("made", rows, ("ar", "fr"), edits, random.Random(seed), [("غريب", "étrange")])  # noqa: S311
    for side, texts in ((0, document.source), (1, document.target)):
        assert [index for bead in document.beads for index in bead[side]] == list(range(len(texts)))
    for source, target in document.beads:
        if source and target:
            numbers = [
                re.findall(r"\d+", " ".join(text)) for text in
                ([document.source[i] for i in source], [document.target[j] for j in target])
            ]  # fmt: skip
            assert numbers[0] == numbers[1]


class Letters:
    """An encoder that counts three letters."""

    def sums(self, texts):
        return np.array([[text.count(letter) for letter in "abP"] for text in texts], dtype=np.float32)


def test_peers_get_the_vectors_of_whole_runs():
    vectors = RunVectors((["a", "b a", "b"], ["a b"]), Letters())
    assert vectors.encode(["a b a", "b", "a b a b", "PAD"]).tolist() == [
        [2, 1, 0],
        [0, 1, 0],
        [2, 2, 0],
        [0, 0, 1],
    ]


def test_every_main_can_be_imported():
    assert all(callable(import_module(f"tests.benchmark.{name}").main) for name in NAMES)
