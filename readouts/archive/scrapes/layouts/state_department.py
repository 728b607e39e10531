"""The State Department: "Readout", "Office of the Spokesperson", city, date, title without a label,
"The below is attributable to", body."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="state-department",
    organization="United States",
    offices={
        "Secretary": "Secretary of State",
        "Secretary of State": "Secretary of State",
        "Deputy Secretary": "Deputy Secretary of State",
        "Deputy Secretary of State": "Deputy Secretary of State",
        "Acting Secretary": "Acting Secretary of State",
        "Under Secretary": "Under Secretary of State",
        "Counselor": "Counselor",
    },
    any_title=True,
    marks=(
        Mark(0.6, "the address is the department's", address=r"\bstate\.gov\b|usembassy\.gov"),
        Mark(0.4, "the office of the spokesperson", line=r"(?:by )?office of the spokesperson"),
        Mark(
            0.4,
            "the text is attributable to its spokesperson",
            line=r".{0,60}(?:attributable to|as stated by) (?:\w+ )*spokesperson",
        ),
        Mark(
            0.2,
            "the department is named",
            line=r"(?:source: )?(?:(?:u\.?s\.?|united states) )?department of state$",
        ),
        Mark(
            0.2,
            "the text begins with its Secretary",
            line=r"(?:(?:deputy|acting) )?secretary of state (?!for\b)(?:\w+\.? ){1,4}(?:\w+ )?"
            r"(?:met|spoke|hosted)\b",
        ),
        Mark(
            0.45,
            "the title is that of its Secretary",
            title=r"^(?:headline: |press releases?: )?(?:[\w ]{3,40}: )?"
            r"(?:readout of )?(?:(?:deputy|acting|under) )*secretary (?:of state )?\w.*"
            r"\b(?:call|meeting|conversation|lunch|dinner|breakfast|travel|video)",
        ),
        Mark(-0.5, "", line=r".*\b(?:pentagon|department of (?:defense|war))\b"),
        Mark(
            -0.5,
            "",
            title=r"^(?:readout of )?(?:the )?(?:\w+ ){0,2}secretary[- ]general|"
            r"secretary of (?:defense|war)",
        ),
    ),
    left_out=(r"(?:readout|press statement|media note)$",),
)
