"""Pages from the archive beside the records they must become; and what is refused, with why."""

import json
from pathlib import Path

import pytest

from readouts.archive.scrapes import LAYOUTS, NotAReadout, read_page, read_pages

DATA = Path(__file__).parent / "data"
PAGES = sorted(path for path in (DATA / "pages").iterdir() if path.suffix != ".json")

KEYS = [
    "reference", "language", "title", "principal", "issued", "dateline", "published_at",
    "encounters", "organizations", "topics", "tags", "body", "corrections", "source",
]  # fmt: skip

NAZARBAYEV = {
    "kind": "meeting",
    "date": "2010-11-30",
    "precision": "day",
    "city": "Astana",
    "country": "KZ",
    "occasion": "ahead of OSCE Summit in Astana",
    "participants": [
        {
            "name": "Nursultan Nazarbayev",
            "honorific": "H.E. Mr.",
            "title": "President",
            "organization": "Republic of Kazakhstan",
            "side": "counterpart",
        }
    ],
}
SAUDABAYEV = {
    "kind": "working_lunch",
    "date": "2010-11-30",
    "precision": "day",
    "city": "Astana",
    "country": "KZ",
    "occasion": "ahead of OSCE Summit in Astana",
    "participants": [
        {
            "name": "Kanat Saudabayev",
            "honorific": "H.E. Mr.",
            "title": "Foreign Minister of Kazakhstan and Chairperson-in-Office of the OSCE",
            "organization": "Kazakhstan",
            "side": "counterpart",
        }
    ],
}
REAL_BODY = [
    "The Secretary-General met today, 30 November 2010, with H.E. Mr. Nursultan Nazarbayev, "
    "President of the Republic of Kazakhstan. The Secretary-General congratulated Kazakhstan on "
    "its successful conduct as Chairman-in-Office of the Organization for Security and "
    "Cooperation in Europe (OSCE) and the Summit in Astana. The Secretary-General and the "
    "President discussed the ongoing cooperation between the United Nations and the OSCE in "
    "reinforcing stability in Kyrgyzstan. They affirmed the importance of regional arrangements "
    "in strengthening peace and security in Central Asia, including providing for secure "
    "borders, access to transit and trade, and the mutually beneficial use of shared natural "
    "resources. The Secretary-General also underlined the important role of civil society, "
    "gender empowerment and human rights in this regard.",
    "They agreed that the UN Regional Centre for Preventive Diplomacy provides a platform for "
    "dialogue and the search for mutually beneficial solutions to shared challenges in Central "
    "Asia.",
    "The Secretary-General thanked Kazakhstan for its leadership in promoting inter-religious "
    "dialogue and commitment to nuclear disarmament and non-proliferation. He also welcomed the "
    "contribution and proposals by Kazakhstan for improving the conditions in Afghanistan.",
    "Later the Secretary-General had a separate working lunch with H.E. Mr. Kanat Saudabayev, "
    "Foreign Minister of Kazakhstan and Chairperson-in-Office of the OSCE. They discussed "
    "Kazakhstan's OSCE Chairmanship, and regional topics including relations between Armenia and "
    "Azerbaijan, Kyrgyzstan, Moldova, Afghanistan and Pakistan as well as counter-terrorism. They "
    "also discussed relations between the UN and the Organization of The Islamic Conference. "
    "Kazakhstan will host the meeting of the Council of Foreign Ministers of the OIC in 2011.",
]
REAL = {
    "reference": "2010-11-30-readout-of-the-secretary-generals-meeting-with-he-mr-nursultan-"
    "nazarbayev-president-of-the",
    "language": "en",
    "title": "Readout of the Secretary-General's meeting with H.E. Mr. Nursultan Nazarbayev, "
    "President of the Republic of Kazakhstan, ahead of OSCE Summit in Astana, Kazakhstan",
    "principal": {
        "name": "Ban Ki-moon",
        "title": "Secretary-General",
        "organization": "United Nations",
    },
    "issued": "2010-11-30",
    "dateline": {"city": "Astana", "country": "KZ"},
    "encounters": [NAZARBAYEV, SAUDABAYEV],
    "organizations": [
        "Organization for Security and Cooperation in Europe",
        "UN Regional Centre for Preventive Diplomacy",
        "Organization of the Islamic Conference",
    ],
    "body": REAL_BODY,
    "source": {
        "file": "000_591cf0109e884bf5.txt",
        "sha256": "4cfc2f88cbd6a386440de0fcc52af2c3aa6ab666e0d7fb3ba01d86cf06761fa6",
        "layout": "un-former-sg",
        "fields": {
            "reference": "title",
            "language": "body",
            "title": "printed",
            "principal.name": "label",
            "principal.title": "label",
            "principal.organization": "label",
            "issued": "body",
            "dateline.city": "printed",
            "dateline.country": "printed",
            "encounters[0].kind": "title",
            "encounters[0].date": "body",
            "encounters[0].city": "printed",
            "encounters[0].country": "printed",
            "encounters[0].occasion": "title",
            "encounters[0].participants": "title",
            "encounters[1].kind": "body",
            "encounters[1].date": "neighbour",
            "encounters[1].city": "neighbour",
            "encounters[1].country": "neighbour",
            "encounters[1].occasion": "neighbour",
            "encounters[1].participants": "body",
            "organizations": "body",
            "body": "printed",
        },
        "warnings": [
            "“Âé¶¹´«Ã½” is a site name whose bytes were read in a wrong character set; it was "
            "left out.",
            "The page prints no date line; the day of issue was read from the body.",
            "The label calls the principal “Former”, which is a later re-labelling of the "
            "archive; it was ignored.",
        ],
    },
}


def read_real(**address):
    raw = (DATA / "000_591cf0109e884bf5.txt").read_bytes()
    return read_page(raw, name="000_591cf0109e884bf5.txt", **address)


def test_the_real_page_becomes_exactly_this_record():
    assert read_real() == REAL


def test_the_address_gives_the_reference_and_stays_with_the_source():
    url = (
        "https://www.un.org/sg/en/content/former-secretary-general/readouts/2010-11-30/"
        "readout-the-secretary-general%E2%80%99s-meeting-he-mr-nursultan-nazarbayev"
    )
    record = read_real(url=url, retrieved="2024-02-01T00:00:00Z")
    assert (
        record["reference"]
        == "2010-11-30-readout-the-secretary-generals-meeting-he-mr-nursultan-nazarbayev"
    )
    assert record["source"]["url"] == url
    assert record["source"]["retrieved"] == "2024-02-01T00:00:00Z"
    assert record["source"]["fields"]["reference"] == "address"
    assert record["encounters"] == REAL["encounters"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_becomes_the_record_beside_it(path):
    expected = json.loads(path.with_suffix(".json").read_text())
    url = expected["source"].get("url", "")
    record = read_page(path.read_bytes(), name=path.name, url=url)
    assert record == expected
    assert list(record) == [key for key in KEYS if key in record]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.txt", "The file is empty."),
        ("markup-only.html", "The file holds no text, only markup or blank lines."),
        ("navigation-only.txt", "The file holds only navigation: short lines and no paragraph."),
        (
            "frozen-banner-only.txt",
            "The file holds only the banner of a site that is kept as history.",
        ),
        (
            "listing.txt",
            "The file is a list of 3 titles without their texts, not a readout.",
        ),
        ("news-story.txt", "No line of the file is the title of a readout."),
        (
            "title-without-body.txt",
            "The title of a readout is there, but no paragraph follows it.",
        ),
        ("transcript.txt", "The text is a transcript of questions and answers."),
    ],
)
def test_what_is_no_readout_is_refused_with_the_reason(name, reason):
    with pytest.raises(NotAReadout) as refusal:
        read_page((DATA / "refused" / name).read_bytes(), name=name)
    assert str(refusal.value) == reason


def test_every_refused_file_is_named_above():
    refused = {path.name for path in (DATA / "refused").iterdir()}
    mark = next(
        mark
        for mark in test_what_is_no_readout_is_refused_with_the_reason.pytestmark
        if mark.name == "parametrize"
    )
    assert {name for name, _ in mark.args[1]} == refused


def test_layouts_have_names_of_their_own():
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)


def test_titles_of_other_readouts_below_the_text_are_left_out():
    raw = (DATA / "000_591cf0109e884bf5.txt").read_bytes()
    more = "\n\nReadout of the Secretary-General's meeting with the President of Chad\n"
    record = read_page(raw + more.encode(), name="page.txt")
    assert record["body"] == REAL_BODY


def test_mentions_are_no_participants():
    record = json.loads((DATA / "pages" / "former-call.json").read_text())
    names = [p["name"] for e in record["encounters"] for p in e["participants"]]
    assert names == ["Maren Solvik"]


def test_readouts_end_to_end_become_a_record_each():
    raw = (DATA / "several-documents.txt").read_bytes()
    records = read_pages(raw, name="several-documents.txt")
    assert [record["issued"] for record in records] == ["2012-05-03", "2012-05-04"]
    assert len({record["reference"] for record in records}) == 2
    assert all("holds 2 readouts" in record["source"]["warnings"][0] for record in records)


def test_a_text_in_two_languages_becomes_two_records():
    raw = (DATA / "pages" / "former-two-languages.txt").read_bytes()
    english, french = read_pages(raw, name="former-two-languages.txt")
    assert (english["language"], french["language"]) == ("en", "fr")
    assert french["translation_of"] == english["reference"]
    assert french["principal"] == english["principal"]
    assert len(french["body"]) == 1


def test_other_leaders_of_a_title_are_those_the_text_tells_one_by_one():
    page = """Bamako

15 August 2013

Readout of the Secretary-General's meetings with Malian President and other leaders

Ban Ki-moon, Secretary-General

The Secretary-General met today in Bamako with the President and Prime Minister of the Republic \
of Mali, and with the Malian Minister for Water.

With the President of Mali, H.E. Mr. Jo Roe, the Secretary-General spoke of roads.

In his meeting with the Prime Minister, H.E. Ms. Ana Doe, they spoke of schools.

The Secretary-General also met the Malian Minister of Water, Mr. Ben Moe.
"""
    record = read_page(page.encode(), name="page.txt")
    parties = [encounter["participants"] for encounter in record["encounters"]]
    assert [[(p["name"], p["title"]) for p in each] for each in parties] == [
        [("Jo Roe", "President")],
        [("Ana Doe", "Prime Minister")],
        [("Ben Moe", "Minister for Water")],
    ]
    assert [each[0]["organization"] for each in parties] == ["Republic of Mali"] * 2 + ["Mali"]
    origin = record["source"]["fields"]["encounters[2].participants[0].organization"]
    assert origin == "register"


def test_the_printed_name_of_a_state_wins_over_its_adjective():
    page = """Readout of the Secretary-General's meeting with Russian Deputy Foreign Minister

Readouts | Ban Ki-moon, Former Secretary-General

The Secretary-General met today, 28 August 2013, with Mr. Jo Roe, Deputy Foreign Minister of the \
Russian Federation.
"""
    record = read_page(page.encode(), name="page.txt")
    assert record["encounters"][0]["participants"] == [
        {
            "name": "Jo Roe",
            "honorific": "Mr.",
            "title": "Deputy Foreign Minister",
            "organization": "Russian Federation",
            "side": "counterpart",
        }
    ]
