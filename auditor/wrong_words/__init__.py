"""Words of the translation that stand for another word of the original than they should, where no term base knows it.

Imported lazily: it loads numpy and the translation lexicon.
"""

from auditor.wrong_words.suspects import Suspect, lone_suspects, recurring_suspects

__all__ = ["Suspect", "lone_suspects", "recurring_suspects"]
