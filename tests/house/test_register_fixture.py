"""The register that comes with the product: whole, loadable, and unambiguous."""

import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django_countries import countries

from readouts.folding import fold
from readouts.models.register import Appointment, Official, Organization, Topic

FIXTURE = Path(__file__).parents[2] / "fixtures" / "register.json"
ROWS = json.loads(FIXTURE.read_text(encoding="utf-8"))
TOPICS = """Climate change; Peacebuilding; Disarmament; Human rights; Sustainable development;
Humanitarian affairs; Refugees and displacement; Food security; Counter-terrorism;
Water and sanitation; Ocean affairs; Gender equality; Youth; Public health; Trade; Migration;
Rule of law; Elections; Energy; Digital cooperation; Education; Regional security; Mediation;
Disaster risk reduction; Culture and heritage; Transport and transit"""


def _of(model):
    return [row["fields"] for row in ROWS if row["model"] == f"readouts.{model}"]


def _states():
    return [row for row in _of("organization") if row["kind"] in ("state", "observer_state")]


def test_it_has_the_member_and_the_observer_states():
    assert Counter(row["kind"] for row in _states()) == {"state": 193, "observer_state": 2}
    assert {row["name"] for row in _states() if row["kind"] == "observer_state"} == {
        "Holy See",
        "State of Palestine",
    }


def test_every_state_has_all_its_words():
    codes = [row["country_code"] for row in _states()]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= set(dict(countries))
    assert [r["slug"] for r in _states() if not (r["official_name"] and r["adjective"])] == []


def test_it_has_bodies_and_topics_enough():
    bodies = [row for row in _of("organization") if "state" not in row["kind"]]
    assert len(bodies) >= 60
    assert len(_of("topic")) >= 60
    assert {name.strip() for name in TOPICS.split(";")} <= {row["name"] for row in _of("topic")}


def test_no_name_means_two_things():
    """An importer resolves names without asking: each folded name leads to one row of its kind."""
    meant = defaultdict(set)
    for model in ("organization", "official", "topic"):
        for row in _of(model):
            names = [row["name"], row.get("official_name"), row.get("acronym")]
            for name in filter(None, [*names, *row.get("aliases", [])]):
                meant[model, fold(name)].add(row["slug"])
    assert {name: slugs for name, slugs in meant.items() if len(slugs) > 1} == {}


def test_it_is_set_as_the_house_sets_text():
    text = FIXTURE.read_text(encoding="utf-8")
    assert "'" not in text, "Apostrophes are curly."
    assert [row for row in ROWS if "pk" in row] == [], "Rows go by their natural keys."


@pytest.mark.django_db
def test_it_loads_and_loading_again_changes_nothing():
    call_command("loaddata", str(FIXTURE), verbosity=0)
    for model in (Organization, Official, Topic):
        model.objects.refold()
    before = [model.objects.count() for model in (Organization, Official, Topic, Appointment)]
    call_command("loaddata", str(FIXTURE), verbosity=0)
    after = [model.objects.count() for model in (Organization, Official, Topic, Appointment)]
    assert before == after
    assert sum(after) == len(ROWS)


@pytest.mark.django_db
def test_what_it_loads_is_valid_and_found():
    call_command("loaddata", str(FIXTURE), verbosity=0)
    for model in (Organization, Official, Topic, Appointment):
        for row in model.objects.all():
            row.full_clean()
    for model in (Organization, Official, Topic):
        model.objects.refold()
    assert Organization.objects.named("Turkey").get().name == "Türkiye"
    assert Organization.objects.named("Cote d'Ivoire").get().adjective == "Ivorian"
    assert (
        Organization.objects.named("Organization of The Islamic Conference").get().acronym == "OIC"
    )
    assert Topic.objects.named("SDGs").get().name == "Sustainable development"


@pytest.mark.django_db
def test_it_knows_who_met_in_astana():
    call_command("loaddata", str(FIXTURE), verbosity=0)
    day = date(2010, 11, 30)
    titles = {official.slug: official.titles_on(day) for official in Official.objects.all()}
    assert titles == {
        "ban-ki-moon": ["Secretary-General, United Nations"],
        "nursultan-nazarbayev": ["President, Kazakhstan"],
        "kanat-saudabayev": [
            "Chairperson-in-Office, Organization for Security and Cooperation in Europe",
            "Foreign Minister, Kazakhstan",
        ],
    }
    assert [mandate.official.slug for mandate in Appointment.objects.mandates()] == ["ban-ki-moon"]
