"""Japan, the Ministry of Foreign Affairs and the Prime Minister's office: a title that may name no
one ("Summit Telephone Talk"), date, the local time in the first sentence, numbered points."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="japan",
    organization="Japan",
    offices={
        "Prime Minister": "Prime Minister",
        "Foreign Minister": "Foreign Minister",
        "Minister for Foreign Affairs": "Minister for Foreign Affairs",
        "Minister for Foreign Affairs of Japan": "Minister for Foreign Affairs",
        "Prime Minister of Japan": "Prime Minister",
    },
    any_title=True,
    marks=(
        Mark(
            0.7,
            "the address is the ministry's",
            address=r"\bmofa\.go\.jp|kantei\.go\.jp|emb-japan\.go\.jp",
        ),
        Mark(
            0.6,
            "a talk of Japan",
            title=r"^japan[-–]\w.*(?:talk|call|meeting|dinner|luncheon|summit)|"
            r"^(?:the )?japanese\b",
        ),
        Mark(
            0.3,
            "the ministry stands above",
            line=r"ministry of foreign affairs of japan|prime minister of japan and his cabinet",
        ),
        Mark(
            0.5,
            "the title names its Prime Minister",
            title=(
                r"\bprime minister (?:abe|suga|kishida|ishiba|noda|kan|aso|fukuda|koizumi|"
                r"takaichi)\b"
            ),
        ),
        Mark(0.2, "a provisional translation", line=r"\W*provisional translation"),
    ),
    left_out=(r"\W*provisional translation\W*$", r"\(?japanese\)?$", r"japanese version.*"),
)
