"""The register at the desk: found by any name, logged with values, deleted only when free."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from readouts.admin.register_forms import LinesField, PairsField
from readouts.models.readout import Tag
from readouts.models.register import Appointment, Official, Organization, Topic
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """The browser of a registrar."""
    client.force_login(make.user("regina", "Registrars"))
    return client


@pytest.fixture
def turkiye():
    return Organization.objects.create(
        slug="turkiye", kind="state", name="Türkiye", aliases=["Turkey", "Republic of Turkey"]
    )


def _list(model):
    return reverse(f"admin:readouts_{model._meta.model_name}_changelist")


def _page(row):
    return reverse(f"admin:readouts_{row._meta.model_name}_change", args=[row.pk])


def _fields(response):
    """What a browser would send back from a form as it stands."""
    form = response.context["adminform"].form
    formsets = [each.formset for each in response.context["inline_admin_formsets"]]
    sent = {}
    for part in [form, *[f.management_form for f in formsets], *[x for f in formsets for x in f]]:
        for bound in part:
            value = bound.value()
            if value is True:
                sent[bound.html_name] = "on"
            elif value is not None and value is not False:
                sent[bound.html_name] = value
    return sent


def _change(desk, row, **fields):
    page = desk.get(_page(row))
    return desk.post(_page(row), {**_fields(page), **fields}, follow=True)


def _history():
    return LogEntry.objects.latest("pk").get_change_message()


# --- search --------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["turkey", "TURKIYE", "türk", "republic turkey"])
def test_a_list_is_searched_by_alias_and_without_accents(desk, turkiye, words):
    make.organization("Valmora")
    found = desk.get(_list(Organization), {"q": words}).context["cl"].result_list
    assert list(found) == [turkiye]


def test_a_search_for_signs_alone_finds_nothing(desk, turkiye):
    found = desk.get(_list(Organization), {"q": "…"}).context["cl"].result_list
    assert list(found) == []


def test_the_nearest_name_comes_first(desk):
    for name in ("Arniger", "Nigeria", "Central Niger Basin", "Niger"):
        make.organization(name)
    found = desk.get(_list(Organization), {"q": "niger"}).context["cl"].result_list
    names = [row.name for row in found]
    assert names == ["Niger", "Nigeria", "Central Niger Basin", "Arniger"]


def _suggested(desk, words, **field):
    asked = {"app_label": "readouts", "term": words, **field}
    results = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    return [result["text"] for result in results]


def test_autocomplete_knows_aliases(desk, turkiye):
    field = {"model_name": "appointment", "field_name": "organization"}
    assert _suggested(desk, "turkey", **field) == ["Türkiye"]


def test_autocomplete_finds_an_appointment_by_person_office_and_place(desk, turkiye):
    make.appointment(make.official("Célia Ström", aliases=["Storm"]), turkiye, title="Envoy")
    make.appointment()
    field = {"model_name": "participation", "field_name": "appointment"}
    assert _suggested(desk, "storm envoy turkey", **field) == [
        "Envoy, Türkiye (since 1 January 2010)"
    ]
    assert _suggested(desk, "storm minister", **field) == []


def test_appointments_are_not_in_the_index(desk):
    index = desk.get(reverse("admin:index")).content.decode()
    assert _list(Official) in index
    assert _list(Appointment) not in index
    assert desk.get(_list(Appointment)).status_code == 200


def test_the_desk_has_one_table_of_tags(desk):
    index = desk.get(reverse("admin:index")).content.decode()
    assert _list(Tag) in index
    assert "/taggit/" not in index


# --- names ---------------------------------------------------------------------------------------


def test_lines_become_names_without_blanks_and_repetitions():
    field = LinesField(required=False)
    assert field.clean("  Turkey \r\n\r\nTürkei\nTurkey\n  Republic  of Turkey") == [
        "Turkey",
        "Türkei",
        "Republic of Turkey",
    ]
    assert field.clean("") == []
    assert field.prepare_value(["a", "b"]) == "a\nb"


def test_lines_become_keys():
    field = PairsField(required=False)
    assert field.clean("wikidata = Q1\n\nviaf=2=3") == {"wikidata": "Q1", "viaf": "2=3"}
    assert field.prepare_value({"wikidata": "Q1"}) == "wikidata=Q1"


def test_aliases_are_edited_one_a_line(desk, turkiye):
    page = desk.get(_page(turkiye))
    assert "Turkey\nRepublic of Turkey</textarea>" in page.content.decode()
    _change(desk, turkiye, aliases="Turkey\n\nTurquie\nTurkey")
    turkiye.refresh_from_db()
    assert turkiye.aliases == ["Turkey", "Turquie"]
    assert Organization.objects.named("turquie").exists()


def test_a_line_that_is_no_key_is_refused_with_the_cure(desk):
    response = _change(desk, make.official(), identifiers="Q1253")
    assert "such as wikidata=Q1253" in response.content.decode()


def test_the_slug_is_proposed_from_the_name(desk):
    page = desk.get(reverse("admin:readouts_topic_add")).content.decode()
    assert "data-prepopulated-fields" in page
    assert "#id_slug" in page


def test_the_slug_stays_once_a_readout_names_the_row(desk):
    topic = make.topic()
    assert "slug" in _fields(desk.get(_page(topic)))
    make.draft(topics=[topic])
    assert "slug" not in _fields(desk.get(_page(topic)))


# --- history -------------------------------------------------------------------------------------


def test_history_tells_old_and_new_values(desk, turkiye):
    union = make.organization("Harbour League", kind="igo")
    _change(desk, turkiye, name="Turkiye", aliases="Turkey", kind="other", parent=union.pk)
    assert _history() == (
        "Changed short name from “Türkiye” to “Turkiye”, "
        "kind from “State” to “Other”, "
        "aliases from “Turkey; Republic of Turkey” to “Turkey” "
        "and parent from nothing to “Harbour League”."
    )
    assert LogEntry.objects.latest("pk").user.username == "regina"


def test_history_tells_of_appointments_too(desk):
    appointment = make.appointment()
    _change(desk, appointment.official, **{"appointments-0-end": "14/05/2020"})
    assert _history() == (
        "Changed last day from nothing to 14 May 2020 for appointment "
        "“President, Valmora (1 January 2010 to 14 May 2020)”."
    )


@pytest.mark.parametrize("maker", [make.organization, make.official, make.topic])
def test_confirming_is_one_action_and_is_logged(desk, maker):
    row = maker(checked=False)
    chosen = {"action": "confirm_as_checked", "_selected_action": [row.pk]}
    response = desk.post(_list(type(row)) + "?checked__exact=0", chosen, follow=True)
    row.refresh_from_db()
    assert row.checked
    assert "1 entry confirmed as checked." in response.content.decode()
    assert _history() == "Changed checked from no to yes."


# --- appointments --------------------------------------------------------------------------------


def _new_appointment(number, **fields):
    sent = {"title": "Envoy", "kind": "substantive", "organization": make.organization().pk}
    sent |= {"start_precision": "day", "end_precision": "day", **fields}
    return {f"appointments-{number}-{name}": value for name, value in sent.items()}


def test_a_term_is_added_with_its_official(desk):
    official = make.official()
    added = _new_appointment(0, start="14/05/2020", start_precision="month")
    _change(desk, official, **added, **{"appointments-TOTAL_FORMS": 1})
    assert official.appointments.get().start == date(2020, 5, 1)
    assert str(official.appointments.get()) == "Envoy, Valmora (since May 2020)"


def test_a_term_that_overlaps_a_saved_one_is_refused(desk):
    appointment = make.appointment(title="Envoy")
    added = _new_appointment(1, start="14/05/2020")
    response = _change(
        desk, appointment.official, **added, **{"appointments-TOTAL_FORMS": 2}
    ).content.decode()
    assert "already holds this office in that time: since 1 January 2010" in response
    assert Appointment.objects.count() == 1


def test_two_new_terms_that_overlap_are_refused(desk):
    official = make.official()
    added = _new_appointment(0, start="14/05/2020") | _new_appointment(1, start="14/05/2021")
    response = _change(desk, official, **added, **{"appointments-TOTAL_FORMS": 2})
    assert "the same office at the same time" in response.content.decode()
    assert not Appointment.objects.exists()


# --- deletion ------------------------------------------------------------------------------------


def _delete(desk, row):
    address = reverse(f"admin:readouts_{row._meta.model_name}_delete", args=[row.pk])
    return desk.post(address, {"post": "yes"}, follow=True).content.decode()


def test_a_row_that_nothing_names_is_deleted(desk, turkiye):
    _delete(desk, turkiye)
    assert not Organization.objects.exists()


def test_the_refusal_names_what_stands_in_the_way(desk):
    make.published()
    official = Official.objects.get(slug="iria-solano")
    page = _delete(desk, official)
    assert "“Iria Solano” cannot be deleted, because it is named by other entries:" in page
    assert "appointment “President, Valmora (since 1 January 2010)”" in page
    assert "publication “" in page
    assert Official.objects.filter(pk=official.pk).exists()


@pytest.mark.parametrize("kind", ["organizations", "topics", "tags"])
def test_a_row_that_only_a_draft_names_is_kept_too(desk, kind):
    tag = Tag.objects.create(name="Harbour", slug="harbour")
    row = {"organizations": make.organization("Solm"), "topics": make.topic(), "tags": tag}[kind]
    readout = make.draft(**{kind: [row]})
    page = _delete(desk, row)
    assert f"readout “{readout.title}”" in page.replace("&#x27;", "'")
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_parent_is_kept_while_it_has_parts(desk):
    peace = make.topic("Peace")
    make.topic("Mediation", parent=peace)
    assert "topic “Mediation”" in _delete(desk, peace)


def test_rows_are_not_deleted_in_bulk(desk, turkiye):
    page = desk.get(_list(Organization)).content.decode()
    assert "confirm_as_checked" in page
    assert "delete_selected" not in page


# --- lists and roles -----------------------------------------------------------------------------


def test_topics_are_listed_as_a_tree(desk):
    trade, climate = make.topic("Trade"), make.topic("Climate change")
    make.topic("Adaptation", parent=climate)
    make.topic("Transit", parent=trade)
    listed = desk.get(_list(Topic)).context["cl"].result_list
    assert [topic.name for topic in listed] == ["Climate change", "Adaptation", "Trade", "Transit"]


def test_a_third_level_is_not_offered(desk):
    climate = make.topic("Climate change")
    part = make.topic("Adaptation", parent=climate)
    offered = desk.get(reverse("admin:readouts_topic_add")).context["adminform"].form
    choices = [label for _, label in offered.fields["parent"].choices]
    assert climate.name in choices
    assert part.name not in choices


@pytest.mark.parametrize("model", [Official, Organization, Topic, Tag, Appointment])
def test_a_longer_list_needs_no_more_queries(
    desk, model, django_assert_num_queries, connection_log
):
    def grow(names):
        for name in names:
            organization = make.organization(name)
            make.appointment(make.official(f"{name} {name}"), organization)
            make.topic(f"{name}s", parent=make.topic("Places"))
            tag = Tag.objects.create(name=name, slug=name.lower())
            make.draft(tags=[tag])

    grow(["Ando", "Brel"])
    needed = connection_log(lambda: desk.get(_list(model)))
    grow(["Cael", "Dorn", "Esk", "Fenn"])
    with django_assert_num_queries(needed):
        desk.get(_list(model))


@pytest.fixture
def connection_log():
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(act):
        with CaptureQueriesContext(connection) as queries:
            act()
        return len(queries)

    return count


def test_writers_read_the_register_and_registrars_keep_it(client, writer):
    client.force_login(writer)
    assert client.get(_list(Official)).status_code == 200
    assert client.get(reverse("admin:readouts_official_add")).status_code == 403
