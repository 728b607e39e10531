"""Doubles of the register are merged and parted again; nothing printed changes."""

import datetime

import pytest
from django.core.management import call_command

from readouts.editorial import publishing
from readouts.editorial.links import relink
from readouts.editorial.register_merging import NotDecided, merge, planned_merge, undo_merge
from readouts.models.publication import Publication, PublicationOfficial
from readouts.models.register import Appointment, Official, Organization
from readouts.models.register_decision import RegisterDecision
from readouts.search import match
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar():
    return make.user("regina", "Registrars")


@pytest.fixture
def double():
    """A person loaded under another spelling, met by the principal once."""
    who = make.official("Irja Solanova", checked=False)
    publication = met(who)
    assert links() == {who.slug: 1, "tomas-arrel": 1}
    return who, publication


def met(who, name="", **fields):
    """A public readout of a meeting with this official, printed by that name."""
    person = {"official": who, "name": name or who.name, "appointment": None, **fields}
    return make.live(make.published(participant=person))


def links():
    """How many publications are found by each official."""
    found = PublicationOfficial.objects.values_list("official__slug", flat=True)
    return {slug: list(found).count(slug) for slug in found}


def frozen():
    return list(Publication.objects.order_by("pk").values_list("shape", "digest", "body"))


def test_links_aliases_appointments_and_search_follow(double, registrar):
    who, publication = double
    make.appointment(who, title="Minister")
    president = make.appointment().official
    before = frozen()
    merge(who, president, registrar, reason="The same person.")
    assert links() == {president.slug: 1, "tomas-arrel": 1}
    president.refresh_from_db()
    assert "Irja Solanova" in president.aliases
    assert set(president.appointments.values_list("title", flat=True)) == {"President", "Minister"}
    assert list(match(Publication.objects.published(), "iria")) == [publication]
    assert frozen() == before
    assert Official.objects.get(pk=who.pk).merged_into == president
    decision = RegisterDecision.objects.get()
    assert (decision.by, decision.reason) == (registrar, "The same person.")


def test_every_printed_form_is_kept(double, registrar):
    who, _ = double
    met(who, name="I. Solánova")
    president = make.official()
    merge(who, president, registrar)
    president.refresh_from_db()
    assert {"Irja Solanova", "I. Solánova"} <= set(president.aliases)


def test_undoing_gives_everything_back(double, registrar):
    who, _ = double
    minister = make.appointment(who, title="Minister")
    president = make.official()
    president.aliases = ["La Presidenta"]
    president.save()
    own = met(president)
    before = links()
    merge(who, president, registrar)
    undo_merge(Official.objects.get(pk=who.pk), registrar)
    assert links() == before
    president.refresh_from_db()
    assert president.aliases == ["La Presidenta"]
    assert Appointment.objects.get(pk=minister.pk).official_id == who.pk
    assert list(match(Publication.objects.published(), "presidenta")) == [own]
    with pytest.raises(NotDecided, match="not merged into"):
        undo_merge(Official.objects.get(pk=who.pk), registrar)


def test_both_met_at_once_are_linked_once(double, registrar):
    who, _ = double
    president = make.official()
    readout = make.draft(title="A meeting of two", title_reason="Two at once.")
    encounter = readout.encounters.get()
    encounter.participations.create(position=2, side="counterpart", official=who, name=who.name)
    readout = make.step(make.edit(readout, make.user("wren")), "submit", make.user("wren"))
    for step in ("approve", "publish"):
        readout = make.step(readout, step, make.user("ada", "Approvers"))
    merge(who, president, registrar)
    assert links() == {president.slug: 2, "tomas-arrel": 2}


def test_the_same_office_at_the_same_time_stays_with_the_double(double, registrar):
    who, _ = double
    own = make.appointment(who)
    president = make.appointment().official
    assert planned_merge(who, president).staying == [own]
    merge(who, president, registrar)
    own.refresh_from_db()
    assert own.official_id == who.pk


def test_publishing_and_reinstating_later_follow_too(double, registrar):
    who, publication = double
    president = make.official()
    merge(who, president, registrar)
    publishing.withdraw(publication, "Issued in error.")
    publishing.reinstate(publication)
    met(who)
    assert links() == {president.slug: 2, "tomas-arrel": 2}


def test_the_history_still_holds(double, registrar, capsys):
    who, _ = double
    merge(who, make.official(), registrar)
    met(who)
    call_command("verify_history")
    assert frozen()[0][0]["encounters"][0]["participants"][0]["register"]["official"] == who.slug


def test_doubles_of_doubles_are_followed_and_only_the_last_step_is_undone(double, registrar):
    who, _ = double
    second, third = make.official("Iría Solano", slug="second"), make.official()
    merge(who, second, registrar)
    merge(second, third, registrar)
    assert links()[third.slug] == 1
    undo_merge(Official.objects.get(pk=second.pk), registrar)
    assert links() == {"second": 1, "tomas-arrel": 1}


def test_organs_and_predecessors_follow_their_organization(registrar):
    double, other = make.organization("Valmorra"), make.organization("Valmora")
    organ = make.organization("Ministry", kind="organ", parent=double)
    former = make.organization("Old Valmora", successor=double)
    merge(double, other, registrar)
    organ.refresh_from_db()
    former.refresh_from_db()
    assert (organ.parent, former.successor) == (other, other)
    undo_merge(Organization.objects.get(pk=double.pk), registrar)
    organ.refresh_from_db()
    assert organ.parent == double


# --- refusals -----------------------------------------------------------------------------------


def refused(double, into, registrar):
    with pytest.raises(NotDecided) as refusal:
        merge(double, into, registrar)
    assert not RegisterDecision.objects.exists()
    return str(refusal.value)


def test_no_entry_is_merged_into_itself(registrar):
    assert "into itself" in refused(make.official(), make.official(), registrar)


def test_nothing_is_merged_into_a_double(registrar):
    one, two, three = (make.official(name) for name in ("Ana", "Ann", "Anna"))
    two.merged_into = three
    two.save()
    assert "Merge into “Anna” instead" in refused(one, two, registrar)
    assert "already. Undo that first." in refused(two, one, registrar)


def test_a_principal_is_not_merged_away(double, registrar):
    principal = Official.objects.get(slug="tomas-arrel")
    assert "is the principal of publications" in refused(principal, double[0], registrar)


def test_two_states_are_not_one(registrar):
    one = make.organization("Kazakhstan", country_code="KZ")
    two = make.organization("Kyrgyzstan", country_code="KG")
    assert "(KG, KZ): they are two states" in refused(one, two, registrar)


def test_nothing_is_merged_into_its_own_part(registrar):
    parent = make.organization("Valmora")
    part = make.organization("Ministry", kind="organ", parent=parent)
    assert "is a part of" in refused(parent, part, registrar)


def test_topics_stay_two_levels_deep(registrar):
    top, other = make.topic("Arms"), make.topic("Peace")
    make.topic("Landmines", parent=top)
    sub = make.topic("Truces", parent=other)
    assert "Move the sub-topics first" in refused(top, sub, registrar)


# --- at speed -----------------------------------------------------------------------------------


def test_relinking_asks_as_much_for_many_as_for_one(django_assert_num_queries, double):
    who, first = double
    with django_assert_num_queries(13) as one:
        relink([first.pk])
    more = [met(who) for _ in range(4)]
    with django_assert_num_queries(len(one)):
        relink([first.pk, *(each.pk for each in more)])


def test_a_term_that_ended_before_moves(double, registrar):
    who, _ = double
    earlier = make.appointment(
        who, start=datetime.date(2001, 1, 1), end=datetime.date(2009, 12, 31)
    )
    president = make.appointment().official
    merge(who, president, registrar)
    earlier.refresh_from_db()
    assert earlier.official == president
