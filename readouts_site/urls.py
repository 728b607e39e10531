"""Addresses: the desk under /admin/, everything else is the public site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("readouts.public.urls")),
]

# One page for whatever is not here, so that a draft answers like what never existed.
handler404 = "readouts.public.views.site.not_found"
