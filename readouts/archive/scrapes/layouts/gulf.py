"""The agencies of the Gulf states: "Amir Receives Phone Call from …"; styles without points (HH,
HE, HM), a place and agency before the text, the direction of the call in the title."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="gulf-agency",
    offices={
        "Amir": "Amir",
        "HH the Amir": "Amir",
        "Crown Prince": "Crown Prince",
        "HRH Crown Prince": "Crown Prince",
        "HM King": "King",
        "HM the King": "King",
        "HH Deputy Amir": "Deputy Amir",
        "UAE President": "President",
        "Prime Minister": "Prime Minister",
        "Foreign Minister": "Foreign Minister",
        "Minister of Foreign Affairs": "Minister of Foreign Affairs",
    },
    any_title=True,
    marks=(
        Mark(
            0.6,
            "the address is a Gulf agency's",
            address=(
                r"qna\.org\.qa|mofa\.gov\.(?:qa|sa|ae|kw|bh|om)|wam\.ae|spa\.gov\.sa|"
                r"kuna\.net\.kw|bna\.bh|omannews|diwan\.gov\.qa|mofaic\.gov\.ae"
            ),
        ),
        Mark(
            0.6,
            "the title is that of a Gulf ruler",
            title=(
                r"^(?:HH |HRH |HM |HE |his \w+ )?(?:the )?(?:deputy )?(?:amir(?=,? (?:receives?|"
                r"holds?|calls?|meets?|sheikh|hh|of|and|has|phones?)\b)|crown prince|king|"
                r"sultan|custodian|UAE president)\b.*\b(?:receives?|holds?|calls?|meets?|phone)"
            ),
        ),
        Mark(
            0.3,
            "the agency and its place open the text",
            line=(
                r".{3,40}\((?:QNA|WAM|SPA|KUNA|BNA|ONA)\)|.{0,40}\b(?:QNA|WAM|SPA|KUNA|"
                r"BNA)\b\s*[–-]"
            ),
        ),
    ),
)
