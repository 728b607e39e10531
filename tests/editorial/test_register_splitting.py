"""A row that wrongly joins two is split by what was printed; nothing public is rewritten."""

import pytest

from readouts.archive.lines import parse
from readouts.archive.resolving import Register
from readouts.archive.shapes import shape_of
from readouts.editorial import publishing
from readouts.editorial.register_merging import NotDecided, merge
from readouts.editorial.register_printed import Part, covered, printed
from readouts.editorial.register_splitting import planned_split, split, undo_split
from readouts.models.publication import Publication, PublicationOrganization
from readouts.models.register import Official, Organization
from readouts.models.register_decision import RegisterDecision
from tests import make
from tests.archive.samples import PRESIDENT, encounter, record
from tests.editorial.test_register_merging import frozen, links, met

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar():
    return make.user("regina", "Registrars")


@pytest.fixture
def kings():
    """One row that joins the kings of two states, and the row of the second king alone."""
    joined = make.official("King Abdullah")
    for state in ("Valmora", "Ordeval"):
        place = make.organization(state)
        for _ in range(2):
            met(joined, organization=place, organization_name=f"Kingdom of {state}")
    return joined, make.official("Abdullah of Ordeval")


OF_ORDEVAL = Part(organization="Kingdom of Ordeval")


def test_the_printed_forms_are_told_apart(kings):
    assert [(form.name, form.organization, form.count) for form in printed(kings[0])] == [
        ("King Abdullah", "Kingdom of Ordeval", 2),
        ("King Abdullah", "Kingdom of Valmora", 2),
    ]


def test_what_is_printed_so_is_found_by_the_other_row(kings, registrar):
    joined, other = kings
    before = frozen()
    assert len(covered(joined, OF_ORDEVAL)) == 2
    split(joined, other, OF_ORDEVAL, registrar, reason="Two kings.")
    assert links() == {joined.slug: 2, other.slug: 2, "tomas-arrel": 4}
    assert frozen() == before
    assert [form.organization for form in printed(joined)] == ["Kingdom of Valmora"]
    assert [form.organization for form in printed(other)] == ["Kingdom of Ordeval"]


def test_a_split_lasts_through_reinstating_and_correcting(kings, registrar):
    joined, other = kings
    split(joined, other, OF_ORDEVAL, registrar)
    publication = Publication.objects.order_by("-pk").first()
    publishing.withdraw(publication, "Issued in error.")
    assert links()[other.slug] == 1
    publishing.reinstate(publication)
    place = Organization.objects.get(slug="ordeval")
    met(joined, organization=place, organization_name="Kingdom of Ordeval")
    assert links() == {joined.slug: 2, other.slug: 3, "tomas-arrel": 5}


def test_single_readouts_are_given_by_reference(kings, registrar):
    joined, other = kings
    one = Publication.objects.order_by("pk").first()
    split(joined, other, Part(references=(one.reference,)), registrar)
    assert links() == {joined.slug: 3, other.slug: 1, "tomas-arrel": 4}


def test_undoing_strikes_the_exception_out(kings, registrar):
    joined, other = kings
    [decision] = split(joined, other, OF_ORDEVAL, registrar)
    undo_split(decision, registrar)
    assert links() == {joined.slug: 4, "tomas-arrel": 4}
    with pytest.raises(NotDecided, match="undone already"):
        undo_split(decision, registrar)


def test_a_loader_knows_the_split(kings, registrar):
    joined, other = kings
    split(joined, other, Part("King Abdullah", "Kingdom of Ordeval"), registrar)
    other.refresh_from_db()
    assert "King Abdullah" in other.aliases
    found = {}
    for state in ("Valmora", "Ordeval"):
        who = PRESIDENT | {"name": "King Abdullah", "organization": f"Kingdom of {state}"}
        place = Organization.objects.get(slug=state.lower())
        place.aliases = [f"Kingdom of {state}"]
        place.save()
        told, _ = parse(record(encounters=[encounter(who)]))
        shape = Register().resolve(shape_of(told))
        found[state] = shape["encounters"][0]["participants"][0]["register"]["official"]
    assert found == {"Valmora": joined.slug, "Ordeval": other.slug}


def test_what_came_by_a_split_can_be_split_again(kings, registrar):
    joined, other = kings
    split(joined, other, OF_ORDEVAL, registrar)
    third = make.official("Abdullah the Younger")
    last = Publication.objects.order_by("-pk").first()
    split(other, third, Part(references=(last.reference,)), registrar)
    assert links() == {joined.slug: 2, other.slug: 1, third.slug: 1, "tomas-arrel": 4}


def test_what_names_a_double_goes_with_it(kings, registrar):
    joined, other = kings
    double = make.official("King Abdulla")
    place = Organization.objects.get(slug="ordeval")
    met(double, organization=place, organization_name="Kingdom of Ordeval")
    merge(double, joined, registrar)
    split(Official.objects.get(pk=joined.pk), other, OF_ORDEVAL, registrar)
    assert links() == {joined.slug: 2, other.slug: 3, "tomas-arrel": 5}


def test_an_organization_is_split_by_its_printed_name(registrar):
    joined, other = make.organization("Congo"), make.organization("Other Congo", slug="other")
    for name in ("Congo", "Democratic Republic of the Congo"):
        met(make.official(), organization=joined, organization_name=name)
    split(joined, other, Part(name="Democratic Republic of the Congo"), registrar)
    found = PublicationOrganization.objects.filter(organization=other)
    assert [link.took_part for link in found] == [True]


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (Part(), "Say which readouts are meant"),
        (Part(name="Somebody else"), "No readout that is public"),
        (Part(references=("R-1",)), "No readout that is public"),
    ],
)
def test_a_split_says_which_readouts(kings, registrar, part, sentence):
    with pytest.raises(NotDecided, match=sentence):
        split(*kings, part, registrar)
    assert not RegisterDecision.objects.exists()


def test_a_split_needs_two_rows_that_stand(kings, registrar):
    joined, other = kings
    with pytest.raises(NotDecided, match="another entry than"):
        split(joined, joined, OF_ORDEVAL, registrar)
    merge(other, make.official("Third"), registrar)
    with pytest.raises(NotDecided, match="Work on “Third” instead"):
        split(joined, other, OF_ORDEVAL, registrar)


# --- before it is done --------------------------------------------------------------------------


def test_a_plan_tells_what_a_split_then_does(kings, registrar):
    joined, other = kings
    part = Part("King Abdullah", "Kingdom of Ordeval")
    plan = planned_split(joined, other, part)
    assert (len(plan.given), plan.staying, plan.alias) == (2, 2, "King Abdullah")
    assert plan.lasts
    assert not plan.is_new
    assert not RegisterDecision.objects.exists()
    split(joined, other, part, registrar)
    assert links() == {joined.slug: plan.staying, other.slug: len(plan.given), "tomas-arrel": 4}
    other.refresh_from_db()
    assert plan.alias in other.aliases


def test_a_plan_for_a_new_row_makes_none(kings):
    plan = planned_split(kings[0], "King Abdullah", Part("King Abdullah", "Kingdom of Ordeval"))
    assert (plan.is_new, plan.alias, plan.refusals) == (True, "", [])
    assert Official.objects.filter(name="King Abdullah").count() == 1


@pytest.mark.parametrize("part", [Part(), Part("Nobody"), Part(references=("X-1",))])
def test_a_plan_that_cannot_be_says_why_as_the_split_does(kings, registrar, part):
    plan = planned_split(*kings, part)
    with pytest.raises(NotDecided) as refused:
        split(*kings, part, registrar)
    assert plan.refusals == [str(refused.value)]
