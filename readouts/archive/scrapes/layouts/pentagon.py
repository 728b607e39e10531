"""The Pentagon since 2014: department, "No. NR-328-14" or "Immediate Release", date, title, the
line of the spokesman with his rank, body."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="pentagon",
    organization="United States",
    offices={
        "Secretary": "Secretary of Defense",
        "Secretary of Defense": "Secretary of Defense",
        "Secretary of War": "Secretary of War",
        "Deputy Secretary of Defense": "Deputy Secretary of Defense",
        "Acting Secretary of Defense": "Acting Secretary of Defense",
        "Under Secretary of Defense": "Under Secretary of Defense",
        "Chairman of the Joint Chiefs of Staff": "Chairman of the Joint Chiefs of Staff",
    },
    any_title=True,
    marks=(
        Mark(
            0.6,
            "the address is the department's",
            address=r"\b(?:defense|war)\.gov\b|\b(?:dod|jcs)\.mil\b",
        ),
        Mark(
            0.5,
            "the spokesman of the Pentagon",
            line=(
                r".{0,40}(?:pentagon (?:press|spokes|chief)|joint staff spokes)|"
                r".{0,30}(?:department|secretary) of (?:defense|war) spokes"
            ),
        ),
        Mark(
            0.4,
            "the department stands above",
            line=r"(?:u\.?s\.? )?department of (?:defense|war)\b",
        ),
        Mark(0.3, "the number of a news release", line=r".{0,12}NR-\d+-\d\d"),
        Mark(
            0.5,
            "the title names its Secretary",
            title=(
                r"\bsecretary of (?:defense|war)\b|\bsecretary (?:\w+\.? )*(?:hagel|panetta|"
                r"gates|carter|mattis|shanahan|esper|austin|hegseth|rumsfeld)\b"
            ),
        ),
    ),
    left_out=(r"news release$", r"(?:press operations|on the web|public contact).*", r"\|.*"),
)
