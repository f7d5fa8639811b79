"""Whether a Latin word spells an Arabic one, by letters, sounds and conventions."""
