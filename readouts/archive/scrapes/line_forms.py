"""The forms of lines near a title: what may follow a date, offices, numbers, sections."""

from __future__ import annotations

import re

AFTER_A_DATE = re.compile(
    r"[\s,|–-]*(?:(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?"
    r"(?:\s*\[.*\])?|"
    r"(?:a las|às|à|um|в|الساعة)?\s*\d{1,2}[:.hH]\d\d(?::\d\d)?\s*(?:hrs?|horas|uhr|uur|h)?\.?|"
    r"(?:года|г)\.?(?:,?\s+\d{1,2}:\d\d)?|"
    r"(?:来源|источник|fuente|fonte|source|المصدر)\s*[:：].{0,40}|"
    r"\(?last updated.*|\|.*|\s,\s[^\d]{2,80}|\(?[A-Z]{2,6}\)?|"
    r"(?:\d{1,2}[:.]\d\d\s*[ap]m\s+)?by [\w ]{2,20})\s*$",
    re.I,
)
OFFICE = re.compile(
    r"(?:the )?(?:office of (?:the )?[\w' ,()-]{4,90}|prime minister['’]?s office\b.{0,120}|"
    r"press information bureau.{0,60}|from:.{0,80}|the white house|the briefing room|"
    r"(?:u\.?s\.? )?department of (?:state|defense|war)|news release|"
    r"ministry of (?:external|foreign) affairs.{0,60}|government of \w+|"
    r"minist(?:erio de|ério d[aeo]s?|ère de|ère des|erie van) .{4,60}|министерство .{4,60}|"
    r"وزارة .{4,60}|外交部|.{0,10}外交部网站|auswärtiges amt|bundesregierung|"
    r"presid[eê]n[ct]ia d.{3,40}|présidence d.{3,40}|cancillería(?: .{3,40})?|"
    r"(?:gobierno|governo|gouvernement|regierung) d.{3,50}|правительство .{3,40}|"
    r"رئاسة .{3,40}|"
    r"администрация президента.{0,30}|"
    r"(?:10 )?downing street|general secretariat of the council|presidential press.{0,60})",
    re.I,
)
NUMBER = re.compile(
    r"(?:release )?no\s?[.:]*\s*[A-Z]{2}-\d.{0,20}|[A-Z]{1,4}/(?:[A-Z]{1,4}/)?\d+(?:-[A-Z/\d-]+)?|"
    r"press release\s*[(№#]?\s*\d.{0,30}|(?:release|reference)(?: no)?\.?\s*:?\s*[\w/-]*\d[\w/-]*|"
    r"[\w-]+ ?/\d{4}|\d{1,5}/\d{2,4}",
    re.I,
)
SECTION = re.compile(
    r"(?:read-?\s?outs?|press releases?|news(?: stor(?:y|ies)| releases?)?|"
    r"statements?(?: & releases| and releases)?|statements? (?:&|and) remarks|"
    r"briefings?(?: room)?|phone calls|speeches|"
    r"activities|latest|media notes?|foreign policy|speech|"
    r"comunicados?(?: de (?:prensa|imprensa))?|communiqu[ée]s?(?: de presse)?|notas? (?:de prensa|"
    r"informativas?|à imprensa)|boletín(?: de prensa)?.{0,12}|noticias|notícias|prensa|imprensa|"
    r"sala de (?:prensa|imprensa)|actualités?|presse|pressemitteilung(?:en)?|meldung(?:en)?|"
    r"aktuelles|artikel|medienmitteilung(?:en)?|aussendung(?:en)?|"
    r"persberichte?n?|nieuws(?:berichte?n?)?|пресс-релизы?|сообщения?(?: для сми)?|"
    r"события|"
    r"(?:ال)?أخبار|بيان(?:ات)? صحفية?|新闻|要闻|外交活动|外事日程|新闻稿|重要新闻)",
    re.I,
)
