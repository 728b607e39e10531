"""The rooms: names nobody may use, and deeds that belong to one module alone.

The arrows between rooms are import-linter's, in `make test`.
"""

import ast

import pytest

from tests.house.reading import modules, name_of, tree

NOT_A_ROOM = {"utils", "helpers", "common", "misc", "mixins", "services", "signals"}
WORKFLOW = "readouts/editorial/workflow.py"
PUBLISHING = "readouts/editorial/publishing.py"
GATE = "readouts/models/publication.py"


def found(wanted):
    """Places (path:line) of nodes for which `wanted` holds, by path."""
    places = {}
    for path in modules():
        for node in ast.walk(tree(path)):
            if wanted(node):
                places.setdefault(str(path), []).append(f"{path}:{node.lineno}")
    return places


@pytest.mark.parametrize("path", modules(migrations=True), ids=str)
def test_no_module_is_named_for_nothing(path):
    assert not NOT_A_ROOM & {*path.parts[:-1], path.stem}


def assigns_a_state(node):
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and any(
        isinstance(target, ast.Attribute) and target.attr == "state" for target in targets
    )


def writes_a_state(node):
    """`update(state=…)`, `create(state=…)`, `Readout(state=…)`, `setattr(…, "state", …)`."""
    if not isinstance(node, ast.Call):
        return False
    name = name_of(node.func)
    if name == "setattr":
        return isinstance(node.args[1], ast.Constant) and node.args[1].value == "state"
    writes = name.endswith((".update", ".create", ".get_or_create", ".update_or_create", "Readout"))
    return writes and any(word.arg == "state" for word in node.keywords)


def test_only_the_workflow_sets_a_state():
    assert set(found(assigns_a_state)) == {WORKFLOW}
    assert set(found(writes_a_state)) == {WORKFLOW}


def makes_a_publication(node):
    makers = ("create", "bulk_create", "get_or_create", "update_or_create")
    return isinstance(node, ast.Call) and (
        name_of(node.func).endswith("publication.Publication")
        or name_of(node.func) == "Publication"
        or name_of(node.func) in {f"Publication.objects.{maker}" for maker in makers}
        or name_of(node.func).endswith(tuple(f".publications.{maker}" for maker in makers))
    )


def test_only_publishing_makes_publications():
    assert set(found(makes_a_publication)) == {PUBLISHING}


def asks_what_is_public(node):
    """A lookup on the columns that decide it, as a keyword or within a name of a lookup."""
    if isinstance(node, ast.keyword):
        return bool(node.arg) and node.arg.startswith(("superseded_at__", "withdrawn_at__"))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return "superseded_at__" in node.value or "withdrawn_at__" in node.value
    is_question = isinstance(node, ast.Call) and name_of(node.func).endswith(
        (".filter", ".exclude", ".get", "Q")
    )
    columns = {"superseded_at", "withdrawn_at"}
    return is_question and any(word.arg in columns for word in node.keywords)


def test_what_is_public_is_written_in_one_place():
    assert set(found(asks_what_is_public)) == {GATE}


def test_only_the_log_writes_events():
    def makes_an_event(node):
        return isinstance(node, ast.Call) and name_of(node.func) in (
            "Event",
            "Event.objects.create",
        )

    assert set(found(makes_an_event)) == {"readouts/editorial/log.py"}


def test_nothing_is_swallowed():
    """No handler does nothing at all, unless it leads on to an `else` as a question does."""

    def swallows(node):
        return (
            isinstance(node, ast.Try)
            and not node.orelse
            and any(isinstance(step, ast.Pass) for hand in node.handlers for step in hand.body)
        )

    assert found(swallows) == {}
