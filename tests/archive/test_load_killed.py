"""Loads killed at any moment, and two at once: separate processes on a database of their own."""

import datetime
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.archive.counting import STATEMENT, counted
from tests.archive.samples import PRESIDENT, encounter, record

# They use the tests' own database only to copy it.
pytestmark = pytest.mark.django_db

ROOT = Path(settings.BASE_DIR)
MANAGE = [sys.executable, str(ROOT / "manage.py")]
RECORDS = 700
# More than a pipe holds: once so much is written into it, the records before it are read.
PIPE = 1 << 17
KILLS = 3


@pytest.fixture(scope="module")
def database(tmp_path_factory, django_db_setup, django_db_blocker):
    """The address of a database of its own, copied from the tests' with all its tables."""
    if connection.vendor == "sqlite":
        path = tmp_path_factory.mktemp("killed") / "killed.sqlite3"
        with django_db_blocker.unblock():
            connection.ensure_connection()
            connection.connection.execute("VACUUM INTO ?", [str(path)])
        yield f"sqlite:///{path}"
        return
    template = connection.settings_dict["NAME"]
    name = f"{template}_killed"
    told = connection.get_connection_params()
    server = {key: told[key] for key in ("host", "port", "user", "password") if told.get(key)}
    with django_db_blocker.unblock():
        # Nobody may be in a database while it is copied.
        connection.close()
        connection.close_pool()
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as postgres:
        postgres.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        postgres.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        whose = f"{server['user']}:{server.get('password', '')}" if "user" in server else ""
        host = f"{server.get('host', '')}:{server.get('port', 5432)}"
        try:
            yield f"postgres://{whose.rstrip(':')}@{host}/{name}"
        finally:
            postgres.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def environment(address):
    return {**os.environ, "DATABASE_URL": address, "READOUTS_DEBUG": "1"}


def run(*arguments, address):
    """A command of manage.py that has ended."""
    return subprocess.run(
        [*MANAGE, *arguments],
        env=environment(address),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def begun(*arguments, address):
    """A load that has begun, with its standard input in our hand."""
    return subprocess.Popen(
        [*MANAGE, "load_archive", *arguments],
        env=environment(address),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def counts(address):
    """All rows of all tables, asked on a connection that is closed again."""
    if address.startswith("sqlite"):
        with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as database:
            return counted(database.execute(STATEMENT).fetchone())
    with psycopg.connect(address) as database:
        return counted(database.execute(STATEMENT).fetchone())


def records(count, stem="K"):
    """Lines of records of many people, so that a load makes register rows all the while; each of a
    day of its own, so that no doubt fills the pipe nobody reads."""
    return [json.dumps(told(f"{stem}-{n}", n)).encode() + b"\n" for n in range(count)]


def told(reference, number):
    stem = reference.partition("-")[0]
    days = sum(stem.encode()) * RECORDS + number
    day = str(datetime.date(1800, 1, 1) + datetime.timedelta(days=days))
    guest = PRESIDENT | {"name": f"Iria Solano {number % 50:02}"}
    return record(
        reference,
        encounters=[encounter(guest, date=day)],
        issued=day,
        published_at=None,
        body=[f"They discussed orchard {number}.", "They agreed. " * 40],
    )


def in_the_middle(address, stem):
    """A load that has written hundreds of records and waits for more."""
    load = begun("-", address=address)
    lines = records(RECORDS, stem)
    assert sum(map(len, lines[500:])) > PIPE
    for line in lines:
        load.stdin.write(line)
    load.stdin.flush()
    return load


def killed(load):
    load.send_signal(signal.SIGKILL)
    load.communicate()
    assert load.returncode == -signal.SIGKILL


def loads_and_verifies(path, address, count):
    ended = run("load_archive", str(path), address=address)
    assert ended.returncode == 0, ended.stderr
    assert f"{count} new" in ended.stdout or f"{count} unchanged" in ended.stdout
    assert run("verify_history", address=address).returncode == 0


def test_a_load_killed_while_it_writes_leaves_nothing_and_can_be_repeated(database, tmp_path):
    before = counts(database)
    killed(in_the_middle(database, "W"))
    assert counts(database) == before
    path = tmp_path / "again.jsonl"
    path.write_bytes(b"".join(records(20, "W")))
    loads_and_verifies(path, database, 20)


def test_a_load_killed_at_any_moment_leaves_nothing_and_can_be_repeated(database, tmp_path):
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"".join(records(RECORDS, "M")))
    before = counts(database)
    began = time.monotonic()
    assert run("load_archive", "--dry-run", str(path), address=database).returncode == 0
    whole = time.monotonic() - began
    chance = random.Random(11)
    for _ in range(KILLS):
        load = begun(str(path), address=database)
        time.sleep(chance.uniform(0.3, 0.9) * whole)
        load.send_signal(signal.SIGKILL)
        load.communicate()
        held = counts(database)
        if held["readouts_readout"] == before["readouts_readout"] + RECORDS:
            break  # all was committed before the signal came
        assert held == before
    loads_and_verifies(path, database, RECORDS)


def test_a_second_load_waits_for_the_first_and_finds_its_records(database, tmp_path):
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"".join([*records(RECORDS, "T"), *records(30, "U")]))
    first = in_the_middle(database, "T")
    second = begun(str(path), address=database)
    time.sleep(2)
    assert second.poll() is None
    told, _ = first.communicate(timeout=60)
    assert f"{RECORDS} new" in told.decode()
    told, errors = second.communicate(timeout=60)
    assert (second.returncode, errors) == (0, b"")
    assert f"30 new, {RECORDS} unchanged" in told.decode()
    # The names both have brought are rows of the register once.
    assert b"register row" not in told
    assert run("verify_history", address=database).returncode == 0


def test_two_loads_begun_at_once_both_come_through(database, tmp_path):
    loads = []
    for number in range(2):
        path = tmp_path / f"{number}.jsonl"
        lines = [*records(40, "S"), *records(40, f"S{number}")]
        path.write_bytes(b"".join(reversed(lines) if number else lines))
        loads.append(begun(str(path), address=database))
    told = sorted(load.communicate(timeout=60)[0].decode().partition("\n")[0] for load in loads)
    assert [load.returncode for load in loads] == [0, 0]
    assert ["40 new, 40 unchanged" in words for words in told] == [True, False]
    assert "80 new, 0 unchanged" in told[1]
    assert run("verify_history", address=database).returncode == 0


def test_who_waits_too_long_is_told_so_in_one_sentence(database, tmp_path):
    if not database.startswith("sqlite"):
        pytest.skip("PostgreSQL lets a load wait for its turn as long as it takes")
    path = tmp_path / "archive.jsonl"
    path.write_bytes(b"".join(records(3, "L")))
    impatient = {**environment(database), "DJANGO_SETTINGS_MODULE": "tests.archive.impatient"}
    before = counts(database)
    with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as other:
        other.execute("BEGIN IMMEDIATE")
        ended = subprocess.run(
            [*MANAGE, "load_archive", str(path)],
            env=impatient,
            capture_output=True,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert "Another load, or somebody at the desk, holds the database" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert counts(database) == before
