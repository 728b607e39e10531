"""The Council of Europe: its Secretary General and the presidents of its bodies."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="council-of-europe",
    organization="Council of Europe",
    offices={
        "Secretary General": "Secretary General",
        "Deputy Secretary General": "Deputy Secretary General",
    },
    any_title=True,
    marks=(
        Mark(0.6, "the address is the Council's", address=r"\bcoe\.int\b"),
        Mark(
            0.4,
            "the title names its Secretary General",
            title=r"\bcouncil of europe secretary general\b",
        ),
        Mark(0.3, "the Council stands above", line=r"council of europe$"),
    ),
)
