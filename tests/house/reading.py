"""Reading our own source, for the tests of the house."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules(*, migrations=False):
    """Every module of the application by its path from the root."""
    return [
        path.relative_to(ROOT)
        for path in sorted((ROOT / "readouts").rglob("*.py"))
        if migrations or "migrations" not in path.parts
    ]


@cache
def tree(path):
    return ast.parse((ROOT / path).read_text())


def line_count(node):
    return node.end_lineno - node.lineno + 1


def name_of(node):
    """The dotted name of what is called or assigned: "Publication.objects.create"."""
    if isinstance(node, ast.Attribute):
        return f"{name_of(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "…"
