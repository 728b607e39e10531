"""The UK Prime Minister, and the Foreign Secretary: kind of document, title with its date, "From:",
"Published", perhaps the banner of a past government, body; and the copies of others, which drop
apostrophes and quotes."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="uk-prime-minister",
    organization="United Kingdom",
    offices={
        "Prime Minister": "Prime Minister",
        "PM": "Prime Minister",
        "PMs": "Prime Minister",
        "Foreign Secretary": "Foreign Secretary",
    },
    named_in=r".*\b(?:the )?rt\.? hon\.? (?P<name>(?:sir )?[\w'’. -]+?)(?: (?:KCB|KC|QC|CH|MP))*$",
    any_title=True,
    marks=(
        Mark(
            0.6,
            "the address is the government's",
            address=r"\bgov\.uk/government/|number10\.gov\.uk",
        ),
        Mark(
            0.5,
            "the office of 10 Downing Street",
            line=r".{0,40}prime minister['’]?s office,? ?(?:at )?10 downing",
        ),
        Mark(
            0.5,
            "the title opens with “PM”",
            title=(
                r"^(?:press release\s*:\s*|news story\s*:\s*)?PM(?:['’]?s)? (?:call|meeting|"
                r"phone|statement|meets|speaks|spoke|talks|bilateral|video|dinner|lunch)"
            ),
        ),
        Mark(
            0.5,
            "a Downing Street spokesperson is quoted",
            line=r"a (?:downing street|no\.? ?10|number 10) spokes",
        ),
        Mark(
            0.5,
            "10 Downing Street issued it",
            line=r"(?:the )?press release issued by 10 downing street\b.*",
        ),
        Mark(
            0.4,
            "the Foreign Office",
            line=r"(?:an? )?(?:foreign,? ?(?:&|and)? ?commonwealth|foreign office|fcd?o) ?.{0,40}$",
        ),
        Mark(0.3, "a copy of a government release", address=r"ukpol|wired-gov|govwire|wiredgov"),
        Mark(-0.3, "", title=r"\bmodi\b|\btrudeau\b"),
    ),
    closers=(r"share this page", r"published \d.*", r"source:? .*gov\.uk"),
    left_out=(
        r"from:?$",
        r"prime minister['’]?s office.*",
        r"the rt hon .*",
        r"class=.*",
        r"(?:press release|news story)$",
    ),
)
