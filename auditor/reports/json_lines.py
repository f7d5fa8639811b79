"""JSON as every report writes it: UTF-8 as it is, one line for each item of a list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def compact(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def document(fields: dict[str, Any]) -> str:
    """An object with each field on a line of its own, and each item of a list that is a field as well."""
    return "{\n" + ",\n".join(f' "{name}": {_field(value)}' for name, value in fields.items()) + "\n}\n"


def _field(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    return _list(value) if isinstance(value, list) and value else compact(value)


def _list(items: Iterable[Any]) -> str:
    return "[\n" + ",\n".join(f"  {compact(item)}" for item in items) + "\n ]"


def rounded(value: float | None) -> float | None:
    """Four decimals, which is more than any of our models knows."""
    return None if value is None else round(float(value), 4) + 0.0
