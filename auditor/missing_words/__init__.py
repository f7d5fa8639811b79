"""Words that fell out of a sentence of the translation, which limps without them: “he on shows such as Taxi”.

Imported lazily: it loads numpy and the translation lexicon.
"""

from auditor.missing_words.missing import MissingWord, missing_words

__all__ = ["MissingWord", "missing_words"]
