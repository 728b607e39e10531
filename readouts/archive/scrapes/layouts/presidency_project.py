"""The American Presidency Project, which copies the readouts of the White House: the name of the
president in the line of a photo, title, date, body, and the citation of the page."""

from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.white_house import LEFT_OUT, OFFICES, ORGANIZATION

LAYOUT = Layout(
    name="presidency-project",
    organization=ORGANIZATION,
    offices=OFFICES,
    any_title=True,
    marks=(
        Mark(0.7, "the address is the project's", address=r"\bpresidency\.ucsb\.edu\b"),
        Mark(0.5, "the citation of the project", line=r".*\bThe American Presidency Project\b"),
    ),
    named_in=r"(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){1,3}(?:,? Jr\.)?) photo$",
    named_office="President",
    closers=(r".{0,400}\bOnline by Gerhard Peters\b", r"filed under$"),
    left_out=(
        *LEFT_OUT,
        r".{3,60} photo$",
        r"\d\d(?:st|nd|rd|th) President of the United States\b.*",
    ),
)
