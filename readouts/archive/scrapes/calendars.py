"""The names of months and weekdays in the languages of readouts, from CLDR, and the words for
"today" and "yesterday"."""

from __future__ import annotations

from functools import cache

from babel import Locale

# Arabic months have three sets of names: the Levant's, the Maghreb's, and those of the rest.
_LANGUAGES = (
    "en", "fr", "es", "pt", "de", "nl", "it", "tr", "ru", "ar", "ar_SY", "ar_IQ", "ar_MA", "ar_DZ",
)  # fmt: skip
# Short forms only where they are no words of their own: "ago", "set" and "out" are months too.
_SHORT_FORMS_OF = ("en", "fr", "de", "nl", "ru")
_ALSO_PRINTED = {"sept": 9, "نيسان/أبريل": 4, "mrt": 3, "jänner": 1, "feber": 2}

SAME_DAY = (
    "today", "tonight", "this morning", "this afternoon", "this evening", "this noon",
    "earlier today", "later today", "aujourd'hui", "aujourd’hui", "ce matin", "cet après-midi",
    "ce soir", "hoy", "esta mañana", "esta tarde", "hoje", "esta manhã", "heute", "vandaag",
    "vanmorgen", "vanmiddag", "oggi", "bugün", "сегодня", "اليوم", "今天", "今日", "今晨", "오늘",
)  # fmt: skip
TWO_DAYS_BEFORE = (
    "the day before yesterday", "avant-hier", "anteayer", "antes de ayer", "anteontem",
    "vorgestern", "eergisteren", "позавчера", "أمس الأول", "أول أمس", "أول من أمس", "前天",
)  # fmt: skip
DAY_BEFORE = (
    "yesterday", "last night", "last evening", "hier", "hier soir", "ayer", "anoche", "ontem",
    "gestern", "gisteren", "ieri", "dün", "вчера", "أمس", "昨天", "昨日", "昨晚", "어제",
)  # fmt: skip


@cache
def months() -> dict[str, int]:
    """Return the number of each month by its name, lower-cased and without a full stop."""
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        calendar = Locale.parse(language).months
        widths = ("wide", "abbreviated") if language in _SHORT_FORMS_OF else ("wide",)
        for form in (
            calendar[kind][width] for kind in ("format", "stand-alone") for width in widths
        ):
            for number, name in form.items():
                names.setdefault(name.lower().rstrip("."), number)
    return {name: n for name, n in names.items() if not name.isdecimal()} | _ALSO_PRINTED


@cache
def months_said() -> dict[str, int]:
    """Return the months as they stand after "in": Russian has a case of its own for that."""
    russian = Locale.parse("ru").months["stand-alone"]["wide"]
    return months() | {f"{name.lower().rstrip('ьй')}е": n for n, name in russian.items()}


@cache
def weekdays() -> dict[str, int]:
    """Return the number of each weekday by its name, lower-cased; Monday is 0."""
    names: dict[str, int] = {}
    for language in _LANGUAGES:
        calendar = Locale.parse(language).days
        widths = ("wide", "abbreviated") if language == "en" else ("wide",)
        for form in (calendar["format"][width] for width in widths):
            for number, name in form.items():
                names.setdefault(name.lower(), number)
    names |= {"الإثنين": 0, "الأثنين": 0, "اﻷحد": 6, "الثلاثا": 1}
    names |= {"среду": 2, "пятницу": 4, "субботу": 5, "星期天": 6}  # "в среду": on Wednesday
    return names | {
        f"{word}{sign}": n for word in ("星期", "周") for n, sign in enumerate("一二三四五六日")
    }
