"""What is stored. Import from the defining module, so that arrows between rooms show."""

from readouts.models.publication import (
    Publication,
    PublicationEncounter,
    PublicationOfficial,
    PublicationOrganization,
    PublicationTag,
    PublicationTopic,
)
from readouts.models.readout import Encounter, Participation, Readout, Tag, TaggedReadout
from readouts.models.record import Clearance, Event, Revision
from readouts.models.register import Appointment, Official, Organization, Topic
from readouts.models.register_decision import RegisterDecision
from readouts.models.search import SearchEntry
from readouts.models.source import ArchiveUpload, ImportBatch, SourceRecord

__all__ = [
    "Appointment",
    "ArchiveUpload",
    "Clearance",
    "Encounter",
    "Event",
    "ImportBatch",
    "Official",
    "Organization",
    "Participation",
    "Publication",
    "PublicationEncounter",
    "PublicationOfficial",
    "PublicationOrganization",
    "PublicationTag",
    "PublicationTopic",
    "Readout",
    "RegisterDecision",
    "Revision",
    "SearchEntry",
    "SourceRecord",
    "Tag",
    "TaggedReadout",
    "Topic",
]
