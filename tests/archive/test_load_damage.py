"""Damaged files and the loader: each is refused with a cure and changes nothing, or is whole."""

import os
import random

import pytest
from django.db import connection, transaction

from readouts.archive.load import NotLoaded, load
from readouts.editorial import history
from readouts.models.publication import Publication
from tests import make
from tests.archive import mutations
from tests.archive.counting import everything
from tests.archive.reading.fixtures import dumped
from tests.archive.samples import file, record

pytestmark = pytest.mark.django_db

# READOUTS_MUTATIONS sets how many damaged files are tried; each has the seed of its number.
COUNT = int(os.environ.get("READOUTS_MUTATIONS", "150"))
LOTS = 2


@pytest.fixture
def rows():
    """The rows of a good fixture, whose records and register are not here any more."""
    with transaction.atomic():
        for _ in range(2):
            make.published(topics=[make.topic()], tags=["ports"])
        found = dumped("organization", "official", "topic", "appointment", "tag", "readout",
                       "encounter", "participation", "publication", "taggedreadout")  # fmt: skip
        transaction.set_rollback(True)
    return found


@pytest.fixture
def standing(tmp_path):
    """An archive with one record and its register, so that damage also meets what stands."""
    make.mandate()
    make.appointment()
    load([file(tmp_path, record(), name="standing.jsonl")])


@pytest.mark.parametrize("lot", range(LOTS))
def test_a_damaged_file_is_refused_or_whole(tmp_path, standing, rows, lot):
    before, texts = everything(), digests()
    loaded = 0
    for seed in range(lot, COUNT, LOTS):
        name, raw = mutations.mutation(rows, random.Random(seed))
        path = tmp_path / name
        path.write_bytes(raw)
        with transaction.atomic():
            loaded += is_whole(path)
            transaction.set_rollback(True)
        assert everything() == before, seed
        assert digests() == texts, seed
    assert loaded < COUNT


def digests():
    return sorted(Publication.objects.values_list("reference", "number", "digest"))


def is_whole(path):
    """Whether a file is loaded; if not, everything is as before and every problem has its cure."""
    before = everything()
    problems = refused(path)
    if problems:
        assert everything() == before
        for problem in problems:
            assert str(problem).startswith(path.name)
            assert problem.cure.endswith((".", "?"))
        return False
    connection.check_constraints()
    assert list(history.damage()) == []
    held = everything()
    again = load([path])
    # What is protected, such as the moment of an issue, stays so; each load tells it on its page.
    left = again.counts["unchanged"] + again.counts["protected"]
    assert left == again.counts["read"]
    told = {"readouts_importbatch": int(bool(again.counts["protected"]))}
    assert everything() == {table: held[table] + told.get(table, 0) for table in held}
    return True


def refused(path):
    """What keeps a file from being loaded; nothing where it is loaded."""
    try:
        load([path])
    except NotLoaded as told:
        return told.problems
    return []


@pytest.mark.parametrize("shuffle", range(4))
def test_the_rows_of_a_good_fixture_may_stand_in_any_order(tmp_path, rows, shuffle):
    random.Random(shuffle).shuffle(rows)
    path = tmp_path / "fixture.jsonl"
    path.write_bytes(mutations.lines_of(rows))
    assert is_whole(path)
    assert Publication.objects.count() == 2
