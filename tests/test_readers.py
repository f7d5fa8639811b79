"""Documents and pairs as they come from disk: encodings, what is refused, what is skipped."""

import io
from types import SimpleNamespace

import pytest

from auditor.errors import ReadError
from auditor.readers import document_name, read_file
from auditor.readers.pairs import read_pairs
from auditor.readers.records import BadLine, PairRecord

ARABIC = "قال الوزير، يوم الثلاثاء، إن الميزانية ارتفعت بنسبة 4 في المئة."
FRENCH = "Le ministre a déclaré mardi que le budget s’élevait à 4 % de plus : « C’est un début. »"


def read(path):
    warnings = []
    return read_file(str(path), warn=warnings.append).text, warnings


@pytest.fixture
def on_disk(tmp_path):
    def write(data, name="text.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_keeps_everything_but_the_mark(on_disk, encoding):
    text = f"{ARABIC}\r\n\u200f{FRENCH}\r\n\r\nfin\f\u2028\n"
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert read(on_disk(mark + text.encode(encoding))) == (text, [])


def test_only_one_mark_is_taken_off(on_disk):
    assert read(on_disk("\ufeff\ufeffdeux".encode()))[0] == "\ufeffdeux"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (ARABIC, "cp1256", "Windows-1256"),
        ("قال", "cp1256", "Windows-1256"),
        ("Société المغرب للاتصالات", "cp1256", "Windows-1256"),
        (FRENCH, "cp1252", "Windows-1252"),
        ("Société Générale – Été 2025 à Évry\n", "cp1252", "Windows-1252"),
        ("ÉDITION SPÉCIALE À L’ÎLE", "cp1252", "Windows-1252"),
        ("The minister’s “new” plan", "cp1252", "Windows-1252"),
    ],
)
def test_windows_code_pages_are_told_apart_and_named(on_disk, text, encoding, name):
    path = on_disk(text.encode(encoding))
    assert read(path) == (text, [f"{path}: not UTF-8, read as {name}"])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\r\n \u00a0\t\n".encode(), "empty"),
        ("\ufeff\u200b \u200b\n".encode("utf-16"), "empty"),
        (b"text\0text", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"\xff\xfea", "UTF-16"),
        ("Привет, как дела? Хорошо".encode("cp1251"), "neither UTF-8"),
        (bytes(each * 73 % 255 + 1 for each in range(400)), "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(on_disk, data, reason):
    with pytest.raises(ReadError, match=reason) as caught:
        read(on_disk(data))
    assert "text.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_and_folder(tmp_path):
    with pytest.raises(ReadError, match=r"nowhere\.txt: No such file"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(ReadError, match="directory"):
        read(tmp_path)


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"ligne\r\n")))
    assert read("-") == ("ligne\r\n", [])
    assert document_name("-") == "standard input"
    assert document_name("articles/original.ar.txt") == "original.ar.txt"


JSON_LINES = """
{"id": 7, "source": "نعم", "target": "oui", "target_language": "fr", "note": "ignored"}

{"id": "8", "source": "لا"}
not json
[1]
{"id": "9", "source": "لا", "target": 3}
{"id": "10", "source": "لا", "target": "\\ud83d"}
{"id": "11", "source": "لا", "target": " "}
{"id": "12", "source": "لا", "target": "non", "target_language": "de"}
{"id": [1], "source": "لا", "target": "non"}
{"source": "لا", "target": "non", "reference": null}
"""


def test_json_lines_name_each_bad_line_and_go_on(on_disk):
    found = list(read_pairs(str(on_disk(JSON_LINES.encode(), "pairs.jsonl"))))
    assert found[0] == PairRecord(2, 7, "نعم", "oui", target_language="fr")
    assert found[-1] == PairRecord(12, "12", "لا", "non")
    reasons = [(bad.line, bad.error) for bad in found[1:-1] if isinstance(bad, BadLine)]
    assert [line for line, _ in reasons] == [4, 5, 6, 7, 8, 9, 10, 11]
    for (_, error), words in zip(
        reasons,
        ["missing", "JSON", "object", "target must", "surrogate", "empty", "'de'", "id must"],
        strict=True,
    ):
        assert words in error


def test_undecodable_line_is_one_bad_line(on_disk):
    rows = [
        b'{"source": "a", "target": "b"}',
        b'{"source": "\xff", "target": "b"}',
        b'{"source": "c", "target": "d"}',
    ]
    found = list(read_pairs(str(on_disk(b"\n".join(rows), "pairs.jsonl"))))
    assert [type(each) for each in found] == [PairRecord, BadLine, PairRecord]


def test_deep_nesting_is_a_bad_line(on_disk):
    rows = b"[" * 200_000 + b'\n{"source": "c", "target": "d"}'
    assert [type(each) for each in read_pairs(str(on_disk(rows, "pairs.jsonl")))] == [BadLine, PairRecord]


def test_tsv_takes_quotation_marks_as_text(on_disk):
    text = '\ufeffid\tsource\ttarget\tsource_language\r\n1\tنعم\t"oui" dit-il\t\r\n2\tلا\r\n\r\n3\ta\tb\tar\tx\r\n'
    assert list(read_pairs(str(on_disk(text.encode(), "pairs.tsv")))) == [
        PairRecord(2, "1", "نعم", '"oui" dit-il'),
        BadLine(3, "target is missing"),
        BadLine(5, "5 fields under a header of 4"),
    ]


def test_csv_fields_may_hold_commas_and_line_breaks(on_disk):
    text = 'Target,Source,id\n"oui, ""enfin""\nd\'accord",نعم,1\n"a"b,c,2\nnon,لا,3\n'
    found = list(read_pairs(str(on_disk(text.encode(), "pairs.csv"))))
    assert found[0] == PairRecord(2, "1", "نعم", 'oui, "enfin"\nd\'accord')
    assert isinstance(found[1], BadLine)
    assert found[2] == PairRecord(5, "3", "لا", "non")


@pytest.mark.parametrize(
    "text", ['{"source": "a", "target": "b"}\n', "source\ttarget\na\tb\n", "source,target\na,b\n"]
)
def test_standard_input_is_known_by_its_first_line(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    (found,) = read_pairs("-")
    assert (found.source, found.target) == ("a", "b")


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "pairs.jsonl", "no pairs"),
        (b"\n \n", "pairs.jsonl", "no pairs"),
        (b"id\tsource\n", "pairs.tsv", "no column target"),
        (b"\x89PNG\r\n\0\0", "pairs.csv", "header|binary"),
        (b"\xff\xfe{\0", "pairs.jsonl", "binary"),
    ],
)
def test_files_without_pairs_are_refused(on_disk, data, name, reason):
    with pytest.raises(ReadError, match=reason):
        list(read_pairs(str(on_disk(data, name))))


def test_missing_pairs_are_noticed_at_once(tmp_path):
    with pytest.raises(ReadError, match="No such file"):
        read_pairs(str(tmp_path / "none.jsonl"))
