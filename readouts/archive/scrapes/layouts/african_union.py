"""The African Union, the Council of Europe and their like: "X received Y", "Meeting between A and
B", with captions and share buttons between title and body."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="african-union",
    organization="African Union",
    offices={
        "Chairperson": "Chairperson",
        "Chairperson of the African Union Commission": "Chairperson",
        "AU Commission Chairperson": "Chairperson",
        "AUC Chairperson": "Chairperson",
    },
    any_title=True,
    marks=(
        Mark(0.6, "the address is the African Union's", address=r"\bau\.int\b|peaceau\.org"),
        Mark(
            0.6,
            "the title names its Chairperson",
            title=r"\b(?:AUC?|african union)(?: commission)?(?:['’]s)? chairperson\b",
        ),
    ),
)
