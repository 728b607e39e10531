"""The README says what the code does: its blocks of steps, commands and variables are compared with
the code, and on failure the block to paste is shown."""

import re
from importlib import import_module

import pytest

from readouts.editorial.workflow import TRANSITIONS
from readouts.installation import ROLES
from readouts.models.readout import State
from tests.house.reading import ROOT

README = (ROOT / "README.md").read_text()


def block(name):
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README, re.DOTALL)
    assert found, f"The README has no block between <!-- {name} --> and <!-- /{name} -->."
    return found[1].strip()


def hold(name, expected):
    if block(name) != expected:
        pytest.fail(
            f"Paste into README.md between the marks “{name}”:\n\n{expected}\n", pytrace=False
        )


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return (
        "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        .replace("| --- | --- |", "|---|---|")
        .replace(" --- |", "---|")
    )


def states(values):
    return ", ".join(state.label.split(":")[0] for state in State if state in values)


def who(transition):
    if transition.name == "void_approval":
        return "the system"
    groups = [group for group, may in ROLES.items() if f"{transition.name}_readout" in may]
    return ", ".join(groups)


def test_the_steps():
    rows = [
        [
            f"`{row.name}`",
            states(row.sources),
            states({row.target}),
            who(row),
            row.note or "none",
            row.explanation,
        ]
        for row in TRANSITIONS
    ]
    hold("transitions", table(["Step", "From", "To", "Who", "Reason", "What it means"], rows))


def test_the_commands():
    folder = ROOT / "readouts" / "management" / "commands"
    rows = [
        [f"`{path.stem}`", import_module(f"readouts.management.commands.{path.stem}").Command.help]
        for path in sorted(folder.glob("*.py"))
        if path.stem != "__init__"
    ]
    hold("commands", table(["Command", "What it does"], rows))


def test_the_environment():
    settings = (ROOT / "readouts_site" / "settings.py").read_text()
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))
    said = dict(re.findall(r"^\| `([A-Z_]+)` (\|.*)$", block("environment"), re.MULTILINE))
    if said.keys() == read:
        return
    rows = [
        f"| `{name}` {said.get(name, '| default | what it sets |')}"
        for name in said
        if name in read
    ]
    rows += [f"| `{name}` | default | what it sets |" for name in sorted(read - said.keys())]
    head = ["| Variable | Default | What it sets |", "|---|---|---|"]
    pytest.fail(
        "Paste into README.md between the marks “environment” and fill in what is new:\n\n"
        + "\n".join([*head, *rows]),
        pytrace=False,
    )
