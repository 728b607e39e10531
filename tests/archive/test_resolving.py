"""Printed names find their register rows; what is unknown gets an unchecked row, and nobody is
taken for somebody else."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.archive import terms
from readouts.archive.lines import parse
from readouts.archive.resolving import Register
from readouts.archive.shapes import shape_of
from readouts.models.register import Appointment, Official, Organization, Topic
from tests import make
from tests.archive.samples import PRESIDENT, encounter, record

pytestmark = pytest.mark.django_db
DAY = datetime.date(2015, 3, 5)


def resolved(register=None, **fields):
    told, problems = parse(record(**fields))
    assert problems == []
    return (register or Register()).resolve(shape_of(told))


def participant(register=None, day="2015-03-05", **fields):
    """The register keys of one participant met on 5 March 2015."""
    shape = resolved(register, encounters=[encounter(PRESIDENT | fields, date=day)])
    return shape["encounters"][0]["participants"][0]["register"]


def king(state):
    """King Abdullah of `state`, reigning."""
    row = make.organization(state, official_name=f"Kingdom of {state}")
    who = make.official("King Abdullah", slug=f"king-abdullah-{row.slug}")
    return make.appointment(who, row, title="King")


# --- organizations and topics -------------------------------------------------------------------


@pytest.mark.parametrize(
    "printed",
    ["Vålmora", "valmora", "Republic of Valmora", "the Republic of Valmora", "VLM", "Old Valmora"],
)
def test_an_organization_is_found_by_any_name_accents_aside(printed):
    make.organization("Valmora", acronym="VLM", aliases=["Old Valmora"])
    assert participant(organization=printed, name="")["organization"] == "valmora"


def test_its_own_name_goes_before_the_acronym_of_another():
    make.organization("MC", slug="mc", official_name="")
    make.organization("Meridian Compact", acronym="MC", official_name="")
    assert participant(organization="MC", name="")["organization"] == "mc"


def test_names_of_fixtures_are_found_that_were_never_folded():
    Organization.objects.bulk_create(
        [Organization(slug="ordeval", name="Ordeval", kind="state", folded="")]
    )
    assert participant(organization="Ordeval", name="")["organization"] == "ordeval"


def test_topics_and_mentions_are_each_named_once_in_the_order_of_keys():
    make.topic("Trade", aliases=["Commerce"])
    make.organization("Valmora")
    shape = resolved(
        topics=["Trade", "Commerce", "Arms"], organizations=["Valmora", "Republic of Valmora"]
    )
    assert [row["key"] for row in shape["topics"]] == ["arms", "trade"]
    assert [row["key"] for row in shape["organizations"]] == ["valmora"]


def test_the_unknown_gets_an_unchecked_row_once():
    register = Register()
    shapes = [
        resolved(register, topics=["Arms"], organizations=["Open Shores Network"]) for _ in range(2)
    ]
    register.save(shapes)
    row = Organization.objects.get(name="Open Shores Network")
    assert (row.kind, row.checked) == ("other", False)
    assert Topic.objects.get(name="Arms").checked is False
    assert Official.objects.get(name="Iria Solano").checked is False
    assert Register().unsaved == []
    again = Register()
    resolved(again, topics=["Arms"], organizations=["Open Shores Network"])
    assert again.unsaved == []


def test_no_appointment_is_made_up():
    register = Register()
    register.save([resolved(register)])
    assert not Appointment.objects.exists()


def test_a_name_without_latin_letters_gets_a_key():
    register = Register()
    register.save([resolved(register, encounters=[encounter(PRESIDENT | {"name": "نور"})])])
    assert Official.objects.get(name="نور").slug == "nwr"


# --- officials ----------------------------------------------------------------------------------


def test_an_official_is_found_with_the_appointment_held_that_day():
    president = make.appointment()
    keys = participant(name="Iría Solano")
    assert keys["official"] == president.official.slug
    assert keys["appointment"] == list(president.natural_key())


def test_a_term_that_was_over_is_not_the_appointment_of_that_day():
    make.appointment(start=datetime.date(2010, 1, 1), end=datetime.date(2014, 12, 31))
    keys = participant()
    assert keys["official"] == "iria-solano"
    assert "appointment" not in keys


def test_of_two_kings_of_one_name_the_organization_decides():
    first, second = king("Valmora"), king("Ordeval")
    keys = participant(name="King Abdullah", title="King", organization="Kingdom of Ordeval")
    assert keys["official"] == second.official.slug != first.official.slug


def test_the_king_of_one_state_is_not_the_only_known_king_of_another():
    known = king("Valmora")
    make.organization("Ordeval", official_name="Kingdom of Ordeval")
    register = Register()
    keys = participant(register, name="King Abdullah", organization="Kingdom of Ordeval")
    assert keys["official"] != known.official.slug
    assert [row.name for row in register.unsaved if isinstance(row, Official)] == ["King Abdullah"]
    again = participant(register, name="King Abdullah", organization="Kingdom of Ordeval")
    assert again == keys


def test_who_is_nowhere_of_two_kings_is_neither():
    first, second = king("Valmora"), king("Ordeval")
    register = Register()
    keys = participant(register, name="King Abdullah", title="", organization="")
    assert keys["official"] not in {first.official.slug, second.official.slug}
    assert participant(register, name="King Abdullah", title="", organization="") == keys


def test_of_two_the_one_who_held_office_that_day_decides_where_nothing_else_is_printed():
    first, second = king("Valmora"), king("Ordeval")
    first.end = datetime.date(2012, 1, 1)
    first.save()
    keys = participant(name="King Abdullah", title="", organization="")
    assert keys["official"] == second.official.slug


def test_a_minister_who_chairs_an_organization_is_the_same_person():
    president = make.appointment()
    make.organization("Lagoon Association", kind="igo", official_name="")
    keys = participant(organization="Lagoon Association", title="Chairperson")
    assert keys["official"] == president.official.slug
    assert keys["organization"] == "lagoon-association"


def test_where_a_loaded_person_was_printed_counts_as_known(tmp_path):
    from readouts.archive.load import load
    from tests.archive.samples import file

    make.mandate()
    for state in ("Valmora", "Ordeval"):
        make.organization(state, official_name=f"Kingdom of {state}")
    people = [
        PRESIDENT | {"name": "King Abdullah", "organization": f"Kingdom of {state}"}
        for state in ("Valmora", "Ordeval")
    ]
    lines = [record(f"A-{n}", encounters=[encounter(who)]) for n, who in enumerate(people)]
    load([file(tmp_path, *lines)])
    assert Official.objects.filter(name="King Abdullah").count() == 2
    keys = {participant(**who)["official"] for who in people}
    assert len(keys) == 2


def test_an_office_without_a_name_has_no_official():
    make.organization("Valmora")
    assert participant(name="") == {"organization": "valmora"}


# --- the principal ------------------------------------------------------------------------------


def test_the_mandate_is_the_one_held_that_day():
    make.mandate()
    keys = resolved()["principal"]["register"]
    assert keys["official"] == "tomas-arrel"
    assert keys["appointment"][-1] == "2014-02-01"
    early = resolved(encounters=[encounter(date="2013-01-01")])
    assert early["principal"]["register"] == {}


def test_a_principal_without_a_name_is_found_by_title_and_day():
    make.mandate()
    shape = resolved(principal={"title": "Secretary-General"})
    assert shape["principal"]["register"]["official"] == "tomas-arrel"


def test_a_stranger_is_no_principal():
    make.mandate()
    shape = resolved(principal={"name": "Ada Winterbourne", "title": "Secretary-General"})
    assert shape["principal"]["register"] == {}


@given(
    st.dates(datetime.date(2013, 1, 1), datetime.date(2016, 12, 31)),
    st.sampled_from(["day", "month", "year"]),
)
def test_held_agrees_with_the_register(day, precision):
    make.appointment(end=datetime.date(2015, 6, 1), end_precision="month")
    day = day.replace(day=1) if precision != "day" else day
    day = day.replace(month=1) if precision == "year" else day
    known = Register().terms
    held = terms.held(known.of(Official.objects.all()), day, precision)
    assert {term.pk for term in held} == set(
        Appointment.objects.held_on(day, precision).values_list("pk", flat=True)
    )


# --- spellings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "name", "sort_name"),
    [
        ("Нурсултан Назарбаев", "Nursultan Nazarbayev", "Nazarbayev, Nursultan"),
        ("Nursultan Nazarbaev", "Nursultan Nazarbayev", "Nazarbayev, Nursultan"),
        ("Abdel-Fattah el-Sisi", "Abdel Fattah Al Sisi", "Sisi, Abdel Fattah Al"),
        ("NAZARBAYEV, Nursultan", "Nursultan Nazarbayev", "Nazarbayev, Nursultan"),
        ("Abe Shinzō", "Shinzo Abe", "Abe, Shinzo"),
        ("习近平", "Xi Jinping", "Xi Jinping"),
        ("H.E. Mr. Ban Ki-moon", "Ban Ki-moon", "Ban Ki-moon"),
        ("President Iria Solano", "Iria Solano", "Solano, Iria"),
        ("Волков Иван", "Ivan Volkov", "Ivan Volkov"),
    ],
)
def test_a_person_is_found_however_the_name_is_spelled(printed, name, sort_name):
    who = make.official(name, sort_name=sort_name)
    make.appointment(who)
    assert participant(name=printed)["official"] == who.slug


def test_names_turned_around_are_one_person_only_where_the_person_is_known_to_be_of():
    make.appointment(make.official("Hassan Omar", sort_name="Hassan Omar"))
    make.organization("Ordeval")
    assert participant(name="Omar Hassan")["official"] == "hassan-omar"
    keys = participant(name="Omar Hassan", organization="Ordeval")
    assert keys["official"] == "omar-hassan"


@pytest.mark.parametrize(
    "printed",
    [
        "Cote d’Ivoire",
        "Côte d'Ivoire",
        "COTE D IVOIRE",
        "the Ivorian",
        "CI",
        "Republic of the Côte d’Ivoire",
    ],
)
def test_a_state_is_found_by_every_name_it_has(printed):
    make.organization(
        "Côte d’Ivoire",
        slug="cote-divoire",
        official_name="Republic of Côte d’Ivoire",
        adjective="Ivorian",
        country_code="CI",
    )
    assert participant(organization=printed, name="")["organization"] == "cote-divoire"


def test_a_state_the_register_lacks_is_made_as_a_state():
    register = Register()
    participant(register, organization="Kazakhstan", name="")
    row = register.organizations.slugs["kazakhstan"]
    assert row in register.unsaved
    assert (row.kind, row.country_code, row.checked) == ("state", "KZ", False)


# --- one word -----------------------------------------------------------------------------------


def presidents(*terms, surname="Solano"):
    """Presidents of Valmora who share a surname, each with first and last year."""
    place = make.organization("Valmora")
    found = []
    for number, (first, last) in enumerate(terms):
        who = make.official(f"{'ABC'[number]}na {surname}")
        make.appointment(
            who,
            place,
            start=datetime.date(first, 1, 1),
            end=datetime.date(last, 12, 31),
        )
        found.append(who)
    return found


def test_a_surname_alone_means_who_held_office_there_that_day():
    father, son = presidents((1989, 1993), (2001, 2009))
    printed = {"name": "President Solano"}
    assert participant(day="1990-05-01", **printed)["official"] == father.slug
    assert participant(day="2005-05-01", **printed)["official"] == son.slug


def test_a_surname_alone_means_nobody_when_two_held_office_or_none_did():
    presidents((2010, 2016), (2012, 2018))
    register = Register()
    keys = participant(register, name="President Solano")
    assert keys["official"] == "president-solano"
    assert participant(register, name="President Solano") == keys
    assert participant(register, day="1950-01-01", name="Solano")["official"] == "solano"


def test_an_alias_of_one_word_does_not_reach_beyond_the_term():
    [known] = presidents((2001, 2009))
    known.aliases = ["President Solano"]
    known.save()
    register = Register()
    assert (
        participant(register, day="2005-01-01", name="President Solano")["official"] == known.slug
    )
    later = participant(register, day="2015-01-01", name="President Solano")
    assert later["official"] != known.slug
    assert participant(register, day="2015-01-01", name="President Solano") == later


def test_a_surname_alone_needs_the_state():
    presidents((2010, 2016))
    make.organization("Ordeval")
    assert participant(name="President Solano", organization="Ordeval")["official"] != "ana-solano"
    assert participant(name="President Solano", organization="")["official"] != "ana-solano"


def test_two_kings_of_states_nobody_knows_are_two():
    register = Register()
    first = participant(register, name="King Abdullah", organization="Kingdom of Valmora")
    second = participant(register, name="King Abdullah", organization="Kingdom of Ordeval")
    assert first["official"] != second["official"]
    assert participant(register, name="King Abdullah", organization="Kingdom of Valmora") == first


def test_two_of_one_full_name_in_two_states_are_two():
    register = Register()
    states = ["Valmora", "Ordeval", "Tessaly"]
    found = [participant(register, organization=state) for state in states]
    assert len({keys["official"] for keys in found}) == 3
    assert [participant(register, organization=state) for state in states] == found
    nowhere = participant(register, organization="")
    assert nowhere["official"] not in {keys["official"] for keys in found}
    assert participant(register, organization="") == nowhere


def test_two_of_one_name_in_one_state_are_parted_by_their_terms_or_not_at_all():
    presidents((2001, 2009))
    make.appointment(make.official("Ana Solano", slug="the-other"), start=datetime.date(2010, 1, 1))
    register = Register()
    assert participant(register, day="2005-01-01", name="Ana Solano")["official"] == "ana-solano"
    assert participant(register, name="Ana Solano")["official"] == "the-other"
    doubt = participant(register, day="1990-01-01", name="Ana Solano")["official"]
    assert doubt == "ana-solano-2"
    assert participant(register, day="1990-01-01", name="Ana Solano")["official"] == doubt


# --- keys that a record brings ------------------------------------------------------------------


def test_a_key_the_record_brings_goes_before_the_name():
    president, other = make.appointment(), king("Ordeval")
    shape = resolved()
    person = shape["encounters"][0]["participants"][0]
    person["register"] = {"official": other.official.slug, "organization": "ordeval"}
    keys = Register().resolve(shape)["encounters"][0]["participants"][0]["register"]
    assert keys["official"] == other.official.slug != president.official.slug
    assert keys["organization"] == "ordeval"


def test_a_key_the_register_lacks_falls_back_to_the_name():
    president = make.appointment()
    shape = resolved()
    shape["encounters"][0]["participants"][0]["register"] = {"official": "gone", "appointment": []}
    shape["principal"]["register"] = {"official": "gone"}
    keys = Register().resolve(shape)["encounters"][0]["participants"][0]["register"]
    assert keys["official"] == president.official.slug
    assert keys["appointment"] == list(president.natural_key())


def test_an_appointment_a_record_brings_names_the_official_and_the_organization():
    president = make.appointment()
    key = list(president.natural_key())
    other = make.official("Odo Brand").slug
    whole = {"official": "iria-solano", "organization": "valmora", "appointment": key}
    for told, known in (
        ({"appointment": key}, whole),
        ({"official": "iria-solano", "appointment": key}, whole),
        # Nobody holds what another one was appointed to.
        ({"official": other, "appointment": key}, {"official": other}),
        ({"appointment": [*key[:2], "Queen", *key[3:]]}, {}),
    ):
        shape = resolved()
        shape["encounters"][0]["participants"][0]["register"] = told
        keys = Register().resolve(shape)["encounters"][0]["participants"][0]["register"]
        assert keys == known


def test_a_double_is_found_by_name_as_the_one_it_was_merged_into():
    president = make.appointment()
    make.official("Irja Solanova", merged_into=president.official)
    keys = participant(name="Irja Solanova")
    assert keys["official"] == president.official.slug
    assert keys["appointment"] == list(president.natural_key())
    shape = resolved()
    shape["encounters"][0]["participants"][0]["register"] = {"official": "irja-solanova"}
    keys = Register().resolve(shape)["encounters"][0]["participants"][0]["register"]
    assert keys == {"official": "irja-solanova"}


# --- at speed -----------------------------------------------------------------------------------


def test_nothing_is_asked_for_each_record(django_assert_max_num_queries):
    make.appointment()
    make.mandate()
    register = Register()
    with django_assert_max_num_queries(2):
        for day in range(1, 29):
            resolved(register, encounters=[encounter(date=f"2015-03-{day:02}")])


def test_new_rows_are_saved_once_with_their_numbers():
    register = Register()
    resolved(register)
    rows = register.save_new()
    assert {row.pk is None for row in rows} == {False}
    assert Official.objects.get(slug="iria-solano").folded == "iria solano"
    assert register.save_new() == []
    assert register.officials.slugs["iria-solano"].pk
