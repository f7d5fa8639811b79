"""What is known of words and places by lists: which are names, what places are called, what names mean."""
