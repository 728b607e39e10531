"""The grammar of titles, and of the parties and offices in them."""

import pytest

from readouts.archive.scrapes.titles import read_title

OF = "Readout of the Secretary-General's "


def parties(title):
    found = read_title(title)
    assert found
    return [(p.honorific, p.name, p.title, p.organization) for p in found.parties]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "call with H.E. Dr. Ada Kovac, Prime Minister and Minister of Foreign Affairs of Malta",
            [("H.E. Dr.", "Ada Kovac", "Prime Minister and Minister of Foreign Affairs", "Malta")],
        ),
        (
            "meeting with H.E. Mr. Jens Roe, President of Bosnia and Herzegovina",
            [("H.E. Mr.", "Jens Roe", "President", "Bosnia and Herzegovina")],
        ),
        (
            "meeting with H. E. Mr. Jens Roe, President of Malta and H.E., Ms. Ana Doe, "
            "Foreign Minister of Saint Kitts and Nevis",
            [
                ("H. E. Mr.", "Jens Roe", "President", "Malta"),
                ("H.E., Ms.", "Ana Doe", "Foreign Minister", "Saint Kitts and Nevis"),
            ],
        ),
        (
            "meeting with Ana Doe, Chancellor of Germany, and Jean Roe, President of France",
            [
                ("", "Ana Doe", "Chancellor", "Germany"),
                ("", "Jean Roe", "President", "France"),
            ],
        ),
        (
            "call with Prime Minister Ben Doe of Israel and President Amr Roe of Egypt",
            [
                ("", "Ben Doe", "Prime Minister", "Israel"),
                ("", "Amr Roe", "President", "Egypt"),
            ],
        ),
        (
            "call with Foreign Minister Lev Doe of the Russian Federation and Secretary of State "
            "Jan Roe of the United States",
            [
                ("", "Lev Doe", "Foreign Minister", "Russian Federation"),
                ("", "Jan Roe", "Secretary of State", "United States"),
            ],
        ),
        (
            "meeting with the President of the General Assembly, H.E. Mr. Vuk Roe",
            [("H.E. Mr.", "Vuk Roe", "President", "General Assembly")],
        ),
        (
            "meeting with H.E. Mr. Jo Roe, Permanent Representative of Japan to the United Nations",
            [
                (
                    "H.E. Mr.",
                    "Jo Roe",
                    "Permanent Representative of Japan to the United Nations",
                    "Japan",
                )
            ],
        ),
        (
            "meeting with H.E. Mr. Jo Roe, President of the former Yugoslav Republic of Macedonia",
            [("H.E. Mr.", "Jo Roe", "President", "former Yugoslav Republic of Macedonia")],
        ),
        (
            "meeting with H.E. Mr. Jo Roe, Prime Minister-designate of São Tomé and Príncipe",
            [("H.E. Mr.", "Jo Roe", "Prime Minister-designate", "São Tomé and Príncipe")],
        ),
        (
            "meeting with H.E. Mr. Jo Roe, former President of the Kingdom of Norway",
            [("H.E. Mr.", "Jo Roe", "former President", "Kingdom of Norway")],
        ),
        (
            "meeting with Dr. Amal Doe, Secretary-General of the League of Arab States",
            [("Dr.", "Amal Doe", "Secretary-General", "League of Arab States")],
        ),
        (
            "meeting with H.M. King Talal III ibn Hashem, King of the Hashemite Kingdom of Jordan",
            [("H.M. King", "Talal III ibn Hashem", "King", "Hashemite Kingdom of Jordan")],
        ),
        ("meeting with Kenya's Foreign Minister", [("", "", "Foreign Minister", "Kenya")]),
        ("meeting with members of the Elders", [("", "", "members of the Elders", "")]),
        (
            "calls with the Foreign Ministers of Trinidad and Tobago and Qatar",
            [
                ("", "", "Foreign Minister", "Trinidad and Tobago"),
                ("", "", "Foreign Minister", "Qatar"),
            ],
        ),
        ("meeting with Mr. Emir Sultan, Mayor of Sarajevo", None),
    ],
)
def test_parties_are_read_with_office_and_organization(words, expected):
    if expected is None:  # a city is no organization that can be told
        expected = [("Mr.", "Emir Sultan", "Mayor of Sarajevo", "")]
    assert parties(OF + words) == expected


@pytest.mark.parametrize(
    "possessive", ["'s", "’s", "‘s", "?s", "&rsquo;s", "rsquo;s", "s"], ids=repr
)
def test_the_apostrophe_may_be_damaged_or_lost(possessive):
    title = read_title(f"Readout of the Secretary-General{possessive} call with the King of Tonga")
    assert title
    assert title.principal == "Secretary-General"
    assert title.parties[0].organization == "Tonga"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("meeting", "meeting"),
        ("bilateral meeting", "meeting"),
        ("joint meeting", "joint_meeting"),
        ("phone call", "call"),
        ("telephone conversation", "call"),
        ("video call", "video_call"),
        ("courtesy call", "courtesy_call"),
        ("working breakfast", "working_breakfast"),
        ("separate working lunch", "working_lunch"),
        ("working dinner", "working_dinner"),
        ("meetings", "meeting"),
        ("calls", "call"),
        ("telephone call", "call"),
        ("telephone conversations", "call"),
        ("summit telephone talk", "call"),
        ("separate congratulatory calls", "call"),
        ("trilateral meeting", "meeting"),
        ("talks", "meeting"),
        ("encounter", "meeting"),
        ("lunch", "working_lunch"),
        ("dinner", "working_dinner"),
        ("breakfast", "working_breakfast"),
    ],
)
def test_the_kind_is_named_by_the_title(words, kind):
    assert read_title(f"{OF}{words} with the President of Chad").kind == kind


@pytest.mark.parametrize(
    "label",
    [
        "Readout of ", "Read-out of ", "Readout on ", "READOUT ON ", "Press Releases: Readout of ",
        "Statement by NSC Spokesperson Ada Watts on ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("link", ["with", "With", "to"])
def test_a_title_has_one_of_these_labels_and_links(label, link):
    title = read_title(f"{label}the Secretary-General's call {link} the President of Chad")
    assert title.principal == "Secretary-General"
    assert [(party.title, party.organization) for party in title.parties] == [("President", "Chad")]


@pytest.mark.parametrize(
    "suffix",
    [
        ": 4 May 2018", " [Scroll down for French]", " (unofficial transcript)", " (as delivered)",
        " (SG's remarks only)", " (Summary)", "-2", " *",
    ],
)  # fmt: skip
def test_what_stands_behind_a_title_is_no_part_of_a_party(suffix):
    title = read_title(f"{OF}call with H.E. Ms. Ana Doe, President of Chad{suffix}")
    assert title.printed.endswith(suffix)
    assert title.parties[0].organization == "Chad"


@pytest.mark.parametrize(
    ("context", "occasion"),
    [
        (" at the Water Forum in Lima, Peru", "at the Water Forum in Lima"),
        (" during the General Debate", "during the General Debate"),
        (
            ", on the margins of the G20 Summit in Hangzhou, China",
            "on the margins of the G20 Summit in Hangzhou",
        ),
        (
            " on the sidelines of the African Union Summit",
            "on the sidelines of the African Union Summit",
        ),
        (", ahead of OSCE Summit in Astana, Kazakhstan", "ahead of OSCE Summit in Astana"),
        (" following the elections in Kenya", "following the elections in Kenya"),
        ("", ""),
    ],
)
def test_the_occasion_keeps_its_city_and_leaves_the_country(context, occasion):
    title = read_title(f"{OF}meeting with H.E. Ms. Ana Doe, President of Chad{context}")
    assert title.occasion.text == occasion
    assert title.parties[0].organization == "Chad"


@pytest.mark.parametrize(
    "style",
    [
        "H.E. Mr.", "H. E. Mr.", "H.E., Mr.", "H.E.", "H.E. Ms.", "H.E. Mrs.", "H.E. Dr.",
        "His Excellency", "HE", "S.E. M.", "S.E. Mr.", "S.E. Mme", "S.E.M.", "Excmo. Sr.",
        "H.M. King", "His Majesty King", "HM King", "H.R.H. Prince", "His Royal Highness Prince",
        "His Highness", "Sheikh", "Dr. the Honourable", "the Honorable", "Hon.", "The Rt Hon",
        "Senator the Honourable", "Ambassador", "General", "Rear Adm.", "Maj. Gen.", "Brig. Gen.",
        "Shri", "Madam",
    ],
)  # fmt: skip
def test_a_style_is_kept_as_it_is_printed(style):
    expected = [(style, "Jo Roe", "Minister for Water", "Chad")]
    assert parties(f"{OF}meeting with {style} Jo Roe, Minister for Water of Chad") == expected


def test_plural_words_mean_one_encounter_for_each():
    assert read_title(OF + "meetings with the President of Chad and the King of Tonga").separate
    assert not read_title(OF + "meeting with the President of Chad and the King of Tonga").separate


def test_a_date_at_the_end_is_read():
    title = read_title(OF + "call with the President of Chad: 21 May 2012")
    assert title.date.isoformat() == "2012-05-21"


@pytest.mark.parametrize("line", ["", "Readout of", "Readouts", OF + "welcome", "Statements on 3"])
def test_other_lines_are_no_titles(line):
    assert read_title(line) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("meeting with the Kenyan Foreign Minister", [("", "", "Foreign Minister", "Kenya")]),
        (
            "call with New Zealand Prime Minister Ana Doe",
            [("", "Ana Doe", "Prime Minister", "New Zealand")],
        ),
        (
            "call with Ukrainian Minister of Defence Jo Roe",
            [("", "Jo Roe", "Minister of Defence", "Ukraine")],
        ),
        (
            "meeting with President of Chad Jo Roe",
            [("", "Jo Roe", "President", "Chad")],
        ),
        (
            "meeting with the Prime Minister of Japan, Doe Ana",
            [("", "Doe Ana", "Prime Minister", "Japan")],
        ),
        (
            "calls with Foreign Ministers of Peru and Mali and the Secretary-General of the League "
            "of Arab States",
            [
                ("", "", "Foreign Minister", "Peru"),
                ("", "", "Foreign Minister", "Mali"),
                ("", "", "Secretary-General", "League of Arab States"),
            ],
        ),
        (
            "meeting with the King and Queen of Tonga",
            [("", "", "King", "Tonga"), ("", "", "Queen", "Tonga")],
        ),
        (
            "meetings with Kenyan President and other leaders",
            [("", "", "President", "Kenya"), ("", "", "other leaders", "")],
        ),
        (
            "meetings with the President and Prime Minister of the State of Palestine, and with "
            "the Palestinian Minister for Water",
            [
                ("", "", "President", "State of Palestine"),
                ("", "", "Prime Minister", "State of Palestine"),
                ("", "", "Minister for Water", "Palestine"),
            ],
        ),
        ("meeting with Nordic counterparts", [("", "", "Nordic counterparts", "")]),
        (
            "meeting with the five permanent members of the Security Council",
            [("", "", "five permanent members of the Security Council", "")],
        ),
        ("call with Ana", [("", "Ana", "", "")]),
        ("meeting with H.M. King Olav II of Norway", [("H.M. King", "Olav II", "King", "Norway")]),
        (
            "meeting with Kenyan Senator Mr. Jo Roe (D-Coast)",
            [("Mr.", "Jo Roe", "Senator", "Kenya")],
        ),
        (
            "meeting with H.E. Mr. Jo Roe, Vice-President of the Council of Ministers and Minister "
            "for Foreign Affairs of the Italian Republic",
            [
                (
                    "H.E. Mr.",
                    "Jo Roe",
                    "Vice-President of the Council of Ministers and Minister for Foreign Affairs",
                    "Italian Republic",
                )
            ],
        ),
        (
            "meeting with H.E. Ms. Ana Doe, High Representative for Foreign Affairs and Security "
            "Policy of the European Union",
            [
                (
                    "H.E. Ms.",
                    "Ana Doe",
                    "High Representative for Foreign Affairs and Security Policy",
                    "European Union",
                )
            ],
        ),
        (
            "meeting with Mr. Jo Roe, Special Envoy for Yemen",
            [("Mr.", "Jo Roe", "Special Envoy for Yemen", "")],
        ),
        (
            "meeting with the Greek Cypriot leader, H.E. Mr. Jo Roe, and Turkish Cypriot leader "
            "Ana Doe",
            [
                ("H.E. Mr.", "Jo Roe", "Greek Cypriot leader", ""),
                ("", "Ana Doe", "Turkish Cypriot leader", ""),
            ],
        ),
        ("meeting with Norwegian Jo Roe", [("", "Jo Roe", "", "Norway")]),
        (
            "meeting with Mr. Jo Roe and Ms. Ana Doe, Co-Chairs of the River Group",
            [
                ("Mr.", "Jo Roe", "Co-Chair", "River Group"),
                ("Ms.", "Ana Doe", "Co-Chair", "River Group"),
            ],
        ),
        (
            "meeting with Mr. Jo Roe and Ms. Ana Doe, Presidents of Chad and Peru",
            [("Mr.", "Jo Roe", "President", "Chad"), ("Ms.", "Ana Doe", "President", "Peru")],
        ),
        (
            "meeting with the Co-Chairs of the River Group, H.E. Mr. Jo Roe and H.E. Ms. Ana Doe",
            [
                ("H.E. Mr.", "Jo Roe", "Co-Chair", "River Group"),
                ("H.E. Ms.", "Ana Doe", "Co-Chair", "River Group"),
            ],
        ),
        (
            "meeting with the Foreign Ministers of Chad, Mr. Jo Roe, and Peru, Ms. Ana Doe",
            [
                ("Mr.", "Jo Roe", "Foreign Minister", "Chad"),
                ("Ms.", "Ana Doe", "Foreign Minister", "Peru"),
            ],
        ),
        (
            "call with Prime Minister Jo Roe of Tonga, Chair of the Pacific Islands Forum",
            [
                (
                    "",
                    "Jo Roe",
                    "Prime Minister of Tonga, Chair of the Pacific Islands Forum",
                    "Tonga",
                )
            ],
        ),
        (
            "meeting with the President of the Parliamentary Assembly of the Council of Europe, Jo "
            "Roe",
            [("", "Jo Roe", "President", "Parliamentary Assembly of the Council of Europe")],
        ),
        (
            "meeting with the President of the Council of Ministers of Italy, Ana Doe",
            [("", "Ana Doe", "President of the Council of Ministers", "Italy")],
        ),
        (
            "call with former President of the Council of Ministers Jo Roe",
            [("", "Jo Roe", "former President of the Council of Ministers", "")],
        ),
        (
            "meeting with Secretary General of the Organization of Turkic States Jo Roe",
            [("", "Jo Roe", "Secretary General", "Organization of Turkic States")],
        ),
        (
            "meeting with the High Representative of the European Union for Foreign Affairs and "
            "Security Policy, Jo Roe",
            [
                (
                    "",
                    "Jo Roe",
                    "High Representative of the European Union for Foreign Affairs and Security "
                    "Policy",
                    "European Union",
                )
            ],
        ),
        (
            "meeting with the European Parliament’s Rapporteur for Albania, Ms. Ana Doe",
            [("Ms.", "Ana Doe", "Rapporteur for Albania", "European Parliament")],
        ),
        (
            "meeting with Kosovar Foreign Minister Ana Doe",
            [("", "Ana Doe", "Foreign Minister", "Kosovo")],
        ),
        (
            "meeting with Deputy Prime Minister, Minister of Foreign Affairs of Moldova Jo Roe",
            [("", "Jo Roe", "Deputy Prime Minister, Minister of Foreign Affairs", "Moldova")],
        ),
    ],
)
def test_parties_known_by_adjective_portfolio_or_group(words, expected):
    assert parties(OF + words) == expected


@pytest.mark.parametrize(
    ("line", "principal", "kind", "party"),
    [
        (
            "Secretary Roe's Call With Peruvian Foreign Minister Doe",
            "Secretary Roe",
            "call",
            ("", "Doe", "Foreign Minister", "Peru"),
        ),
        (
            "PM call with President Doe: 25 October 2022",
            "PM",
            "call",
            ("", "Doe", "President", ""),
        ),
        (
            "Prime Minister Ana Doe speaks with the Prime Minister of Japan, Roe Jo",
            "Prime Minister Ana Doe",
            "call",
            ("", "Roe Jo", "Prime Minister", "Japan"),
        ),
        (
            "Telephone Conversation between PM and the President of Chad",
            "PM",
            "call",
            ("", "", "President", "Chad"),
        ),
        (
            "PM receives telephonic call from the President of Chad",
            "PM",
            "call",
            ("", "", "President", "Chad"),
        ),
        (
            "Roe Jo Speaks on the Phone with US Secretary of State Doe at Request",
            "Roe Jo",
            "call",
            ("", "Doe", "Secretary of State", "US"),
        ),
        (
            "Amir Receives Phone Call from Peruvian President",
            "Amir",
            "call",
            ("", "", "President", "Peru"),
        ),
        ("Telephone conversation with Ana Doe", "", "call", ("", "Ana Doe", "", "")),
        (
            "Chairperson Roe received Mr. Jo Doe",
            "Chairperson Roe",
            "meeting",
            ("Mr.", "Jo Doe", "", ""),
        ),
    ],
)
def test_a_title_without_the_label_is_read(line, principal, kind, party):
    title = read_title(line, labelled=False)
    assert title
    assert (title.principal, title.kind) == (principal, kind)
    assert [(p.honorific, p.name, p.title, p.organization) for p in title.parties] == [party]


@pytest.mark.parametrize(
    "line",
    [
        "The Prime Minister met with the President of Chad today.",
        "Call with us",
        "meeting with the President of Chad",
        "Latest readouts",
    ],
)
def test_a_sentence_or_a_link_is_no_title_without_the_label(line):
    assert read_title(line, labelled=False) is None


def test_a_title_in_capitals_keeps_its_printed_form():
    title = read_title("READOUT OF PRESIDENT ROE'S CALL WITH PRESIDENT DOE OF PERU")
    assert title.printed.isupper()
    assert [(p.name, p.title, p.organization) for p in title.parties] == [
        ("Doe", "President", "Peru")
    ]
