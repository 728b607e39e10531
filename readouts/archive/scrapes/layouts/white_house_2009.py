"""The White House of 2009 to 2017: frozen banner, "The White House", office, release line, title,
body, "White House Shareables"; the e-mail of 2009 prints the date and the title in capitals."""

from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.white_house import LEFT_OUT, OFFICES, ORGANIZATION

LAYOUT = Layout(
    name="white-house-2009",
    organization=ORGANIZATION,
    offices=OFFICES,
    any_title=True,
    marks=(
        Mark(
            0.5,
            "the address is that of the archive",
            address=r"obamawhitehouse\.archives|whitehouse\.gov/the[_-]press[_-]office",
        ),
        Mark(0.3, "the site's name stands above", line=r"the white house$"),
        Mark(
            0.4,
            "the office stands above the title",
            line=r"office of the (?:press secretary|vice president|first lady)",
        ),
        Mark(0.2, "the footer of those years", line=r"white house shareables"),
        Mark(0.1, "a release line", over=Kind.RELEASE),
    ),
    left_out=(*LEFT_OUT, r"white house shareables"),
)
