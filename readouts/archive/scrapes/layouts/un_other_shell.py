"""The former holders' pages in the shell of another language (U4): title, "Resúmenes | Name,
Former Secretary-General", body; place and date may be absent, and only the shell is translated."""

from readouts.archive.scrapes.head_lines import Kind
from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.un import OFFICES, ORGANIZATION, ORGANIZATIONS

LAYOUT = Layout(
    name="un-other-shell",
    organization=ORGANIZATION,
    offices=OFFICES,
    organizations=ORGANIZATIONS,
    trusts_places=True,
    marks=(
        Mark(0.5, "the label below the title names the Secretary-General", under=Kind.LABEL),
        Mark(
            0.4,
            "the section of the label is in another language",
            line=r"(?:res[úu]men(?:es)?|comptes?[- ]rendus?|lecturas?|краткие отчеты|قراءات|纪要)"
            r" \|",
        ),
        Mark(0.3, "the address is that of another language", address=r"/sg/(?:es|fr|ar|ru|zh)/"),
        Mark(-0.3, "", over=Kind.DATE),
    ),
)
