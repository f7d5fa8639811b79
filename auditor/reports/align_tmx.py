"""The alignment as a translation memory: TMX 1.4b (LISA/GALA), pairs with both sides only."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from auditor.bitext import Bitext, Pair, Passage
from auditor.reports import View
from auditor.reports.shown_text import in_xml
from auditor.version import __version__

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
 <header creationtool="auditor" creationtoolversion={version} segtype="sentence" o-tmf="auditor" \
adminlang="en" srclang={language} datatype="plaintext"/>
 <body>
"""


def write(bitext: Bitext, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    head = _HEAD.format(version=quoteattr(__version__), language=quoteattr(bitext.source.language))
    units = [_unit(pair, pair.source, pair.target) for pair in bitext.pairs if pair.source and pair.target]
    return f"{head}{''.join(units)} </body>\n</tmx>\n"


def _unit(pair: Pair, source: Passage, target: Passage) -> str:
    note = f'<prop type="x-confidence">{pair.confidence:.4f}</prop>'
    return f"  <tu>{note}\n{_variant(source)}{_variant(target)}  </tu>\n"


def _variant(passage: Passage) -> str:
    text = escape(in_xml(passage.text))
    return f"   <tuv xml:lang={quoteattr(passage.language)}><seg>{text}</seg></tuv>\n"
