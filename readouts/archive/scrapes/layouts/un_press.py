"""press.un.org and its printed releases (SG/SM, SG/T, DSG/SM): masthead, symbol, title, body, "For
information media. Not an official record."; only an item that is one readout is read."""

from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.un import OFFICES, ORGANIZATION, ORGANIZATIONS

LAYOUT = Layout(
    name="un-press",
    organization=ORGANIZATION,
    offices=OFFICES,
    organizations=ORGANIZATIONS,
    trusts_places=False,
    any_title=True,
    marks=(
        Mark(0.5, "the symbol of a press release is printed", line=r"(?:D?SG)/(?:SM|T|A)/\d+"),
        Mark(
            0.5, "the address is that of the press site", address=r"press\.un\.org|un\.org/press/"
        ),
        Mark(0.3, "the masthead of the press service", line=r"department of public information\b"),
        Mark(0.3, "the closing words of the press service", line=r"\W*for information media"),
    ),
    closers=(r"\*+ ?\*+ ?\*+", r"__+"),
    left_out=(
        r"department of public information.*",
        r"(?:D?SG)/(?:SM|T|A)/\d.*",
        r"secretary-general$",
    ),
)
