"""The public interface: what it exports, and that README.md tells the truth about it."""

import re
from pathlib import Path

import numpy as np
import pytest

import auditor
from auditor.checks import CHECKS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ORIGINAL = ROOT / "samples" / "igef-2025" / "original.ar.txt"
TRANSLATION = ROOT / "samples" / "igef-2025" / "translation.fr.txt"


def test_exported_members():
    public = {name for name, value in vars(auditor).items() if not name.startswith("_")}
    defined = {
        name for name in public if getattr(vars(auditor)[name], "__module__", "").startswith("auditor")
    }
    assert defined == set(auditor.__all__) - {"__version__"}


def test_audit_of_files():
    audit = auditor.audit(ORIGINAL, TRANSLATION, select=["acronym-changed"])
    assert [finding.target.text for finding in audit.findings] == ["GEF"]
    assert (audit.bitext.source.name, audit.bitext.target.language) == ("original.ar.txt", "fr")


def test_check_of_texts():
    checked = auditor.check("حضر 5 وزراء الاجتماع", "Quinze ministres ont assisté à la réunion")
    assert [finding.code for finding in checked.findings] == ["number-changed"]
    assert 0 <= checked.quality <= 1


def test_embeddings_are_unit_rows():
    rows = auditor.embed(["اجتمع المجلس", "Le conseil s’est réuni", "The council met"])
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(np.ones(3), abs=1e-5)


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (("اجتمع المجلس", "اجتمع المجلس"), "both in ar"),
        (("Le conseil s’est réuni hier soir à Rabat", "اجتمع المجلس"), "swapped"),
        (("...", "Le conseil"), "no text"),
    ],
)
def test_texts_that_cannot_be_audited(texts, message):
    with pytest.raises(auditor.AuditorError, match=message):
        auditor.audit_texts(*texts)


def test_reference_in_another_language():
    with pytest.raises(auditor.AuditorError, match="the reference is in ar"):
        auditor.audit(ORIGINAL, TRANSLATION, reference=ORIGINAL)


def test_unknown_check():
    with pytest.raises(auditor.AuditorError, match="did you mean code-switch"):
        auditor.audit_texts("نص", "texte", select=["code-swich"])


def test_readme_example():
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    printed = []
    exec(example.replace("samples/", f"{ROOT}/samples/"), {"print": lambda *values: printed.append(values)})  # noqa: S102
    assert any(code == "number-changed" for _, code, *_ in printed)


def test_readme_names_every_check():
    assert [check.code for check in CHECKS if f"`{check.code}`" not in README] == []


def test_readme_names_every_command():
    from auditor.cli import app

    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert {name for name in names if f"auditor {name}" not in README} == set()
