"""A file on its way into the archive: kept on the server between the dry run and the load, so that
exactly the bytes whose report was read are loaded."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.text import get_valid_filename

_SESSION = "archive_upload"
# Seconds after which a file that nobody came back for is removed: a working day.
_FORGOTTEN = 12 * 60 * 60
_NAME_LENGTH = 60


@dataclass(frozen=True)
class Upload:
    """One file that was tried. The session knows it, and who sent it; the browser only its key."""

    token: str
    user: int
    name: str
    sha256: str
    by_record: bool = False
    strict: bool = False

    @property
    def path(self) -> Path:
        return _folder() / self.token / self.name

    @property
    def is_whole(self) -> bool:
        """Whether the bytes are still those that were tried."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except FileNotFoundError:
            return False


def keep(request: HttpRequest, file: UploadedFile, **ways: bool) -> Upload:
    """Keep an uploaded file for this session; one that was kept before is removed. `ways` are
    `by_record` and `strict`."""
    forget(request)
    _remove_forgotten()
    token = secrets.token_urlsafe(32)
    name = get_valid_filename(str(file.name))[-_NAME_LENGTH:]
    (_folder() / token).mkdir(mode=0o700)
    digest = hashlib.sha256()
    with (_folder() / token / name).open("xb") as kept:
        for piece in file.chunks():
            digest.update(piece)
            kept.write(piece)
    upload = Upload(token, request.user.pk or 0, name, digest.hexdigest(), **ways)
    request.session[_SESSION] = asdict(upload)
    return upload


def kept(request: HttpRequest, token: str) -> Upload | None:
    """The file of this session and person with this key, if it is still there and whole."""
    told: dict[str, Any] | None = request.session.get(_SESSION)
    if told is None or told["user"] != request.user.pk:
        return None
    upload = Upload(**told)
    same = secrets.compare_digest(upload.token.encode(), token.encode())
    return upload if same and upload.is_whole else None


def forget(request: HttpRequest) -> None:
    """Remove the file of this session."""
    if told := request.session.pop(_SESSION, None):
        shutil.rmtree(_folder() / told["token"], ignore_errors=True)


def _folder() -> Path:
    """A folder that only this account of the server can read, shared by all its processes."""
    folder = Path(tempfile.gettempdir()) / f"readouts-uploads-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if folder.is_symlink() or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise PermissionError(f"{folder} is open to others. Remove it.")
    return folder


def _remove_forgotten() -> None:
    for each in _folder().iterdir():
        if each.stat().st_mtime < time.time() - _FORGOTTEN:
            shutil.rmtree(each, ignore_errors=True)
