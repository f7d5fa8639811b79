"""Training on a made-up corpus gives a folder that loads and has learned, and the same bytes each time."""

import gzip

import numpy as np
import pytest

from auditor.embedding.static import StaticModel
from auditor.errors import AuditorError
from auditor.training.__main__ import main
from auditor.training.corpora import clean, examples, is_translation

WORDS = {
    "ar": ["الملك", "وصل", "مدينة", "جديدة", "الوزير", "غادر", "السوق", "قديم", "النهر", "جسر"],
    "fr": ["roi", "arrive", "ville", "nouvelle", "ministre", "part", "marché", "ancien", "fleuve", "pont"],
    "en": ["king", "arrives", "city", "new", "minister", "leaves", "market", "old", "river", "bridge"],
}


def write(path, header, rows):
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in (header, *rows))


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    draw = np.random.default_rng(1)
    drawn = [draw.permutation(10)[: draw.integers(3, 7)] for _ in range(300)]
    for left, right in (("ar", "en"), ("ar", "fr"), ("fr", "en")):
        rows = [
            (*(" ".join(WORDS[side][place] for place in places) for side in (left, right)), "udhr")
            for places in drawn
        ]
        write(folder / "train" / f"{left}-{right}.tsv.gz", (left, right, "corpus"), rows)
    entries = [
        (kind, *words) for kind, words in zip("abcdefghij", zip(*WORDS.values(), strict=True), strict=True)
    ]
    write(folder / "lexicon" / "cldr.tsv.gz", ("kind", "ar", "fr", "en"), entries)
    return folder


def train(
    data, out, options="--vocabulary 400 --dimensions 16 --steps 200 --batch 32 --words 9 --word-steps 50"
):
    assert main(["model", str(data), str(out), *options.split()]) == 0
    return {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_trained_twice_the_same_bytes_and_it_has_learned(data, tmp_path):
    assert train(data, tmp_path / "one") == train(data, tmp_path / "two")
    model = StaticModel(tmp_path / "one")
    arabic, french, english = (model.encode(words) for words in WORDS.values())
    for one, other in ((arabic, french), (arabic, english), (french, english)):
        assert ((one @ other.T).argmax(axis=1) == np.arange(10)).mean() >= 0.8


def test_training_goes_on_from_a_folder(data, tmp_path):
    train(
        data,
        tmp_path / "first",
        "--vocabulary 40 --dimensions 16 --steps 5 --batch 32 --words 0 --word-steps 0",
    )
    options = f"--start {tmp_path / 'first'} --words 5 --word-steps 20 --batch 32"
    written = [
        train(data, tmp_path / name, f"{options} {more}")
        for name, more in (("all", ""), ("half", "--share 0.5"))
    ]
    first, second = (StaticModel(tmp_path / name).encode(["roi marché"]) for name in ("first", "all"))
    assert first.shape == second.shape
    assert first @ second.T < 0.999
    assert written[0] != written[1]


def test_missing_data(tmp_path, caplog):
    assert main(["model", str(tmp_path), str(tmp_path / "out")]) == 2
    assert "ar-en.tsv.gz" in caplog.text


def test_missing_training():
    with pytest.raises(SystemExit):
        main(["nonsense"])


def test_each_example_once(tmp_path):
    rows = [
        ("وصل الملك إلى المدينة", "Le roi arrive en ville", "udhr"),
        ("وصل الملك إلى المدينة.", "le roi arrive en ville !", "odoo"),
    ]
    write(tmp_path / "train" / "ar-fr.tsv.gz", ("ar", "fr", "corpus"), rows)
    (only,) = examples(tmp_path, "ar", "fr")
    assert (only.left, only.times, only.is_entry) == ("وصل الملك إلى المدينة", 3.0, False)


def test_missing_table(tmp_path):
    with pytest.raises(AuditorError, match="no such file"):
        examples(tmp_path, "fr", "en")


def test_markup_is_cleaned_away():
    assert clean("<b>Bonjour</b> %{name}, voir https://example.org/a ici&nbsp;!") == "Bonjour , voir ici !"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("وصل الملك إلى المدينة", "Le roi est arrivé en ville", True),
        ("وصل الملك إلى المدينة", "وصل الملك إلى المدينة", False),
        ("Save file", "Enregistrer le fichier", False),
        ("نعم", "Oui, mais à la condition que tous les membres de la commission soient d'accord", False),
        ("٢٠٢٤", "2024", False),
    ],
)
def test_what_counts_as_a_translation(left, right, verdict):
    assert is_translation(left, right, "ar") is verdict
