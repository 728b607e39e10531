"""The whole path, as three people and the public walk it: from a scraped page to a notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from readouts.models.readout import Readout
from tests import make

PAGE = Path(__file__).parents[1] / "archive" / "data" / "000_591cf0109e884bf5.txt"

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def step(page: Page, readout: Readout, label: str, **words: str) -> None:
    """Take a step from the workflow panel, through its confirm page."""
    page.goto(f"/admin/readouts/readout/{readout.pk}/change/")
    page.get_by_role("link", name=f"{label}…", exact=True).click()
    for field, text in words.items():
        page.fill(f"[name={field}]", text)
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.locator(".messagelist .success")).to_contain_text(f"{label}: done")


def test_from_a_scraped_page_to_a_withdrawal(office, open_page):
    make.user("ada", "Approvers")
    call_command("import_scrape", str(PAGE), "--draft", "--by", "ada", verbosity=0)
    readout = Readout.objects.get()
    change = f"/admin/readouts/readout/{readout.pk}/change/"

    # Ada edits the draft and submits it.
    ada = open_page("ada", "Approvers")
    ada.goto(change)
    expect(ada.locator("body")).to_contain_text("Nursultan Nazarbayev")
    ada.locator("[name=tags]").fill("summits, regional dialogue")
    ada.get_by_role("button", name="Save", exact=True).click()
    expect(ada.locator(".messagelist .success")).to_contain_text("Saved as revision 2")
    step(ada, readout, "Submit for review")

    # She changed it, so she cannot approve it; a second person can.
    ada.goto(f"/admin/readouts/readout/{readout.pk}/transition/approve/")
    expect(ada.locator(".errornote")).to_contain_text("You changed this text")
    expect(ada.get_by_role("button", name="Approve", exact=True)).to_have_count(0)
    oren = open_page("oren", "Approvers")
    step(oren, readout, "Approve")
    step(oren, readout, "Publish now")

    # The public finds it by filter and by words, without accents.
    public = open_page()
    public.goto("/readouts/?organization=kazakhstan&from=2010-11&to=2010-11")
    expect(public.locator("main")).to_contain_text("1 readout")
    public.get_by_role("link", name="Nursultan Nazarbayev").first.click()
    expect(public.locator("h1")).to_contain_text("ahead of OSCE Summit in Astana")
    expect(public.locator("main")).to_contain_text("Kanat Saudabayev")
    assert public.url.split("/readouts/")[1].startswith("2010/11/30/")
    address = public.url
    public.goto("/")
    public.fill("input[type=search]", "saudabayev kyrgyzstan")
    public.keyboard.press("Enter")
    expect(public.locator("mark").first).to_be_visible()

    # Wren corrects it in the open.
    wren = open_page("wren", "Writers")
    step(wren, readout, "Start a correction")
    wren.goto(change)
    wren.locator("[name=dateline_city]").fill("Almaty")
    wren.locator("[name=correction_note]").fill("The text was given out in Almaty, not in Astana.")
    wren.get_by_role("button", name="Save", exact=True).click()
    expect(wren.locator(".messagelist .success")).to_contain_text("Saved as revision")
    step(wren, readout, "Submit for review")
    public.goto(address)
    expect(public.locator("main")).not_to_contain_text("Almaty")
    step(oren, readout, "Approve")
    step(oren, readout, "Publish now")
    public.goto(address)
    expect(public.locator("main")).to_contain_text("The text was given out in Almaty")
    expect(public.locator("main")).to_contain_text("ersion 2")
    assert public.goto(f"{address}v1/").status == 200

    # It is withdrawn; its page becomes a notice, and no list names it.
    step(oren, readout, "Withdraw", note="Issued before the other side had been told.")
    assert public.goto(address).status == 200
    expect(public.locator("main")).to_contain_text("Issued before the other side had been told.")
    public.goto("/readouts/")
    expect(public.locator("main")).not_to_contain_text("Nazarbayev")
