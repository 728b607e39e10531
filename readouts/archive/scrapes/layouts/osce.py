"""The OSCE: title, then the dateline in the first paragraph, "Berlin, 12 April 2016 –"; around it
the names of dozens of countries as navigation."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="osce",
    organization="OSCE",
    offices={
        "OSCE Secretary General": "Secretary General",
        "Secretary General": "Secretary General",
        "OSCE Chairperson-in-Office": "Chairperson-in-Office",
        "Chairperson-in-Office": "Chairperson-in-Office",
        "OSCE Chair": "Chair",
        "OSCE Chairman-in-Office": "Chairman-in-Office",
    },
    any_title=True,
    marks=(
        Mark(0.7, "the address is the OSCE's", address=r"\bosce\.org\b"),
        Mark(
            0.6,
            "the title names one of its offices",
            title=(
                r"\bOSCE(?:['’]s)? (?:secretary general|chair|special representative|high "
                r"commissioner)"
            ),
        ),
        Mark(
            0.2,
            "the site's name",
            line=r"OSCE$|organization for security and co-?operation in europe",
        ),
    ),
    closers=(r"contacts?$", r"for pdf attachments.*"),
)
