"""The White House since 2017: title, body and little else; the briefing-room pages with their date,
the e-mails with a postal address, and what syndication adds."""

from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.white_house import LEFT_OUT, OFFICES, ORGANIZATION

LAYOUT = Layout(
    name="white-house-2017",
    organization=ORGANIZATION,
    offices=OFFICES,
    any_title=True,
    marks=(
        Mark(
            0.6,
            "the address is that of the briefing room",
            address=r"whitehouse\.(?:archives\.)?gov/(?:briefings?-(?:room|statements)|readouts)",
        ),
        Mark(0.6, "the address is an archive's", address=r"(?:trump|biden)whitehouse\.archives"),
        Mark(
            0.55,
            "the title names a president or vice president of those years",
            title=r"\b(?:(?:vice )?president|first lady|secretary) (?:\w+\.? )*"
            r"(?:trump|pence|biden|harris|vance)(?:['’]|s\b|\b.*\b(?:speaks?|call|meet))",
        ),
        Mark(
            0.4,
            "the section of the briefing room",
            line=r"(?:the )?briefing room|statements (?:and|&) releases",
        ),
        Mark(0.2, "the site's name stands above", line=r"the white house$"),
        Mark(
            0.3, "syndication names the site", line=r"the post .* appeared first on the white house"
        ),
        Mark(
            0.55,
            "the spokesperson of the council",
            title=r"\bNSC spokes\w+|national security advis[eo]r",
        ),
        Mark(-0.4, "", title=r"\b(?:vice )?president-elect\b"),
    ),
    closers=(r"the post .* appeared first on", r".*1600 pennsylvania"),
    left_out=(*LEFT_OUT, r"(?:the )?briefing room$"),
)
