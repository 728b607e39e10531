"""The White House of 2001 to 2009, as its print pages are kept: "For Immediate Release", "Office of
the Press Secretary", date, title, body, "# # #", the address."""

from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.white_house import LEFT_OUT, OFFICES, ORGANIZATION

LAYOUT = Layout(
    name="white-house-2001",
    organization=ORGANIZATION,
    offices=OFFICES,
    any_title=True,
    marks=(
        Mark(
            0.7, "the address is that of the archive", address=r"georgewbush-whitehouse\.archives"
        ),
        Mark(0.4, "the address is a print page's", line=r"return to this article at"),
        Mark(0.2, "the office of the press secretary", line=r"office of the press secretary"),
        Mark(0.1, "a release line", over=Kind.RELEASE),
        Mark(0.3, "President Bush is named", title=r"\bbush\b"),
    ),
    left_out=(*LEFT_OUT, r"statement by the press secretary$", r"printer-friendly.*"),
)
