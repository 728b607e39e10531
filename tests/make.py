"""Makers: each walks the workflow to the state it names; tests hold only reachable states."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from readouts.editorial import content, publishing, titles, workflow
from readouts.models.publication import Publication
from readouts.models.readout import Encounter, Participation, Readout
from readouts.models.register import Appointment, Official, Organization, Topic

_numbers = itertools.count(1)
DAY = datetime.date(2021, 5, 14)


def user(name: str, group: str = "", **fields: Any):
    """A user by name, made once; in `group` if one is given."""
    made, _ = get_user_model().objects.get_or_create(
        username=name, defaults={"is_staff": True, "first_name": name.title(), **fields}
    )
    if group:
        made.groups.add(Group.objects.get(name=group))
    return made


def organization(name: str = "Valmora", **fields: Any) -> Organization:
    slug = fields.pop("slug", titles.slug(name))
    defaults = {"name": name, "official_name": f"Republic of {name}", "kind": "state", **fields}
    return Organization.objects.get_or_create(slug=slug, defaults=defaults)[0]


def official(name: str = "Iria Solano", **fields: Any) -> Official:
    slug = fields.pop("slug", titles.slug(name))
    defaults = {"name": name, "sort_name": name, **fields}
    return Official.objects.get_or_create(slug=slug, defaults=defaults)[0]


def topic(name: str = "Disarmament", **fields: Any) -> Topic:
    return Topic.objects.get_or_create(slug=titles.slug(name), defaults={"name": name, **fields})[0]


def appointment(
    who: Official | None = None, where: Organization | None = None, **fields: Any
) -> Appointment:
    defaults = {"title": "President", "start": datetime.date(2010, 1, 1), **fields}
    return Appointment.objects.get_or_create(
        official=who or official(),
        organization=where or organization(),
        title=defaults.pop("title"),
        kind=defaults.pop("kind", "substantive"),
        defaults=defaults,
    )[0]


def mandate() -> Appointment:
    """The principal's term: the Secretary-General of the Meridian Compact since 2014."""
    return appointment(
        official("Tomas Arrel"),
        organization("Meridian Compact", kind="igo", official_name=""),
        title="Secretary-General",
        start=datetime.date(2014, 2, 1),
        is_mandate=True,
    )


def draft(author: Any = None, **fields: Any) -> Readout:
    """A whole draft: one meeting with the President of Valmora, saved and recorded by `author`."""
    author = author or user("wren", "Writers")
    number = next(_numbers)
    term = mandate()
    president = appointment()
    encounter = {
        "date": DAY,
        "kind": "meeting",
        "city": "Geneva",
        "country": "CH",
        **fields.pop("encounter", {}),
    }
    person = {"name": president.official.name, **fields.pop("participant", {})}
    mentioned = fields.pop("organizations", [])
    topics = fields.pop("topics", [topic()])
    tags = fields.pop("tags", [])
    readout = Readout.objects.create(
        **{
            "reference": f"T-2021-{number:04d}",
            "mandate": term,
            "principal_name": term.official.name,
            "principal_title": term.title,
            "principal_organization": term.organization.name,
            "body": f"<p>They discussed the orchard treaty, number {number}.</p>",
            **fields,
        }
    )
    meeting = Encounter.objects.create(readout=readout, **encounter)
    Participation.objects.create(
        encounter=meeting,
        **{
            "official": president.official,
            "organization": president.organization,
            "appointment": president,
            "honorific": "H.E. Ms.",
            "title": president.title,
            "organization_name": president.organization.official_name,
            **person,
        },
    )
    readout.organizations.set(mentioned)
    readout.topics.set(topics)
    readout.tags.set(tags)
    if not readout.title:
        readout.title = titles.canonical_title(content.snapshot(readout))
        readout.save()
    workflow.record(readout, author)
    return readout


def edit(readout: Readout, author: Any, **fields: Any) -> Readout:
    """Change fields of the working copy as the form would, and record the save."""
    for name, value in fields.items():
        setattr(readout, name, value)
    readout.save()
    workflow.record(readout, author)
    readout.refresh_from_db()
    return readout


def step(readout: Readout, name: str, actor: Any, **words: Any) -> Readout:
    return workflow.perform(readout, name, actor, **words)


def in_review(author: Any = None, **fields: Any) -> Readout:
    author = author or user("wren", "Writers")
    return step(draft(author, **fields), "submit", author)


def approved(author: Any = None, approver: Any = None, **fields: Any) -> Readout:
    return step(in_review(author, **fields), "approve", approver or user("ada", "Approvers"))


def scheduled(due_at: datetime.datetime | None = None, **fields: Any) -> Readout:
    due_at = due_at or timezone.now() + datetime.timedelta(days=1)
    return step(approved(**fields), "schedule", user("ada", "Approvers"), due_at=due_at)


def held(**fields: Any) -> Readout:
    return step(approved(**fields), "hold", user("ada", "Approvers"), note="Internal only.")


def published(author: Any = None, approver: Any = None, **fields: Any) -> Readout:
    readout = approved(author, approver, **fields)
    return step(readout, "publish", approver or user("ada", "Approvers"))


def in_correction(author: Any = None, **fields: Any) -> Readout:
    """A published readout whose correction is in hand and not yet submitted."""
    author = author or user("wren", "Writers")
    readout = step(published(author, **fields), "start_correction", author)
    return edit(
        readout,
        author,
        body="<p>They discussed the vineyard treaty.</p>",
        correction_note="The treaty discussed was the vineyard treaty.",
    )


def corrected(author: Any = None, **fields: Any) -> Readout:
    author = author or user("wren", "Writers")
    approver = user("ada", "Approvers")
    readout = step(in_correction(author, **fields), "submit", author)
    return step(step(readout, "approve", approver), "publish", approver)


def withdrawn(*, text_removed: bool = False, **fields: Any) -> Readout:
    return step(
        published(**fields),
        "withdraw",
        user("ada", "Approvers"),
        note="Issued in error.",
        text_removed=text_removed,
    )


def live(readout: Readout) -> Publication:
    """What the public reads of a readout now."""
    publication = workflow.live_publication(readout)
    assert publication is not None
    return publication


def preview(readout: Readout) -> Publication:
    return publishing.preview(readout)
