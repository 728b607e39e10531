"""The United Nations pages since 2016 (U2): place, date, title, "Name, Secretary-General", body.
The label is missing from some copies. Transcripts of the earlier skin (U0) are printed alike."""

from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.un import OFFICES, ORGANIZATION, ORGANIZATIONS

LAYOUT = Layout(
    name="un-new-skin",
    organization=ORGANIZATION,
    offices=OFFICES,
    organizations=ORGANIZATIONS,
    trusts_places=True,
    marks=(
        Mark(0.4, "a date line stands above the title", over=Kind.DATE),
        Mark(
            0.3,
            "the title is that of a Secretary-General",
            title=r"\bsecretary[- ]general|secrétaire général|secretario general",
        ),
        Mark(0.3, "the label below the title names the Secretary-General", under=Kind.LABEL),
        Mark(0.3, "the address is that of a readout", address=r"/content/d?sg/(?:readout|dsg)"),
        Mark(-0.5, "", under=Kind.DATELINE),
        Mark(-0.5, "", title=r"\b(?:NATO|OSCE|OAS|OIC|ASEAN|Commonwealth)\b.{0,12}\bsecretary"),
    ),
)
