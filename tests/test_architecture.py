"""The shape of the house: imports point one way, third-party packages have one room each, files stay small."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "auditor"

# A module imports from earlier ranks, or from siblings in its own room.
RANKS = (
    {"collection", "errors", "forest", "odds", "stored", "version"},
    {"bitext", "languages", "folding"},
    {"clitics", "findings", "readers"},
    {"detect", "embedding", "segmentation", "quantities", "terms"},
    {"language_runs", "word_alignment"},
    {"damage"},
    {"consistency", "gaps", "names", "wrong_words"},
    {"alignment", "missing_words", "polarity", "wrong_senses"},
    {"institutions"},
    {"together", "wrong_renderings"},
    {"evidence"},
    {"checks"},
    {"score", "fingerprints", "quality", "reconciliation"},
    {"audits", "config", "documents"},
    {"baseline", "decisions", "gathering", "reference", "settings"},
    {"feeds", "pipeline"},
    {"reports"},
    {"review"},
    {"training", "cli"},
    {"__init__", "__main__"},
)
RANK = {room: rank for rank, rooms in enumerate(RANKS) for room in rooms}

# The rooms within a room, in the same order; what is beside them may be imported by all, or imports all.
FLOORS = {
    "names": ("words", "spelling", "pair", "slots", "people", "places"),
    "quantities": ("read", "match", "differ"),
}

# Third-party package: the modules or rooms that may import it.
HOMES = {
    "charset_normalizer": {"readers"},
    "defusedxml": {"terms", "readers"},
    "feedparser": {"feeds"},
    "docx": {"readers", "reports"},
    "langdetect": {"detect"},
    "markdown_it": {"readers"},
    "polib": {"readers"},
    "pyarrow": {"readers"},
    "rich": {"reports"},
    "sacrebleu": {"reference"},
    "safetensors": {"embedding", "training"},
    "sentence_transformers": {"embedding", "training"},
    "tokenizers": {"embedding", "training"},
    "torch": {"training"},
    "trafilatura": {"readers"},
    "transformers": {"embedding"},
    "scipy": {"feeds", "training"},
    "typer": {"cli"},
}
ANYWHERE = {"numpy"}  # the numeric rooms; never on the way to --version, which test_light_imports proves

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imports_of(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            found.append((node.lineno, node.module or ""))
        elif isinstance(node, ast.Import):
            found.extend((node.lineno, alias.name) for alias in node.names)
    return found


def test_every_room_has_a_rank():
    assert {room_of(path) for path in MODULES} <= set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path):
    room = room_of(path)
    for line, name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "auditor":
            other = parts[1] if len(parts) > 1 else "__init__"
            assert other == room or RANK[other] < RANK[room], f"{path}:{line}: {room} must not import {other}"
        elif parts[0] not in sys.stdlib_module_names and parts[0] not in ANYWHERE:
            assert room in HOMES.get(parts[0], set()), f"{path}:{line}: {parts[0]} has no home in {room}"


@pytest.mark.parametrize("room", FLOORS)
def test_imports_within_a_room_point_one_way(room):
    floors = FLOORS[room]
    folders = {path.name for path in (PACKAGE / room).iterdir() if (path / "__init__.py").exists()}
    assert folders == set(floors)
    for path in (PACKAGE / room).rglob("*/*.py"):
        floor = path.parent.name
        for line, name in imports_of(path):
            parts = name.split(".")
            if parts[:2] == ["auditor", room] and parts[2:3] and parts[2] in floors:
                assert floors.index(parts[2]) <= floors.index(floor), (
                    f"{path}:{line}: {floor} imports {parts[2]}"
                )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_stay_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 260


@pytest.mark.parametrize(
    ("command", "forbidden"),
    [
        ("import auditor", ("numpy", "torch", "tokenizers", "rich", "typer", "langdetect")),
        ("import auditor.checks", ("torch", "tokenizers", "rich", "langdetect", "sentence_transformers")),
    ],
)
def test_light_imports(command, forbidden):
    code = f"{command}; import sys; print(*sorted(set(sys.modules) & set({forbidden!r})))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
