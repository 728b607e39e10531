"""Former Secretaries-General (U3): city, country, title, "Readouts | Name, Former
Secretary-General", body. No date line: the date stands in the body or the address."""

from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.un import OFFICES, ORGANIZATION, ORGANIZATIONS

LAYOUT = Layout(
    name="un-former-sg",
    organization=ORGANIZATION,
    offices=OFFICES,
    organizations=ORGANIZATIONS,
    trusts_places=True,
    marks=(
        Mark(0.6, "the label below the title names the Secretary-General", under=Kind.LABEL),
        Mark(0.25, "the label has the section in front", line=r"readouts? \| "),
        Mark(-0.4, "", over=Kind.DATE),
        Mark(-0.4, "", under=Kind.DATELINE),
        Mark(-0.3, "", line=r"res[úu]menes? \|"),
        Mark(0.1, "a place stands above the title", over=Kind.PLACE),
        Mark(0.2, "the address is that of a former holder", address=r"/former-secretary-general/"),
    ),
)
