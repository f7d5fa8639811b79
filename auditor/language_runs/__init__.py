"""Which stretches of a text are in another language than the text."""

from auditor.language_runs.joining import by_language, join_runs
from auditor.language_runs.naming import language_name
from auditor.language_runs.reading import Run, read_runs

__all__ = ["Run", "by_language", "join_runs", "language_name", "read_runs"]
