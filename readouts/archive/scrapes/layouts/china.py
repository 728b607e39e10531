"""China, the Ministry of Foreign Affairs and its embassies: "NAME Speaks on the Phone with", the
time of issue in Beijing, the evening before in the text, several offices at once."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="china",
    organization="China",
    offices={
        "President": "President",
        "Premier": "Premier",
        "Foreign Minister": "Foreign Minister",
        "State Councilor": "State Councilor",
        "Chinese President": "President",
    },
    any_title=True,
    marks=(
        Mark(
            0.7,
            "the address is the ministry's",
            address=r"(?:fmprc|mfa)\.gov\.cn|china-embassy|chineseembassy|\.gov\.cn/",
        ),
        Mark(
            0.6,
            "the title names one of its leaders",
            title=(
                r"^(?:[\w ]{0,30})?(?:wang yi|xi jinping|li keqiang|li qiang|yang jiechi|qin "
                r"gang)\b"
            ),
        ),
        Mark(
            0.3,
            "the ministry stands above",
            line=r"ministry of foreign affairs.{0,10}(?:of )?.{0,20}china",
        ),
    ),
    left_out=(r"\W*(?:big|medium|small)\W*$", r"suggest to a friend.*"),
)
