"""Well-known cities by their names in other languages: from CLDR, whose time zones are named after
cities, and from a table for the capitals that name none."""

from __future__ import annotations

from functools import cache

from babel import Locale

from readouts.folding import fold

_LANGUAGES = ("es", "pt", "fr", "de", "nl", "ru", "ar", "zh")
# Capitals and meeting cities after which no time zone is named.
_CITIES = """
AE Abu Dabi; Abou Dabi; Abou Dhabi; Абу-Даби; أبوظبي; أبو ظبي; 阿布扎比
AT Viena; Vienne; Wien; Wenen
AU Canberra; Camberra; Канберра; كانبرا; 堪培拉
BE Bruselas; Bruxelas; Brüssel; Brussel; Брюссель; بروكسل; 布鲁塞尔
BR Brasília; Бразилиа; برازيليا; 巴西利亚
CA Оттава; أوتاوا; 渥太华
CH Ginebra; Genebra; Genf; Genève; Женева; جنيف; 日内瓦; Berna; Берн; برن; 伯尔尼; Zúrich
CH Davos; Давос; دافوس; 达沃斯
CN Pekín; Pequim; Pékin; Пекин; بكين; 北京; 上海; 杭州; 天津; 广州; 深圳; 三亚; 西安; 昆明
CN 海口; 青岛
CU La Habana; La Havane; Havanna; Гавана; هافانا; 哈瓦那
GT Ciudad de Guatemala; Cidade da Guatemala
KW Ciudad de Kuwait; مدينة الكويت; 科威特城; Эль-Кувейт
MX Ciudad de México; Cidade do México; Mexiko-Stadt; Mexico-Stad; Мехико; مكسيكو سيتي; 墨西哥城
PA Ciudad de Panamá; Cidade do Panamá; Панама-Сити; 巴拿马城
CY Nicosie; Никосия; نيقوسيا; 尼科西亚
DE Berlín; Берлин; برلين; 柏林; Múnich; Munique; München; Мюнхен; ميونخ; ميونيخ; 慕尼黑
DE Hamburgo; Bonn; Бонн; 波恩
EG El Cairo; Le Caire; Kairo; Caïro; Каир; القاهرة; 开罗; شرم الشيخ; العلمين; 沙姆沙伊赫
ET Adís Abeba; Adis Abeba; Addis-Abeba; Аддис-Абеба; أديس أبابا; 亚的斯亚贝巴
GB Londres; Londen; Лондон; لندن; 伦敦
IN Nueva Delhi; Nova Délhi; Nova Deli; Neu-Delhi; Нью-Дели; نيودلهي; 新德里
IR Teherán; Teerã; Teerão; Téhéran; Тегеран; طهران; 德黑兰
IT Roma; Рим; روما; 罗马; Милан; ميلانو; 米兰
JP Tokio; Tóquio; Токио; طوكيو; 东京; 大阪; 京都
KR Seúl; Séoul; Сеул; سيول; سول; 首尔
KZ Астана; Нур-Султан; أستانا; 阿斯塔纳; Алма-Ата; Алматы
MA Рабат; الرباط; مراكش; 拉巴特
MM Нейпьидо; نايبيداو; 内比都
NL La Haya; Haia; La Haye; Den Haag; Гаага; لاهاي; 海牙; Ámsterdam; Amesterdão; Rotterdam
NZ Wellington; Веллингтон; 惠灵顿
PK Исламабад; إسلام أباد; 伊斯兰堡
RU Moscou; Moscovo; Moskau; Moskou; Москва; موسكو; 莫斯科; Санкт-Петербург; سانت بطرسبورغ
RU Сочи; Казань; Владивосток; Уфа; 圣彼得堡; 喀山; San Petersburgo
SA Riad; الرياض; Эр-Рияд; 利雅得; جدة; Джидда; 吉达; مكة المكرمة; العلا; نيوم
TR Анкара; أنقرة; 安卡拉; Estambul; Istambul; Стамбул; إسطنبول; اسطنبول; 伊斯坦布尔; أنطاليا
TR Анталья; Antália
TZ Dodoma; Додома; دودوما; 多多马
UA Kiev; Kiew; Киев; كييف; 基辅; Leópolis; Львов
US Nueva York; Nova York; Nova Iorque; Нью-Йорк; نيويورك; 纽约; Вашингтон; واشنطن; 华盛顿
US 旧金山; Чикаго; سان فرانسيسكو
VN Hanói; Hanoï; Ханой; هانوي; 河内
QA Доха; الدوحة; 多哈
BH Манама; المنامة; 麦纳麦
YE Sana; Сана; صنعاء; 萨那
NG Абуджа; أبوجا; 阿布贾
EC Кито; كيتو; 基多
CM Яунде; ياوندي; 雅温得
PS Рамалла; رام الله; 拉姆安拉
LY طرابلس الغرب
SO مقديشو; Mogadiscio; Mogadíscio
JO عمّان
SG 新加坡
AF Kaboel
ZA Pretoria; Претория; بريتوريا; 比勒陀利亚; Ciudad del Cabo; Le Cap; Kapstadt; Kaapstad
ZA 约翰内斯堡; 开普敦; Йоханнесбург; جوهانسبرغ
"""


@cache
def cities_abroad(known: frozenset[tuple[str, str]]) -> dict[str, str]:
    """Return the code of each city, folded, whose English name is among the `known` pairs of
    folded name and code, or that the table lists."""
    codes = dict(known)
    rows = (line.split(" ", 1) for line in _CITIES.split("\n") if line)
    found = {fold(city): code for code, cities in rows for city in cities.split("; ")}
    for language in _LANGUAGES:
        for zone, names in Locale.parse(language).time_zones.items():
            city = names.get("city", "")
            english = fold(zone.rpartition("/")[2].replace("_", " "))
            if city and english in codes:
                found.setdefault(fold(city), codes[english])
    return found
