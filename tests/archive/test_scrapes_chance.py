"""Whatever the bytes, reading gives a sound record or a refusal, and never another exception."""

import datetime as dt
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readouts.archive.scrapes import LAYOUTS, NotAReadout, read_page
from readouts.archive.scrapes.provenance import ORIGINS

DATA = Path(__file__).parent / "data"
PAGES = [
    path.read_bytes()
    for path in [DATA / "000_591cf0109e884bf5.txt", *sorted((DATA / "pages").iterdir())]
    if path.suffix != ".json"
]
KINDS = {
    "meeting", "joint_meeting", "call", "video_call", "working_breakfast", "working_lunch",
    "working_dinner", "courtesy_call", "summit", "other",
}  # fmt: skip
WORDS = [
    b"Readout of the Secretary-General's meeting with ", b"H.E. Mr. ", b" and ", b", ", b"<p>",
    b"President of ", b"today, 31 June 2010, ", b"Kazakhstan", b"\x00", b"\xff\xfe", b"&#0;",
    b"Later the Secretary-General met with ", b"\n", b"<?xml version='1.0' encoding='x'?>", b"(",
    b"Readouts | Ban Ki-moon, Former Secretary-General\n", b"\xc2\xa1\xc2\xb0", b"of the ", b"'s ",
]  # fmt: skip


def assert_sound(record):
    assert all(record[key] for key in ("reference", "body", "encounters"))
    untold = any("prints no title" in warning for warning in record["source"].get("warnings", []))
    assert bool(record.get("title")) != untold
    assert len(record["reference"]) <= 120
    for encounter in record["encounters"]:
        assert encounter["kind"] in KINDS
        assert ("date" in encounter) == ("precision" in encounter)
        assert all(party["name"] or party["title"] for party in encounter["participants"])
        assert all(party["side"] == "counterpart" for party in encounter["participants"])
        assert len(encounter.get("country", "KZ")) == 2
    for day in [record.get("issued"), *(e.get("date") for e in record["encounters"])]:
        assert day is None or dt.date.fromisoformat(day)
    assert record["source"]["layout"] in {layout.name for layout in LAYOUTS}
    assert set(record["source"]["fields"].values()) <= set(ORIGINS)


def read_or_refuse(raw, url=""):
    try:
        record = read_page(raw, name="page.txt", url=url)
    except NotAReadout:
        return
    assert_sound(record)


@given(st.binary(max_size=2000), st.text(max_size=80))
def test_random_bytes(raw, url):
    read_or_refuse(raw, url)


@given(st.lists(st.sampled_from(WORDS) | st.binary(max_size=12), max_size=60))
def test_words_of_the_trade_in_any_order(pieces):
    read_or_refuse(b"".join(pieces))


@given(st.sampled_from(PAGES), st.data())
def test_pages_with_something_lost_repeated_or_put_in(page, data):
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, min(len(page), start + 400)))
    put_in = data.draw(
        st.just(b"") | st.just(page[start:end] * 2) | st.sampled_from(WORDS) | st.binary(max_size=9)
    )
    read_or_refuse(page[:start] + put_in + page[end:])


@given(st.sampled_from(PAGES), st.sampled_from(["utf-16", "latin-1", "cp1252", "gbk", "utf-7"]))
def test_pages_in_another_character_set(page, encoding):
    read_or_refuse(page.decode("utf-8", "replace").encode(encoding, "replace"))


def test_a_very_long_page_is_read_in_good_time():
    """No pattern goes back over a page again and again: that would take hours, not a minute."""
    begin = time.process_time()
    for line in (
        b"H.E. Mr. A and ",
        b"the Union and ",
        b"Organization of ",
        b"Minister of ",
        b"A ",
    ):
        title = b"Readout of the Secretary-General's meeting with "
        read_or_refuse(
            title + line * 5000 + b"\n\n" + (b"The Secretary-General met " + line * 3000)
        )
    assert time.process_time() - begin < 90
