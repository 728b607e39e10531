"""How texts, dates and languages are set on the public pages."""

from __future__ import annotations

import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from readouts import clock, languages
from readouts.models.partial_dates import Precision, printed
from readouts.models.words import EncounterKind

register = template.Library()


@register.filter
def day(date: datetime.date, precision: str = Precision.DAY) -> str:
    """A date with its precision: "30 November 2010", "November 2010", "2010"."""
    return printed(date, precision)


@register.filter
def moment(value: datetime.datetime, hour_known: bool = True) -> str:
    """A moment on the office's clock, with the zone named: "5 March 2014, 18:42 CET"; its day
    alone where the hour is not known."""
    local = timezone.localtime(value)
    if not hour_known:
        return office_day(value)
    return f"{printed(local.date(), Precision.DAY)}, {local:%H:%M} {clock.zone_name(local)}"


@register.filter
def office_day(value: datetime.datetime) -> str:
    """The day of a moment on the office's clock."""
    return printed(timezone.localtime(value).date(), Precision.DAY)


@register.filter
def kind_name(kind: str) -> str:
    """The kind of an encounter as printed."""
    return str(dict(EncounterKind.choices).get(kind, kind))


@register.filter
def attributes(language: str) -> SafeString:
    """The attributes of an element that holds text in a language: `lang="ar" dir="rtl"`."""
    return format_html('lang="{}" dir="{}"', language, languages.direction(language))


@register.filter
def own_name(language: str) -> str:
    """The name of a language in itself."""
    return languages.own_name(language)


@register.filter
def language_name(language: str) -> str:
    """The English name of a language."""
    return languages.language_name(language) or language
