"""Where no layout knows the page: a title, what stands close to it, and the paragraphs after it.
The record says that its reader was this one."""

from readouts.archive.scrapes.layout import SURE, Layout, Mark

LAYOUT = Layout(
    name="generic",
    marks=(Mark(SURE - 0.05, "the page has the title of a readout, in no layout that is known"),),
)
