"""What stands after every migration: permissions, groups, triggers and indexes."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.checks import run_checks
from django.db import connection

from readouts import checks, installation
from readouts.apps import ReadoutsConfig
from readouts.editorial import workflow
from readouts.models.readout import Readout

pytestmark = pytest.mark.django_db
# Who may take which step of the workflow, written by hand.
STEPS = {
    "Writers": "submit recall start_correction discard_correction discard_reissue",
    "Reviewers": (
        "submit recall start_correction discard_correction discard_reissue "
        "request_changes clear ask_clearance"
    ),
    "Approvers": (
        "submit recall start_correction discard_correction discard_reissue "
        "request_changes clear ask_clearance approve publish schedule unschedule withdraw "
        "reinstate hold release publish_urgently review_afterwards"
    ),
    "Archivists": (
        "submit recall start_correction discard_correction discard_reissue load_archive"
    ),
    "Registrars": "",
}
REGISTER = {"official", "organization", "appointment", "topic", "tag"}
KEPT = {"revision", "event", "publication", "clearance", "readout", "importbatch", "sourcerecord"}


def permissions(group):
    return set(
        Group.objects.get(name=group)
        .permissions.filter(content_type__app_label="readouts")
        .values_list("codename", flat=True)
    )


@pytest.mark.parametrize("group", STEPS)
def test_each_group_may_take_just_its_steps(group):
    steps = {codename for codename, _ in Readout._meta.permissions}
    assert permissions(group) & steps == {f"{step}_readout" for step in STEPS[group].split()}


@pytest.mark.parametrize("group", STEPS)
def test_each_group_holds_just_what_is_listed(group):
    assert permissions(group) == set(installation.ROLES[group])


@pytest.mark.parametrize("group", STEPS)
def test_nobody_may_delete_what_is_kept(group):
    may_delete = {
        codename.removeprefix("delete_")
        for codename in permissions(group)
        if codename.startswith("delete_")
    }
    assert not may_delete & KEPT
    if group != "Registrars":
        assert may_delete <= {"encounter", "participation"}


@pytest.mark.parametrize("verb", ["add", "change"])
@pytest.mark.parametrize("group", STEPS)
def test_nobody_may_write_the_record(group, verb):
    records = {"revision", "event", "publication", "clearance", "sourcerecord", "importbatch"}
    assert not permissions(group) & {f"{verb}_{model}" for model in records}


def test_the_register_belongs_to_registrars():
    may = permissions("Registrars")
    assert {f"{verb}_{model}" for verb in ("add", "change") for model in REGISTER} <= may
    assert not {"add_readout", "change_readout"} & may


def test_permissions_equal_transitions():
    assert [message for message in run_checks() if message.id == "readouts.E001"] == []
    assert {f"{row.name}_readout" for row in workflow.TRANSITIONS} - {"void_approval_readout"} <= (
        {codename for codename, _ in Readout._meta.permissions}
    )


def test_a_permission_without_a_transition_is_found_out(monkeypatch):
    monkeypatch.setattr(
        Readout._meta, "permissions", [*Readout._meta.permissions, ("burn_readout", "x")]
    )
    (message,) = checks.permissions_equal_transitions()
    assert "burn_readout" in message.msg
    assert message.hint


@pytest.mark.django_db(transaction=True)
def test_installing_again_changes_nothing_and_keeps_what_an_office_added():
    writers = Group.objects.get(name="Writers")
    extra = Permission.objects.get(codename="clear_readout")
    writers.permissions.add(extra)
    before = {group: permissions(group) for group in STEPS}
    for _ in range(2):
        installation.install(sender=_config(), using="default")
    assert {group: permissions(group) for group in STEPS} == before
    writers.permissions.remove(extra)


def _config():
    from django.apps import apps

    config = apps.get_app_config("readouts")
    assert isinstance(config, ReadoutsConfig)
    return config


def names(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()}


def test_triggers_and_indexes_stand_after_all_migrations():
    if connection.vendor == "sqlite":
        assert names("SELECT name FROM sqlite_master WHERE type = 'trigger'") == {
            "appointment_no_overlap_insert",
            "appointment_no_overlap_update",
            "publication_no_gaps",
            "search_entry_after_insert",
            "search_entry_after_update",
            "search_entry_after_delete",
        }
        assert "readouts_search" in names("SELECT name FROM sqlite_master WHERE type = 'table'")
        return
    assert names("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal") >= {
        "readouts_revision_kept",
        "readouts_event_kept",
        "readouts_publication_kept",
        "readouts_publication_guard",
    }
    assert "appointment_no_overlap" in names("SELECT conname FROM pg_constraint")
    assert "readouts_searchentry_vector" in names("SELECT indexname FROM pg_indexes")


@pytest.mark.parametrize(
    "index", ["publication_newest_first", "by_official", "by_organization", "by_topic", "by_tag"]
)
def test_the_ranges_that_lists_read_are_indexed(index):
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index'",
        "postgresql": "SELECT indexname FROM pg_indexes",
    }
    assert index in names(query[connection.vendor])
