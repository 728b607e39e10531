"""A browser for the tests that walk pages: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page, sync_playwright

from readouts.models.register import Official, Organization, Topic
from tests import make
from tests.conftest import CHROMIUM

PASSWORD = "a password for one test"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous interface runs a loop of its own, in which Django would refuse
    # to touch the database; the tests do so from the same thread and no other.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def office(browser, transactional_db):
    """The register as the office has it, before the server of a test begins."""
    call_command("loaddata", "fixtures/register.json", verbosity=0)
    for model in (Official, Organization, Topic):
        model.objects.all().refold()


@pytest.fixture
def open_page(browser, live_server) -> Iterator[Callable[..., Page]]:
    """Opens pages as the public or as somebody of the office; errors on the console fail a test."""
    contexts = []
    complaints: list[str] = []

    def listen(message) -> None:
        # A page that is not there is reported as an error too; tests of those ask for the status.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def open_(
        username: str = "", group: str = "", *, width: int = 1280, bypass_csp: bool = False
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            base_url=live_server.url,
            bypass_csp=bypass_csp,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", listen)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if username:
            person = make.user(username, group)
            person.set_password(PASSWORD)
            person.save()
            page.goto("/admin/login/")
            page.fill("#id_username", username)
            page.fill("#id_password", PASSWORD)
            page.click("[type=submit]")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
