"""Portuguese: "O Presidente da República recebeu em audiência o Primeiro-Ministro de X, NAME"."""

from readouts.archive.scrapes.tongues.grammar import Tongue

_NOUN = (
    r"(?:(?:primeir[ao]|breve|nov[ao]|segund[ao])\s+)?"
    r"(?:reuni(?:ão|ões)(?:\s+(?:bilatera(?:l|is)|de trabalho|virtua(?:l|is)))*|"
    r"encontros?(?:\s+(?:bilatera(?:l|is)|de trabalho|virtua(?:l|is)))*|"
    r"(?:conversas?|conversações|diálogo|contacto|contato)(?:\s+telef[óôo]nic[ao]s?|"
    r"\s+por telefone)?|"
    r"telefonemas?|ligaç(?:ão|ões)(?:\s+telef[ôó]nicas?)?|chamadas?(?:\s+telef[ôó]nicas?)?|"
    r"almoço(?:\s+de trabalho)?|jantar(?:\s+de trabalho)?|pequeno-almoço|café da manhã|"
    r"videoconferência|videochamada|audiência|visita de cortesia|cimeira|cúpula)"
)
_WORD = (
    r"(?:Negócios|Relações|Assuntos|Exteriores|Estrangeiros|Comércio|Exterior|Cooperação|"
    r"Comunidades|Portuguesas|Integração|Regional|Defesa|Economia|Fazenda|Finanças|Interior|"
    r"Administração|Interna|Justiça|Saúde|Educação|Cultura|Turismo|Energia|Minas|Ambiente|Meio|"
    r"Agricultura|Pescas?|Trabalho|Transportes|Obras|Públicas|Segurança|Planejamento|"
    r"Desenvolvimento|Indústria|Ciência|Tecnologia|Inovação|Habitação|Igualdade|Estado|Europa|"
    r"Europeus|Migração|Internaciona(?:l|is)|Social|Presidência|Conselho|Ministros|Casa Civil|"
    r"Governo|Negociação|Assembleia|Nacional|Parlamento|República(?=\s+e\b))"
)
PORTUGUESE = Tongue(
    code="pt",
    label=(
        r"(?:leitura|resumo|informe|comunicado|nota(?: à imprensa)?)\s+"
        r"(?:d[aeo]|sobre)\s+(?:a\s+|o\s+)?"
    ),
    noun=_NOUN,
    kinds=(
        ("video_call", r"videoconf|videocham|virtua"),
        ("call", r"telef|ligaç|ligou|chamada"),
        ("working_breakfast", r"pequeno-almoço|café da manhã"),
        ("working_lunch", r"almoç"),
        ("working_dinner", r"jantar|jantou"),
        ("courtesy_call", r"cortesia"),
        ("summit", r"cimeira|cúpula"),
    ),
    acts=(
        r"(?:(?:se\s+)?(?:reuni(?:u|ram)|encontr(?:ou|a|aram)|reúne)(?:-se)?|convers(?:ou|a|aram)|"
        r"fal(?:ou|a|aram)|dialog(?:ou|a)|almoçou|jantou|esteve reunid[oa])(?!\w){gap}\s+com\s+",
        r"(?:manteve|mantém|teve|tem|realiz(?:ou|a)|promoveu|efetuou|participou d[aeo])(?!\w){gap}"
        r"\s+{noun}(?!\w){gap}\s+com\s+",
        r"(?:recebeu|recebe)(?!\w){gap}\s+(?:telefonema|ligação|chamada|visita|cumprimentos)(?:\s+telef[ôó]nica|"
        r"\s+de cortesia)?{gap}\s+d[aeo]s?\s+",
        r"(?:recebeu|recebe|acolheu|acolhe)(?!\w)(?:{gap}\s+(?=(?:(?:[oa]s?|seu|"
        r"sua)\s)?(?:{head}|{styled}))|\s+(?=[A-Z]))",
        r"(?:concedeu|concede)(?!\w){gap}\s+(?:audiência|entrevista)(?!\w){gap}\s+(?:aos?|às?)\s+"
        r"(?=(?:{head}|{styled}))",
        r"(?:telefonou|ligou)(?!\w){gap}\s+(?:para\s+|a[os]?\s+|à\s+)",
        r"(?:foi|é) recebid[oa]{gap}\s+(?:por|pel[ao])\s+",
    ),
    forms=(
        # the visitor is the other party
        r"(?:la |a )?(?P<kind>visita de cortesia)\s+d[aeo]s?\s+(?P<rest>.+?)\s+(?:aos?|às?)\s+"
        r"(?P<who>[^;:]{2,170})$",
        r"(?:a |o |uma? )?(?P<kind>{noun})\s+(?:d[aeo]s?)\s+{who}\s+(?:aos?|às?)\s+{rest}",
        r"(?:a |o |uma? )?(?P<kind>{noun})\s+(?:d[aeo]s?)\s+{who}\s+com\s+{rest}",
        r"(?:a |o |uma? )?(?P<kind>{noun})\s+entre\s+{who}\s+e\s+{rest}",
        r"(?:a |o |uma? )?(?P<kind>{noun})\s+com\s+{rest}",
    ),
    inverted=r"(?:reuniu-se|encontrou-se|conversou|recebeu)\s+",
    to_party=r"\s+(?:com|o|a)\s+",
    happened=r"(?:teve lugar|realizou-se|decorreu|ocorreu)",
    heads=(
        r"president[ea]s?|PR(?= [A-ZÀ-Þ])|"
        r"primeir[ao]s?[- ]ministr[ao]s?|ministr[ao]s?|chancele(?:r|res)|"
        r"secretári[oa]s?(?:[ -](?:geral|executiv[oa])| de estado)?|rei|rainha|emir|"
        r"príncipe(?: herdeiro)?|princesa|diretor(?:a|es)?(?:[- ]geral| executiv[oa])?|"
        r"embaixador(?:a|es)?|chef[e]s? (?:de estado|de governo|do estado|do governo|de gabinete|"
        r"da diplomacia|da delegação)|alt[oa] (?:comissári[oa]|representante)|"
        r"representante(?: (?:especial|permanente))?|enviad[oa](?: especial| pessoal)?|"
        r"comissári[oa]|governador[a]?|prefeit[oa]|coordenador[a]?|papa|senador(?:a|es)?|"
        r"deputad[oa]s?|membros?|líder(?:es)?|administrador[a]?|homólog[oa]s?|colegas?|"
        r"contrapartes?|encarregad[oa] de negócios"
    ),
    before_head=r"(?:(?:ex|nov[ao]|então|primeir[oa])\s+|(?:vice|sub|ex)-?)?",
    marks=r"\s+(?:eleit[oa]|designad[oa]|interin[oa]|em exercício|cessante|federal)",
    realm=r"\s+da república(?!\w)",
    plural=r"embaixador(?:es|as)|(?:ministr[ao]|president[ae])s",
    singular=(
        (r"(?<=embaixador)es\b|(?<=embaixadora)s\b|(?<=ministr[ao])s\b|(?<=president[ae])s\b", ""),
        (r"\b(?P<first>primeir[ao])s\b", r"\g<first>"),
    ),
    conjunction=r"\s+e\s+",
    together=r"(?:conversaram|reuniram-se|mantiveram|encontraram-se|se reuniram|falaram)",
    counterpart=r"(?:homólog|coleg|contraparte)",
    honorifics=(
        r"(?:S\.\s?E\.(?:x[aª]\.?)?\s+|Sua\s+Excelência,?\s+|S\.\s?M\.\s+|Sua\s+Majestade\s+|"
        r"S\.\s?A\.\s?R?\.?\s+|Sua\s+Alteza(?:\s+Real)?\s+|Ex(?:celentíssim|"
        r"m)[oa]\.?\s+)?(?:o\s+|a\s+)?"
        r"(?:Sr[aª]?\.|Senhora?|senhora?|Dra?\.|Dom|D\.|Doutora?|Embaixadora?|"
        r"General)\s+(?:Dra?\.\s+)?|"
        r"(?:S\.\s?E\.(?:x[aª]\.?)?|Sua\s+Excelência,?|S\.\s?M\.|Sua\s+Majestade|Sua\s+Santidade|"
        r"Sua\s+Alteza\s+Real)\s+(?:o |a )?"
    ),
    portfolio=(
        rf"\s+(?:d[aeo]s?|para)\s+(?:[ao]s?\s+)?{_WORD}"
        rf"(?:(?:,\s+|\s+(?:e|d[aeo]s?|para|com)\s+|\s+)(?:(?:[ao]s?|d[aeo]s?)\s+)*{_WORD})*(?!\w)"
    ),
    link=r"\s+(?:d[aeo]s?|junto [àa]s?|para)\s+(?:[ao]s?\s+)?",
    joint=r",?\s+(?:e|bem como|acompanhad[oa] (?:de|por|pel[ao]))\s+(?:com\s+)?|,\s+(?:com\s+)?",
    lead=r"(?:(?:[oa]s?|seu|sua(?!\s+(?:majestade|excelência|alteza|santidade))|seus|uma?)\s+|com\s+(?:[oa]s?\s+)?)",
    official=(
        r"(?:(?:República|Reino|Estado|Federação|Grão-Ducado|Principado|Sultanato|Confederação|"
        r"União)(?:\s+[^\W\d_][\w-]+){0,3}?\s+d[aeo]s?\s+)"
    ),
    adjectival=(
        r"(?:República|Reino|Confederação|Federação)(?:\s+(?:Popular|Árabe|Democrática|"
        r"Islâmica))*\s+"
        r"(?P<adjective>[^\W\d_][\w]+)"
    ),
    bodies=(
        r"Nações Unidas|ONU|União (?:Europeia|Africana)|Conselho (?:Europeu|da Europa)|"
        r"Comissão (?:Europeia|da União Africana)|Parlamento Europeu|Liga (?:Árabe|"
        r"dos Estados Árabes)|"
        r"Organização (?:d[aeo]s?|para|Mundial|Internacional)\s[^,;()]{4,70}|Banco Mundial|"
        r"Fundo Monetário Internacional|Santa Sé|Comunidade dos Países de Língua Portuguesa|"
        r"Mercosul|"
        r"Assembleia Geral(?: das Nações Unidas)?"
    ),
    and_office=r",?\s+e\s+(?!o\b|a\b|com\b)",
    contexts=(
        r"à margem d[aeo]|no âmbito d[aeo]|por ocasião d[aeo]|no quadro d[aeo]|no contexto d[aeo]|"
        r"durante (?:o|a|sua)(?= )|na véspera d[aeo]|às margens d[aeo]"
    ),
    where=r"(?:em|no|na)\s+",
    further=(
        r"(?:também|além disso|posteriormente|depois|mais tarde|em seguida|à tarde|ainda|antes)\b"
    ),
    reported=r"\bque\b",
    names={
        "Quénia": "KE", "Estados Unidos Mexicanos": "MX", "Estados Unidos da América": "US",
        "EUA": "US", "República Centro-Africana": "CF", "República Centro Africana": "CF",
        "RCA": "CF", "RDC": "CD", "Palestina": "PS", "Qatar": "QA", "República da Coreia": "KR",
        "Países Baixos": "NL", "Holanda": "NL", "República Tcheca": "CZ",
        "República Checa": "CZ", "Chéquia": "CZ", "Polónia": "PL", "Roménia": "RO",
        "Arménia": "AM", "Eslovénia": "SI", "Letónia": "LV", "Estónia": "EE",
        "Macedónia do Norte": "MK", "Ucrânia": "UA", "Irão": "IR", "Vietname": "VN",
        "Bahrein": "BH", "Moçambique": "MZ", "República Democrática do Congo": "CD",
        "Arábia Saudita": "SA", "Turquia": "TR", "Iémen": "YE", "Mónaco": "MC",
        "Maurícia": "MU", "Singapura": "SG", "Eslováquia": "SK", "Cazaquistão": "KZ",
        "Grã-Bretanha": "GB",
    },
    demonyms={
        "letão": "LV", "letã": "LV", "egípci": "EG", "cipriot": "CY",
        "congoles": "", "estadunidens": "US", "norte-american": "US", "american": "US",
        "russ": "RU", "suec": "SE", "dinamarques": "DK", "tchec": "CZ", "chec": "CZ",
        "polac": "PL", "polones": "PL", "britânic": "GB", "ingles": "GB", "neerlandes": "NL",
        "holandes": "NL", "sul-corean": "KR", "saudit": "SA", "palestin": "PS",
        "neozelandes": "NZ", "turc": "TR", "greg": "GR", "iraquian": "IQ", "iranian": "IR",
        "japones": "JP", "suiç": "CH", "espanhol": "ES", "alem": "DE", "chin": "CN",
        "peruan": "PE", "chilen": "CL", "sul-african": "ZA", "cabo-verdian": "CV",
        "timorens": "TL", "são-tomens": "ST", "guineens": "GW",
    },
    demonym_ending=(
        r"anos?|anas?|ens[ei]s?|ao|aes|es|esas?|eses|inos?|inas?|ios?|ias?|os?|as?|ol|ois|cos?|"
        r"cas?|"
        r"gos?|gas?|an|iano|iana|eu|eia|ita|e|a"
    ),
)  # fmt: skip
