"""The site's addresses, and a constant response through the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from readouts_site.urls import urlpatterns as site


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse("constant")


urlpatterns = [path("constant/", constant), *site]
