"""Styles, courtesy titles and ranks as offices print them before a name."""

from __future__ import annotations

import re

_STYLES = (
    r"H\.\s?E\.?,?|HE|S\.\s?E\.\s?M(?:\.|me\.?)|S\.\s?E\.(?=\s)|S\.E\.|"
    r"(?:His|Her) Excellency,?|Their Excellencies|Excm[oa]\.|"
    r"H\.\s?M\.|H\.\s?R\.\s?H\.|H\.\s?H\.|HM|HRH|HH|(?:His|Her|Their) (?:Imperial )?Majesty|"
    r"(?:His|Her) (?:Royal |Serene )?Highness|His (?:Holiness|Eminence|Beatitude)|"
    r"(?:[Tt]he )?Rt\.? Hon\.?|(?:The )?Right Honou?rable|(?:[Tt]he )?Honou?rable|"
    r"(?:[Tt]he )?Hon\.|(?:[Tt]he )?Hon(?=\s)"
)
_COURTESY = (
    r"Mr\.?|Mister|Shrimati|Tun|Tan Sri|Dato['’]?(?: Seri| Sri)?|Engr?\.|Eng\.|Ms\.?|"
    r"Mrs\.?|Miss|Dr\.?|"
    r"Prof\.?|Professor|Sir|Dame|Lord|Lady|Baroness|Sheikh|Sheikha|"
    r"Shaikh|King|Queen|Crown Prince|Prince|Princess|Shri|Smt\.|Madam|Archbishop|Daw|Hajj?i|"
    r"Mawla[vw]i|Mullah|Rev\.|Bishop|Cardinal|Mme\.?|Sr\.|Sra\.|Senator(?=\sthe\sHono)"
)
# These also open other names ("General Assembly", "Ambassador of"), so they need a style before.
_AFTER_A_STYLE = (
    r"M\.|Ambassador|Senator|General|Gen\.?\s?\([Rr]et(?:d|ired)?\.?\)|"
    r"Gen\.|Lieutenant General|Lt\. Gen\.|Major General|Maj\. Gen\.|"
    r"Brigadier General|Brig\. Gen\.|Admiral|Adm\.|Rear Adm\.|Colonel|Col\.|the Amir|Judge"
)
_RANKS = (
    r"(?:(?:(?:Army|Navy|Air Force|Marine Corps) )?(?:(?:Lt|Maj|Brig)\.? )?Gen\.|"
    r"(?:(?:Lieutenant|Major|Brigadier) )?(?<!Secretary )(?<!Director )(?<!Attorney )"
    r"(?<!Governor )(?<!Consul )General(?= [^\W\d_a-z][\w’'-]+ [^\W\d_a-z])"
    r"(?! (?:Assembly|Secretariat|Staff|Directorate|Manager|Council|Counsel|Director|Command))|"
    r"(?:(?:Rear|Vice) )?Adm\.|(?:(?:Rear|Vice) )?Admiral|Air Chief Marshal|Field Marshal|Marshal|"
    r"(?:Lieutenant )?Colonel(?: Major)?(?= [^\W\d_a-z][\w’'-]+ [^\W\d_a-z])|"
    r"(?:Lt\. )?Col\.|Capt\.|Hon\.|Amb\.|Sen\.|Rep\.|"
    # A courtesy title before two names and an office; else an initial.
    r"M\.(?= [^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+,))"
)
HONORIFIC = re.compile(
    rf"(?<![\w.-])(?:(?:{_STYLES})(?:\s+(?:{_COURTESY}|{_AFTER_A_STYLE})(?![\w-]))*"
    rf"|(?:(?:{_COURTESY})(?![\w-])|{_RANKS})(?:\s+(?:{_COURTESY}|{_STYLES})(?![\w-]))*)"
    r"\s+(?=[^\W\d_a-z]|al-|(?:von|van|de|der|den|di|da|dos|el|al)\s)"
)
# "His Highness the Crown Prince": a style before the office, not yet the name.
STYLED_OFFICE = re.compile(rf"(?P<style>{_STYLES})\s+the\s+(?=[A-Z])")
# Before the sentence is cut, the full stops of these are known not to end it.
ABBREVIATION = re.compile(
    r"(?:\b(?:H\.\s?E|H\.\s?M|H\.\s?R\.\s?H|H\.\s?H|S\.\s?E(?:\.\s?M)?|Mr|Ms|Mrs|Dr|Prof|Mme|Sr|"
    r"Sra|St|Gen|Lt|"
    r"Maj|Brig|Adm|Col|Capt|Amb|Sen|Hon|Rt|Rev|Engr?|Smt|Excmos?|Excmas?|Exmo|Exma|Sres|Dra|"
    r"S\.\s?M|S\.\s?A|Е\.\s?П|dhr|mevr|drs|Nr|núm|bzw|им|г|No|U\.\s?N|U\.\s?S|D\.\s?C|[Ии]\.\s?о|SEM|"
    r"Jr)|(?:^|[\s.])[A-ZÀ-ÞА-ЯЁ])\.$"
)


def after_honorific(text: str) -> tuple[str, str]:
    """Return the honorific that `text` opens with ("" if none) and what follows it."""
    found = HONORIFIC.match(text)
    return (found[0].strip(" ,"), text[found.end() :]) if found else ("", text)
