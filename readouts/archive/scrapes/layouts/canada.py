"""The Prime Minister of Canada: "Main Container", a title with a verb, date and city before or
after it, "Today," or "Yesterday,", body, "Associated Link(s)"."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="canada",
    organization="Canada",
    offices={"Prime Minister": "Prime Minister", "premier ministre": "premier ministre"},
    any_title=True,
    marks=(
        Mark(
            0.7,
            "the address is the Prime Minister's",
            address=r"\b(?:pm|gc)\.(?:gc\.)?ca\b|\bcanada\.ca\b",
        ),
        Mark(0.4, "the place is a city of Canada", line=r"ottawa,? (?:ontario|\(ontario\)|on)\b"),
        Mark(0.3, "the wire that carries its releases", line=r".{0,60}/CNW/"),
        Mark(0.3, "the blocks of the site", line=r"main (?:container|content)"),
        Mark(
            0.4,
            "the title is of its Prime Minister",
            title=(
                r"^(?:the )?prime minister (?:\w+ )?(?:trudeau|harper|carney|martin|"
                r"chr[ée]tien)\b|premier ministre"
            ),
        ),
        Mark(
            0.6,
            "a department of its government",
            line=r"(?:.{0,60}[–—:-] )?(?:global affairs canada|department of national defence)$",
        ),
        Mark(0.2, "the links at the end", line=r"associated links?"),
    ),
    closers=(
        r"associated links?",
        r"liens? (?:connexes?|associés?)",
        r"quick facts?$",
        r"quotes?$",
    ),
)
