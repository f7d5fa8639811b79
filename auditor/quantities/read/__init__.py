"""Reads quantities: from the stretches of a text to numbers, dates, times and ranges with their values and roles."""
