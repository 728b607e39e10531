"""Dutch: "Minister-president NAME sprak vandaag met de Franse president NAME"."""

from readouts.archive.scrapes.tongues.grammar import Tongue

_NOUN = (
    r"(?:(?:bilaterale?|eerste|kort|korte|gezamenlijke?|virtuele?|"
    r"telefonisch)\s+)*(?:ontmoeting(?:en)?|gesprek(?:ken)?|"
    r"telefoongesprek(?:ken)?|onderhoud|overleg|bespreking(?:en)?|werklunch|lunch|werkdiner|diner|"
    r"werkontbijt|ontbijt|videoconferentie|videogesprek|videobellen|kennismaking|audiëntie|top)"
)
_WORD = (
    r"(?:Buitenlandse|Binnenlandse|Zaken|Algemene|Europese|Handel|Ontwikkelingshulp|"
    r"Ontwikkelingssamenwerking|"
    r"Samenwerking|Internationale|Defensie|Economische|Klimaat|Financiën|Justitie|Veiligheid|"
    r"Volksgezondheid|Onderwijs|Cultuur|Wetenschap|Landbouw|Natuur|Visserij|Infrastructuur|Sociale|"
    r"Werkgelegenheid|Migratie|Asiel|Energie|Koninkrijksrelaties|Federale|Ontwikkeling)"
)
DUTCH = Tongue(
    code="nl",
    label=r"(?:Verslag|Samenvatting|Weergave|Mededeling|Persbericht)\s+(?:van|over)\s+(?:de|het|een)?\s*",
    noun=_NOUN,
    kinds=(
        ("video_call", r"video|virtue"),
        ("call", r"telefo|belt\b|belde|gebeld"),
        ("working_breakfast", r"ontbijt"),
        ("working_lunch", r"lunch"),
        ("working_dinner", r"diner"),
        ("courtesy_call", r"kennismaking|beleefdheidsbezoek"),
    ),
    acts=(
        r"(?:sprak|spreekt|sprak telefonisch|overlegt|overlegde|belt|belde|telefoneerde|"
        r"telefoneert)(?!\w){gap}\s+met\s+",
        r"(?:heeft|hebben)(?!\w){gap}\s+met\s+(?=.*(?:gesproken|gebeld|overlegd))",
        r"(?:heeft|hebben)(?!\w){gap}\s(?:gesproken|gebeld|overlegd)(?!\w){gap}\s+met\s+",
        r"(?:had|heeft|voerde|voert|hield)(?!\w){gap}\s+{noun}(?!\w){gap}\s+met\s+",
        r"(?:ontmoet|ontmoette|ontving|ontvangt|verwelkomt|"
        r"verwelkomde)(?!\w)(?:{gap}\s+(?=(?:de|het|zijn|haar)\s|"
        r"{head}|{styled})|\s+(?=[A-Z]))",
        r"(?:heeft|hebben)(?!\w){gap}\s+(?=(?:de|zijn|haar)\s)(?=.*(?:ontmoet|ontvangen))",
        r"(?:werd|is){gap}\s+(?:ontvangen\s+)?door\s+(?=.*ontvangen|.*)",
    ),
    forms=(
        r"(?:Het |De |Een )?(?P<kind>{noun})\s+(?:(?:van|tussen)\s+)?(?:de |het )?{who}\s+(?:met|"
        r"en)\s+{rest}",
        r"(?:Het |De |Een )?(?P<kind>{noun})\s+met\s+{rest}",
        r"{who}\s+(?P<kind>in gesprek met)\s+{rest}",
    ),
    inverted=r"(?:sprak|spreekt|heeft|had|ontmoette|ontmoet|ontving|ontvangt|belde|voerde)\s+",
    to_party=r"\s+(?:met\s+|(?=(?:de|zijn|haar)\s))",
    happened=r"(?:vond|heeft plaatsgevonden)",
    heads=(
        r"(?:vice-?)?president(?:e)?|minister-president|vice-?(?:minister-president|premier)|"
        r"premier|"
        r"(?:eerste\s+)?minister|vice-?eersteminister|(?:staats)?secretaris(?:-generaal)?|"
        r"bondskanselier|"
        r"kanselier|koning(?:in)?|emir|sultan|(?:kroon)?prins(?:es)?|grootherto[gc]\w*|"
        r"(?:directeur|secretaris)-generaal|directeur|ambassadeur|hoge? (?:vertegenwoordiger|"
        r"commissaris)|"
        r"(?:speciaal\s+)?(?:vertegenwoordiger|gezant)|eurocommissaris|commissaris|voorzitter|"
        r"gouverneur|"
        r"burgemeester|paus|ambtgeno(?:ot|te)|collega|regeringsleider|staatshoofd|senator|leden|"
        r"(?:buitenland|defensie|financiën)minister"
    ),
    before_head=r"(?:(?:demissionair|voormalig|nieuwe|waarnemend|oud-)\s*)?",
    conjunction=r"\s+en\s+",
    counterpart=r"(?:ambtgeno|collega)",
    honorifics=(
        r"(?:Z\.\s?E\.|H\.\s?E\.|Zijne\s+Excellentie|Hare\s+Excellentie|Z\.\s?M\.|"
        r"Zijne\s+Majesteit|"
        r"Hare\s+Majesteit|Zijne\s+(?:Koninklijke\s+)?Hoogheid|Zijne\s+Heiligheid)\s+"
        r"(?:de\s+heer\s+|dhr\.?\s+|mevrouw\s+|mevr\.?\s+)?|(?:de\s+heer|dhr\.?|mevrouw|mevr\.?|dr\.|prof\.|mr\.|drs\.)\s+"
    ),
    portfolio=rf"\s+(?:van|voor)\s+(?:de\s+)?{_WORD}(?:(?:,\s+|\s+en\s+|\s+){_WORD})*(?!\w)",
    link=r"\s+(?:van\s+|bij\s+)(?:de\s+|het\s+)?",
    joint=r",?\s+(?:en|alsook|evenals)\s+(?:met\s+)?|,\s+(?:met\s+)?",
    lead=r"(?:(?:de|het|zijn|haar|een)\s+(?!heer\b)|met\s+)",
    official=(
        r"(?:(?:(?:Islamitische|Democratische|Federale|Arabische)\s+){0,2}(?:Volks|"
        r"Bonds)?(?:[Rr]epubliek|"
        r"Koninkrijk|Emiraat|Sultanaat|Staat|Groothertogdom)\s+(?:van\s+|der\s+)?)"
    ),
    adjectival=r"(?P<adjective>[^\W\d_]\w+)\s+(?:Republiek|Federatie|Confederatie)",
    bodies=(
        r"Verenigde Naties|VN|Europese (?:Unie|Commissie|Raad|Parlement)|Europees Parlement|EU|"
        r"NAVO|"
        r"Afrikaanse Unie|Raad van Europa|Arabische Liga|OVSE|Wereldbank|Heilige Stoel"
    ),
    and_office=r"\s+en\s+(?!de\b|met\b|zijn\b)",
    contexts=r"in de marge van|en marge van|in het kader van|ter gelegenheid van|voorafgaand aan",
    where=r"in\s+",
    further=r"(?:ook|daarnaast|vervolgens|daarna|later|eerder)\b",
    reported=r"\bdat\b",
    names={
        "Verenigde Staten van Amerika": "US", "VS": "US", "Palestina": "PS",
        "Tsjechische Republiek": "CZ", "Wit-Rusland": "BY", "Republiek Korea": "KR",
        "Groot-Brittannië": "GB", "Nederlanden": "NL", "Democratische Republiek Congo": "CD",
        "Koeweit": "KW", "Birma": "MM", "Qatar": "QA",
    },
    demonyms={
        "noors": "NO",
        "congolees": "", "congolese": "", "brits": "GB", "engels": "GB", "amerikaans": "US",
        "turks": "TR", "pools": "PL", "spaans": "ES", "zweeds": "SE", "deens": "DK",
        "iers": "IE", "russisch": "RU", "frans": "FR", "zwitsers": "CH", "tsjechisch": "CZ",
        "ests": "EE", "lets": "LV", "fins": "FI", "nederlands": "NL", "palestijns": "PS",
        "zuid-koreaans": "KR", "iraaks": "IQ", "iraans": "IR", "saoedisch": "SA",
        "saudisch": "SA", "emiratisch": "AE", "japans": "JP", "portugees": "PT",
        "portugese": "PT", "chinese": "CN", "chinees": "CN", "surinaams": "SR", "grieks": "GR",
        "hongaars": "HU", "keniaans": "KE", "servisch": "RS", "syrisch": "SY",
    },
    demonym_ending=r"\w{0,4}(?:se|sche|s|ese|aanse)|e",
    demonym_first=True,
)  # fmt: skip
