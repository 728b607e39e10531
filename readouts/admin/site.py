"""The admin site of the office."""

from django.contrib import admin


class OfficeAdminSite(admin.AdminSite):
    site_header = "Readouts"
    site_title = "Readouts"
    index_title = "The desk"
