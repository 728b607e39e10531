"""French: "Compte rendu de la rencontre du Secrétaire général avec S.E. M. NAME, Président"."""

from readouts.archive.scrapes.tongues.grammar import Tongue

_NOUN = (
    r"(?:(?:première?|brève?|nouvel(?:le)?|premier)\s+)?"
    r"(?:rencontres?|réunions?|entretiens?|échanges?|appels?|conversations?|discussions?)"
    r"(?:\s+(?:bilatérale?s?|téléphoniques?|de travail|virtuelle?s?|par visioconférence))*|"
    r"(?:petit[- ]déjeuner|déjeuner|dîner)(?:\s+de travail)?|visioconférence|audience|"
    r"visite de courtoisie|sommet|tête[- ]à[- ]tête"
)
_WORD = (
    r"(?:affaires|étrangères|extérieures|européennes|europe|intégration|coopération|développement|"
    r"international|internationale|francophonie|relations|commerce|extérieur|défense|armées|"
    r"anciens combattants|économie|finances|intérieur|justice|santé|éducation|culture|tourisme|"
    r"énergie|mines|environnement|agriculture|pêche|travail|transports|sécurité|plan|industrie|"
    r"sciences?|technologie|innovation|logement|égalité|état|migrations?|conseil|ministres|"
    r"gouvernement|[^\W\d_]+s? de l['’](?:extérieur|étranger)|"
    r"africaine|régionale|marocains|résidant|étranger|"
    r"transition|écologique|conseil|culte|assemblée|nationale|sénat|république(?=,?\s+chef))"
)
FRENCH = Tongue(
    code="fr",
    label=(
        r"(?:compte[- ]rendu|résumé|lecture|communiqué)\s+(?:de\s+l['’]|de\s+la\s+|du\s+|"
        r"d['’]une?\s+|des\s+)"
    ),
    noun=_NOUN,
    kinds=(
        ("video_call", r"visio|virtuel"),
        ("call", r"téléphon|appel|s['’](?:est\s+)?entre(?:tient|tenu)(?!.*(?:rencontr|reçu))"),
        ("working_breakfast", r"petit"),
        ("working_lunch", r"déjeun"),
        ("working_dinner", r"dîn"),
        ("courtesy_call", r"courtoisie"),
        ("summit", r"sommet"),
    ),
    acts=(
        r"(?:s['’](?:(?:est|était)\s+(?:\w+\s+)?(?:entretenue?|réunie?)|entretient|entretiendra)|"
        r"a\s+(?:\w+\s+)?(?:échangé|discuté|parlé|conversé|déjeuné|dîné|"
        r"fait le point)|(?:échange|discute|converse|dialogue)(?!\w))(?!\w){gap}\s+avec\s+",
        r"(?:a\s+(?:\w+\s+)?(?:eu|tenu|mené|présidé)|tient|"
        r"mène)(?!\w){gap}\s+{noun}(?!\w){gap}\s+avec\s+",
        r"(?:a\s+reçu|reçoit)(?!\w){gap}\s+(?:appel|visite)(?:\s+téléphonique|"
        r"\s+de courtoisie)?{gap}"
        r"\s+(?:de\s+(?:la\s+)?|de\s+l['’]|du\s+|d['’])",
        r"(?:a\s+(?:\w+\s+)?(?:rencontré|reçu|accueilli|appelé)|rencontre|reçoit|accueille)(?!\w)"
        r"(?:{gap}\s+(?=(?:le |la |l['’]|les |son |sa |ses )?"
        r"(?:{head}|{styled}))|\s+(?=[A-ZÀ-Þ]))",
        r"(?:a\s+téléphoné|téléphone)(?!\w){gap}\s+(?:à|au)\s+",
        r"(?:a\s+accordé|accorde)(?!\w){gap}\s+(?:audience|entretien){gap}\s+(?:à|aux?)\s+"
        r"(?=(?:la |l['’])?(?:{head}|{styled}))",
        r"(?:a\s+été\s+)?reçue?(?!\w){gap}\s+par\s+",
    ),
    forms=(
        # the visitor is the other party
        r"(?:la )?(?P<kind>visite de courtoisie)\s+(?:du|de\s+la|de)\s+(?P<rest>.+?)\s+"
        r"(?:au|à)\s+(?P<who>[^;:]{2,170})$",
        r"(?:l['’]|un )?(?P<kind>appel)s?\s+(?:du|de\s+la|de|d['’])\s*{who}\s+(?:au|à)\s+{rest}",
        r"(?:la |le |l['’]|une? )?(?P<kind>{noun})\s+(?:du|de\s+la|de\s+l['’]|de|"
        r"d['’])\s*{who}\s+avec\s+{rest}",
        r"(?:la |le |l['’]|une? )?(?P<kind>{noun})\s+entre\s+{who}\s+et\s+{rest}",
        r"(?:la |le |l['’]|une? )?(?P<kind>{noun})\s+avec\s+{rest}",
    ),
    happened=r"(?:a eu lieu|s['’]est tenue?)",
    heads=(
        r"présidente?s?|conseill(?:er|ère)s?(?: d['’]état)?|premi(?:er|ère)s?[- ]ministres?|"
        r"ministres?(?: déléguée?|"
        r" d['’]état)?|"
        r"secrétaires?(?: (?:général|exécutif|d['’]état)e?)?|chanceli(?:er|ère)|roi|reine|émir|"
        r"sultan|prince(?: héritier)?|princesse|direct(?:eur|rice)(?: (?:général|exécutif|"
        r"exécutive)e?)?|"
        r"ambassad(?:eur|rice)s?|chef(?:fe)?s? (?:d['’]état|de gouvernement|de l['’]état|"
        r"du gouvernement|de cabinet|de la diplomatie|de la délégation|de mission)|"
        r"haute?(?:[- ](?:représentante?|commissaire))|représentante?s?(?: (?:spécial|"
        r"permanent)e?)?|"
        r"envoyée?(?: (?:spécial|personnel)e?)?|commissaire|gouverneure?|maire|"
        r"coordonnat(?:eur|rice)|"
        r"pape|sénat(?:eur|rice)s?|députée?s?|membres?|leaders?|homologues?|collègues?|"
        r"administrat(?:eur|rice)|patriarche|facilitat(?:eur|rice)|médiat(?:eur|rice)|général"
    ),
    before_head=r"(?:(?:ancien(?:ne)?|nouveau|nouvelle|actuel(?:le)?)\s+|(?:vice|sous|ex)-)?",
    marks=(
        r"\s*(?:,\s*)?(?:élue?|fédérale?|désignée?|par intérim|en exercice|sortante?|"
        r"de la transition)|"
        r"[- ]adjointe?"
    ),
    realm=r"\s+de la (?:république|nation|transition)(?!\w)",
    plural=r"(?:ambassad(?:eur|rice)|ministre|président)s",
    singular=(
        (r"(?<=ambassadeur)s\b|(?<=ambassadrice)s\b|(?<=ministre)s\b|(?<=président)s\b", ""),
        (r"\b(?P<first>premi(?:er|ère))s\b", r"\g<first>"),
    ),
    conjunction=r"\s+et\s+",
    together=r"(?:se sont (?:\w+ )?(?:entretenus|rencontrés|réunis|parlé)|ont eu (?:un entretien|"
    r"une rencontre)|ont (?:échangé|discuté))",
    counterpart=r"(?:homologue|collègue)",
    honorifics=(
        r"(?:S\.?\s?E\.?\s?(?:M\.|Mr\.?|Mme|Dr\.?|Prof\.?)|S\.\s?E\.|S\.\s?M\.|S\.\s?A\.\s?R?\.?|"
        r"(?:Son|Sa)\s+(?:Excellence|Majesté|Altesse(?:\s+Royale)?|Sainteté),?"
        r"(?:\s+(?:M\.|Mr\.?|Mme|le\s+(?:[Rr]oi|[Pp]rince|Cheikh)|la\s+[Rr]eine|Monsieur|Madame))?|"
        r"(?:S\.?E\.?\s+)?(?:le\s+)?[Gg]énéral\s+(?:de\s+)?(?:corps\s+d['’]armée|division|brigade|"
        r"armée),?|"
        r"M\.|Mr\.?|Mme|Mlle|Dr\.?|Monsieur|Madame|Maréchal|Général(?! d)|(?:le\s+)?Cheikh)\s+"
    ),
    portfolio=(
        rf"\s+(?:de\s+l['’]|de\s+la\s+|des\s+|du\s+|de\s+|d['’]|aux\s+|au\s+|à\s+la\s+|à\s+l['’]|"
        rf"chargée?\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+)){_WORD}"
        rf"(?:(?:,\s+|\s+et\s+|\s+)(?:(?:de\s+l['’]|de\s+la\s+|des\s+|du\s+|de\s+|d['’]|l['’]|"
        rf"la\s+|le\s+|les\s+|à\s+))*{_WORD})*(?!\w)"
    ),
    link=r"\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’]|auprès\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+))",
    joint=r",?\s+(?:et|ainsi que|puis)\s+(?:(?:avec|de|d['’])\s*)?|,\s+(?:avec\s+)?",
    lead=r"(?:(?:le|la|les|(?:son|sa)(?!\s+(?:majesté|excellence|altesse|sainteté))|ses|une?)\s+|l['’]|avec\s+)",
    official=(
        r"(?:(?:République|Royaume|État|Etat|Fédération|Principauté|Sultanat|Grand-Duché|"
        r"Confédération|Union)(?:\s+[^\W\d_][\w-]+){0,3}?\s+(?:de\s+la\s+|de\s+l['’]|du\s+|"
        r"des\s+|de\s+|d['’]))"
    ),
    adjectival=(
        r"(?:République|Royaume|Confédération|Fédération)(?:\s+(?:populaire|arabe|démocratique|"
        r"islamique))*"
        r"\s+(?P<adjective>[^\W\d_][\w]+)"
    ),
    bodies=(
        r"Nations [Uu]nies|ONU|Union (?:européenne|africaine|Européenne|Africaine)|"
        r"Conseil (?:européen|de l['’]Europe)|Commission (?:européenne|de l['’]Union africaine|"
        r"de la CEDEAO)|"
        r"Parlement européen|Ligue (?:arabe|des États arabes)|"
        r"Organisation (?:d[eu]s?|pour|mondiale|internationale)\s[^,;()]{4,70}|Banque mondiale|"
        r"Fonds monétaire international|Saint-Siège|"
        r"Communauté (?:économique|d['’]Afrique|des)[^,;()]{4,70}|"
        r"Assemblée générale(?: des Nations [Uu]nies)?"
    ),
    and_office=r",?\s+et\s+(?!le\b|la\b|avec\b|l['’]|de\b)|,\s+(?=chef)",
    contexts=(
        r"en marge (?:de|du|des)|dans le cadre (?:de|du|des)|à l['’]occasion (?:de|du|des)|"
        r"au cours (?:de|du)|à la veille (?:de|du)|lors (?:de|du|des)"
    ),
    where=r"(?:à|au)\s+",
    further=(
        r"(?:également|aussi|en outre|par ailleurs|ensuite|puis|plus tard|dans la soirée|"
        r"dans l['’]après-midi|auparavant|par la suite)\b"
    ),
    reported=r"\b(?:que|qu['’])",
    names={
        "Kenya": "KE", "États-Unis du Mexique": "MX", "États-Unis mexicains": "MX",
        "États-Unis d’Amérique": "US", "États-Unis": "US", "Etats-Unis": "US",
        "Palestine": "PS", "Birmanie": "MM", "Corée": "KR", "République de Corée": "KR",
        "Türkiye": "TR", "Pays-Bas": "NL", "Hollande": "NL", "République tchèque": "CZ",
        "République démocratique du Congo": "CD", "RDC": "CD", "République du Congo": "CG",
        "Grande-Bretagne": "GB", "Royaume-Uni": "GB", "Viet Nam": "VN", "Bahreïn": "BH",
        "Iraq": "IQ", "Biélorussie": "BY", "Centrafrique": "CF", "Macédoine": "MK",
    },
    demonyms={
        "italien": "IT", "grec": "GR", "grecque": "GR", "letton": "LV", "lituanien": "LT",
        "estonien": "EE", "colombien": "CO", "indonésien": "ID", "indien": "IN",
        "australien": "AU", "tunisien": "TN", "jordanien": "JO", "kényan": "KE", "géorgien": "GE",
        "arménien": "AM", "éthiopien": "ET", "algérien": "DZ", "mauritanien": "MR",
        "mauricien": "MU", "libérien": "LR", "namibien": "NA", "zambien": "ZM", "gambien": "GM",
        "bolivien": "BO", "syrien": "SY", "cambodgien": "KH",
        "congolais": "", "américain": "US", "britannique": "GB", "anglais": "GB",
        "néerlandais": "NL", "turc": "TR", "turque": "TR", "danois": "DK", "sud-coréen": "KR",
        "saoudien": "SA", "palestinien": "PS", "tchèque": "CZ", "ivoirien": "CI",
        "nigérien": "NE", "nigérian": "NG", "émirati": "AE", "emirien": "AE",
        "néo-zélandais": "NZ", "sud-africain": "ZA", "irakien": "IQ", "iranien": "IR",
        "centrafricain": "CF", "allemand": "DE", "suisse": "CH", "russe": "RU", "malien": "ML",
        "malgache": "MG", "burkinab": "BF", "tchadien": "TD", "perse": "IR",
        "sud-soudanais": "SS", "bissau-guinéen": "GW",
    },
    demonym_ending=(
        r"ais|aises?|ois|oises?|ien|iens|ienn?es?|een|eenn?es?|ains?|aines?|ands?|andes?|ol|"
        r"ole|ols|"
        r"ins?|ines?|e|es|is?|ais|se|que|en|enne|on|onne"
    ),
)  # fmt: skip
