"""The words of the trade that desk and public share: kinds of encounter and sides. No tables."""

from __future__ import annotations

from django.db import models


class EncounterKind(models.TextChoices):
    MEETING = "meeting", "Meeting"
    JOINT_MEETING = "joint_meeting", "Joint meeting"
    CALL = "call", "Call"
    VIDEO_CALL = "video_call", "Video call"
    WORKING_BREAKFAST = "working_breakfast", "Working breakfast"
    WORKING_LUNCH = "working_lunch", "Working lunch"
    WORKING_DINNER = "working_dinner", "Working dinner"
    COURTESY_CALL = "courtesy_call", "Courtesy call"
    SUMMIT = "summit", "Summit"
    OTHER = "other", "Other encounter"


class Side(models.TextChoices):
    OURS = "ours", "Ours"
    COUNTERPART = "counterpart", "Counterpart"
    ACCOMPANYING = "accompanying", "Accompanying"
    HOST = "host", "Host"
    MEDIATOR = "mediator", "Mediator"
    OTHER = "other", "Other"
