"""Characters that crawling spoilt: mended where a score improves, named where they are lost."""

import pytest

from readouts.archive.scrapes.blocks import lines_of
from readouts.archive.scrapes.damage import load_text, without_damaged_site_name

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
    assert lines_of(page) == ["One bold line.", "after", "Two", "Three", "Four"]


def test_deeply_nested_markup_is_no_trouble():
    assert lines_of("<div>" * 5000 + "Deep" + "</div>" * 5000) in (["Deep"], [])
