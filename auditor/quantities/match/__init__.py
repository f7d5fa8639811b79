"""Which quantity of one side stands for which of the other, and when two say the same."""
