"""The sizes of the house: a warning at the first number, a failure at the second.

Tables and word lists are exempt: constants that fill several lines, and what a model declares in
its Meta.
"""

import ast
import warnings

import pytest

from tests.house.reading import ROOT, line_count, modules, tree

MODULE = (250, 300)
FUNCTION = (30, 45)
VIEW = (25, 35)
COMMAND = (40, 60)
TEMPLATE = (80, 120)


def hold(what, lines, sizes):
    first, second = sizes
    assert lines <= second, f"{what} has {lines} lines, and {second} is the most."
    if lines > first:
        warnings.warn(f"{what} has {lines} lines; it should stay under {first}.", stacklevel=2)


def is_table(node):
    if isinstance(node, ast.ClassDef):
        return node.name == "Meta"
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    return line_count(node) > 1 and bool(names) and all(name.isupper() for name in names)


def lines_without_tables(path):
    """Lines of a module but for its tables."""
    top = list(tree(path).body)
    inner = [child for node in top if isinstance(node, ast.ClassDef) for child in node.body]
    tables = [
        node
        for node in [*top, *inner]
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.ClassDef) and is_table(node)
    ]
    whole = len((ROOT / path).read_text().splitlines())
    return whole - sum(map(line_count, tables))


def is_view(path):
    return "views" in path.parts or path.stem == "views"


@pytest.mark.filterwarnings("default::UserWarning")
@pytest.mark.parametrize("path", modules(), ids=str)
def test_modules_and_functions_stay_readable(path):
    in_commands = path.parent.name == "commands"
    hold(path, lines_without_tables(path), COMMAND if in_commands else MODULE)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            sizes = VIEW if is_view(path) else FUNCTION
            hold(f"{path}: {node.name}", line_count(node), sizes)


@pytest.mark.filterwarnings("default::UserWarning")
@pytest.mark.parametrize(
    "path", sorted(path.relative_to(ROOT) for path in (ROOT / "templates").rglob("*.html")), ids=str
)
def test_templates_stay_readable(path):
    hold(path, len((ROOT / path).read_text().splitlines()), TEMPLATE)


@pytest.mark.parametrize("path", modules(), ids=str)
def test_a_module_says_what_lives_here(path):
    source = (ROOT / path).read_text()
    assert not source.strip() or ast.get_docstring(tree(path))
