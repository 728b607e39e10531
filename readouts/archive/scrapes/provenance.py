"""Where each field came from, and what a person should look at: the `source` of a record."""

from __future__ import annotations

from dataclasses import dataclass, field

ORIGINS = ("printed", "title", "body", "address", "label", "neighbour", "register")


@dataclass
class Provenance:
    """Gathers, while a page is read, the origin of each field and the warnings."""

    fields: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def note(self, path: str, origin: str) -> None:
        """Record that the field at `path`, such as `encounters[0].date`, came from `origin`."""
        if origin not in ORIGINS:
            raise ValueError(f"{origin!r} is none of the origins {', '.join(ORIGINS)}.")
        self.fields[path] = origin

    def warn(self, sentence: str) -> None:
        """Add a whole sentence for the person who checks the record, once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)
