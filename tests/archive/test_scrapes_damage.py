"""Characters that crawling spoilt: mended where a score improves, named where they are lost."""

import pytest

from readouts.archive.scrapes import read_pages
from readouts.archive.scrapes.blocks import lines_of_markup
from readouts.archive.scrapes.damage import (
    load_text,
    without_damaged_site_name,
    without_leftovers,
)
from readouts.archive.scrapes.markup import parse

NAME = "联合国网".encode("gbk").decode("latin-1")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The country’s flag".encode(), "The country’s flag"),
        ("The country’s flag".encode("cp1252"), "The country’s flag"),
        ("\ufeffThe flag".encode(), "The flag"),
        ("The flag".encode("utf-16"), "The flag"),
        ("The country’s flag".encode().decode("cp1252").encode(), "The country’s flag"),
        ("¡°Peace¡± and the country¡¯s flag".encode(), "“Peace” and the country’s flag"),
        (b"Jordanrsquo;s flag mdash; new", "Jordan’s flag — new"),
        ("4\u00a0May\u200b 2012".encode(), "4 May 2012"),
        ("Secretary\u2011Gen\u00aderal".encode(), "Secretary-General"),
        ("¡Adelante! ¿Qué tal, señor Núñez?".encode(), "¡Adelante! ¿Qué tal, señor Núñez?"),
        ("Côte d’Ivoire, São Tomé".encode(), "Côte d’Ivoire, São Tomé"),
        ("Астана, الأمم المتحدة".encode(), "Астана, الأمم المتحدة"),
    ],
)
def test_text_is_mended_only_where_it_gains(raw, text):
    assert load_text(raw)[0] == text


def test_a_straight_apostrophe_stays_as_printed():
    assert load_text(b"Kazakhstan's")[0] == "Kazakhstan's"


def test_each_repair_is_told():
    assert load_text("plain’s".encode())[1] == []
    assert len(load_text("The country’s".encode().decode("cp1252").encode())[1]) == 1
    assert len(load_text("naïve".encode("cp1252"))[1]) == 1


def test_a_site_name_in_wrong_characters_is_dropped_from_the_masthead_only():
    kept, warnings = without_damaged_site_name([NAME, f"He thanked the {NAME} again."])
    assert kept == ["He thanked the […] again."]
    assert len(warnings) == 2


def test_accented_words_are_no_damage():
    assert without_damaged_site_name(["éèàù", "Özgür", "ÆØÅ"])[1] == []


def test_markup_becomes_blocks_without_scripts_and_navigation():
    page = """<html><head><title>T</title></head><body><nav>Home</nav><script>x</script>
    <p>One <b>bold</b>
    line.</p>after<ul><li>Two</li><li>Three<br>Four</li></ul></body></html>"""
    assert lines_of_markup(parse(page)) == ["One bold line.", "after", "Two", "Three", "Four"]


def test_deeply_nested_markup_is_no_trouble():
    assert lines_of_markup(parse("<div>" * 5000 + "Deep" + "</div>" * 5000)) in (["Deep"], [])


TITLE = (
    "Readout of the Secretary-General’s meeting with H.E. Mr. Ivo Dahl, Prime Minister of Norway"
)
MET = (
    "The Secretary-General met today with H.E. Mr. Ivo Dahl, Prime Minister of Norway. They "
    "discussed the herring quota of the Arctic Council."
)


def read(*lines, title=TITLE):
    page = "\n\n".join(["Oslo, Norway", "7 May 2018", title, *lines])
    return read_pages(page.encode(), name="page.txt")


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("They spoke of Norways role.", "An apostrophe may be missing, as in “Norways role"),
        ("The Prime Ministers Office spoke.", "An apostrophe may be missing"),
        ("They dont agree on herring yet.", "An apostrophe may be missing"),
        ("He spoke Fran?ais with the Prime Minister.", "A ? stands where"),
        ("?The Prime Minister thanked him.", "A ? stands where"),
        (
            "The Prime Minister thanked the Secretary-General and the Arctic Council for what "
            "they do, and asked him to",
            "The text breaks off",
        ),
        (
            "Our shop in Bergen sells waterproof jackets at half price until Sunday, so come in.",
            "may not belong to the text",
        ),
        ("This readout replaces the one issued at noon.", "corrected or replaces another"),
        ("An earlier version named another Prime Minister.", "corrected or replaces another"),
        ("* Corrected first name of the Prime Minister.", "corrected or replaces another"),
        ("[Editor’s note: the meeting did not take place after all.]", "An editor's note"),
    ],
)
def test_what_cannot_be_mended_is_told(text, warning):
    (record,) = read(MET, text)
    assert record["body"][-1] == text
    assert any(warning in told for told in record["source"]["warnings"])


def test_a_correction_told_above_the_title_is_told():
    notice = "* This readout was corrected on 8 May 2018."
    page = "\n\n".join(["Oslo, Norway", "7 May 2018", notice, TITLE, MET])
    (record,) = read_pages(page.encode(), name="page.txt")
    assert record["body"] == [MET]
    assert any(notice in told for told in record["source"]["warnings"])


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Ministers agreed to meet again.",
        "Norwegians and others in the Emirates welcomed this.",
        "Is this the last quota? The Prime Minister hoped so.",
        "The Prime Minister thanked the Secretary-General for his visit to Norway.",
        "Ambos mandatarios han coincidido en la importancia de la cooperación en materia de pesca.",
    ],
)
def test_a_sound_text_raises_no_doubt(text):
    (record,) = read(MET, text)
    doubts = ("apostrophe", "A ?", "breaks off", "belong to the text", "corrected or")
    assert not [told for told in record["source"]["warnings"] if any(d in told for d in doubts)]


@pytest.mark.parametrize(
    "cut", [", Prime Minister of…", "...", ", Prime Minister of", ", Prime Min"]
)
def test_a_title_that_is_cut_short_is_told(cut):
    (record,) = read(MET, title=TITLE.replace(", Prime Minister of Norway", cut))
    assert record["encounters"][0]["participants"][0]["name"] == "Ivo Dahl"
    assert any("cut short" in told for told in record["source"]["warnings"])


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("Caf&eacute; &amp;rsquo; &#8217;", "Café ’ ’"),
        ("Ceacute;dric, Sentilde;or; agrave; la", "Cédric, Señor; à la"),
        ("met Ivo Dahl Ivo Dahl, Prime Minister", "met Ivo Dahl, Prime Minister"),
        ("in New York, New York", "in New York, New York"),
        ("AT&T; R&D", "AT&T; R&D"),
    ],
)
def test_what_markup_left_behind_is_taken_away(line, mended):
    text, _ = load_text(line.encode())
    assert without_leftovers([text])[0] == [mended]


def test_a_paragraph_in_another_language_that_shares_no_name_is_no_translation():
    stranger = (
        "Le nouveau restaurant des halles propose une carte de saison et des vins de la Loire."
    )
    assert len(read(MET, stranger)) == 1


def test_names_that_two_languages_print_apart_are_told():
    guest = "S.E. M. Ivo Daal, Premier ministre de la Norvège"
    french = f"Le Secrétaire général a rencontré aujourd’hui {guest}."
    title = f"Compte rendu de la rencontre du Secrétaire général avec {guest}"
    english, translation = read(MET, title, french)
    assert translation["translation_of"] == english["reference"]
    assert any("“Ivo Dahl” and “Ivo Daal”" in told for told in translation["source"]["warnings"])


def test_those_who_came_with_a_party_are_accompanying():
    (record,) = read(
        MET,
        "The Prime Minister was accompanied by H.E. Ms. Liv Berg, Minister of Trade of Norway; and "
        "Mr. Odd Lie, Director of the Arctic Council. Interpreters were present.",
    )
    people = record["encounters"][0]["participants"]
    assert [(person["name"], person["side"]) for person in people] == [
        ("Ivo Dahl", "counterpart"),
        ("Liv Berg", "accompanying"),
        ("Odd Lie", "accompanying"),
    ]
