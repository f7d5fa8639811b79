"""One pair of sides, word by word: what is a name, what stands for it, which words are sure."""
