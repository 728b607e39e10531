"""What archive loads left is confirmed, merged and split at the desk, by registrars alone."""

from html import unescape

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from readouts.models.register import Official
from readouts.models.register_decision import RegisterDecision
from tests import make
from tests.editorial.test_register_merging import links, met

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """The browser of a registrar."""
    client.force_login(make.user("regina", "Registrars"))
    return client


@pytest.fixture
def rows():
    """The president as registered, and as an archive spelled her."""
    president = make.appointment().official
    double = make.official("Irja Solano", checked=False)
    met(double, name="Irja SOLANO")
    return president, double


def address(step, *args, kind="official"):
    return reverse(f"admin:readouts_{kind}_{step}", args=args)


def page(desk, path, status=200):
    response = desk.get(path)
    assert response.status_code == status
    return response.content.decode()


# --- the list -----------------------------------------------------------------------------------


def test_the_home_of_the_desk_counts_what_is_unchecked(desk, rows):
    home = page(desk, reverse("admin:index"))
    assert f'{address("changelist")}?checked__exact=0">1 official</a>' in home
    desk.force_login(make.user("wren", "Writers"))
    assert "From archives, unchecked" not in page(desk, reverse("admin:index"))


def test_the_list_says_how_a_row_is_printed_and_which_may_be_the_same(desk, rows):
    president, double = rows
    shown = page(desk, address("changelist") + "?checked__exact=0")
    assert "“Irja SOLANO”, Republic of Valmora" in shown
    assert f'{address("merge", double.pk)}?into={president.pk}"' in shown
    assert "the same surname, of Valmora too" in shown


def test_the_list_asks_as_much_for_many_as_for_one(desk, rows, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    path = address("changelist") + "?checked__exact=0"
    page(desk, path)
    with CaptureQueriesContext(connection) as asked:
        page(desk, path)
    for number in range(5):
        met(make.official(f"Ana Solano {number}", checked=False))
    with django_assert_num_queries(len(asked)):
        page(desk, path)


def test_rows_are_confirmed_from_the_list(desk, rows):
    chosen = {"action": "confirm_as_checked", "_selected_action": [rows[1].pk]}
    desk.post(address("changelist"), chosen)
    rows[1].refresh_from_db()
    assert rows[1].checked


# --- merging ------------------------------------------------------------------------------------


def test_a_merge_shows_what_moves_and_does_it_on_a_second_step(desk, rows):
    president, double = rows
    make.appointment(double, title="Minister")
    path = address("merge", double.pk)
    shown = page(desk, f"{path}?into={president.pk}")
    assert "1 public readout will be found under" in shown
    assert '“<span dir="auto">Irja SOLANO</span>”' in shown
    assert "Minister, Valmora" in shown
    assert not RegisterDecision.objects.exists()
    response = desk.post(path, {"into": president.pk, "reason": "One person."}, follow=True)
    assert "is merged into" in response.content.decode()
    assert links() == {president.slug: 1, "tomas-arrel": 1}
    told = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
    assert told == [
        "Merged into “Iria Solano” (iria-solano).",
        "Took in “Irja Solano” (irja-solano).",
    ]


def test_a_merge_that_cannot_be_says_why(desk, rows):
    principal = Official.objects.get(slug="tomas-arrel")
    path = address("merge", principal.pk)
    shown = page(desk, f"{path}?into={rows[0].pk}")
    assert "is the principal of publications" in shown
    assert 'method="post"' not in shown.split('id="content-main"')[1]
    response = desk.post(path, {"into": rows[0].pk})
    assert "is the principal of publications" in response.content.decode()
    assert not RegisterDecision.objects.exists()


def test_a_double_is_out_of_the_way_and_can_be_parted_again(desk, rows):
    president, double = rows
    desk.post(address("merge", double.pk), {"into": president.pk})
    listed = desk.get(address("changelist")).context["cl"].result_list
    assert double not in list(listed)
    listed = desk.get(address("changelist") + "?doubles=merged").context["cl"].result_list
    assert list(listed) == [double]
    asked = {"app_label": "readouts", "model_name": "participation", "field_name": "official"}
    found = desk.get(reverse("admin:autocomplete"), asked | {"term": "irja"}).json()["results"]
    assert [each["text"] for each in found] == ["Iria Solano"]
    shown = page(desk, address("change", double.pk))
    assert f'formaction="{address("part", double.pk)}"' in shown
    desk.post(address("part", double.pk))
    assert links() == {double.slug: 1, "tomas-arrel": 1}


# --- splitting ----------------------------------------------------------------------------------


def test_a_split_gives_a_printed_form_to_a_new_row(desk, rows):
    president, _ = rows
    met(president, organization_name="Republic of Ordeval")
    met(president)
    path = address("split", president.pk)
    choices = dict(desk.get(path).context["form"].fields["form"].choices)
    [number] = [key for key, words in choices.items() if "Ordeval" in words]
    chosen = {"form": number, "new_name": "Iria Solano of Ordeval"}
    shown = unescape(desk.post(path, chosen).content.decode())
    assert "1 public readout will be found under" in shown
    assert "a new entry" in shown
    assert "1 other stays under" in shown
    assert not RegisterDecision.objects.exists()
    assert not Official.objects.filter(name="Iria Solano of Ordeval").exists()
    response = desk.post(path, chosen | {"decided": "1"}, follow=True)
    assert "has 1 readout that named" in response.content.decode()
    new = Official.objects.get(slug="iria-solano-of-ordeval")
    assert new.checked
    assert links()[new.slug] == 1
    shown = page(desk, address("change", president.pk))
    decision = RegisterDecision.objects.get()
    assert f'formaction="{address("join", president.pk, decision.pk)}"' in shown
    desk.post(address("join", president.pk, decision.pk))
    assert new.slug not in links()


def test_a_split_without_a_target_or_a_part_is_refused_in_words(desk, rows):
    path = address("split", rows[1].pk)
    assert "or name a new one; not both" in desk.post(path, {"form": ""}).content.decode()
    response = desk.post(path, {"form": "", "new_name": "Somebody", "decided": "1"})
    assert "Say which readouts are meant" in response.content.decode()
    assert not Official.objects.filter(name="Somebody").exists()


# --- who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["Writers", "Approvers", "Archivists"])
@pytest.mark.parametrize("step", ["merge", "split", "part"])
def test_nobody_else_decides(client, rows, group, step):
    client.force_login(make.user("somebody", group))
    for ask in (client.get, client.post):
        assert ask(address(step, rows[1].pk)).status_code == 403
    assert "Merge…" not in page(client, address("change", rows[1].pk))


@pytest.mark.parametrize("kind", ["organization", "topic"])
def test_organizations_and_topics_have_the_same_pages(desk, kind):
    made = getattr(make, kind)
    row, other = made("Valmora"), made("Valmorra", checked=False)
    for step in ("change", "merge", "split"):
        page(desk, address(step, other.pk, kind=kind))
    shown = page(desk, address("changelist", kind=kind) + "?checked__exact=0")
    assert "the same name in another spelling" in shown
    desk.post(address("merge", other.pk, kind=kind), {"into": row.pk})
    other.refresh_from_db()
    assert other.merged_into == row
