"""Titles and sentences in other languages than English: who, which kind, with whom."""

from pathlib import Path

import pytest

from readouts.archive.scrapes import NotAReadout, read_page
from readouts.archive.scrapes.tongues import clauses, languages
from readouts.archive.scrapes.tongues.languages import TONGUES, likely
from readouts.archive.scrapes.tongues.states import state_at, state_of
from readouts.archive.scrapes.tongues.titles import read_tongue_title

# Each entry: a line, and below it the kind, the subject and the parties, each as
# honorific / name / title / organization.
CLAUSES = (Path(__file__).parent / "data" / "clauses.txt").read_text().strip().split("\n\n")


def told(party):
    if party is None:
        return "-"
    fields = (party.honorific, party.name, party.title, party.organization)
    return " / ".join(field or "-" for field in fields)


@pytest.mark.parametrize("entry", CLAUSES, ids=lambda entry: entry.partition("\n")[0])
def test_a_clause_tells_who_met_whom(entry):
    line, kind, subject, *parties = [part.strip() for part in entry.split("\n")]
    whole = not line.endswith((".", "。"))
    read = next(
        clause
        for tongue in likely(line)
        if (clause := clauses.clause_in(line, tongue, whole=whole)) is not None
    )
    assert read.kind == kind
    assert told(read.subject) == subject
    assert [told(party) for party in read.parties] == parties


@pytest.mark.parametrize(
    "line",
    [
        "El precio del pan y la pesca en las costas del norte",
        "Discurso del Presidente en la inauguración del puerto",
        "Le ministre des Affaires étrangères inaugure une exposition",
        "Rede des Bundeskanzlers zur Eröffnung des Hafens",
        "Выступление Министра на открытии порта",
        "كلمة وزير الخارجية في افتتاح الميناء",
        "外交部长王立出席港口启用仪式",
        "Toespraak van de minister-president bij de opening van de haven",
        "Discurso do Presidente na abertura do porto",
        "Remarks of the Secretary-General on the port of Le Havre",
    ],
)
def test_what_reports_no_encounter_is_no_title(line):
    assert read_tongue_title(line, labelled=False) is None


@pytest.mark.parametrize("code", TONGUES)
def test_every_state_is_known_by_its_name_in_every_language(code):
    tongue = languages.TONGUES[code]
    for name, state in tongue.states.items():
        read = state_at(name, 0, tongue)
        assert read is not None, name
        assert read.code == tongue.states[read.name], name
        if read.end == len(name):
            assert read.code == state, name


@pytest.mark.parametrize(
    ("code", "adjective", "state"),
    [
        ("es", "peruana", "PE"), ("es", "francés", "FR"), ("es", "estadounidense", "US"),
        ("es", "austriaco", "AT"), ("es", "australiano", "AU"), ("es", "coreano", ""),
        ("es", "congoleño", ""), ("es", "portavoz", ""), ("es", "federal", ""),
        ("pt", "alemã", "DE"), ("pt", "angolano", "AO"), ("pt", "francesa", "FR"),
        ("fr", "nigérien", "NE"), ("fr", "nigérian", "NG"), ("fr", "sénégalais", "SN"),
        ("fr", "délégué", ""), ("fr", "britannique", "GB"),
        ("de", "französischen", "FR"), ("de", "türkischen", "TR"), ("de", "neuen", ""),
        ("de", "indischen", "IN"), ("de", "indonesischen", "ID"),
        ("nl", "Franse", "FR"), ("nl", "Zuid-Afrikaanse", "ZA"), ("nl", "demissionaire", ""),
        ("ru", "турецким", "TR"), ("ru", "китайским", "CN"), ("ru", "новым", ""),
        ("nl", "Noorse", "NO"), ("fr", "italien", "IT"), ("fr", "algérien", "DZ"),
        ("de", "usbekischen", "UZ"), ("ru", "южнокорейским", "KR"), ("es", "alemán", "DE"),
        ("pt", "egípcio", "EG"), ("ar", "الكرواتي", "HR"),
        ("ar", "المصري", "EG"), ("ar", "الفرنسية", "FR"), ("ar", "الجديد", ""),
    ],
)  # fmt: skip
def test_an_adjective_is_that_of_one_state_or_of_none(code, adjective, state):
    assert state_of(adjective, TONGUES[code]) == state


SPANISH = """El canciller Iván Solórzano se reunió con la ministra de Exteriores de Chile, Ana Rey

12 de mayo de 2021

El canciller de Uruguay, Iván Solórzano, se reunió hoy en Montevideo con la ministra de \
Relaciones Exteriores de Chile, Ana Rey, y hablaron de la pesca del próximo año.

También recibió al embajador de Francia, Luc Moreau."""


def test_an_unknown_page_is_read_by_the_grammar_of_its_language():
    record = read_page(SPANISH.encode(), name="page.txt")
    assert record["language"] == "es"
    assert record["principal"] == {
        "name": "Iván Solórzano",
        "title": "canciller",
        "organization": "Uruguay",
    }
    first, second = record["encounters"]
    assert (first["kind"], first["date"]) == ("meeting", "2021-05-12")
    assert first["participants"][0]["organization"] == "Chile"
    assert second["participants"][0]["name"] == "Luc Moreau"
    assert record["source"]["fields"]["principal.organization"] == "body"
    assert record["source"]["fields"]["encounters[0].participants"] == "title"


def test_a_counterpart_is_told_to_hold_the_office_of_the_principal():
    page = SPANISH.replace("la ministra de Exteriores de Chile", "su homóloga chilena")
    record = read_page(page.partition("12 de")[0].encode() + b"Hablaron de la pesca.", name="p")
    assert record["encounters"][0]["participants"][0]["organization"] == "Chile"
    assert any("only a counterpart" in warning for warning in record["source"]["warnings"])


@pytest.mark.parametrize(
    "sentence",
    [
        "El canciller recordó que el Presidente se reunió con la ministra de Chile, Ana Rey.",
        "El presidente de Chile, Juan Paz, se reunió con la ministra de Perú, Rosa Luna.",
    ],
)
def test_an_encounter_of_somebody_else_is_no_further_one(sentence):
    record = read_page((SPANISH + "\n\n" + sentence).encode(), name="page.txt")
    assert len(record["encounters"]) == 2


def test_a_name_put_into_the_nominative_is_told():
    page = "Телефонный разговор с Президентом Казахстана Ержаном Абаевым\n\n2 июня 2021 года\n\n"
    page += "Президент России Виктор Орлов провёл телефонный разговор с Ержаном Абаевым."
    record = read_page(page.encode(), name="page.txt")
    assert record["encounters"][0]["participants"][0]["name"] == "Ержан Абаев"
    assert any("nominative “Ержан Абаев”" in told for told in record["source"]["warnings"])


def test_the_issuing_office_tells_the_state_of_the_principal():
    page = f"Ministerio de Relaciones Exteriores de Paraguay\n\n{SPANISH}"
    record = read_page(page.replace("canciller de Uruguay", "canciller").encode(), name="page.txt")
    assert record["principal"]["organization"] == "Paraguay"
    assert record["source"]["fields"]["principal.organization"] == "neighbour"


@pytest.mark.parametrize(
    ("words", "city"),
    [
        (
            "El canciller Solórzano se reunió en Ginebra con la ministra de Chile, Ana Rey.",
            "Ginebra",
        ),
        ("Le ministre Roux a rencontré à Genève la ministre du Chili, Ana Rey.", "Genève"),
        ("Министр Орлов встретился в Женеве с Министром Индии Р.Капуром.", "Женева"),
        ("2021年5月12日，外交部长王立在日内瓦会见法国外长莫罗。", "日内瓦"),
    ],
)
def test_a_known_city_in_the_clause_is_its_place(words, city):
    clause = next(
        read for tongue in likely(words) if (read := clauses.clause_in(words, tongue, whole=False))
    )
    assert (clause.place.city, clause.place.country) == (city, "CH")


def test_figures_are_settled_by_the_same_date_in_the_text():
    page = SPANISH.replace("12 de mayo de 2021", "02.09.2021").replace("hoy", "el 2 de septiembre")
    record = read_page(page.encode(), name="page.txt")
    assert record["issued"] == "2021-09-02"
    assert any("settled" in told for told in record["source"]["warnings"])


JOINED = """Canciller Ledesma y su par de Noruega {verb}

Quito, 21 de agosto de 2020

{body}
"""


def test_two_parties_of_one_title_met_as_the_text_tells_by_whatever_verb():
    body = (
        "El canciller Iván Ledesma dialogó por teléfono con la ministra de Asuntos Exteriores de "
        "Noruega, Ingrid Dahl."
    )
    page = JOINED.format(verb="repasan la agenda de cooperación", body=body)
    (encounter,) = read_page(page.encode(), name="joined.txt")["encounters"]
    assert encounter["kind"] == "call"
    assert [party["name"] for party in encounter["participants"]] == ["Ingrid Dahl"]


def test_two_parties_of_one_title_did_not_meet_where_no_sentence_says_so():
    body = (
        "Los dos gobiernos expresaron su solidaridad con las víctimas de la inundación y pidieron "
        "que la ayuda llegue pronto a los pueblos de la costa."
    )
    page = JOINED.format(verb="lamentan la inundación", body=body)
    with pytest.raises(NotAReadout):
        read_page(page.encode(), name="joined.txt")
