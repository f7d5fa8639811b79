"""Web pages, Markdown and Word documents: their text, and where it stands in the file."""

import io
import zipfile
from itertools import pairwise

import docx
import pytest

from auditor.bitext import Document
from auditor.errors import ReadError
from auditor.readers import read_file

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><title>Le port reçoit de nouveaux navires</title><style>p { color: red }</style></head>
<body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li><li>Abonnez-vous</li></ul></nav>
<main><article>
<h1>Le port reçoit de nouveaux navires</h1>
<p>La direction générale des ports a annoncé jeudi que le port
   avait reçu quatre navires d&rsquo;une charge de <b>18 000 tonnes</b>, ce qui ne s&#8217;était pas vu depuis dix ans.</p>
<script>var teaser = "Lire aussi";</script>
<p>Le directeur a dit que cela n&#x2019;&eacute;tait qu&#39;un d&eacute;but, et que le port accueillerait
l&rsquo;an prochain davantage de navires venus d&rsquo;Europe et d&rsquo;Afrique de l&rsquo;Ouest.</p>
</article></main>
<section id="comments"><h2>Commentaires</h2><form><textarea>Votre avis</textarea></form><p>Bravo !</p></section>
<footer><p>Tous droits réservés. Mentions légales.</p></footer>
</body></html>
"""
MARKDOWN = """---
title: Une note
---
# Le port reçoit **de nouveaux** navires

La direction a annoncé [jeudi](https://example.org/jeudi) que
le port avait reçu `quatre` navires. ![un navire](navire.png)

- premier point
- second point

```python
print("du code")
```

| année | tonnes |
|---|--:|
| 2025 | 18 000 |
"""


def read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = read_file(str(path), warn=pytest.fail)
    return Document(found.name, "fr", found.text, found.anchors)


def place(document, quote):
    start = document.text.index(quote)
    passage = document.passage(start, start + len(quote))
    return passage.line, passage.column


def test_a_web_page_is_its_main_text(tmp_path):
    document = read(tmp_path, "page.html", PAGE)
    assert document.text.startswith("Le port reçoit de nouveaux navires\nLa direction générale des ports")
    assert document.text.count("Le port reçoit de nouveaux navires") == 1
    assert "18 000 tonnes, ce qui ne s’était pas vu" in document.text
    for teaser in ("Accueil", "Abonnez-vous", "Lire aussi", "Bravo", "Votre avis", "droits", "color"):
        assert teaser not in document.text


def test_places_in_a_web_page_are_those_of_the_file(tmp_path):
    document = read(tmp_path, "page.html", PAGE)
    assert place(document, "Le port reçoit") == (6, 5)
    assert place(document, "La direction") == (7, 4)
    assert place(document, "Le directeur")[0] == 10
    assert [one.offset < other.offset for one, other in pairwise(document.anchors)] == [True, True]


def test_a_web_page_without_a_text_is_refused(tmp_path):
    with pytest.raises(ReadError, match=r"empty\.html: no main text"):
        read(tmp_path, "empty.html", "<html><head><title>x</title></head><body></body></html>")


def test_an_arabic_page(tmp_path):
    text = "أعلنت المديرية العامة للموانئ يوم الخميس أن الميناء استقبل أربع سفن بحمولة بلغت ثمانية عشر ألف طن من الحبوب."
    page = f"<html><head><title>ميناء</title></head><body><article><p>{text}</p><p>{text[::1]} {text}</p></article></body></html>"
    path = tmp_path / "ar.html"
    path.write_bytes(page.encode("cp1256"))
    warnings = []
    assert text in read_file(str(path), warn=warnings.append).text
    assert len(warnings) == 1


def test_markdown_is_what_a_reader_sees(tmp_path):
    document = read(tmp_path, "note.md", MARKDOWN)
    assert document.text.split("\n") == [
        "Le port reçoit de nouveaux navires",
        "La direction a annoncé jeudi que le port avait reçu quatre navires.",
        "premier point",
        "second point",
        "année",
        "tonnes",
        "2025",
        "18 000",
    ]
    assert place(document, "Le port") == (4, 1)
    assert place(document, "quatre") == (7, 20)
    assert place(document, "second") == (10, 1)


def test_markdown_without_text_is_refused(tmp_path):
    with pytest.raises(ReadError, match="no text"):
        read(tmp_path, "code.md", "```\nprint()\n```\n")


def word(tmp_path):
    document = docx.Document()
    document.add_heading("Le port", 1)
    document.add_paragraph("")
    document.add_paragraph("La direction a annoncé").add_run(" jeudi.").bold = True
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Tonnage"
    table.cell(1, 0).text, table.cell(1, 1).text = "2025", "18 000"
    document.add_paragraph("Fin.")
    data = io.BytesIO()
    document.save(data)
    return read(tmp_path, "note.docx", data.getvalue())


def test_a_word_document(tmp_path):
    document = word(tmp_path)
    assert document.text == "Le port\nLa direction a annoncé jeudi.\nTonnage\n2025\n18 000\nFin."
    assert place(document, "La direction") == (3, 1)
    assert place(document, "Fin") == (7, 1)


def broken_word(text):
    """A Word document whose text part holds something else; None damages the archive instead."""
    document, data, changed = docx.Document(), io.BytesIO(), io.BytesIO()
    document.save(data)
    if text is None:
        raw = bytearray(data.getvalue())
        start = raw.find(b"word/document.xml") + 30
        raw[start : start + 30] = b"\xff" * 30
        return bytes(raw)
    with zipfile.ZipFile(data) as whole, zipfile.ZipFile(changed, "w") as kept:
        for name in whole.namelist():
            kept.writestr(name, text if name == "word/document.xml" else whole.read(name))
    return changed.getvalue()


@pytest.mark.parametrize("text", [b"<a", b"<a/>", b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>', None])  # fmt: skip
def test_a_damaged_word_document_is_refused(tmp_path, text):
    with pytest.raises(ReadError, match=r"not a Word document \(DOCX\)"):
        read(tmp_path, "note.docx", broken_word(text))


@pytest.mark.parametrize("lead", ["<![if IE]>", "</script>", "<![CDATA[x]]>"])
def test_what_is_no_html_does_not_stop_the_reading(tmp_path, lead):
    text = (
        "La direction du port a annoncé jeudi que quatre navires attendent devant le terminal des céréales."
    )
    page = f"<html><body><script>let x</script>{lead}<article>\n<p>{text}</p>\n<p>{text}</p></article><script>{text}</script></body></html>"
    document = read(tmp_path, "page.html", page)
    assert place(document, "La direction") == (2, 4)


@pytest.mark.parametrize("data", [b"not a zip", b"PK\x03\x04 broken"])
def test_what_is_no_word_document_is_refused(tmp_path, data):
    with pytest.raises(ReadError, match=r"not a Word document \(DOCX\)"):
        read(tmp_path, "note.docx", data)
