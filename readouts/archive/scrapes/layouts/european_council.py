"""The President of the European Council: "Read-out of the phone call between", both sides in the
title; the body may carry the only date, in words with its weekday."""

from readouts.archive.scrapes.layout import Layout, Mark

LAYOUT = Layout(
    name="european-council",
    organization="European Council",
    offices={
        "President": "President",
        "European Council President": "President",
        "President of the European Council": "President",
    },
    any_title=True,
    marks=(
        Mark(
            0.6, "the address is the Council's", address=r"consilium\.europa\.eu|european-council"
        ),
        Mark(
            0.5,
            "the title names its President",
            title=(
                r"\bpresident (?:charles michel|(?:herman )?van rompuy|(?:donald )?tusk|"
                r"(?:ant[óo]nio )?costa)\b"
            ),
        ),
        Mark(
            0.4,
            "the Council stands above",
            line=r"(?:european council|council of the e(?:u|uropean union))$",
        ),
    ),
)
