"""Errors that the user can mend; whatever else is raised is a bug and shows a traceback."""


class AuditorError(Exception):
    """What is wrong, where, and what is possible, in one line."""


class ReadError(AuditorError):
    """An input that cannot be read: missing, empty, binary, of no known encoding or format."""


class LanguageError(AuditorError):
    """A language that is not supported, or the same language on both sides."""


class ModelError(AuditorError):
    """An embedding model that is missing, unreachable or unusable."""


class TermBaseError(AuditorError):
    """A term base that cannot be read; the message names file and line."""


class ConfigError(AuditorError):
    """An unknown option, code, format or value; the message names what is known."""


class WriteError(AuditorError):
    """A report that cannot be written to the place asked for."""


class DecisionsError(AuditorError):
    """A file of decisions or of known findings that cannot be read; the message names file and entry."""


class ReviewError(AuditorError):
    """A review page that cannot be served."""


class FeedError(AuditorError):
    """A feed, an article of it or a state file that cannot be had or read."""
