"""The files for CI systems say what the program understands, and their scripts run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from auditor.cli import app
from auditor.reports import FORMATS, LISTINGS

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "igef-2025"
FILES = ("action.yml", ".pre-commit-hooks.yaml", "samples/ci/gitlab-ci.yml", "samples/ci/github.yml")


def load(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def run(script, folder, **variables):
    """A script as a CI system would run it, with `auditor` on the PATH."""
    binaries = folder / "bin"
    binaries.mkdir()
    (binaries / "auditor").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m auditor "$@"\n', encoding="utf-8"
    )
    (binaries / "auditor").chmod(0o755)
    variables |= {"PATH": f"{binaries}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["/bin/bash", "-e", "-c", script],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path):
    for language, name in (("ar", "original.ar.txt"), ("fr", "translation.fr.txt")):
        (tmp_path / f"a.{language}.txt").write_bytes((SAMPLE / name).read_bytes())
    return tmp_path


def test_options_and_formats_are_known():
    known = {
        option
        for command in app.registered_commands
        for option in re.findall(r"--[a-z-]+", _help(command.callback.__name__))
    }
    for name in FILES:
        text = (ROOT / name).read_text(encoding="utf-8")
        used = set(re.findall(r"(?<=[ (])--[a-z-]+", text)) - {"--quiet"}
        assert used <= known, name
        assert set(re.findall(r"--format (\w+)", text)) <= {*LISTINGS, *FORMATS["audit"]}, name


def _help(command):
    from typer.testing import CliRunner

    return CliRunner().invoke(app, [command, "--help"], terminal_width=200).output


def test_the_action_annotates_and_writes_what_is_asked_for(project):
    action = load("action.yml")
    step = action["runs"]["steps"][-1]
    assert set(action["inputs"]) == {
        re.search(r"inputs\.([\w-]+)", value)[1] for value in step["env"].values()
    }
    variables = {
        "ORIGINAL": "*.ar.txt",
        "TRANSLATION": "*.fr.txt",
        "FAIL_ON": "",
        "BASELINE": "",
        "SARIF": "a.sarif",
    }
    found = run(step["run"], project, **variables, GITHUB_STEP_SUMMARY=str(project / "summary.md"))
    assert found.returncode == 1, found.stderr
    assert found.stdout.startswith("::error file=a.fr.txt,line=")
    assert (project / "a.sarif").is_file()
    assert "a.fr.txt" in (project / "summary.md").read_text(encoding="utf-8")


def test_the_gitlab_template_writes_its_reports(project):
    job = load("samples/ci/gitlab-ci.yml")["auditor"]
    found = run(job["script"][1], project, ORIGINAL="*.ar.txt", TRANSLATION="*.fr.txt")
    assert found.returncode == 1, found.stderr
    for report in job["artifacts"]["reports"].values():
        assert (project / report).stat().st_size > 100


def test_the_hook_is_a_command(project):
    (hook,) = load(".pre-commit-hooks.yaml")
    found = run(f"{hook['entry']} a.ar.txt a.fr.txt --exit-zero", project)
    assert found.returncode == 0, found.stderr
