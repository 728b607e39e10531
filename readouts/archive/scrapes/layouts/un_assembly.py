"""The President of the General Assembly: "PRESIDENT of the 64th Session", "United Nations, New
York, D Month YYYY", title, body; in French "Note du porte-parole du Président"."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="un-assembly",
    organization="General Assembly",
    offices={
        "President": "President",
        "President of the General Assembly": "President",
        "General Assembly President": "President",
        "PGA": "President",
        "Président": "Président",
        "Président de l'Assemblée générale": "Président",
    },
    organizations={"Président": "Assemblée générale"},
    any_title=True,
    marks=(
        Mark(
            0.6, "the address is the President's", address=r"un\.org/(?:\w+/)?(?:ga/president|pga)/"
        ),
        Mark(
            0.6,
            "the President of a session stands above",
            line=(
                r"president of the \d+(?:st|nd|rd|th) session$|"
                r"pr[ée]sident\s+-\s+\d+[eè]me session$"
            ),
        ),
    ),
    left_out=(
        r"united nations (?:general assembly|logo)$",
        r"assemblée générale des nations unies$",
    ),
)
