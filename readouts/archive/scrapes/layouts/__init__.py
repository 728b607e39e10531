"""The layouts by which pages are known, a file for each; every page is tried against all."""

from readouts.archive.scrapes.layouts import (
    african_union,
    canada,
    china,
    council_of_europe,
    european_council,
    generic,
    government,
    gulf,
    india,
    japan,
    kremlin,
    nato,
    osce,
    pentagon,
    presidency_project,
    state_department,
    transition_team,
    uk_prime_minister,
    un_assembly,
    un_classic,
    un_former_sg,
    un_new_skin,
    un_other_shell,
    un_press,
    un_reposts,
    white_house_2001,
    white_house_2009,
    white_house_2017,
)

__all__ = ["GENERIC", "LAYOUTS"]

# The surest wins; of equals the one that stands first.
LAYOUTS = tuple(
    module.LAYOUT
    for module in (
        un_assembly,
        un_former_sg,
        un_new_skin,
        un_classic,
        un_other_shell,
        un_press,
        un_reposts,
        presidency_project,
        white_house_2001,
        white_house_2009,
        transition_team,
        white_house_2017,
        pentagon,
        state_department,
        uk_prime_minister,
        canada,
        european_council,
        india,
        japan,
        china,
        nato,
        osce,
        gulf,
        african_union,
        council_of_europe,
        kremlin,
        government,
        generic,
    )
)
GENERIC = generic.LAYOUT
