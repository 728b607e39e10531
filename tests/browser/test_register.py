"""A registrar merges a double, undoes it, and splits what was wrongly joined, by clicking alone."""

import pytest
from playwright.sync_api import expect

from tests import make
from tests.editorial.test_register_merging import links, met

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rows(office):
    president = make.appointment().official
    double = make.official("Irja Solano", checked=False)
    met(double)
    met(president, organization_name="Republic of Ordeval")
    return president, double


def test_merging_undoing_and_splitting(rows, open_page):
    president, double = rows
    page = open_page("regina", "Registrars")
    page.click("text=1 official")
    page.click(f"a[href*='/{double.pk}/merge/']")
    page.click("button:has-text('Merge')")
    expect(page.locator(".messagelist")).to_contain_text("is merged into “Iria Solano”")
    assert links() == {president.slug: 2, "tomas-arrel": 2}

    page.goto(f"/admin/readouts/official/{double.pk}/change/")
    page.click("text=Undo the merge")
    expect(page.locator(".messagelist")).to_contain_text("undone")
    assert links() == {president.slug: 1, double.slug: 1, "tomas-arrel": 2}

    page.goto(f"/admin/readouts/official/{president.pk}/split/")
    page.check("text=Republic of Ordeval")
    page.click(".select2-selection")
    page.fill(".select2-search__field", "irja")
    page.click(".select2-results__option:has-text('Irja Solano')")
    page.click("text=See what would happen")
    expect(page.locator("#content-main")).to_contain_text("1 public readout will be found under")
    page.click("button:has-text('Split')")
    expect(page.locator(".messagelist")).to_contain_text("has 1 readout that named")
    assert links() == {double.slug: 2, "tomas-arrel": 2}


@pytest.mark.parametrize("step", ["change", "merge", "split"])
def test_nothing_runs_over_the_edge_of_a_phone(rows, open_page, step):
    page = open_page("regina", "Registrars", width=390)
    for path in (f"{rows[1].pk}/{step}/", "?checked__exact=0"):
        page.goto(f"/admin/readouts/official/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
