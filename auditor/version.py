"""The version of the package, on its own so that whoever signs a report need not import more."""

__version__ = "0.1.0"
