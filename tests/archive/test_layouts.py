"""Every layout knows its own pages by their marks, and leaves those of the others alone."""

import pytest

from readouts.archive.scrapes import GENERIC, LAYOUTS, NotAReadout, read_page, read_pages

WHITE_HOUSE = "Readout of the President’s Call with Prime Minister Eskil Norrby of Sweden"
CALL = "President Dahl spoke today with Prime Minister Eskil Norrby of Sweden about grain."
UN = "Readout of the Secretary-General’s meeting with H.E. Ms. Hana Vesely, President of Czechia"
MET = "The Secretary-General met today with H.E. Ms. Hana Vesely, President of Czechia, on water."

# The name of a layout, an address or "", and the lines of a page of its own.
PAGES = [
    (
        "un-former-sg",
        "",
        ["Prague", "Czechia", UN, "Readouts | Ban Ki-moon, Former Secretary-General", MET],
    ),
    ("un-new-skin", "", ["New York", "4 May 2018", UN, "António Guterres, Secretary-General", MET]),
    ("un-classic", "", ["Secretary-General Ban Ki-moon", UN, "Prague, 4 May 2012", MET]),
    ("un-other-shell", "", [UN, "Resúmenes | Ban Ki-moon, Former Secretary-General", MET]),
    (
        "un-press",
        "https://press.un.org/en/2019/sgsm1.doc.htm",
        [UN, "SG/SM/19999", "4 May 2019", MET],
    ),
    ("un-repost", "", [UN, "By Office of the Spokesperson for the Secretary-General", MET]),
    (
        "white-house-2001",
        "",
        [
            "For Immediate Release",
            "Office of the Press Secretary",
            "May 4, 2005",
            WHITE_HOUSE,
            CALL,
            "# # #",
            "Return to this article at:",
        ],
    ),
    (
        "white-house-2009",
        "",
        ["The White House", "Office of the Press Secretary", WHITE_HOUSE, CALL],
    ),
    (
        "presidency-project",
        "",
        ["Ada Dahl photo", WHITE_HOUSE, CALL, "Cited Online by The American Presidency Project"],
    ),
    (
        "white-house-2017",
        "https://www.whitehouse.gov/briefing-room/statements-releases/2022/05/04/readout/",
        [WHITE_HOUSE, CALL],
    ),
    (
        "transition-team",
        "",
        ["Readout of President-elect Dahl’s Call with Prime Minister Eskil Norrby of Sweden", CALL],
    ),
    (
        "state-department",
        "",
        [
            "Readout",
            "Office of the Spokesperson",
            "May 4, 2021",
            "Secretary Dahl’s Call with Swedish Foreign Minister Lind",
            "Secretary of State Ingrid Dahl spoke today with Foreign Minister Lind about grain.",
        ],
    ),
    (
        "pentagon",
        "",
        [
            "Immediate Release",
            (
                "Readout of Secretary of Defense Ingrid Dahl's Meeting With Swedish Minister of "
                "Defense Lind"
            ),
            "Pentagon Press Secretary Maj. Gen. Ola Berg provided the following readout:",
            (
                "Secretary of Defense Ingrid Dahl met today with Swedish Minister of Defense Lind "
                "about ships."
            ),
        ],
    ),
    (
        "uk-prime-minister",
        "",
        [
            "PM call with President Dahl: 4 May 2022",
            "The Prime Minister spoke to President Dahl this evening about grain.",
        ],
    ),
    (
        "canada",
        "https://www.pm.gc.ca/en/news/readouts/2022/05/04/x",
        [
            "Prime Minister Ingrid Dahl speaks with the Prime Minister of Sweden, Eskil Norrby",
            (
                "Today, Prime Minister Ingrid Dahl spoke with the Prime Minister of Sweden, Eskil "
                "Norrby."
            ),
        ],
    ),
    (
        "european-council",
        "https://www.consilium.europa.eu/en/press/x",
        [
            "Read-out of the phone call between President Ingrid Dahl and President Eskil Norrby",
            "President Ingrid Dahl spoke today with President Eskil Norrby about grain.",
        ],
    ),
    (
        "india",
        "https://www.mea.gov.in/x",
        [
            "Telephone Conversation between PM and the President of Czechia",
            "May 04, 2020",
            "The Prime Minister spoke today with H.E. Ms. Hana Vesely, President of Czechia.",
        ],
    ),
    (
        "japan",
        "https://www.mofa.go.jp/x",
        [
            "Japan-Czechia Summit Telephone Talk",
            "May 4, 2020",
            (
                "Prime Minister Dahl held a telephone talk today with H.E. Ms. Hana Vesely, "
                "President of Czechia."
            ),
        ],
    ),
    (
        "china",
        "https://www.fmprc.gov.cn/x",
        [
            "Ingrid Dahl Speaks on the Phone with Foreign Minister Eskil Norrby of Sweden",
            "2020-05-04",
            (
                "On May 3, 2020, Foreign Minister Ingrid Dahl spoke on the phone with Foreign "
                "Minister Eskil Norrby."
            ),
        ],
    ),
    (
        "nato",
        "",
        [
            "NATO Secretary General meets with the President of Czechia",
            "4 May 2018",
            "NATO Secretary General Ola Berg met today with the President of Czechia, Hana Vesely.",
        ],
    ),
    (
        "osce",
        "",
        [
            "OSCE Secretary General meets with the President of Czechia",
            (
                "Prague, 4 May 2018 – OSCE Secretary General Ola Berg met today with the President "
                "of Czechia, Hana Vesely."
            ),
        ],
    ),
    (
        "gulf-agency",
        "",
        [
            "HH the Amir Receives Phone Call from President of Czechia",
            "HH the Amir received a phone call today from the President of Czechia on trade.",
        ],
    ),
    (
        "kremlin",
        "",
        [
            "Telephone conversation with President of Czechia Hana Vesely",
            "May 4, 2018",
            "Vladimir Putin had a telephone conversation with President of Czechia Hana Vesely.",
        ],
    ),
    (
        "un-assembly",
        "http://www.un.org/ga/president/90/news/x.shtml",
        [
            "PRESIDENT of the 90th Session",
            "United Nations, New York, 4 May 2018",
            "President Berg meets with the President of Czechia",
            "The President of the General Assembly, H.E. Mr. Ola Berg, met with H.E. Ms. Hana "
            "Vesely, President of Czechia.",
        ],
    ),
    (
        "african-union",
        "https://au.int/en/x",
        [
            "Meeting between the Chairperson and the President of Czechia",
            "4 May 2018",
            "The Chairperson met today with the President of Czechia, Hana Vesely, on trade.",
        ],
    ),
    (
        "council-of-europe",
        "https://www.coe.int/en/x",
        [
            "Meeting between the Secretary General and the President of Czechia",
            "4 May 2018",
            "The Secretary General met today with the President of Czechia, Hana Vesely, on law.",
        ],
    ),
    (
        "government",
        "https://www.mfa.gov.bt/x",
        [
            "Minister Norbu welcomes a guest from Prague",
            "4 May 2018",
            "Foreign Minister Tashi Norbu met today with the President of Czechia, Hana Vesely.",
        ],
    ),
    ("generic", "", [WHITE_HOUSE, CALL]),
]


def page(*lines):
    return "\n\n".join(lines).encode()


@pytest.mark.parametrize(("name", "url", "lines"), PAGES, ids=[name for name, _, _ in PAGES])
def test_a_layout_knows_its_own_pages(name, url, lines):
    record = read_page(page(*lines), name="page.txt", url=url)
    assert record["source"]["layout"] == name
    assert record["title"] in lines
    assert record["encounters"]
    assert record["body"][-1] in lines[-3:] or record["body"][-1] in lines[-1]


def test_every_layout_has_a_page_above():
    assert {name for name, _, _ in PAGES} == {layout.name for layout in LAYOUTS}


def test_layouts_have_names_of_their_own_and_marks():
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)
    assert all(layout.marks for layout in LAYOUTS)


def test_the_generic_layout_says_that_nobody_knew_the_page():
    record = read_page(page(WHITE_HOUSE, CALL), name="page.txt")
    assert record["source"]["layout"] == GENERIC.name
    assert "in no layout that is known" in record["source"]["warnings"][0]


def test_the_attribution_is_no_part_of_the_text():
    lines = [
        "Secretary Dahl’s Call with Swedish Foreign Minister Lind",
        "The below is attributable to Spokesperson Ola Berg:",
        "Secretary of State Ingrid Dahl spoke today with Foreign Minister Lind.",
    ]
    record = read_page(page(*lines), name="page.txt")
    assert record["body"] == lines[2:]
    assert any(lines[1] in warning for warning in record["source"]["warnings"])


def test_a_summary_before_the_date_is_no_part_of_the_text():
    lines = [
        "PM call with President Dahl: 4 May 2022",
        "The Prime Minister spoke to President Dahl.",
        "Published",
        "4 May 2022",
        "The Prime Minister spoke to President Dahl this evening.",
        "Both look forward to June.",
    ]
    record = read_page(page(*lines), name="page.txt")
    assert record["body"] == lines[4:]
    assert record["issued"] == "2022-05-04"


def test_what_follows_the_end_mark_is_no_part_of_the_text():
    more = "From another paper: the two leaders were seen at the races on Sunday, it is said."
    record = read_page(page(WHITE_HOUSE, CALL, "# # #", more), name="page.txt")
    assert record["body"] == [CALL]


FURNITURE = [
    "Welcome to the United Nations", "Skip to main content", "Search form",
    "This is historical material, “frozen in time.” The web site is no longer updated.",
    "This page is part of a historical collection.",
    "An official website of the United States Government", "Here's how you know",
    "Secure .gov websites use HTTPS",
    "A lock or https:// means you’ve safely connected to the .gov website.",
    "Immediate Release", "White House Shareables", "Scroll to Top", "Main Container",
    "Main Content", "Click here for the French version of this page.", "Write a Comment",
    "Verification Code", "You are subscribed to updates from the office.",
    "This post was originally published on another site.", "Original article link",
    "Source: The Office. Headline: Readout of a call", "MIL OSI Translation",
    "Distributed by APO Group on behalf of the Office.", "Terug naar boven",
    "Readouts on 4 May 2018", "For information media. Not an official record.",
    "In progress at UNHQ", "###", "# # #", "* *** *", "Array", "Share this on Facebook",
    "| |", "Photo: Office/Jo Doe", "UN Photo/Jo Doe", "Like this:", "Print",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("place", ["above", "below"])
def test_the_furniture_of_sites_is_no_part_of_anything(line, place):
    label = "António Guterres, Secretary-General"
    lines = ["New York", "4 May 2018", UN, label, MET, "They spoke of the harvest of the plain."]
    lines = [line, *lines] if place == "above" else [*lines, line]
    record = read_page(page(*lines), name="page.txt")
    assert record["body"] == [MET, "They spoke of the harvest of the plain."]
    assert record["issued"] == "2018-05-04"
    assert record["dateline"]["city"] == "New York"
    assert record["principal"]["name"] == "António Guterres"


@pytest.mark.parametrize(
    "line",
    ["EMBARGOED UNTIL 10:00 a.m. EST, 5 May 2018", "Strictly embargoed: 5 May 2018, 10:00 GMT"],
)
def test_an_embargo_is_neither_day_nor_place_and_is_told(line):
    record = read_page(page(line, "New York", "4 May 2018", UN, MET), name="page.txt")
    assert record["issued"] == "2018-05-04"
    assert record["body"] == [MET]
    assert any(line in told for told in record["source"]["warnings"])


def test_a_text_that_goes_on_behind_a_button_is_told():
    more = "President Vesely also showed the Secretary-General the locks of the river."
    record = read_page(page("New York", "4 May 2018", UN, MET, "Share", more), name="page.txt")
    assert any("may go on behind “Share”" in told for told in record["source"]["warnings"])


def test_place_and_date_may_stand_at_the_end():
    record = read_page(page(UN, MET, "Prague, 4 May 2012"), name="page.txt")
    assert record["issued"] == "2012-05-04"
    assert record["dateline"]["city"] == "Prague"
    assert record["body"] == [MET]


def test_a_row_of_countries_is_navigation_and_no_place():
    countries = ["Albania", "Andorra", "Armenia", "Austria", "Belgium"]
    record = read_page(page(*countries, UN, MET), name="page.txt")
    assert "dateline" not in record


def test_the_footer_checks_the_date():
    lines = [
        "Secretary-General Ban Ki-moon",
        UN,
        "Prague, 4 May 2012",
        MET,
        "Readouts on 5 May 2012",
    ]
    record = read_page(page(*lines), name="page.txt")
    assert record["issued"] == "2012-05-04"
    assert any("footer says 2012-05-05" in told for told in record["source"]["warnings"])


@pytest.mark.parametrize("name", ["Ban Ki-moon", "Ban Ki-Moon", "BAN KI-MOON"])
@pytest.mark.parametrize("office", ["Secretary-General", "Former Secretary-General"])
def test_a_label_names_the_principal_as_printed_and_never_as_former(name, office):
    lines = ["New York", "06 August 2015", UN, f"{name}, {office}", MET]
    record = read_page(page(*lines), name="page.txt")
    assert record["principal"]["name"] == name
    assert record["principal"]["title"] == "Secretary-General"


def test_the_holder_of_the_day_is_named_as_such():
    record = read_page(page("New York", "4 May 2018", UN, MET), name="page.txt")
    assert record["principal"]["name"] == "António Guterres"
    assert record["source"]["fields"]["principal.name"] == "neighbour"


def test_markup_gives_address_and_date_that_no_line_prints():
    raw = f"""<html><head><link rel="canonical" href="https://office.example/readouts/1">
    <meta property="article:published_time" content="2021-05-04T10:00:00Z"></head>
    <body><h1>{WHITE_HOUSE}</h1><p>{CALL}</p></body></html>""".encode()
    record = read_page(raw, name="page.html")
    assert record["issued"] == "2021-05-04"
    assert record["source"]["fields"]["issued"] == "neighbour"
    assert record["source"]["url"] == "https://office.example/readouts/1"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["404", "Page not found", "Search the site for what you need."], "was not found"),
        ([UN, "This content is not available in your language."], "placeholder"),
        (["Activities of Secretary-General in Ireland, 4-6 May", "SG/T/2000", MET], "whole trip"),
        (["Daily Press Briefing by the Office of the Spokesperson", "SG/SM/1", MET], "briefing"),
        (
            [
                UN,
                "Q: What did you discuss with the visitors today?",
                "SG: We discussed many things.",
            ],
            "transcript",
        ),
    ],
)
def test_what_only_looks_like_a_readout_is_refused(lines, reason):
    with pytest.raises(NotAReadout, match=reason):
        read_pages(page(*lines), name="page.txt")


def test_a_headline_about_meetings_is_no_title():
    headline = "Wide range of issues covered in Secretary-General’s meetings with foreign ministers"
    text = "The Secretary-General spoke of many issues with the foreign ministers of the region."
    with pytest.raises(NotAReadout, match="title of a readout"):
        read_pages(page(headline, text), name="page.txt")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([UN, MET], "lies between those of 2012-05-21 and 2012-09-23."),
        ([UN, "Prague, 4 May 2018", MET], "does not fit the day of issue 2018-05-04"),
    ],
)
def test_the_number_of_an_old_address_brackets_the_date(lines, told):
    url = "http://www.un.example/sg/offthecuff/index.asp?nid=2400"
    record = read_page(page(*lines), name="page.txt", url=url)
    assert any(told in warning for warning in record["source"]["warnings"])
    assert record.get("issued") != "2012-05-21"
