"""Places and the names of countries as printed."""

import pytest

from readouts.archive.scrapes.countries import country_at_start, country_code
from readouts.archive.scrapes.places import place_above, read_place


@pytest.mark.parametrize(
    ("lines", "city", "country"),
    [
        (["Astana", "Kazakhstan"], "Astana", "KZ"),
        (["Bern, Switzerland"], "Bern", "CH"),
        (["The Hague, the Netherlands"], "The Hague", "NL"),
        (["Seoul, Republic of Korea"], "Seoul", "KR"),
        (["London, United Kingdom"], "London", "GB"),
        (["St. Petersburg"], "St. Petersburg", "RU"),
        (["New York"], "New York", "US"),
        (["Chicago"], "Chicago", "US"),
        (["Aqaba, Jordan"], "Aqaba", "JO"),
        (["Ramallah"], "Ramallah", "PS"),
        (["Kuwait City"], "Kuwait City", "KW"),
        (["Washington, DC"], "Washington, DC", "US"),
        (["Nur-Sultan"], "Nur-Sultan", "KZ"),
        (["Timor-Leste"], "", "TL"),
        (["Singapore", "Singapore"], "Singapore", "SG"),
        ([], "", ""),
    ],
)
def test_a_place_is_read_from_one_line_or_two(lines, city, country):
    place = read_place(*lines)
    assert (place.city, place.country) == (city, country)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the Republic of Kazakhstan", "KZ"),
        ("Hasemite Kingdom of Jordan", "JO"),
        ("Plurinational State of Bolivia", "BO"),
        ("Federal Democratic Republic of Ethiopia", "ET"),
        ("Democratic Republic of the Congo", "CD"),
        ("Republic of Congo", "CG"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("United Kingdom of Great Britain and Northern Ireland", "GB"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("Viet Nam", "VN"),
        ("State of Palestine", "PS"),
        ("St. Lucia", "LC"),
        ("Korea", ""),
        ("Atlantis", ""),
        ("Foreign Affairs of the State of Kuwait", ""),
        ("", ""),
    ],
)
def test_a_country_is_known_by_its_printed_names(name, code):
    assert country_code(name) == code


def test_navigation_above_the_title_is_no_place():
    assert place_above(["Astana", "Latest readouts"]) == []
    assert place_above(["Search", "Kazakhstan"]) == ["Kazakhstan"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russie", "RU"),
        ("République du Niger", "NE"),
        ("República de Colombia", "CO"),
        ("Российская Федерация", ""),
        ("Россия", "RU"),
        ("日本", "JP"),
        ("Republic of the Union of Myanmar", "MM"),
        ("Italian Republic", "IT"),
        ("Swaziland", "SZ"),
        ("Burma", "MM"),
    ],
)
def test_a_country_is_known_in_other_languages_and_old_forms(name, code):
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Ramallah", "PS"),
        ("Washington, DC", "US"),
        ("Ottawa, Ontario", "CA"),
        ("Nur-Sultan", "KZ"),
        ("United Nations Headquarters", "US"),
        ("Georgetown", ""),
        ("Tripoli", ""),
        ("Victoria", ""),
        ("Santa Fe", ""),
    ],
)
def test_a_well_known_city_alone_has_its_country_and_others_have_none(line, code):
    place = read_place(line)
    assert (place.city, place.country, place.known_seat) == (line, code, bool(code))


def test_a_country_at_the_start_is_the_longest_that_is_printed():
    assert country_at_start("Bosnia and Herzegovina Denis Roe") == "Bosnia and Herzegovina"
    assert country_at_start("the Republic of Korea, Ana Doe") == "the Republic of Korea"
    assert country_at_start("Ontario Ana Doe") == ""
