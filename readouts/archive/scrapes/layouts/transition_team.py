"""Transition teams: a president-elect holds no office yet; a lead, then a paragraph for each of
those who called."""

from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.white_house import OFFICES

LAYOUT = Layout(
    name="transition-team",
    offices=OFFICES,
    any_title=True,
    marks=(
        Mark(
            0.8,
            "the title names one elect",
            title=r"\b(?:vice )?president[- ]elect\b.*?(?:['’]s?|\bspeaks|\bcalls)\s",
        ),
        Mark(
            0.4,
            "the address is a transition team's",
            address=r"buildbackbetter|greatagain|change\.gov",
        ),
        Mark(-0.6, "", title=r"^(?:press release:\s*)?(?:pm|prime minister)\b"),
    ),
)
