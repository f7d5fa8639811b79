"""Names without a counterpart and words without a source: what may stand for what, and how sure it is that a name was lost."""
