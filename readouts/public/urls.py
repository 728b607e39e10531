"""Addresses of the public site. Each is also listed in tests/public/test_surfaces.py."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from readouts.public.feeds import ReadoutFeed
from readouts.public.views import dumps, listings, readout, register, site


class YearConverter:
    """A year in four digits; the calendar knows no year 0."""

    regex = "(?!0000)[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class TwoDigitsConverter(StringConverter):
    """A month or a day, always in two digits: one address for one page."""

    regex = "[0-9]{2}"


register_converter(YearConverter, "year")
register_converter(TwoDigitsConverter, "two")

_READOUT = "readouts/<year:year>/<two:month>/<two:day>/<str:slug>/"

app_name = "public"
urlpatterns = [
    path("", listings.home, name="home"),
    path("readouts/", listings.readouts, name="readouts"),
    path("readouts/feed/", ReadoutFeed(), name="feed"),
    path("readouts/<year:year>/", listings.year, name="year"),
    path("readouts/<year:year>/<two:month>/", listings.month, name="month"),
    path(_READOUT, readout.current, name="readout"),
    path(f"{_READOUT}v<int:number>/", readout.version, name="version"),
    path("officials/", register.officials, name="officials"),
    path("officials/<slug:slug>/", register.official, name="official"),
    path("organizations/", register.organizations, name="organizations"),
    path("organizations/<slug:slug>/", register.organization, name="organization"),
    path("topics/", register.topics, name="topics"),
    path("topics/<slug:slug>/", register.topic, name="topic"),
    path("tags/", register.tags, name="tags"),
    path("tags/<str:slug>/", register.tag, name="tag"),
    path("about/", site.about, name="about"),
    path("dumps/", dumps.dumps, name="dumps"),
    path("dumps/<str:name>", dumps.dump, name="dump"),
    path("robots.txt", site.robots, name="robots"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("sitemap-<year:year>.xml", site.sitemap_of_year, name="sitemap_of_year"),
]
