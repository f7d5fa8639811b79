"""What was audited before: a small file, so that a scheduled run reports only what is new or has changed."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from auditor.errors import FeedError

SCHEMA = "auditor.feeds/1"


def read_state(file: Path) -> dict[str, str]:
    """Digests by the names of pairs; nothing where there is no file yet. Raises FeedError for what is no such file."""
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise FeedError(f"{file}: not readable: {error}") from error
    audited = table.get("audited") if isinstance(table, dict) and table.get("schema") == SCHEMA else None
    if not isinstance(audited, dict) or not all(isinstance(value, str) for value in audited.values()):
        raise FeedError(f"{file}: not a state file: its schema is not {SCHEMA}")
    return audited


def written(audited: dict[str, str]) -> str:
    return (
        json.dumps({"schema": SCHEMA, "audited": audited}, ensure_ascii=False, indent=1, sort_keys=True)
        + "\n"
    )


def digest(source: str, target: str, signature: str) -> str:
    """What a pair's audit depends on: both texts, and what it was audited with."""
    return sha256(f"{source}\0{target}\0{signature}".encode()).hexdigest()[:16]
