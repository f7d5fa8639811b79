"""Which stretches of a text are in another language than the text."""

from auditor.language_runs.reading import Run, read_runs

__all__ = ["Run", "read_runs"]
