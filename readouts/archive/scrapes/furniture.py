"""What belongs to the site around a text: the lines left out wherever they stand, the banners of
sites kept as history, the lines that end a text, and those that say who may be quoted."""

from __future__ import annotations

import re

from readouts.archive.scrapes.furniture_abroad import (
    ends_the_text_abroad,
    is_attribution_abroad,
    is_furniture_abroad,
)

_WITHIN_A_LINE = 90
_FEW = 4
_ANYWHERE = re.compile(
    r"(?:welcome to (?:the )?|bienvenid[oa]s? (?:a|al)\b|bienvenue (?:à|aux?|sur)\b|"
    r"добро пожаловать|"
    r"مرحب|أهلا|欢迎|.{0,30}\bskip (?:to )?main (?:navigation|content)|"
    r"skip to (?:main )?content|scroll to top|back to top|"
    r"main con(?:tainer|tent)|write a comment|you are subscribed to|this post was originally|"
    r"original article link|news provided by|terug naar boven|"
    r"click here for|"
    r"white house shareables|in progress at unhq|un photo/|prime minister crest|mil osi|"
    r"\[?scroll down for \w+\]?|share this|full access to|close this search box|search form|"
    r"submit release|there (?:were|are) \d+ press releases|story continues below|read more:|"
    r"toggle navigation|jump to|accessibility links|cookies? (?:on|policy|settings)|"
    r"we use cookies|accept (?:all )?cookies|sorry, you need|this video is|your browser|"
    r"listen to this|print (?:this|page|email)|email this|download|view (?:in|on|larger)|"
    r"photo(?:s| by| credit)?:|image:|video:|caption:|credit:|by staff|class=\"|"
    r"the front door of number 10|follow us|subscribe|sign up|no comments?\b|add comment|"
    r"\d+ comments?$|like this:|loading|advertisement|visitor counter|release id|"
    r"(?:select|choose) (?:a |your )?language|official website|menu|breadcrumb|you are here|"
    r"home\s*[>»/|›]|text size|font size|a[+-] ?a|tags?:|filed under|categor(?:y|ies):)"
    r"(?:(?<=[:>»/|›\"])|\b).*"
    # One word of the site's own, at most with two more, and no full stop.
    r"|(?:search|print|share|array|verification code|tweet|facebook|twitter|e-?mail|menu|home|"
    r"sort by|whatsapp|linkedin|copy link|pinterest|telegram|close|back|next|previous|english|"
    r"français|español|русский|العربية|中文|deutsch|português)(?: [\w-]+){0,2}"
    r"|(?:first |last )?(?:published|posted|updated) (?:on|at|by):?"
    r"|[\W_]+|\d{1,3} ?/ ?\d{1,3}",
    re.I,
)
_FROZEN = re.compile(
    r"frozen in time|historical material|historical collection|this is an archived|"
    r"official website of the united states|here'?s (?:how you know|what you can do)|"
    r"share sensitive information|\.gov websites? use https|an official government organization|"
    r"belongs to an official government|safely connected to the \.(?:gov|mil)|"
    r"(?:published under the|veröffentlicht wurde dies unter der) [\w' -]{3,60} government|"
    r"released under the [\w' -]{3,60} government|"
    r"this (?:web ?)?(?:site|page) is no longer (?:updated|being updated|maintained)|"
    r"external links may no longer|historical and may be outdated|content on this site is",
    re.I,
)
# A caption with its credit or with who stands where, and the note of a ministry on its translation.
_CAPTION = re.compile(
    r".{3,400}(?:\[(?:photo|image|picture)s?\b[^\]]{1,60}\]|\((?:photo|image|picture)s?\b[^)]{0,60}\)|"
    r"\((?-i:[A-Z][\w .&-]{1,30}/\s?[A-Z])[\w. -]{2,60}\)|"
    r"\|\s(?:author|photo|foto|credit)\b.{0,60}|"
    r"\b(?:image|photo|picture) credit:.{2,60})\.?|"
    r"(?=.{0,300}$).*[^\W\d]\s\((?:l|r|c|left|right|cent(?:re|er)|from left)\)[\s,].*|"
    r"\W*\(?\W*(?:(?:the )?(?:foregoing|above|following|this)\b.{0,20} is (?:an? )?)?"
    r"(?:provisional|unofficial|tentative) (?:english )?"
    r"(?:translation|version)\b.{0,140}",
    re.I,
)
_ADDRESS = re.compile(r"https?://\S+", re.I)
_NOT_FOUND = re.compile(
    r"(?:(?:error\s*)?404\b.{0,60}|page (?:not found|introuvable)|(?:the )?page (?:you|that you) "
    r"(?:requested|are looking for|were looking for).{0,80}|access denied|403 forbidden|"
    r"(?:the )?requested (?:page|url).{0,60}(?:not found|could not be found).{0,40}|"
    r"this page (?:does not|doesn['’]?t) exist.{0,40}|p[áa]gina no encontrada|"
    r"страница не найдена|service unavailable|internal server error)",
    re.I,
)
_NOT_TRANSLATED = re.compile(
    r"(?:this (?:page|content|text|item|readout) is (?:not|currently not) (?:yet )?available in|"
    r"not available in (?:this|the selected|your) language|no translation (?:is )?available|"
    r"translation (?:is )?(?:not available|pending|missing)|available (?:only )?in english only|"
    r"este contenido no (?:est[áa] disponible|se encuentra)|"
    r"cette page n['’]est pas disponible|ce contenu n['’]est pas disponible|"
    r"(?:страница|материал) недоступн|没有中文|暂无中文|غير متوفر)",
    re.I,
)
_END = re.compile(
    r"(?:readouts on \d|for information media|\W*not an official record|\W*#\s?#\s?#|#{2,}$|"
    r"[-–— ]*(?:ends?|\*\s?\*\*\*\s?\*|\*{3,})[-–— ]*$|"
    r"source:.{0,120}$|related\b.{0,40}$|latest (?:readouts|news|posts|articles)\b.{0,40}$|"
    r"(?:previous|next|other|recent|more|popular|recommended|similar) "
    r"(?:readouts?|posts?|stor(?:y|ies)|articles?|news|releases?|statements?)\b.{0,40}$|"
    r"©|\(c\) \d{4}|copyright\s*(?:©|\d)|all rights reserved|terms (?:of|and) \w+\b.{0,60}$|"
    r"united nations \||associated links?\b|leave a (?:reply|comment)|post (?:a|my) comment|"
    r"\d+ (?:responses|comments|replies)$|original article\b|(?:the )?post .{10,400} "
    r"(?:first )?appeared first on|return to this article at|tweets? by|recent comments|"
    r"share (?:on|via|this)\b.{0,60}$|share$|published \d.{0,40}$|explore the topic|"
    r"is this page useful|help us improve gov\.uk|media (?:contacts?|enquir|inquir)|"
    r"for (?:further|more) (?:information|[\w ]{3,30} news),?\s.{0,160}$|"
    r"press contacts?\b|your email address|"
    r"(?:the white house )?1600 pennsylvania|email sent by|unsubscribe\b|privacy policy|"
    r"you are subscribed|this (?:e-?mail|post|article) was (?:sent|originally)|"
    r"disclaimer\b|sign up for|subscribe to|see also\b.{0,80}$|read (?:more|also)\b.{0,80}$|"
    r"read also (?:the|our)\b.{0,160}$|"
    r"continue reading\b.{0,80}$|creative commons\b|photo licensed\b|"
    r"please enter your (?:comment|name)\b|[\w ]{3,30}:\s*https?://\S+$|\W?public release\b|"
    r"\[\[?this is an? .{0,60}(?:rush transcript|unofficial)|write a comment|"
    r"(?:pdf|document) (?:file|version)s?\b.{0,40}$|attachments?$|"
    r"(?:originally|official news) (?:posted|published|appeared) (?:at|on|in|by)\b.{0,300}$|"
    r".{3,200}\b(?:previous|next) post\b.{3,200}$|"
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:gov|mil)/?$|"
    r"distributed by apo group\b|you just read:|distribution channels?:|"
    r"noon briefing of|highlights of the noon briefing)",
    re.I,
)
_LIST = re.compile(
    r"(?:latest|related|more|recent|other|popular|recommended|similar) (?:readouts?|news|posts?|"
    r"stor(?:y|ies)|articles?|releases?|statements?|content)\b.{0,40}$",
    re.I,
)
ATTRIBUTION = re.compile(
    r"(?=.{0,260}$)(?:"
    r"(?:the )?(?:below|following|above)\b.{0,60}\b(?:is|are|was|may be)\b.{0,60}\b(?:attribut\w+|"
    r"issued|released|given)\b.*"
    r"|.{0,200}\b(?:provided|issued|released|gave|offered|made)\b.{0,30}"
    r"\b(?:the|this) (?:following|"
    r"below)?\s*(?:read-?out|statement|summary|information)?.{0,120}:\s*"
    r"|.{0,160}\bspokes(?:man|woman|person)\b.{0,80}\b(?:said|says|stated)\b.{0,40}:\s*[\"“]?"
    r"|(?:press )?statement (?:on|regarding) .{3,200}\bis as follows\s*:"
    r"|attribut(?:able|ed) to .{3,160}"
    r"|(?:statement attributable to|as (?:stated|told) by (?:the )?spokes\w+) .{3,160}"
    r"|.{0,60}\b(?:press release|statement) (?:issued|released) by .{3,120}:"
    r"|by (?:the )?office of the spokes.{0,80})",
    re.I,
)
# The same at the head of the first paragraph.
ATTRIBUTED = re.compile(
    r"(?:(?:the )?(?:below|following) (?:\w+ )?(?:is|was) (?:attributable|issued|released)"
    r"[^:]{3,120}|"
    r"[^:]{3,120}\b(?:press secretary|spokes(?:person|man|woman))\b[^:]{3,80}\b"
    r"(?:provided|issued|released) the following (?:read-?out|statement)|"
    r"(?:der|die) (?:stellvertretende )?sprecher(?:in)? [^:.]{3,90} teilte? mit):[.\s]*",
    re.I,
)


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the site around the text: search, share, frozen banner, the
    caption of a photograph."""
    if _FROZEN.search(line) or is_caption(line):
        return True
    if is_furniture_abroad(line) or _ADDRESS.fullmatch(line):
        return True
    return len(line) <= _WITHIN_A_LINE and bool(_ANYWHERE.fullmatch(line))


def is_caption(line: str) -> bool:
    """Tell whether a line is the caption of a photograph, or a note on the translation."""
    return bool(_CAPTION.fullmatch(line))


def is_frozen_banner(line: str) -> bool:
    """Tell whether a line only says that the site is kept as history."""
    return bool(_FROZEN.search(line))


def is_not_found(line: str) -> bool:
    """Tell whether a line is the site's own word that there is no such page."""
    return bool(_NOT_FOUND.fullmatch(line.strip(" .!")))


def is_placeholder(line: str) -> bool:
    """Tell whether a line stands in place of a translation that was never made."""
    return bool(_NOT_TRANSLATED.search(line)) and len(line) <= 2 * _WITHIN_A_LINE


def ends_the_text(line: str) -> bool:
    """Tell whether nothing of the text follows this line: "###", a footer, related links."""
    return bool(_END.match(line)) or ends_the_text_abroad(line)


def opens_a_list(line: str) -> bool:
    """Tell whether other texts of the site are listed below this line: "Latest news from"."""
    return bool(_LIST.match(line))


def is_attribution(line: str) -> bool:
    """Tell whether a line only says to whom the text may be attributed, or who gave it out."""
    opening = ATTRIBUTED.match(line)
    if opening and len(line[opening.end() :].split()) > _FEW:
        return False  # the text goes on in the same line
    return bool(ATTRIBUTION.fullmatch(line)) or is_attribution_abroad(line)
