"""Addresses of the public site. Each is also listed in tests/public/test_surfaces.py."""

from django.urls import URLPattern

app_name = "public"
urlpatterns: list[URLPattern] = []
