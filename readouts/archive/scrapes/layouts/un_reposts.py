"""Copies of United Nations readouts: country teams, information centres, agencies; a photo and its
credit in the text, the dateline perhaps at its end."""

from readouts.archive.scrapes.layout import Layout, Mark
from readouts.archive.scrapes.layouts.un import OFFICES, ORGANIZATION, ORGANIZATIONS

LAYOUT = Layout(
    name="un-repost",
    organization=ORGANIZATION,
    offices=OFFICES,
    organizations=ORGANIZATIONS,
    marks=(
        Mark(
            0.5,
            "the title is that of a readout of a Secretary-General",
            title=r"^read-?\s?out\b.*\b(?:deputy )?secretary[- ]general",
        ),
        Mark(0.1, "the office is named", line=r"(?:by )?(?:the )?office of the spokes"),
    ),
    left_out=(r"by office of the spokes.*", r".{0,60}\bUN photo\b.{0,80}$"),
)
