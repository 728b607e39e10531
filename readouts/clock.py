"""Times as printed, always with their zone named. Pure functions, below all rooms."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def time_of_day(date: datetime.date | None, time: str | None, zone: str) -> str:
    """The time "HH:MM" on the clock of `zone` (an IANA name) on that day: "15:30 CET".

    "" where day or time is unknown; a zone this machine does not know is printed as given.
    """
    if not time or not date:
        return ""
    try:
        local = ZoneInfo(zone) if zone else None
    except (ZoneInfoNotFoundError, ValueError):
        return f"{time} ({zone})"
    moment = datetime.datetime.combine(date, datetime.time.fromisoformat(time), local)
    return f"{time} {zone_name(moment)}".strip()


def zone_name(moment: datetime.datetime) -> str:
    """The short name of a moment's zone: "CET"; "UTC+5" where the zone has only a number.

    >>> zone_name(datetime.datetime(2021, 5, 14, tzinfo=ZoneInfo("Asia/Almaty")))
    'UTC+6'
    """
    name = moment.tzname() or ""
    if not name.startswith(("+", "-")):
        return name
    hours, minutes = name[1:3], name[3:]
    return f"UTC{name[0]}{int(hours)}" + (f":{minutes}" if minutes.strip("0") else "")
