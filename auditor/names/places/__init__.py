"""Places: taken for words or for each other, misspelled, named by their kind alone."""
