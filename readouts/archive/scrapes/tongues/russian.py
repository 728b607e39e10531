"""Russian: "О встрече Министра иностранных дел NAME с Министром иностранных дел X NAME"; names and
offices bend, and are given back in the nominative."""

import re

from readouts.archive.scrapes.tongues.grammar import Cases, Tongue
from readouts.folding import fold

_NOUN = (
    r"(?:(?:двусторонн|рабоч|кратк|перв|очередн|совместн|телефонн)\w+\s+)*(?:встреч[аеиу]|"
    r"переговор(?:ы|ах|ов)|бесед[аеыу]|разговор[аеы]?|контакт[аеы]?|завтрак[аеи]?|обед[ае]?|"
    r"ужин[ае]?|"
    r"видеоконференци\w+|видеопереговор\w+|аудиенци\w+|саммит\w*|консультаци\w+)"
)
_WORD = (
    r"(?:иностранных|внешних|внутренних|дел|сношений|связей|обороны|экономики|экономическ\w+|"
    r"финансов|"
    r"юстиции|торговли|внешнеэкономическ\w+|культуры|образования|здравоохранения|энергетики|"
    r"развития|"
    r"интеграции|европейск\w+|международн\w+|сотрудничества|регионального|безопасности|труда|"
    r"сельского|хозяйства|транспорта|туризма|эмигрантов|МИДа?|МИДом|государства|внешней|"
    r"экспатриантов|"
    r"африканской|правительства|"
    r"кабинета|министров|парламента|совета|государственного|национального|собрания|президиума)"
)
_HEADS = {
    "вице-президент": "вице-президент", "президент": "президент",
    "премьер-министр": "премьер-министр", "вице-премьер": "вице-премьер", "премьер": "премьер",
    "министр": "министр", "канцлер": "канцлер", "посол": "посол", "посл": "посол",
    "корол": "король", "королев": "королева", "эмир": "эмир", "султан": "султан",
    "принц": "принц", "председател": "председатель", "заместител": "заместитель",
    "секретар": "секретарь", "директор": "директор", "представител": "представитель",
    "комиссар": "комиссар", "посланник": "посланник", "спикер": "спикер",
    "губернатор": "губернатор", "руководител": "руководитель", "координатор": "координатор",
    "глав": "глава", "патриарх": "патриарх", "сенатор": "сенатор", "советник": "советник",
    "госсекретар": "госсекретарь", "лидер": "лидер", "замминистр": "замминистр",
}  # fmt: skip
_ADJECTIVE = re.compile(r"(?P<stem>\w+?)(?:ыми?|ими?|ого|его|ому|ему|ом|ем)$")
_ACTING = re.compile(r"(?P<stem>исполняющ)(?P<ending>[а-я]{2,3})(?=\s+обязанности)", re.I)
_ACTING_IN_SHORT = re.compile(r"и\.\s?о\.\s", re.I)
_BENT = re.compile(
    rf"(?P<stem>{'|'.join(sorted(_HEADS, key=len, reverse=True))})(?:[а-яё]{{0,3}})$", re.I
)
_FORM = re.compile(
    r"(?P<stem>Республик|Федераци|Конфедераци)(?:и|ой|ей|у|ю|е)?\b"
    r"|(?P<kingdom>Королевств|Государств|Княжеств)(?:а|ом|у|е)?\b"
)
_FEMININE_ADJECTIVE = re.compile(r"\b(?P<stem>[А-ЯЁ]\w+?)(?:ой|ую|ей|ая)(?=\s)")
# Endings of names after "с" and of those whom one received, and the nominative of each.
_NAME_ENDINGS = (
    (r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ым)$", ""),  # Мирзиёевым, Лавровым, Путиным
    (r"(?<=[с]к)(?:им|ого)$", "ий"),
    (r"(?<=[сц]к)ой$", "ая"),
    (r"(?<=[оеи]в|[иы]н)(?:ой|у)$", "а"),  # Захаровой
    (r"(?<=и)(?:ем|я)$", "й"),  # Дмитрием, Дмитрия
    (r"(?<=[ае])(?:ем|я)$", "й"),  # Сергеем, Николаем
    (r"(?<=[бвгджзклмнпрстфхцчшщ])(?:ом|ем)$", ""),  # Шавкатом, Фиданом
    (r"(?<=и)ей$", "я"),  # Марией
    (r"(?<=[бвгджзклмнпрстфхцчшщ])ой$", "а"),  # Нарендрой, Анной
    (r"(?<=[л])ёй$", "я"),
)
_ENDING = re.compile(
    r"(?:ыми|ими|ого|его|ами|ая|ой|ую|ые|ых|ый|ий|ым|им|ие|их|ое|ов|ев|ей|ом|ем|а|я|ы|и|у|ю|е|"
    r"о|ь|й)$"
)
_SHORTEST = 3  # letters, of a word that takes endings
_GENITIVE = ((r"(?<=[бвгджзклмнпрстфхцчшщ])а$", ""),)


# "Китая" and "Уругвая" are nouns, whose last letters only look like those of an adjective.
_NOUN_IN_AI = re.compile(r"(?:(?<=кит)|(?<=гв))ая$", re.I)


def _stem(word: str) -> str:
    word = _NOUN_IN_AI.sub("ай", word)
    return _ENDING.sub("", word) if len(word) > _SHORTEST else word


def _key(name: str) -> str:
    """Return what all cases of a name share; endings go first, because folding takes й for и."""
    return " ".join(fold(_stem(word)) for word in name.lower().split())


def _form(name: str) -> str:
    words = (
        re.escape(_stem(word)) + ("[а-яё]{0,3}" if len(word) > _SHORTEST else "")
        for word in name.split()
    )
    return r"\s+".join(words)


def _plain_word(word: str) -> str:
    """Return a word without hyphens and ё; й is no accented и where words bend."""
    return word.lower().replace("ё", "е").replace("-", "")


def _nominative(title: str) -> str:
    """Return an office, or the official form of a state's name, in the nominative."""
    if _ACTING_IN_SHORT.match(title):
        return title
    if acting := _ACTING.match(title):  # the office itself stays in the genitive
        she = acting["ending"] in ("ая", "ей", "ую")
        return f"{acting['stem']}{'ая' if she else 'ий'}{title[acting.end() :]}"
    form = _FORM.search(title)
    if form:
        ending = "" if form["kingdom"] else ("я" if form["stem"].endswith("и") else "а")
        head = (form["stem"] or form["kingdom"]) + (ending if form["stem"] else "о")
        before = title[: form.start()]
        put = r"\g<stem>ая" if form["stem"] else r"\g<stem>ое"
        pattern = (
            _FEMININE_ADJECTIVE
            if form["stem"]
            else re.compile(r"\b(?P<stem>[А-ЯЁ]\w+?)(?:ого|им|ым)(?=\s)")
        )
        return pattern.sub(put, before) + head + title[form.end() :]
    words = title.split(" ")
    for number, word in enumerate(words):
        bent = _BENT.fullmatch(word)
        parts = word.split("-")
        if bent or (len(parts) > 1 and (bent := _BENT.fullmatch(parts[-1])) is not None):
            stem = bent["stem"]
            head = _HEADS[stem.lower()]
            put = (stem[0] if stem[0].isupper() else head[0]) + head[1:]
            if len(parts) > 1 and not _BENT.fullmatch(word):
                words[number] = "-".join([*parts[:-1], put])
            else:
                words[number] = put
            words[:number] = [_adjective(earlier) for earlier in words[:number]]
            break
    return " ".join(words)


def _adjective(word: str) -> str:
    found = _ADJECTIVE.fullmatch(word)
    if not found or len(found["stem"]) < 4:  # noqa: PLR2004
        return word
    stem = found["stem"]
    return stem + ("ий" if stem[-1] in "кгхшщжчн" and word.endswith(("им", "его")) else "ый")


def _nominative_name(name: str) -> str:
    """Return a name in the nominative, as far as its endings tell."""
    return " ".join("-".join(map(_name_word, word.split("-"))) for word in name.split(" "))


def _name_word(word: str) -> str:
    initials, dot, family = word.rpartition(".")
    for form, put in _NAME_ENDINGS:
        bent = re.sub(form, put, family)
        if bent != family:
            return initials + dot + bent
    return word


def _genitive_name(name: str) -> str:
    """Return in the nominative the name of one who was received, or whose meeting it was."""

    def word(part: str) -> str:
        initials, dot, family = part.rpartition(".")
        for form, put in (*_NAME_ENDINGS, *_GENITIVE):
            if (bent := re.sub(form, put, family)) != family:
                return initials + dot + bent
        return part

    return " ".join(map(word, name.split(" ")))


RUSSIAN = Tongue(
    code="ru",
    label=r"(?:Краткий отч[её]т|Отч[её]т|Сообщение|Информация|Коммюнике)\s+(?:об?|по итогам)\s+",
    noun=_NOUN,
    kinds=(
        ("video_call", r"видео"),
        ("call", r"телефон|созвон|по телефону"),
        ("working_breakfast", r"рабоч\w+ завтрак|завтрак"),
        ("working_lunch", r"обед"),
        ("working_dinner", r"ужин"),
        ("summit", r"саммит"),
    ),
    acts=(
        r"(?:встрети(?:лся|лась)|встречается|встретится|побеседовал[а]?|беседовал[а]?|"
        r"поговорил[а]?|"
        r"переговорил[а]?|обсудил[а]?|созвонился)(?!\w){gap}\s+со?\s+",
        r"(?:пров[её]л[а]?|проводит|имел[а]?)(?!\w){gap}\s+{noun}(?!\w){gap}\s+со?\s+",
        r"(?:принял[а]?|принимает)(?!\w){gap}\s+делегаци\w+{gap}\s+во главе со?\s+",
        r"(?:принял[а]?|принимает)(?!\w)(?:{gap}\s+(?=(?:исполняющ|Президент|Премьер|Министр|министр|"
        r"президент|"
        r"премьер|Генеральн|генеральн|посл|Посл|Чрезвычайн|глав|Председател|председател)\w*)|"
        r"\s+(?=[А-ЯЁ]))",
        r"был[а]? принята?{gap}\s+",
    ),
    forms=(
        r"(?:Об?\s+)?(?P<kind>{noun})\s+{who}\s+со?\s+{rest}",
        r"(?:Об?\s+)?(?P<kind>{noun})\s+между\s+{who}\s+и\s+{rest}",
        r"(?:Об?\s+)?(?P<kind>{noun})\s+со?\s+{rest}",
    ),
    inverted=r"(?:встретился|встретилась|принял|приняла)\s+",
    to_party=r"\s+со?\s+",
    happened=r"(?:состоя(?:лась|лся|лись)|прошла|прошёл|прошел|прошли)",
    heads=(
        r"(?:(?:Чрезвычайн|Полномочн|[Гг]енеральн|[Гг]осударственн|[Вв]ерховн|[Пп]остоянн|"
        r"[Сс]пециальн|"
        r"[Фф]едеральн|[Пп]ерв|[Нн]аследн|[Ии]сполнительн)\w+\s+(?:и\s+)?)*(?:[Вв]рио\s+|"
        r"[Ии]\.о\.\s+)?"
        rf"(?:(?:{'|'.join(sorted(_HEADS, key=len, reverse=True))})[а-яё]{{0,3}}|коллег(?:а|ой|"
        rf"у|и)|"
        r"визави)"
    ),
    before_head=r"(?:исполняющ\w+\s+обязанности\s+)?(?:зам(?:естител\w+\s+)?)?",
    conjunction=r"\s+и\s+(?:его\s+|её\s+|ее\s+)?",
    plural=r"(?:посл|министр|президент)(?:ов|ами|ам|ы)|послы",
    counterpart=r"(?:коллег|визави)",
    honorifics=(
        r"(?:Е\.\s?П\.|Его\s+Превосходительств\w+|Её\s+Превосходительств\w+|Его\s+Величеств\w+|"
        r"Его\s+(?:Королевск\w+\s+)?Высочеств\w+|Его\s+Святейшеств\w+|г-н(?:ом|а|у)?|г-ж(?:а|ой|у)|"
        r"господин(?:ом|а)?|госпож(?:ой|а|у)|шейх(?:ом|а)?)\s+(?:г-н(?:ом|а)?\s+|г-ж(?:ой|а)\s+)?"
    ),
    portfolio=rf"(?:\s+(?:по\s+|и\s+|,\s+)?{_WORD})+(?!\w)",
    link=r"\s+",
    joint=r",?\s+(?:и|а также)\s+(?:со?\s+)?|,\s+(?:со?\s+)?",
    lead=r"(?:сво(?:им|ей|его|ю)\s+|прибывш\w+[^,]{0,60}?\s+(?={head}|{styled}))",
    official=(
        r"(?:(?:(?:Исламск|Федеративн|Демократическ|Арабск|Кооперативн|"
        r"Народн)\w+\s+){0,3}(?:Республик[аиуе]й?|"
        r"Республикой|Королевств\w{1,2}|Государств\w{1,2}|Княжеств\w{1,2}|Содружеств\w{1,2})\s+)"
    ),
    adjectival=r"(?P<adjective>[А-ЯЁ]\w+)\s+(?:Народн\w+\s+|Арабск\w+\s+)?(?:Республик(?:а|и|ой|у)|Федераци(?:я|и|ей)|Конфедераци(?:я|и|ей))",
    bodies=(
        r"ООН|Организации Объедин[её]нных Наций|Европейского союза|ЕС|ОБСЕ|НАТО|СНГ|ОДКБ|ШОС|ЕАЭС|"
        r"Африканского союза|Комиссии Африканского союза|Европейской комиссии|"
        r"Лиги арабских государств|"
        r"ЛАГ|Евразийской экономической комиссии|МАГАТЭ|Святого Престола|МККК|"
        r"Организации исламского сотрудничества|Совета Европы"
    ),
    and_office=r",?\s+(?:и|,)\s+(?!со?\b)",
    contexts=r"на полях|в рамках|по случаю|накануне|в кулуарах|«на полях»",
    where=r"во?\s+(?:город[еу]?\s+)?",
    further=r"(?:также|затем|позднее|позже|кроме того|ранее|в тот же день)\b",
    reported=r",\s+что\b",
    names={
        "США": "US", "Соединенные Штаты Америки": "US", "Соединённые Штаты Америки": "US",
        "Соединённые Штаты": "US", "Палестина": "PS", "Белоруссия": "BY", "Беларусь": "BY",
        "Киргизия": "KG", "Кыргызская Республика": "KG", "Кыргызстан": "KG", "Молдавия": "MD",
        "Южная Корея": "KR", "КНДР": "KP", "КНР": "CN", "Великобритания": "GB",
        "Соединенное Королевство": "GB", "ОАЭ": "AE", "Объединённые Арабские Эмираты": "AE",
        "Объединенные Арабские Эмираты": "AE", "Туркмения": "TM", "Россия": "RU",
        "Российская Федерация": "RU", "Демократическая Республика Конго": "CD", "ДРК": "CD",
        "ЮАР": "ZA", "Южно-Африканская Республика": "ZA", "ЦАР": "CF", "Ирак": "IQ",
        "Китайская Народная Республика": "CN", "Бразилия": "BR", "Вьетнам": "VN", "Чехия": "CZ",
    },
    demonyms={
        "финск": "FI", "финляндск": "FI", "литовск": "LT", "южнокорейск": "KR",
        "северокорейск": "KP",
        "конголезск": "", "американск": "US", "британск": "GB", "турецк": "TR",
        "белорусск": "BY", "армянск": "AM", "венгерск": "HU", "швейцарск": "CH", "датск": "DK",
        "шведск": "SE", "греческ": "GR", "российск": "RU", "палестинск": "PS", "немецк": "DE",
        "эмиратск": "AE", "испанск": "ES", "киргизск": "KG", "итальянск": "IT", "корейск": "",
        "кубинск": "CU", "марокканск": "MA", "французск": "FR", "польск": "PL", "чешск": "CZ",
        "латвийск": "LV", "индийск": "IN", "аргентинск": "AR", "китайск": "CN",
    },
    demonym_ending=r"\w{0,3}(?:ск|цк)(?:ий|им|ого|ому|ом|ая|ой|ую|ие|их|ими)|ий|им|ого|ому|ом|ая|ой|ую",
    demonym_first=True,
    cases=Cases(
        _key,
        _form,
        (("ии", "ия"), ("е", "а"), ("е", ""), ("е", "ь"), ("и", "ь"), ("ве", "ва"), ("", "")),
    ),
    plain_word=_plain_word,
    nominative=_nominative,
    nominative_name=_nominative_name,
    genitive_name=_genitive_name,
    direct=r"(?:приня|принима)(?!.*во главе)|был[а]? принят",
)  # fmt: skip
