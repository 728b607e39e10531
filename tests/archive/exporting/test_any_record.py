"""Property: whatever a record says comes back from a load and an export as it was."""

import msgspec
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from readouts.archive import lines, versions
from readouts.archive.exporting import selection
from readouts.archive.load import load
from tests import make
from tests.archive import samples
from tests.archive.any_record import records

pytestmark = pytest.mark.django_db


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(records())
def test_any_record_comes_back_as_it_was(db, tmp_path_factory, told):
    make.appointment()
    make.mandate()
    parsed, problems = lines.parse(told)
    assert problems == []
    with transaction.atomic():
        load([samples.file(tmp_path_factory.mktemp("any"), told)])
        (first,) = selection.exported()
        transaction.set_rollback(True)
    with transaction.atomic():
        line = versions.line_of(first.record).decode()
        load([samples.file(tmp_path_factory.mktemp("again"), line)])
        (second,) = selection.exported()
        transaction.set_rollback(True)
    assert said(first.record) == said(second.record)
    assert [shapes(v) for v in versions.versions_of(parsed)] == [
        shapes(v) for v in versions.versions_of(first.record)
    ]
    assert first.record.withdrawn == parsed.withdrawn
    assert first.record.origin == parsed.origin


def said(record):
    return msgspec.json.decode(versions.line_of(record))


def shapes(version):
    """A version as it was told, but for what the register gives: keys, and names mentioned."""
    shape = version.shape
    people = [p for encounter in shape["encounters"] for p in encounter["participants"]]
    given = [{**person, "register": None} for person in [shape["principal"], *people]]
    plain = {
        name: value
        for name, value in shape.items()
        if name not in ("principal", "encounters", "organizations", "topics")
    }
    return plain, given, version.at, version.grade, version.source, version.withdrawal
