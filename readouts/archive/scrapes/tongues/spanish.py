"""Spanish: "El canciller NAME se reunió con la ministra de Relaciones Exteriores de X, NAME"."""

from readouts.archive.scrapes.tongues.grammar import Tongue

_NOUN = (
    r"(?:(?:primer[ao]?|breve|nuev[ao]|segund[ao]|productiv[ao]|important[eé])\s+)?"
    r"(?:reuni[oó]n(?:es)?(?:\s+(?:bilateral(?:es)?|de trabajo|virtual(?:es)?))*|"
    r"encuentros?(?:\s+(?:bilateral(?:es)?|de trabajo|virtual(?:es)?))*|"
    r"(?:conversaci[oó]n(?:es)?|llamadas?|charla|di[aá]logo|comunicaci[oó]n|contacto)"
    r"(?:\s+telef[oó]nic[ao]s?)?|"
    r"(?:almuerzo|cena|desayuno)(?:\s+de trabajo)?|entrevistas?|videoconferencia|videollamada|"
    r"audiencia|visita de cortes[ií]a|cumbre|conversaciones)"
)
_WORD = (
    r"(?:Relaciones|Asuntos|Exteriores|Comercio|Exterior|Culto|Cooperaci[oó]n|Movilidad|Humana|"
    r"Integraci[oó]n|Regional|(?<=, )Uni[oó]n Europea|Pol[ií]tica|Defensa|Econom[ií]a|Hacienda|"
    r"Finanzas|"
    r"Interior(?:es)?|"
    r"Gobierno|Gobernaci[oó]n|Justicia|Salud|P[uú]blica|Sanidad|Educaci[oó]n|Cultura|Turismo|"
    r"Energ[ií]a|Minas|Petr[oó]leo|Medio|Ambiente|Agricultura|Ganader[ií]a|Pesca|Trabajo|"
    r"Transportes?|Obras|P[uú]blicas|Seguridad|Planificaci[oó]n|Desarrollo|Industria|Ciencia|"
    r"Tecnolog[ií]a|Innovaci[oó]n|Vivienda|Mujer|Igualdad|Estado|Europa|Europeos|Migraci[oó]n|"
    r"Internacional(?:es)?|Social|Presidencia|Consejo|Ministros|Relaciones|Gabinete|Clima|"
    r"Transici[oó]n|Ecol[oó]gica|Negocios|Misi[oó]n|Diplomacia|Poder|Popular|Congreso|Senado|"
    r"Asamblea|"
    r"Nacional|Rep[uú]blica(?=\s+y\b))"
)
SPANISH = Tongue(
    code="es",
    article=r"(?:[Ee]l|[Ll]as?|[Ll]os) ",
    label=(
        r"(?:lectura|resumen|rese[ñn]a|informe|comunicado|nota(?: de prensa)?)\s+"
        r"(?:de(?:l)?|sobre)\s+(?:la\s+|el\s+)?"
    ),
    noun=_NOUN,
    kinds=(
        ("video_call", r"videoconf|videollam|virtual"),
        ("call", r"tel[eé]f|llam|convers[oó]\b.*por tel"),
        ("working_breakfast", r"desayun"),
        ("working_lunch", r"almuerz"),
        ("working_dinner", r"\bcena"),
        ("courtesy_call", r"cortes[ií]a"),
        ("summit", r"cumbre"),
    ),
    acts=(
        r"(?:se\s+(?:reuni[oó]|reunieron|reúne|reúnen|ha reunido|entrevist[oóa]|encontr[oó]|"
        r"encuentra)"
        r"|(?:ha\s+)?(?:convers|habl|dialog|trat)(?:[oóa]|aron|ado))(?!\w){gap}\s+con\s+",
        r"(?:sostuvo|sostiene|sostuvieron|mantuvo|mantiene|ha (?:mantenido|sostenido|celebrado)|"
        r"celebr[oóa]|tuvo|realiz[oó]|efectu[oó]|"
        r"llev[oó] a cabo)(?!\w){gap}\s+{noun}(?!\w){gap}\s+con\s+",
        r"(?:recib(?:i[oó]|e)|ha recibido|atendi[oó])(?!\w){gap}\s+(?:llamada|"
        r"visita|(?:el\s+)?saludo)(?:\s+telef[oó]nica|"
        r"\s+de cortes[ií]a)?{gap}\s+del?\s+",
        r"(?:recib(?:i[oó]|e)|ha recibido|acogi[oó]|telefone[oó]|llam[oó]|"
        r"almorz[oó])(?!\w){gap}\s+al?\s+",
        r"(?:concedi[oó]|concede|ha concedido)(?!\w){gap}\s+audiencia(?!\w){gap}\s+al?\s+",
        r"(?:fue|ha sido|es) recibid[oa]{gap}\s+por\s+",
    ),
    forms=(
        # the visitor is the other party
        r"(?:la |a )?(?P<kind>visita de cortes[ií]a)\s+(?:de\s+la|del?)\s+(?P<rest>.+?)\s+al?\s+"
        r"(?P<who>[^;:]{2,170})$",
        r"(?:la |el |una? )?(?P<kind>{noun})\s+(?:de la|del?)\s+{who}\s+al?\s+{rest}",
        r"(?:la |el |una? )?(?P<kind>{noun})\s+(?:de la|del?)\s+{who}\s+con\s+{rest}",
        r"(?:la |el |una? )?(?P<kind>{noun})\s+entre\s+{who}\s+y\s+{rest}",
        r"(?:la |el |una? )?(?P<kind>{noun})\s+con\s+{rest}",
    ),
    inverted=r"(?:se (?:reunió|reunieron|entrevistó)|sostuvo|mantuvo|conversó|recibió)\s+",
    to_party=r"\s+(?:con|al?)\s+",
    happened=r"(?:tuvo lugar|se celebr[oó]|se realiz[oó]|se llev[oó] a cabo|se sostuvo)",
    heads=(
        r"president[ea]s?(?: \(e\))?|encargad[oa] de negocios|prim(?:er|"
        r"era)s? ministr[ao]s?|ministr[ao]s?|canciller(?:es)?|"
        r"secretari[oa]s?(?:[ -](?:general|ejecutiv[oa])| de estado)?|rey(?:es)?|reina|emir|"
        r"pr[ií]ncipe(?: heredero)?|princesa|director[a]?(?: general| ejecutiv[oa])?|"
        r"embajador(?:es|as?)?|jef[ea]s? (?:de estado|de gobierno|del estado|del gobierno|"
        r"de gabinete|"
        r"de la diplomacia|de misi[oó]n|de la delegaci[oó]n)|alt[oa] (?:comisionad[oa]|"
        r"representante)|"
        r"representante(?: (?:especial|permanente))?|enviad[oa](?: especial| personal)?|"
        r"comisari[oa]|"
        r"gobernador[a]?|alcalde(?:sa)?|coordinador[a]?|delegad[oa]|papa|senador(?:es|as?)?|"
        r"diputad[oa]s?|miembros?|l[ií]der(?:es)?|administrador[a]?|patriarca|"
        r"encargad[oa] de negocios|hom[oó]log[oa]s?|colegas?|par(?:es)?|mandatari[oa]|"
        r"procurador[a]?|"
        r"general|fiscal"
    ),
    before_head=r"(?:(?:ex|nuev[ao]|entonces|primer|segund[oa])\s+|(?:vice|sub|ex)-?)?",
    marks=(
        r"\s+(?:elect[oa]|designad[oa]|interin[oa]|en funciones|encargad[oa]|saliente|"
        r"constitucional|federal)"
    ),
    realm=r"\s+de la (?:rep[uú]blica|naci[oó]n)(?!\w)",
    plural=r"(?:embajador|canciller)es|(?:ministr[ao]|president[ae])s",
    singular=(
        (r"(?<=embajador)es\b|(?<=canciller)es\b|(?<=ministr[ao])s\b|(?<=president[ae])s\b", ""),
        (r"\bprimeros\b", "primer"), (r"\bprimeras\b", "primera"),
    ),
    conjunction=r"\s+[ye]\s+",
    together=r"(?:sostuvieron|mantuvieron|conversaron|se reunieron|hablaron|dialogaron)",
    counterpart=r"(?:hom[oó]log|coleg|par(?:es)?\b)",
    honorifics=(
        r"(?:S\.\s?E\.\s+|Su\s+Excelencia,?\s+|Excm[oa]s?\.?\s+|Excelent[ií]sim[oa]s?\s+|"
        r"S\.\s?M\.\s+|Su\s+Majestad\s+|S\.\s?A\.\s?R?\.?\s+|Su\s+Alteza(?:\s+Real)?\s+|"
        r"Honorable\s+)?(?:(?:el|la)\s+)?(?:Sra?\.|Dra?\.|Señora?|señora?|Don|Doña|don|doña|"
        r"D\.|Dª\.?|Mr\.|Ms\.|General|Embajadora?)\s+(?:Dra?\.\s+|Don\s+|Doña\s+)?|"
        r"(?:S\.\s?E\.|Su\s+Excelencia,?|Excm[oa]\.|S\.\s?M\.|Su\s+Majestad|Su\s+Santidad|"
        r"S\.\s?A\.\s?R\.|Su\s+Alteza\s+Real)\s+(?:el |la )?"
    ),
    portfolio=(
        rf"\s+(?:de(?:l)?|para)\s+(?:la |el |los |las )?{_WORD}"
        rf"(?:(?:,\s+|\s+(?:y|e|de|del|para|con)\s+|\s+)(?:(?:la|el|los|las|de|"
        rf"del)\s+)*{_WORD})*(?!\w)"
    ),
    link=r"\s+(?:del?|ante|para)\s+(?:(?:la|el|los|las)\s+)?",
    joint=(
        r",?\s+(?:y|e|así como|junto (?:a|con)|acompañad[oa] (?:de|por))\s+"
        r"(?:con\s+|al?\s+|del?\s+)?|,\s+(?:con\s+)?"
    ),
    lead=r"(?:l?\s?(?:el|la|los|las|su(?!\s+(?:majestad|excelencia|alteza|santidad))|sus|un|"
    r"una)\s+|con\s+)",
    official=(
        r"(?:(?:Rep[uú]blica|Reino|Estado|Federaci[oó]n|Gran Ducado|Principado|Sultan[ií]a|"
        r"Confederaci[oó]n|Mancomunidad|Commonwealth|Uni[oó]n)(?:\s+[^\W\d_][\w-]+){0,3}?\s+"
        r"(?:del?|de la|de los|de las)\s+)"
    ),
    adjectival=(
        r"(?:Rep[uú]blica|Reino|Confederaci[oó]n|Federaci[oó]n)(?:\s+(?:Popular|Árabe|Democrática|"
        r"Islámica))*\s+(?P<adjective>[^\W\d_][\w]+)"
    ),
    bodies=(
        r"Naciones Unidas|ONU|Uni[oó]n (?:Europea|Africana)|Consejo (?:Europeo|de Europa)|"
        r"Comisi[oó]n (?:Europea|de la Uni[oó]n Africana)|Parlamento Europeo|Liga (?:Árabe|"
        r"de los Estados Árabes)|"
        r"Organizaci[oó]n (?:de|del|para|Mundial|Internacional)\s[^,;()]{4,70}|"
        r"Banco (?:Mundial|Interamericano de Desarrollo)|"
        r"Fondo Monetario Internacional|Santa Sede|Comunidad (?:Andina|del Caribe)|Mercosur|"
        r"Asamblea General(?: de las Naciones Unidas)?|Consejo de Seguridad|Corte [^,;()]{4,50}|"
        r"Sistema de la Integraci[oó]n Centroamericana|Secretar[ií]a General [^,;()]{4,50}"
    ),
    and_office=r",?\s+(?:y|e)\s+(?!el\b|la\b|con\b)",
    contexts=(
        r"al margen de|en el marco de|en ocasi[oó]n de|con (?:motivo|ocasi[oó]n) de|"
        r"en el contexto de|"
        r"durante (?:el|la|su)(?= )|en v[ií]speras de|previo a"
    ),
    where=r"en\s+",
    further=(
        r"(?:tambi[eé]n|asimismo|adem[aá]s|posteriormente|luego|despu[eé]s|m[aá]s tarde|"
        r"por la tarde|en la tarde|por separado|previamente)\b"
    ),
    reported=r"\bque\b",
    names={
        "Kenya": "KE", "Estados Unidos Mexicanos": "MX", "Nueva Zelandia": "NZ",
        "Estados Unidos de América": "US", "EE. UU.": "US", "EE.UU.": "US", "EEUU": "US",
        "Palestina": "PS", "Birmania": "MM", "Qatar": "QA", "Corea": "KR",
        "República de Corea": "KR", "Türkiye": "TR", "Países Bajos": "NL", "Holanda": "NL",
        "Costa de Marfil": "CI", "Timor Oriental": "TL", "Suazilandia": "SZ", "Chequia": "CZ",
        "República Checa": "CZ", "Malasia": "MY", "Arabia Saudita": "SA", "Moldova": "MD",
        "República Democrática del Congo": "CD", "República del Congo": "CG",
        "Reino Unido": "GB", "Gran Bretaña": "GB", "Bahréin": "BH", "Iraq": "IQ", "Irán": "IR",
        "Zimbabwe": "ZW",
    },
    demonyms={
        "aleman": "DE", "leton": "LV",
        "congoleñ": "", "estadounidens": "US", "norteamerican": "US", "rus": "RU", "suec": "SE",
        "danes": "DK", "chec": "CZ", "polac": "PL", "britanic": "GB", "ingles": "GB",
        "neerlandes": "NL", "holandes": "NL", "surcorean": "KR", "norcorean": "KP",
        "saud": "SA", "palestin": "PS", "neozelandes": "NZ", "turc": "TR", "grieg": "GR",
        "iraqui": "IQ", "irani": "IR", "dominican": "DO", "hondureñ": "HN", "qatar": "QA",
        "israel": "IL", "nigerin": "NE", "salvadoreñ": "SV", "peruan": "PE", "chilen": "CL",
        "chin": "CN", "suiz": "CH",
    },
    demonym_ending=(
        r"anos?|anas?|ens[ei]s?|enos?|enas?|es|esas?|eses|i|ies|itas?|inos?|inas?|ios?|ias?|"
        r"os?|as?|"
        r"ol|oles|olas?|cos?|cas?|gos?|gas?|an|ech[oa]|eco|iano|iana|e"
    ),
)  # fmt: skip
