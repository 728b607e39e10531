"""A government that has no layout of its own, known by its address alone: a ministry, a president's
office, a government's news service. Whose government it is, the address says too."""

from readouts.archive.scrapes.addresses import OF_A_GOVERNMENT
from readouts.archive.scrapes.layout import SURE, Layout, Mark

LAYOUT = Layout(
    name="government",
    any_title=True,
    marks=(Mark(SURE, "the address is that of a government", address=OF_A_GOVERNMENT),),
)
