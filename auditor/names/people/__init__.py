"""Persons: their names word by word, with titles and words added, and parts taken for words."""
