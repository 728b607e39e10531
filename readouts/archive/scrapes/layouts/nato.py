"""NATO: "NATO Secretary General …", "13 Sep. 2018 - | Last updated: …", body; tomorrow's plan may
close it in the future tense."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="nato",
    organization="NATO",
    offices={
        "NATO Secretary General": "Secretary General",
        "Secretary General": "Secretary General",
        "Deputy Secretary General": "Deputy Secretary General",
        "NATO Deputy Secretary General": "Deputy Secretary General",
    },
    any_title=True,
    marks=(
        Mark(0.6, "the address is NATO's", address=r"\bnato\.int\b"),
        Mark(
            0.6,
            "the title names its Secretary General",
            title=r"^(?!.*\b(?:with|from|to|and) (?:the )?NATO\b)"
            r".*\bNATO(?:['’]s)? (?:deputy )?secretary[- ]general\b",
        ),
        Mark(
            0.3,
            "the date of the last change",
            line=r"\d{1,2} \w+\.? \d{4}\s*[-–]?\s*\|\s*last updated",
        ),
        Mark(
            0.3,
            "the title names one of its holders",
            title=r"\b(?:stoltenberg|rasmussen|rutte|de hoop scheffer)\b",
        ),
        Mark(-0.6, "", title=r"^(?:readout of )?secretary (?!general)\w"),
    ),
    left_out=(r".*last updated:?.{0,30}$",),
)
