"""Permanent addresses: given once, kept by every later version, never given away again."""

from __future__ import annotations

from readouts.models.publication import Publication


def free_addresses(wanted: list[str]) -> list[str]:
    """An address for each wanted one that no publication ever had: "…-2" where it is taken."""
    taken = set(Publication.objects.filter(address__in=wanted).values_list("address", flat=True))
    free: list[str] = []
    for address in wanted:
        candidate, number = address, 1
        while candidate in taken or (
            number > 1 and Publication.objects.filter(address=candidate).exists()
        ):
            number += 1
            candidate = f"{address}-{number}"
        taken.add(candidate)
        free.append(candidate)
    return free
