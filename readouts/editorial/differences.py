"""What two shapes say differently: for the approver's eye, the public comparison, and the grade of
a correction, which is computed here and never chosen.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from readouts.editorial import body
from readouts.editorial.content import EncounterShape, ParticipantShape, RegisterKeys, Shape
from readouts.editorial.titles import party
from readouts.folding import fold
from readouts.models.partial_dates import Precision
from readouts.models.publication import Grade
from readouts.models.words import EncounterKind, Side

Piece = tuple[Literal["same", "gone", "new"], str]
# A figure keeps its points and commas, so that 1,500 and 1.500 differ as figures do.
_WORDS = re.compile(r"\d+(?:[.,:/]\d+)+|\w+(?:['’\-]\w+)*|[^\w\s]|\s+")
_FIGURE_SIGNS = frozenset("%‰°±−+<>=")
_FIGURE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
        "eighty ninety dozen dozens hundred hundreds thousand thousands million millions billion "
        "billions trillion trillions half third quarter double triple once twice second fourth "
        "fifth sixth seventh eighth ninth tenth",
    )
)
# A slip of the pen: a long word that begins alike and stays nearly itself.
_SLIP_LENGTH = 5
_SLIP_LIKENESS = 0.8


@dataclass(frozen=True)
class Change:
    """One field or paragraph that reads differently; `pieces` are the words, same, gone and new."""

    field: str
    label: str
    before: str
    after: str

    @property
    def pieces(self) -> list[Piece]:
        return word_pieces(self.before, self.after)


def changes(old: Shape, new: Shape) -> list[Change]:
    """Every difference between two shapes, in reading order; an empty list means equal digests
    (of two shapes of one readout). Emphasis, links and lists are compared with the words."""
    before, after = _lines(old), _lines(new)
    found = [
        Change(field, label, before.get((field, label), ""), after.get((field, label), ""))
        for field, label in dict.fromkeys([*before, *after])
        if before.get((field, label), "") != after.get((field, label), "")
    ]
    return found + _body_changes(body.marked(old["body"]), body.marked(new["body"]))


def grade(old: Shape, new: Shape) -> str:
    """The grade of a correction, from what it changed: the gravest change decides.

    A changed participant, date, place or figure cannot be called typographical, and neither can
    a changed name or an added word.
    """
    fields = {change.field for change in changes(old, new)}
    if fields & {"principal", "participants"}:
        return Grade.PARTICIPANT
    if fields & {"kind", "date", "place", "occasion", "issued", "dateline", "language"}:
        return Grade.FACTUAL
    grades = [
        _wording_grade(change) for change in changes(old, new) if change.field in ("title", "body")
    ]
    if fields & {"organizations", "topics", "tags", "links", "translation_of"}:
        grades.append(Grade.SUBSTANTIVE)
    for gravest in (Grade.FACTUAL, Grade.SUBSTANTIVE):
        if gravest in grades:
            return gravest
    return Grade.TYPOGRAPHICAL


def word_pieces(before: str, after: str) -> list[Piece]:
    """Two texts word by word, as (same, gone or new; words) pairs in reading order."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for operation, i, j, k, m in _opcodes(old, new):
        if operation == "equal":
            pieces.append(("same", "".join(old[i:j])))
            continue
        if i < j:
            pieces.append(("gone", "".join(old[i:j])))
        if k < m:
            pieces.append(("new", "".join(new[k:m])))
    return pieces


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    return list(difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


# --- lines of a shape ---------------------------------------------------------------------------


def _lines(shape: Shape) -> dict[tuple[str, str], str]:
    """Every field beside the body as one printed line, keyed by (field, label)."""
    lines = {
        ("language", "Language"): shape["language"],
        ("translation_of", "Translation of"): shape["translation_of"],
        ("title", "Title"): shape["title"],
        ("principal", "Principal"): ", ".join(
            filter(None, [shape["principal"][key] for key in ("name", "title", "organization")])
        ),
        ("links", "Principal in the register"): _links(shape["principal"]["register"]),
        ("issued", "Issued"): shape["issued"] or "",
        ("dateline", "Dateline"): _place(shape["dateline"]["city"], shape["dateline"]["country"]),
        ("organizations", "Organizations mentioned"): "; ".join(
            row["key"] for row in shape["organizations"]
        ),
        ("topics", "Topics"): "; ".join(row["key"] for row in shape["topics"]),
        ("tags", "Tags"): "; ".join(shape["tags"]),
        ("note", "Public note"): shape["note"],
    }
    for number, encounter in enumerate(shape["encounters"], start=1):
        lines |= _encounter_lines(number, encounter)
    return {key: line for key, line in lines.items() if line}


def _encounter_lines(number: int, encounter: EncounterShape) -> dict[tuple[str, str], str]:
    which = f"Encounter {number}"
    time = " ".join(filter(None, [encounter["time"], encounter["zone"]]))
    kind = encounter["kind"]
    return {
        ("kind", f"{which}: kind"): str(dict(EncounterKind.choices).get(kind, kind)),
        ("date", f"{which}: date"): ", ".join(filter(None, [_date(encounter), time])),
        ("place", f"{which}: place"): _place(encounter["city"], encounter["country"]),
        ("occasion", f"{which}: occasion"): encounter["occasion"],
        ("participants", f"{which}: participants"): "; ".join(
            _participant(person) for person in encounter["participants"]
        ),
        ("links", f"{which}: organizations in the register"): "; ".join(
            filter(None, (_links(person["register"]) for person in encounter["participants"]))
        ),
    }


def _links(keys: RegisterKeys) -> str:
    return ", ".join(filter(None, [keys.get("official"), keys.get("organization")]))


def _participant(person: ParticipantShape) -> str:
    side = dict(Side.choices).get(person["side"], person["side"])
    linked = person["register"].get("official", "")
    return f"{party(person)} ({', '.join(filter(None, [str(side).lower(), linked]))})"


def _date(encounter: EncounterShape) -> str:
    date = encounter["date"] or ""
    return {Precision.YEAR.value: date[:4], Precision.MONTH.value: date[:7]}.get(
        encounter["precision"], date
    )


def _place(city: str, country: str) -> str:
    return ", ".join(filter(None, [city, country]))


# --- the body -----------------------------------------------------------------------------------


def _body_changes(old: list[str], new: list[str]) -> list[Change]:
    """Paragraphs that differ; those that were mended are paired, so that their words compare."""
    found: list[Change] = []
    for operation, i, j, k, m in _opcodes(old, new):
        if operation == "equal":
            continue
        gone, come = old[i:j], new[k:m]
        for at in range(max(len(gone), len(come))):
            before = gone[at] if at < len(gone) else ""
            after = come[at] if at < len(come) else ""
            number = (k + at + 1) if after else (i + at + 1)
            found.append(Change("body", f"Paragraph {number}", before, after))
    return found


def _wording_grade(change: Change) -> str:
    """Typographical only where each word gone is answered by nearly the same word."""
    if not change.before or not change.after:
        return Grade.SUBSTANTIVE
    old, new = _WORDS.findall(change.before), _WORDS.findall(change.after)
    grades = {Grade.TYPOGRAPHICAL}
    for operation, i, j, k, m in _opcodes(old, new):
        if operation != "equal":
            grades.add(_run_grade(old[i:j], new[k:m]))
    for gravest in (Grade.FACTUAL, Grade.SUBSTANTIVE):
        if gravest in grades:
            return gravest
    return Grade.TYPOGRAPHICAL


def _run_grade(gone: list[str], come: list[str]) -> Grade:
    if any(map(_is_figure, gone + come)):
        return Grade.FACTUAL
    gone, come = _spoken(gone), _spoken(come)
    if [fold(word) for word in gone] == [fold(word) for word in come]:
        return Grade.TYPOGRAPHICAL
    if any(word[0].isupper() for word in gone + come):
        # A name, an office, a month or a weekday: facts.
        return Grade.FACTUAL
    if len(gone) == len(come) and all(map(_is_slip, gone, come)):
        return Grade.TYPOGRAPHICAL
    return Grade.SUBSTANTIVE


def _is_figure(word: str) -> bool:
    """Digits, numbers in words, and signs of measure and money."""
    if word.lower() in _FIGURE_WORDS or word in _FIGURE_SIGNS:
        return True
    return any(char.isdigit() or unicodedata.category(char) == "Sc" for char in word)


def _spoken(words: list[str]) -> list[str]:
    return [word for word in words if word[0].isalnum()]


def _is_slip(gone: str, come: str) -> bool:
    likeness = difflib.SequenceMatcher(None, gone, come).ratio()
    long_enough = min(len(gone), len(come)) >= _SLIP_LENGTH
    # "unsupported" is no slip of "supported".
    return long_enough and gone[0] == come[0] and likeness >= _SLIP_LIKENESS
