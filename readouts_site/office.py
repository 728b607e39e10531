"""What every template may know about the office."""

from django.conf import settings
from django.http import HttpRequest


def context(request: HttpRequest) -> dict[str, object]:
    return {"office_name": settings.OFFICE_NAME, "is_demo": settings.DEMO}
