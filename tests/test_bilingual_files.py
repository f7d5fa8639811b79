"""XLIFF, TMX, PO and Parquet as pairs."""

from dataclasses import replace

import pytest

import auditor
from auditor.errors import ReadError
from auditor.gathering import gathered
from auditor.readers.pairs import FILES, read_pairs
from auditor.readers.records import BadLine, PairRecord

XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="ar-MA" target-language="fr-MA"
 original="a" datatype="plaintext"><body><group>
<trans-unit id="u1"><source>ميناء <g id="1">جديد</g><ph id="2">{0}</ph></source><target>Un <g id="1">nouveau</g> port<ph id="2">{0}</ph></target></trans-unit>
<trans-unit id="u2"><source>لم يترجم</source></trans-unit>
<trans-unit id="u3"><source>واحد. اثنان.</source><seg-source><mrk mtype="seg" mid="0">واحد.</mrk> <mrk mtype="seg" mid="1">اثنان.</mrk></seg-source>
 <target><mrk mtype="seg" mid="0">Un.</mrk> <mrk mtype="seg" mid="1">Deux.</mrk></target></trans-unit>
</group></body></file></xliff>"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="ar" trgLang="fr"><file id="f">
<unit id="u1"><segment><source>ميناء <pc id="1">جديد</pc><ph id="2"/></source><target>Un <pc id="1">nouveau</pc> port</target></segment></unit>
<unit id="u2"><segment id="s1"><source>واحد.</source><target>Un.</target></segment><ignorable><source> </source></ignorable>
<segment><source>اثنان.</source><target>Deux.</target></segment><segment><source>ثلاثة.</source></segment></unit></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="ar"/><body>
<tu tuid="7"><tuv xml:lang="ar"><seg>ميناء <bpt i="1">&lt;b></bpt>جديد<ept i="1"/></seg></tuv><tuv xml:lang="fr-FR"><seg>Un nouveau port</seg></tuv>
<tuv xml:lang="en"><seg>A new port</seg></tuv><tuv xml:lang="de"><seg>Ein neuer Hafen</seg></tuv></tu>
<tu><tuv xml:lang="ar"><seg>وحده</seg></tuv></tu></body></tmx>"""
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: fr_MA\\n"

msgid "ميناء جديد"
msgstr "Un nouveau port"

#, fuzzy
msgid "مبهم"
msgstr "Flou"

msgid "سفينة"
msgid_plural "سفن"
msgstr[0] "un navire"
msgstr[1] "des navires"

msgid "لم يترجم"
msgstr ""
"""


def pairs(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_pairs(str(path)))


def test_xliff_1(tmp_path):
    assert pairs(tmp_path, "a.xlf", XLIFF_1) == [
        PairRecord(4, "u1", "ميناء جديد", "Un nouveau port", "ar", "fr"),
        PairRecord(6, "u3:0", "واحد.", "Un.", "ar", "fr"),
        PairRecord(6, "u3:1", "اثنان.", "Deux.", "ar", "fr"),
    ]


def test_lines_of_units_are_those_of_the_file(tmp_path):
    text = XLIFF_1.replace("<group>", "<group><!-- <trans-unit id='no'>\n</trans-unit> -->").replace(
        '"1.0"?', '"1.0" encoding="utf-16"?'
    )
    assert [each.line for each in pairs(tmp_path, "a.xlf", text.encode("utf-16"))] == [5, 7, 7]


def test_xliff_2(tmp_path):
    assert pairs(tmp_path, "a.xliff", XLIFF_2) == [
        PairRecord(2, "u1", "ميناء جديد", "Un nouveau port", "ar", "fr"),
        PairRecord(3, "u2:s1", "واحد.", "Un.", "ar", "fr"),
        PairRecord(3, "u2:2", "اثنان.", "Deux.", "ar", "fr"),
    ]


def test_tmx(tmp_path):
    assert pairs(tmp_path, "a.tmx", TMX) == [
        PairRecord(2, "7:fr", "ميناء جديد", "Un nouveau port", "ar", "fr"),
        PairRecord(2, "7:en", "ميناء جديد", "A new port", "ar", "en"),
    ]


def test_po(tmp_path):
    found = pairs(tmp_path, "a.po", PO)
    assert [(each.id, each.source, each.target, each.target_language) for each in found] == [
        ("ميناء جديد", "ميناء جديد", "Un nouveau port", "fr"),
        ("سفينة:0", "سفينة", "un navire", "fr"),
        ("سفينة:1", "سفن", "des navires", "fr"),
    ]
    assert [each.line for each in found] == [6, 13, 13]


def test_parquet(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = {
        "id": [7, 8],
        "source": ["ميناء", "ميناء"],
        "target": ["port", None],
        "target_language": ["fr", "fr"],
        "x": [1, 2],
    }
    file = tmp_path / "a.parquet"
    parquet.write_table(arrow.table(rows), file)
    assert list(read_pairs(str(file))) == [
        PairRecord(1, 7, "ميناء", "port", None, "fr"),
        BadLine(2, "target is missing"),
    ]
    parquet.write_table(arrow.table({"source": ["x"]}), file)
    with pytest.raises(ReadError, match="no column target"):
        list(read_pairs(str(file)))
    with pytest.raises(ReadError, match="not Parquet"):
        pairs(tmp_path, "b.parquet", b"PAR1 no")


@pytest.mark.parametrize("suffix", [".xlf", ".tmx"])
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("<html/>", "its root element is html"),
        ("<a>\n<b></a>", "a.*:2: not well-formed"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "entities"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path, suffix, text, named):
    with pytest.raises(ReadError, match=named):
        pairs(tmp_path, f"a{suffix}", text)


UNIT = '<{0}trans-unit id="1"><{0}source>ميناء</{0}source><{0}target>{1}</{0}target></{0}trans-unit>'
XLIFF = '<?xml version="1.0" encoding="{2}"?><{0}xliff {3} version="1.2"><{0}file>{1}</{0}file></{0}xliff>'


@pytest.mark.parametrize(
    ("prefix", "encoding"), [("", "utf-16-le"), ("", "utf-16-be"), ("", "utf-16"), ("é:", "utf-8")]
)
def test_units_are_found_in_any_encoding_and_under_any_prefix(tmp_path, prefix, encoding):
    names = f'xmlns{":" if prefix else ""}{prefix.rstrip(":")}="urn:oasis:names:tc:xliff:document:1.2"'
    text = XLIFF.format(prefix, "\n" + UNIT.format(prefix, "port"), encoding.partition("-le")[0].partition("-be")[0], names)  # fmt: skip
    (found,) = pairs(tmp_path, "a.xlf", text.encode(encoding))
    assert (found.line, found.target) == (2, "port")


def test_deep_markup_is_read(tmp_path):
    target = "<g>" * 3000 + "un" + "</g> port" * 3000
    (found,) = pairs(tmp_path, "a.xlf", XLIFF.format("", UNIT.format("", target), "utf-8", ""))
    assert found.target == "un" + " port" * 3000


def test_a_unit_of_a_memory_may_name_its_own_original(tmp_path):
    text = """<tmx version="1.4"><header srclang="en"/><body><tu srclang="ar">
    <tuv xml:lang="ar"><seg>ميناء</seg></tuv><tuv xml:lang="en"><seg>port</seg></tuv></tu></body></tmx>"""
    (found,) = pairs(tmp_path, "a.tmx", text)
    assert (found.source_language, found.target_language) == ("ar", "en")


def test_a_catalogue_is_not_taken_for_a_path(tmp_path):
    secret = tmp_path / "secret.po"
    secret.write_text('msgid "ميناء"\nmsgstr "port"\n', encoding="utf-8")
    with pytest.raises(ReadError, match="not a PO file"):
        pairs(tmp_path, "a.po", str(secret))


def test_a_damaged_table_is_named(tmp_path):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"source": ["ميناء"] * 999, "target": [f"port {i}" for i in range(999)]}), path)  # fmt: skip
    data = bytearray(path.read_bytes())
    data[10:2000] = b"\xff" * 1990
    path.write_bytes(data)
    with pytest.raises(ReadError, match=r"a\.parquet: damaged behind row 0"):
        list(read_pairs(str(path)))


def test_a_missing_file_is_named(tmp_path):
    for suffix in FILES:
        with pytest.raises(ReadError, match="No such file"):
            list(read_pairs(str(tmp_path / f"none{suffix}")))


def test_a_file_of_pairs_is_gathered_under_its_languages():
    checked = [
        auditor.check(source, target, select=["number"])
        for source, target in (("زار 18 دولة.", "Il a visité 81 pays."), ("زار 20 دولة.", "He visited 12 countries."), ("له 7 أبناء.", "Il a 9 fils."))
    ]  # fmt: skip
    checked = [
        replace(each, record=replace(each.record, line=line, id=f"u{line}"))
        for line, each in enumerate(checked, 4)
    ]
    french, english = gathered("a.xlf", checked, "signature")
    assert french.audit.bitext.target.text == "Il a visité 81 pays.\nIl a 9 fils."
    assert [(f.source.text, f.target.text, f.target.line) for f in french.audit.findings] == [
        ("18", "81", 4),
        ("7", "9", 6),
    ]
    assert french.units == ((0, "u4"), (21, "u6"))
    assert [pair.target.text for pair in english.audit.bitext.pairs] == ["He visited 12 countries."]
    assert english.audit.score.words == 4
