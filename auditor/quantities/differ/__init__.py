"""What differs between the two sides, one kind a file, and how sure each kind is."""
