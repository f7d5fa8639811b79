"""News feeds: what they hold, which article of one is the translation of which of another, what was audited before."""
