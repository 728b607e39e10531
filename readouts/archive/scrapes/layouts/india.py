"""India, the Ministry of External Affairs and the Press Information Bureau: title, date, body, "New
Delhi" and the date again; release numbers, counters and a comment form around them."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="india",
    organization="India",
    offices={
        "PM": "Prime Minister",
        "NSA": "National Security Adviser",
        "National Security Adviser": "National Security Adviser",
        "Prime Minister": "Prime Minister",
        "EAM": "External Affairs Minister",
        "External Affairs Minister": "External Affairs Minister",
        "President": "President",
        "Prime Minister Shri": "Prime Minister",
    },
    any_title=True,
    marks=(
        Mark(
            0.7,
            "the address is the ministry's",
            address=r"\bmea\.gov\.in|pib\.(?:gov|nic)\.in|pmindia\.gov\.in|narendramodi\.in",
        ),
        Mark(
            0.5,
            "the bureau stands above",
            line=(
                r"press information bureau|ministry of external affairs|prime minister['’]s "
                r"office$"
            ),
        ),
        Mark(0.4, "the city of issue", line=r"new delhi\b.{0,30}$"),
        Mark(0.3, "a release number", line=r".*release id"),
        Mark(0.5, "the title names its Prime Minister", title=r"\bmodi\b"),
        Mark(
            0.1, "a title of the ministry", title=r"\bbetween (?:the )?(?:PM|prime minister|EAM)\b"
        ),
    ),
    closers=(
        r"\**\s*(?:[A-Z]{2,4}/)+[A-Z]{2,4}\b.*",
        r"\*{3,}.*",
        r"comments?$",
        r"post (?:a |your )?comment.*",
        r"\(?release id.*",
    ),
    left_out=(r"\(?release id.*", r"posted on:.*by pib.*", r".*\bpdf\b.{0,40}$"),
)
