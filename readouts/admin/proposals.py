"""Words proposed from the register: who someone was on the day of the encounter, as printed.

They fill what was left empty. A person accepts or changes them; from then on they are frozen.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from readouts.models.partial_dates import printed
from readouts.models.register import Appointment, Official, Organization

_Choices = list[tuple[Any, Any]]
_KINDS = {
    Appointment.Kind.ACTING: "Acting {}",
    Appointment.Kind.DESIGNATE: "{}-designate",
    Appointment.Kind.ELECT: "{}-elect",
    Appointment.Kind.FORMER: "Former {}",
}


def title_of(appointment: Appointment) -> str:
    """The title an appointment gives, its capacity included: "Acting President"."""
    title = appointment.title
    form = _KINDS.get(Appointment.Kind(appointment.kind), "{}")
    return title if form.format("").strip(" -").lower() in title.lower() else form.format(title)


def organization_words(organization: Organization) -> str:
    """An organization as a readout prints it: its official name, or the only one it has."""
    return organization.official_name or organization.name


def held_on(official: Official, day: datetime.date | None, precision: str) -> list[Appointment]:
    """The appointments an official held that day; none where the day is unknown."""
    if day is None:
        return []
    return list(official.appointments.held_on(day, precision).select_related("organization"))


def fill_participation(words: dict[str, Any], day: datetime.date | None, precision: str) -> None:
    """Fill what was left empty in a participation from its official and appointment.

    Where exactly one office was held that day and no other is given, it is that one.
    """
    official, appointment = words.get("official"), words.get("appointment")
    bare = not (words.get("title") or words.get("organization_name") or words.get("organization"))
    if official and not appointment and bare:
        held = held_on(official, day, precision)
        appointment = words["appointment"] = held[0] if len(held) == 1 else None
    if official and not words.get("name"):
        words["name"] = official.name
    if appointment:
        words["title"] = words.get("title") or title_of(appointment)
        words["organization"] = words.get("organization") or appointment.organization
    if words.get("organization") and not words.get("organization_name"):
        words["organization_name"] = organization_words(words["organization"])


def fill_principal(words: dict[str, Any]) -> None:
    """Fill what was left empty of the principal as printed from the mandate."""
    mandate = words.get("mandate")
    if mandate is None:
        return
    words["principal_name"] = words.get("principal_name") or mandate.official.name
    words["principal_title"] = words.get("principal_title") or title_of(mandate)
    words["principal_organization"] = (
        words.get("principal_organization") or mandate.organization.name
    )


def mandate_now(today: datetime.date) -> Appointment | None:
    """The mandate a new readout begins with: the one in force today, if there is just one."""
    held = list(Appointment.objects.mandates().held_on(today)[:2])
    return held[0] if len(held) == 1 else None


def appointment_choices(
    appointments: Iterable[Appointment],
    held: set[int],
    day: datetime.date | None,
    precision: str,
) -> _Choices:
    """Appointments to choose from: those held on the day of the encounter first."""
    then = [(row.pk, _choice(row)) for row in appointments if row.pk in held]
    other = [(row.pk, _choice(row)) for row in appointments if row.pk not in held]
    heading = f"Held {'on' if precision == 'day' else 'in'} {printed(day, precision)}"
    groups = [(heading, then), ("At other times" if then else "Offices", other)]
    return [("", "No office chosen"), *((name, rows) for name, rows in groups if rows)]


def _choice(appointment: Appointment) -> str:
    return f"{title_of(appointment)}, {appointment.organization} ({appointment.term()})"


def as_data(official: Official, day: datetime.date | None, precision: str) -> dict[str, Any]:
    """What a form offers once an official is chosen, as plain data."""
    appointments = list(official.appointments.select_related("organization"))
    held = {row.pk for row in held_on(official, day, precision)}
    ordered = sorted(appointments, key=lambda row: row.pk not in held)
    return {
        "name": official.name,
        "day": printed(day, precision),
        "appointments": [
            {
                "id": row.pk,
                "label": _choice(row),
                "held": row.pk in held,
                "title": title_of(row),
                "organization": {"id": row.organization_id, "label": str(row.organization)},
                "organization_name": organization_words(row.organization),
            }
            for row in ordered
        ],
    }
