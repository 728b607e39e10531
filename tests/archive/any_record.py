"""Records with whatever a record may say, drawn at random for properties."""

import datetime
import html
import string

from hypothesis import strategies as st

from readouts.models.partial_dates import Precision
from readouts.models.publication import Grade
from readouts.models.words import EncounterKind, Side

# Letters of many scripts, marks, signs that mean something in HTML, CSV and JSON; no control.
_LETTERS = st.sampled_from(
    string.ascii_letters + "éÅøßĞ我会مرحבאΩЖ’“«=+-@'\"<>&,;|\\/ \u200f\u00a0"
)
WORDS = st.text(_LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split()) or "x")
DAYS = st.dates(datetime.date(1946, 1, 1), datetime.date(2026, 1, 1))
KEYS = st.sampled_from(["iria-solano", "tomas-arrel"])
START = datetime.datetime(2026, 2, 1, tzinfo=datetime.UTC)


@st.composite
def dates(draw):
    day, precision = draw(DAYS), draw(st.sampled_from(Precision.values))
    if precision != Precision.DAY:
        day = day.replace(day=1)
    if precision == Precision.YEAR:
        day = day.replace(month=1)
    told = {"date": day.isoformat(), "precision": precision}
    if precision == Precision.DAY and draw(st.booleans()):
        told |= {"time": "09:30", "zone": "Asia/Almaty"}
    return told


PEOPLE = st.fixed_dictionaries(
    {"name": WORDS, "side": st.sampled_from(Side.values)},
    optional={
        "title": WORDS,
        "organization": WORDS,
        "honorific": WORDS,
        "register": st.fixed_dictionaries(
            {}, optional={"official": KEYS, "organization": st.just("valmora")}
        ),
    },
)
ENCOUNTERS = st.builds(
    dict.__or__,
    dates(),
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(EncounterKind.values),
            "participants": st.lists(PEOPLE, min_size=1, max_size=3),
        },
        optional={"city": WORDS, "country": st.sampled_from(["CH", "KZ"]), "occasion": WORDS},
    ),
)
BLOCKS = st.one_of(
    WORDS,
    WORDS.map(lambda text: {"html": f"<ul><li>{html.escape(text)}</li></ul>"}),
)
PARTS = {
    "title": WORDS,
    "encounters": st.lists(ENCOUNTERS, min_size=1, max_size=3),
    "body": st.lists(BLOCKS, min_size=1, max_size=3),
    "tags": st.lists(WORDS, max_size=3, unique_by=str.casefold),
    "organizations": st.lists(WORDS, max_size=2),
    "topics": st.lists(WORDS, max_size=2),
    "dateline": st.fixed_dictionaries({}, optional={"city": WORDS, "country": st.just("MT")}),
    "place": WORDS,
    "source": st.fixed_dictionaries(
        {"url": WORDS},
        optional={"warnings": st.lists(WORDS, min_size=1, max_size=2),
                  "fields": st.dictionaries(WORDS, WORDS, min_size=1, max_size=2)},
    ),
}  # fmt: skip
WITHDRAWN = st.none() | st.fixed_dictionaries(
    {"reason": WORDS, "at": st.just("2026-03-01T09:00:00.000001Z")}
)


@st.composite
def records(draw):
    told = {name: draw(part) for name, part in PARTS.items()}
    count = draw(st.integers(0, 3))
    told |= {
        "reference": "P-1",
        "origin": draw(st.sampled_from(["archive", "office"])),
        "principal": draw(PEOPLE.map(lambda p: {"name": p["name"], "register": {}})),
        "published_at": START.isoformat(),
        "withdrawn": draw(WITHDRAWN),
        "earlier": [
            {"number": number, "published_at": _moment(number),
             "withdrawn": draw(st.none() | st.just(
                 {"at": _moment(number, 5), "reason": draw(WORDS)}))}
            | {name: draw(part) for name, part in PARTS.items() if draw(st.booleans())}
            for number in range(1, count + 1)
        ],
        "corrections": [
            {"number": number, "at": _moment(number), "note": draw(WORDS),
             "grade": draw(st.sampled_from(Grade.values))}
            for number in range(2, count + 2)
        ],
    }  # fmt: skip
    return told


def _moment(number, hours=0):
    return (START + datetime.timedelta(days=number - 1, hours=hours)).isoformat()
