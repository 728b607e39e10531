"""The United Nations pages of 2007 to 2016 (U1): "Secretary-General Name", title, "Place, D Month
YYYY", body, and the same date again in a footer link."""

from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.un import OFFICES, ORGANIZATION, ORGANIZATIONS

LAYOUT = Layout(
    name="un-classic",
    organization=ORGANIZATION,
    offices=OFFICES,
    organizations=ORGANIZATIONS,
    trusts_places=True,
    marks=(
        Mark(0.4, "place and date stand in one line below the title", under=Kind.DATELINE),
        Mark(0.3, "the title is that of a Secretary-General", title=r"\bsecretary[- ]general"),
        Mark(0.2, "a line above names the Secretary-General", over=Kind.HEADING),
        Mark(0.2, "a footer repeats the date", line=r"readouts on \d"),
        Mark(0.1, "the address is that of the old skin", address=r"/offthecuff/"),
        Mark(-0.3, "", under=Kind.LABEL),
    ),
)
