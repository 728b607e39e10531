"""German: "Außenministerin NAME empfängt den Präsidenten der Republik X, NAME"; nouns bend."""

import re

from readouts.archive.scrapes.tongues.grammar import Cases, Tongue
from readouts.folding import fold

_NOUN = (
    r"(?:(?:bilateral|erst|gemeinsam|kurz|virtuell|telefonisch)\w*\s+)?(?:(?:Arbeits)?[Tt]reffens?|"
    r"(?:Arbeits)?[Gg]espräch(?:e|en|s)?|"
    r"Telefonats?|Telefongespräch(?:s|e)?|Telefongesprächs?|Begegnung|Unterredung|Videokonferenz|"
    r"Videotelefonat|Videogespräch|Arbeitsessens?|Arbeitsmittagessens?|Mittagessens?|Abendessens?|"
    r"Arbeitsfrühstück|Antrittsbesuchs?|Empfangs?|Gipfeltreffens?|Austausch)"
)
_WORD = (
    r"(?:Auswärtige[ns]?|Äußere[ns]?|Angelegenheiten|Innern|Inneren|Finanzen|Wirtschaft|"
    r"Verteidigung|"
    r"Justiz|Europa|Europäische|europäische|internationale|Internationale|Zusammenarbeit|"
    r"wirtschaftliche|Entwicklung|Gesundheit|Umwelt|Klimaschutz|Energie|Arbeit|Verkehr|Bildung|"
    r"Kultur|Handel|Integration|Migration|Sicherheitspolitik|Außen-|Außenpolitik|Landwirtschaft)"
)
_DECLINED = (
    (re.compile(r"(?<=räsident)en\b"), ""),
    (re.compile(r"(?<=önigreich)s\b|(?<=mirat)s\b|(?<=herzogtum)s\b|(?<=ultanat)s\b"), ""),
    (re.compile(r"(?<=[Pp]rinz)en\b|(?<=[Ff]ürst)en\b|(?<=[Pp]atriarch)en\b"), ""),
    (re.compile(r"(?<=inister)s\b|(?<=anzler)s\b|(?<=ommissar)s\b|(?<=ekretär)s\b"), ""),
    (re.compile(r"(?<=inister)n\b"), ""),
    (re.compile(r"(?<=[Kk]olleg)en\b"), "e"),
    (
        re.compile(r"\b(?P<a>Hohe|stellvertretende|amtierende|designierte|neue)[nms](?= \w+in\b)"),
        r"\g<a>",
    ),
    (re.compile(r"\b(?P<a>Hohe|stellvertretende|amtierende|designierte|neue)[nms]\b"), r"\g<a>r"),
)


def _key(name: str) -> str:
    """Return what all cases of a name share."""
    words = (re.sub(r"(?<=[^s])(?:en|e|es|s|n)$", "", word) for word in fold(name).split())
    return " ".join(words)


def _form(name: str) -> str:
    words = (rf"{re.escape(re.sub('(?:en|e|es|s)$', '', word))}\w{{0,2}}" for word in name.split())
    return r"\s+".join(words)


def _nominative(title: str) -> str:
    """Return an office in the nominative: "Präsidenten" is "Präsident"."""
    for form, put in _DECLINED:
        title = form.sub(put, title)
    return title


GERMAN = Tongue(
    code="de",
    plural=r"(?:(?:staats- und )?regierungschefs|botschaftern?|ministern)",
    singular=((r"(?<=botschafter)n\b|(?<=minister)n\b|(?<=chef)s\b", ""),),
    label=r"(?:Mitteilung|Pressemitteilung|(?:Presse)?[Ee]rklärung|Zusammenfassung|Bericht)\s+(?:zu[mr]?|über|de[sr])\s+",
    noun=_NOUN,
    kinds=(
        ("video_call", r"video|virtuell"),
        ("call", r"telefon"),
        ("working_breakfast", r"frühstück"),
        ("working_lunch", r"mittagessen|arbeitsessen"),
        ("working_dinner", r"abendessen"),
        ("courtesy_call", r"(?:antritts|höflichkeits)besuch"),
        ("summit", r"gipfel"),
    ),
    acts=(
        r"(?:trifft|traf|spricht|sprach|telefoniert|telefonierte|berät|beriet|kommt|"
        r"kam)(?: sich)?(?!\w)"
        r"{gap}\s+mit\s+",
        r"(?:hat|haben|ist|sind)(?: sich)?(?!\w){gap}\s+mit\s+(?=.*(?:telefoniert|gesprochen|"
        r"getroffen|"
        r"ausgetauscht|beraten|zusammengekommen))",
        r"(?:führt|führte|hielt|hatte|hat)(?!\w){gap}\s+{noun}(?!\w){gap}\s+mit\s+",
        r"(?:führt|führte|hatte|hat)(?!\w){gap}\s+mit\s+(?=.*(?:Gespräch|Telefonat|Treffen))",
        r"(?:trifft|traf|empfängt|empfing|begrüßt|begrüßte)(?!\w)(?:{gap}\s+(?=(?:den|die|das|"
        r"seinen|seine|ihren|ihre)\s|{head}|{styled})|\s+(?=[A-ZÄÖÜ]))",
        r"(?:hat|haben)(?!\w){gap}\s+(?=(?:den|die|seinen|seine|ihren|ihre)\s)(?=.*(?:empfangen|"
        r"getroffen|begrüßt))",
        r"(?:stattete|stattet)(?!\w){gap}\s+(?=(?:de[mr]|seine[mr]|ihre[mr])\s)"
        r"(?=.*(?:Antritts|Höflichkeits)besuch\s+ab)",
        r"(?:wurde|ist)(?!\w){gap}\s+(?:von|vom)\s+(?=.*(?:empfangen|begrüßt))",
    ),
    forms=(
        r"(?:Zum |Das |Ein )?(?P<kind>{noun})\s+(?:des|der|von|zwischen)?\s*{who}\s+mit\s+{rest}",
        r"(?:Das |Ein )?(?P<kind>{noun})\s+zwischen\s+(?:dem |der )?{who}\s+und\s+{rest}",
        r"(?:Zum |Das |Ein )?(?P<kind>{noun})\s+mit\s+{rest}",
        r"(?:Der |Ein )?(?P<kind>Antrittsbesuchs?)\s+(?:von|des|der)\s+{who}\s+bei[m]?\s+{rest}",
        r"{who}\s+(?P<kind>(?:zum|auf) Antrittsbesuch bei[m]?)\s+{rest}",
        r"{who}\s+(?P<kind>im (?:Gespräch|Austausch) mit)\s+{rest}",
    ),
    inverted=(
        r"(?:haben|hat sich|hat|ist|traf sich|"
        r"traf|trifft|empfing|empfängt|sprach|spricht|telefonierte|"
        r"telefoniert|führte|begrüßte)\s+"
    ),
    to_party=r"\s+(?:mit\s+|und\s+(?=.{3,120}\smiteinander\s(?:telefoniert|gesprochen))|(?=(?:den|die|seinen|seine|ihren|ihre)\s))",
    happened=r"(?:fand)",
    heads=(
        r"(?:Bundes|Staats|Minister|Vize|Parlaments|Kommissions|Rats)?präsident(?:en|in|innen)?|"
        r"(?:Bundes|Vize|Reichs|Alt)?kanzler(?:s|in)?|(?:Bundes|Staats|Regierungs)r(?:at|ates|"
        r"ätin)|"
        r"[\w-]*minister(?:s|n|in|innen)?|Premier|Staatsoberhaupt|Regierungschef(?:s|in)?|"
        r"(?:General|Staats|Unterstaats)sekretär(?:s|in)?|König(?:s|in)?|Emirs?|Sultans?|"
        r"(?:Kron)?[Pp]rinz(?:en|essin)?|Großherzog|Fürst(?:en|in)?|"
        r"(?:General)?[Dd]irektor(?:s|in)?|"
        r"Botschafter(?:s|n|in)?|(?:Hohe[nrm]?\s+)?(?:Vertreter|Kommissar|Beauftragte|"
        r"Repräsentant)(?:s|n|r|in|en)?|"
        r"(?:Sonder)?(?:gesandte|beauftragte)[nr]?|Vorsitzende[nr]?|Gouverneur(?:s|in)?|Papst|"
        r"(?:Amts|Außen)?[Kk]olleg(?:en|in|e)|Senator(?:s|in|en)?|Mitglieder|Chef(?:in)?"
    ),
    before_head=r"(?:(?:stellvertretende|amtierende|designierte|neue|ehemalige|frühere|geschäftsführende)[nrms]?\s+)?",
    marks=r"\s+(?:der\s+Bundesrepublik(?!\s+Deutschland))",
    conjunction=r"\s+und\s+",
    group=(
        r"(?:Staats- und Regierungschefs|"
        r"(?:\d+|mehreren?)\s+(?:Botschafter|Au(?:ß|ss)enminister)n?|"
        r"(?:\w+en\s+)?(?:Botschaftern|Au(?:ß|ss)enministern))"
        r"(?:\s+aus\s+(?:\w+e[nr]\s+)?\w+)?(?!\w)"
    ),
    counterpart=r"(?:Amts|Außen)?[Kk]olleg",
    honorifics=(
        r"(?:S\.\s?E\.|Seine[rn]?\s+Exzellenz|Ihre[r]?\s+Exzellenz|S\.\s?M\.|Seine[rn]?\s+Majestät|"
        r"Seine[rn]?\s+(?:Königlichen?\s+)?Hoheit|Seine[rn]?\s+Heiligkeit)\s+"
        r"(?:Herrn?\s+|Frau\s+)?(?:Dr\.\s+|Prof\.\s+)*|"
        r"(?:Herrn?|Frau|Dr\.|Prof\.(?:\s+Dr\.)?)\s+(?:Dr\.\s+)?"
    ),
    portfolio=(
        rf"\s+(?:für|des|der)\s+(?:die\s+|das\s+)?{_WORD}"
        rf"(?:(?:,\s+|\s+und\s+|\s+)(?:der\s+|die\s+|des\s+)?{_WORD})*(?!\w)"
    ),
    link=r"\s+(?:von\s+|vom\s+|der\s+|des\s+|aus\s+)?",
    joint=r",?\s+(?:und|sowie)\s+(?:mit\s+)?|,\s+(?:mit\s+)?",
    lead=r"(?:(?:de[nmr]|die|das|seine[nmr]?|ihre[nmr]?|eine[nmr]?)\s+|mit\s+)",
    official=(
        r"(?:(?:(?:Islamischen?|Demokratischen?|Föderalen?|Arabischen?|Vereinigten?)\s+){0,2}"
        r"(?:Volks|Bundes)?(?:[Rr]epublik|Königreichs?|Emirats?|Sultanats?|Fürstentums?|Staate?s?|"
        r"Großherzogtums?)\s+(?:von\s+|der\s+)?)"
    ),
    adjectival=r"(?P<adjective>[^\W\d_]\w+)\s+(?:Republik|Föderation|Konföderation|Eidgenossenschaft)",
    bodies=(
        r"Vereinten Nationen|UNO?|Europäischen? (?:Union|Kommission|Rate?s?|Parlaments?)|EU|NATO|"
        r"Afrikanischen? Union|Europarate?s|Arabischen? Liga|OSZE|Weltbank|Heiligen Stuhls?|"
        r"EU-Kommission|Organisation für [^,;()]{4,60}"
    ),
    and_office=r"\s+und\s+(?!der\b|die\b|den\b|dem\b|mit\b)",
    contexts=(
        r"am Rande (?:des|der|von)|im Rahmen (?:des|der)|anlässlich (?:des|der)|"
        r"vor Beginn (?:des|der)"
    ),
    where=r"in\s+",
    further=r"(?:auch|außerdem|anschließend|danach|später|zudem|zuvor|am Abend|am Nachmittag)\b",
    reported=r"\bdass\b",
    names={
        "Vereinigte Staaten von Amerika": "US", "USA": "US", "Palästina": "PS",
        "Tschechische Republik": "CZ", "Weißrussland": "BY", "Republik Korea": "KR",
        "Großbritannien": "GB", "Kirgistan": "KG", "Republik Moldau": "MD", "Moldau": "MD",
        "Demokratische Republik Kongo": "CD", "Kuwait": "KW", "Elfenbeinküste": "CI",
        "Birma": "MM", "Saudi Arabien": "SA", "Katar": "QA", "Irak": "IQ", "Iran": "IR",
        "Belarus": "BY", "Libanon": "LB",
    },
    demonyms={
        "tschechisch": "CZ", "zyprisch": "CY", "zypriotisch": "CY", "usbekisch": "UZ",
        "kongolesisch": "", "us-amerikanisch": "US", "amerikanisch": "US", "us": "US",
        "britisch": "GB", "englisch": "GB", "türkisch": "TR", "polnisch": "PL", "dänisch": "DK",
        "estnisch": "EE", "irisch": "IE", "nigrisch": "NE", "südkoreanisch": "KR",
        "palästinensisch": "PS", "emiratisch": "AE", "schweizer": "CH", "schweizerisch": "CH",
        "französisch": "FR", "italienisch": "IT", "neuseeländisch": "NZ", "saudisch": "SA",
        "österreichisch": "AT", "malisch": "ML", "omanisch": "OM", "libysch": "LY",
        "syrisch": "SY", "armenisch": "AM", "serbisch": "RS",
    },
    demonym_ending=r"(?:\w{0,4}isch|sch|er)(?:e[nmrs]?)?|e[nmrs]?",
    demonym_first=True,
    cases=Cases(_key, _form),
    nominative=_nominative,
)  # fmt: skip
