"""A file on its way into the archive: kept in the database between the dry run and the load, so
that exactly the bytes whose report was read are loaded, whichever server is asked."""

from __future__ import annotations

import datetime
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import get_valid_filename

from readouts.models.source import ArchiveUpload

# After so long a file that nobody came back for is removed: a working day.
_FORGOTTEN = datetime.timedelta(hours=12)
_NAME_LENGTH = 60


def keep(request: HttpRequest, file: UploadedFile, **ways: bool) -> ArchiveUpload:
    """Keep an uploaded file for this person; one that was kept before is removed. `ways` are
    `by_record` and `strict`."""
    told = {
        "token": secrets.token_urlsafe(32),
        "at": timezone.now(),
        "name": get_valid_filename(str(file.name))[-_NAME_LENGTH:],
        "data": file.read(),
        **ways,
    }
    upload, _ = ArchiveUpload.objects.update_or_create(user_id=request.user.pk or 0, defaults=told)
    return upload


def kept(request: HttpRequest, token: str) -> ArchiveUpload | None:
    """The file of this person with this key, if it is still kept."""
    return ArchiveUpload.objects.filter(user_id=request.user.pk or 0, token=token).first()


def take_by_record(upload: ArchiveUpload) -> None:
    """Let the good records of a file be loaded without those that are refused."""
    upload.by_record = True
    upload.save(update_fields=["by_record"])


def forget(request: HttpRequest) -> None:
    """Remove the file of this person."""
    ArchiveUpload.objects.filter(user_id=request.user.pk or 0).delete()


def remove_forgotten() -> None:
    """Remove the files that nobody came back for."""
    ArchiveUpload.objects.filter(at__lt=timezone.now() - _FORGOTTEN).delete()


@contextmanager
def on_disk(upload: ArchiveUpload) -> Iterator[Path]:
    """The file under its own name, in a folder that only this process can read and that is removed
    afterwards."""
    with tempfile.TemporaryDirectory(prefix="readouts-upload-") as folder:
        path = Path(folder) / upload.name
        path.write_bytes(upload.data)
        yield path
