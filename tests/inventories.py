"""Small inventories of senses, of the lines that a test gives."""

from auditor.terms.inventory import read_inventory

HEADER = "ar\twhen\tfr\ten"


def inventory_words(folder, *lines):
    """The words that a file of these lines has, written into a folder."""
    path = folder / "words.tsv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return read_inventory([path])
