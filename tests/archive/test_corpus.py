"""The corpus of pages: no field and no layout may be read worse than the floors say."""

import json
from functools import cache

import pytest

from tests.archive import scorecard


@cache
def scores():
    checks = [check for case in scorecard.cases() for check in scorecard.checks_of(case)]
    by_field, by_layout = scorecard.card(checks)
    return {"fields": by_field, "layouts": by_layout}


@pytest.mark.parametrize("group", ["fields", "layouts"])
def test_nothing_is_read_worse_than_before(group):
    now, floors = scores()[group], scorecard.floors()[group]
    print(scorecard.printed(now))
    fallen = {name: now[name] for name in now if now[name].percent < floors.get(name, 100.0)}
    told = [
        f"{miss.case.name}: {miss.field}\n  expected {miss.expected!r}\n  read     {miss.read!r}"
        for score in fallen.values()
        for miss in score.misses
    ]
    assert not fallen, "\n".join([*map(str, fallen), *told])


@pytest.mark.parametrize("group", ["fields", "layouts"])
def test_every_floor_is_measured(group):
    assert set(scorecard.floors()[group]) == set(scores()[group])


def test_every_case_says_what_it_shows():
    for sidecar in scorecard.CORPUS.glob("*/*.json"):
        told = json.loads(sidecar.read_text())
        assert told["shows"].endswith("."), sidecar
        assert bool(told.get("records")) != bool(told.get("refused")), sidecar


def test_every_page_has_its_record_beside_it():
    files = [path for path in scorecard.CORPUS.glob("*/*") if path.suffix != ".json"]
    assert {path.with_suffix(".json") for path in files} == set(scorecard.CORPUS.glob("*/*.json"))
