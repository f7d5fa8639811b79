"""Which original goes with which translation."""

import pytest

from auditor.errors import ReadError
from auditor.readers.pairing import FilePairs, file_pairs


@pytest.fixture
def tree(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def make(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x", encoding="utf-8")

    return make


def test_two_files_are_a_pair_even_if_they_are_missing():
    assert file_pairs("a.txt", "b.txt") == FilePairs((("a.txt", "b.txt"),))
    assert file_pairs("-", "b.txt") == FilePairs((("-", "b.txt"),))


def test_patterns(tree):
    tree("news/b.ar.txt", "news/b.fr.txt", "news/a.ar.txt", "news/a.fr.txt", "news/c.ar.txt", "news/a.en.txt")
    found = file_pairs("news/*.ar.txt", "news/*.fr.txt")
    assert found.pairs == (("news/a.ar.txt", "news/a.fr.txt"), ("news/b.ar.txt", "news/b.fr.txt"))
    assert found.alone == ("news/c.ar.txt",)
    assert file_pairs("./news/*.ar.txt", "news/*.en.txt").pairs == (("news/a.ar.txt", "news/a.en.txt"),)


def test_patterns_over_folders_and_in_the_working_folder(tree):
    tree("1/ar.txt", "1/fr.txt", "2/ar.txt", "2/fr.txt", "x-ar.md", "x-fr.md")
    assert file_pairs("*/ar.txt", "*/fr.txt").pairs == (("1/ar.txt", "1/fr.txt"), ("2/ar.txt", "2/fr.txt"))
    assert file_pairs("x-*.md", "x-*.md").pairs == (("x-ar.md", "x-ar.md"), ("x-fr.md", "x-fr.md"))


def test_a_pattern_takes_brackets_as_they_are(tmp_path):
    for language in ("ar", "fr"):
        (tmp_path / "x [1]" / "y").mkdir(parents=True, exist_ok=True)
        (tmp_path / "x [1]" / "y" / f"a[2] (b).{language}.txt").write_text("x", encoding="utf-8")
    found = file_pairs(
        *(str(tmp_path / "x [1]" / "*" / f"a[2] (b).{language}.txt") for language in ("ar", "fr"))
    )
    assert len(found.pairs) == 1


def test_folders(tree):
    tree(
        "ar/one.ar.txt",
        "ar/deep/two.txt",
        "ar/.hidden",
        "fr/one.fr.txt",
        "fr/deep/two.txt",
        "fr/three.fr.txt",
    )
    found = file_pairs("ar", "fr")
    assert found.pairs == (("ar/deep/two.txt", "fr/deep/two.txt"), ("ar/one.ar.txt", "fr/one.fr.txt"))
    assert found.alone == ("fr/three.fr.txt",)


@pytest.mark.parametrize(
    ("sides", "named"),
    [
        (("ar", "fr/one.fr.txt"), "ar is a folder, fr/one.fr.txt a file"),
        (("ar/*.txt", "fr"), "a pattern, fr a folder"),
        (("ar/*.a*.txt", "fr/*.txt"), "has one"),
        (("ar", "both"), "which of them is meant"),
        (("ar", "other"), "none of 1 originals and 1 translations pair"),
    ],
)
def test_what_does_not_pair_is_named(tree, sides, named):
    tree("ar/one.ar.txt", "fr/one.fr.txt", "both/one.fr.txt", "both/one.en.txt", "other/two.txt")
    with pytest.raises(ReadError, match=named):
        file_pairs(*sides)
