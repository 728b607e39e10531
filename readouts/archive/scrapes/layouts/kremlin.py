"""Copies of the Kremlin's texts: "Telephone conversation with NAME"; footnotes flattened into the
text, "Source:" and an aggregator's tag at the end."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="kremlin",
    organization="Russia",
    named_in=r"(?P<name>Vladimir Putin) (?:had|held|spoke|met|has|sent|received)\b.*",
    offices={
        "President": "President",
        "President of Russia": "President",
        "President of the Russian Federation": "President",
        "Vladimir Putin": "President",
    },
    any_title=True,
    marks=(
        Mark(0.7, "the address is the Kremlin's", address=r"\bkremlin\.ru\b|special\.kremlin"),
        Mark(
            0.4,
            "a title of the Kremlin's",
            title=r"^(?:telephone conversations?|meeting|talks|working meeting) with (?!PM\b)",
        ),
        Mark(
            0.4,
            "Vladimir Putin opens the text",
            line=r"(?:president )?vladimir putin (?:had|held|spoke|met|has)\b",
        ),
        Mark(0.4, "the Kremlin is the source", line=r"source:? .*kremlin|.*kremlin\.ru"),
    ),
    closers=(
        r"(?:original|source) (?:at|:).*",
        r"published in .*",
        r"publication status.*",
        r"geography$",
    ),
)
