"""The door for archive files at the desk: choose a file, read what it would do, load it.

It is the loader itself that tries and loads; nothing is written before somebody has read the
report of the dry run.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header

from readouts.admin import uploads
from readouts.admin.load_reports import counted, remarks
from readouts.archive.alone import Busy
from readouts.archive.load import NotLoaded, load
from readouts.archive.reading.files import READABLE, Unreadable, files_of, format_of
from readouts.archive.refused_file import lines_of
from readouts.archive.report import Listener, Report
from readouts.editorial.workflow import Refused
from readouts.models.source import ArchiveUpload

PERMISSION = "readouts.load_archive_readout"
_MEGABYTE = 1_000_000
_LARGEST = 20 * _MEGABYTE
_LARGEST_UNPACKED = 60 * _MEGABYTE
_MOST = 10_000
_TOO_MUCH = "Load it with the command load_archive, or in parts."


class TooMuch(ValueError):  # noqa: N818 - it says what the file is
    """The file holds more than the door takes; `str()` says how much it takes, and the cure."""


# What keeps a whole load from being tried or done; `str()` is for the archivist to read.
_NOT_NOW = (TooMuch, Busy, Refused)


class FileForm(forms.Form):
    file = forms.FileField(
        label="Archive file",
        help_text=f"{READABLE}; up to {_LARGEST // _MEGABYTE} MB and {_MOST:,} records. "
        "Larger archives are loaded with the command load_archive.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty."},
    )
    by_record = forms.TypedChoiceField(
        label="When records are refused",
        choices=[("0", "load nothing"), ("1", "load the good ones, refuse the others")],
        coerce=lambda chosen: chosen == "1",
        required=False,
    )
    strict = forms.BooleanField(label="Refuse what is doubtful too", required=False)

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if not format_of(file.name or ""):
            raise forms.ValidationError(f"Nobody here reads such a file. Give {READABLE}.")
        if (file.size or 0) > _LARGEST:
            limit = _LARGEST // _MEGABYTE
            raise forms.ValidationError(f"The file is larger than {limit} MB. {_TOO_MUCH}")
        return file


def choose_page(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Choose a file; posted, it is tried and nothing is written."""
    _require(request)
    uploads.remove_forgotten()
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        ways = {name: bool(form.cleaned_data[name]) for name in ("by_record", "strict")}
        upload = uploads.keep(request, form.cleaned_data["file"], **ways)
        try:
            report = _load(upload, request, dry_run=True)
        except _NOT_NOW as refusal:
            uploads.forget(request)
            form.add_error("file", str(refusal))
        else:
            return _tried(model_admin, request, upload, report)
    return _page(model_admin, request, "load", {"title": "Load a file", "form": form})


def tried_page(model_admin: Any, request: HttpRequest, token: str) -> HttpResponse:
    """Load the file that was tried, when it is posted; posted with `by_record`, it is tried again
    for its good records alone, and nothing is written."""
    _require(request)
    upload = uploads.kept(request, token)
    if request.method != "POST" or upload is None:
        if request.method == "POST":
            messages.error(request, "Nothing was loaded: the file is no longer kept. Choose it.")
        return redirect("admin:readouts_importbatch_load")
    alone = "by_record" in request.POST and not upload.by_record
    if alone:
        uploads.take_by_record(upload)
    try:
        report = _load(upload, request, dry_run=alone)
    except _NOT_NOW as refusal:
        messages.error(request, f"{refusal} Choose the file again.")
        return redirect("admin:readouts_importbatch_load")
    if alone:
        return _tried(model_admin, request, upload, report)
    if _is_refused(upload, report):
        messages.error(request, "Nothing was loaded: what stands here changed since the dry run.")
        return _tried(model_admin, request, upload, report)
    uploads.forget(request)
    messages.success(request, " ".join(report.sentences()))
    if report.batch is None:
        return redirect("admin:readouts_importbatch_changelist")
    return redirect("admin:readouts_importbatch_change", report.batch)


def refused_page(model_admin: Any, request: HttpRequest, token: str) -> HttpResponse:
    """The refused records of the file that was tried, each below its reasons, as a file that can be
    mended and loaded. It is tried once more for them; nothing is written."""
    _require(request)
    upload = uploads.kept(request, token)
    if upload is None:
        messages.error(request, "The file is no longer kept. Choose it again.")
        return redirect("admin:readouts_importbatch_load")
    upload.by_record = True  # not saved: only this once
    lines: list[bytes] = []
    try:
        _load(upload, request, dry_run=True, listener=lambda told: lines.append(lines_of(told)))
    except _NOT_NOW as refusal:
        messages.error(request, f"{refusal} Choose the file again.")
        return redirect("admin:readouts_importbatch_load")
    name = f"refused-{upload.name.partition('.')[0]}.jsonl"
    told = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)}
    return HttpResponse(b"".join(lines), content_type="application/x-ndjson", headers=told)


def _require(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied


def _load(
    upload: ArchiveUpload,
    request: HttpRequest,
    *,
    dry_run: bool,
    listener: Listener | None = None,
) -> Report:
    """Try or load a file; the report of a load that was refused says so by its refusals. Raises
    TooMuch for a file that only the command takes, Busy, and Refused for a step of the workflow."""
    with uploads.on_disk(upload) as path:
        _measure(path)
        try:
            return load(
                [path],
                request.user,  # type: ignore[arg-type]
                _count,
                by_record=upload.by_record,
                strict=upload.strict,
                dry_run=dry_run,
                as_own=False,
                listener=listener,
            )
        except NotLoaded as refused:
            return refused.report


def _measure(path: Path) -> None:
    """A small file may be packed from one that fills every disk."""
    size = 0
    try:
        for piece in files_of([path])[0][0].pieces():
            size += len(piece)
            if size > _LARGEST_UNPACKED:
                limit = _LARGEST_UNPACKED // _MEGABYTE
                raise TooMuch(f"Unpacked it is larger than {limit} MB. {_TOO_MUCH}")
    except Unreadable:
        return  # the dry run says so, with the line and the cure


def _count(done: int, total: int | None, records: int) -> None:
    if records > _MOST:
        raise TooMuch(f"The file holds more than {_MOST:,} records. {_TOO_MUCH}")


def _is_refused(upload: ArchiveUpload, report: Report) -> bool:
    return bool(report.counts["refused"]) and not upload.by_record


def _tried(
    model_admin: Any, request: HttpRequest, upload: ArchiveUpload, report: Report
) -> HttpResponse:
    brings = ("new", "changed", "protected", "reinstated", "register_rows")
    context = {
        "title": f"Dry run of {upload.name}",
        "upload": upload,
        "counts": counted(report.counts),
        "remarks": remarks(report.plain(), report.counts),
        "is_refused": _is_refused(upload, report),
        "has_refused": bool(report.counts["refused"]),
        "brings": any(report.counts[name] for name in brings),
    }
    return _page(model_admin, request, "tried", context)


def _page(
    model_admin: Any, request: HttpRequest, name: str, context: dict[str, Any]
) -> HttpResponse:
    shared = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "media": model_admin.media,
    }
    return TemplateResponse(request, f"admin/batches/{name}.html", shared | context)
