"""Times are printed on their own clock, with the zone named."""

import datetime

import pytest

from readouts import clock

WINTER = datetime.date(2010, 11, 30)
SUMMER = datetime.date(2010, 7, 1)


@pytest.mark.parametrize(
    ("day", "time", "zone", "printed"),
    [
        (WINTER, "15:30", "Europe/Zurich", "15:30 CET"),
        (SUMMER, "15:30", "Europe/Zurich", "15:30 CEST"),
        (WINTER, "09:05", "Asia/Kathmandu", "09:05 UTC+5:45"),
        (WINTER, "09:05", "America/Sao_Paulo", "09:05 UTC-2"),
        (WINTER, "09:05", "UTC", "09:05 UTC"),
        (WINTER, "09:05", "", "09:05"),
        (WINTER, "09:05", "Moon/Sea", "09:05 (Moon/Sea)"),
        (WINTER, "09:05", "../etc/passwd", "09:05 (../etc/passwd)"),
        (WINTER, None, "UTC", ""),
        (None, "09:05", "UTC", ""),
    ],
)
def test_the_time_of_an_encounter(day, time, zone, printed):
    assert clock.time_of_day(day, time, zone) == printed
