"""Rules the database keeps itself, beyond what Django's constraints can say.

Installed after every migration (`readouts.installation`), because SQLite rebuilds an altered
table and silently loses its triggers. Every statement may run again and again.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = ("readouts_revision", "readouts_event", "readouts_publication")

# Equal appointments: the same person, office and capacity. A term of one day lasts that day;
# otherwise the day of handing over may be shared.
_OVERLAP_SQLITE = """
CREATE TRIGGER appointment_no_overlap_{when} BEFORE {when} ON readouts_appointment
WHEN EXISTS (
  SELECT 1 FROM readouts_appointment AS other
  WHERE other.id IS NOT NEW.id
    AND other.official_id = NEW.official_id
    AND other.organization_id = NEW.organization_id
    AND other.title = NEW.title
    AND other.kind = NEW.kind
    AND coalesce(NEW."start", '0001-01-01') < coalesce(
          max(other."end", date(coalesce(other."start", '0001-01-01'), '+1 day')), '9999-12-31')
    AND coalesce(other."start", '0001-01-01') < coalesce(
          max(NEW."end", date(coalesce(NEW."start", '0001-01-01'), '+1 day')), '9999-12-31')
)
BEGIN SELECT RAISE(ABORT, 'appointment_no_overlap'); END
"""

_OVERLAP_POSTGRESQL = """
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'appointment_no_overlap') THEN
    ALTER TABLE readouts_appointment ADD CONSTRAINT appointment_no_overlap EXCLUDE USING gist (
      official_id WITH =, organization_id WITH =, title WITH =, kind WITH =,
      daterange("start", CASE WHEN "end" IS NOT NULL
        THEN greatest("end", coalesce("start" + 1, "end")) END, '[)') WITH &&
    );
  END IF;
END $$
"""

_REFUSE_POSTGRESQL = """
CREATE OR REPLACE FUNCTION readouts_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once and kept: % refused', TG_TABLE_NAME, lower(TG_OP)
    USING ERRCODE = 'restrict_violation';
END $$
"""

# A publication may be superseded and withdrawn (and reinstated), and nothing else of it changes.
_PUBLICATION_POSTGRESQL = """
CREATE OR REPLACE FUNCTION readouts_publication_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := ARRAY['superseded_at', 'withdrawn_at', 'withdrawal_reason', 'text_removed'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.number <> 1 + coalesce(
      (SELECT max(number) FROM readouts_publication WHERE reference = NEW.reference), 0) THEN
      RAISE EXCEPTION 'publication numbers run without gaps' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF (to_jsonb(NEW) - free) IS DISTINCT FROM (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'a publication is written once and kept: change refused'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$
"""

_NO_GAPS_SQLITE = """
CREATE TRIGGER publication_no_gaps BEFORE INSERT ON readouts_publication
WHEN NEW.number <> 1 + coalesce(
  (SELECT max(number) FROM readouts_publication WHERE reference = NEW.reference), 0)
BEGIN SELECT RAISE(ABORT, 'publication numbers run without gaps'); END
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Install the triggers and constraints of this engine; harmless when they stand already."""
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor):
            cursor.execute(statement)


def statements(vendor: str) -> list[str]:
    """The SQL to install on an engine; empty for engines the office does not run on."""
    return {"sqlite": _sqlite, "postgresql": _postgresql}.get(vendor, list)()


def _sqlite() -> list[str]:
    created = [_OVERLAP_SQLITE.format(when=when) for when in ("insert", "update")]
    created.append(_NO_GAPS_SQLITE)
    dropped = [f"DROP TRIGGER IF EXISTS {sql.split()[2]}" for sql in created]
    return dropped + created


def _postgresql() -> list[str]:
    refusals = [
        f"CREATE OR REPLACE TRIGGER {table}_kept BEFORE {verbs} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION readouts_refuse()"
        for table in APPEND_ONLY
        for verbs in ["DELETE" if table == "readouts_publication" else "UPDATE OR DELETE"]
    ]
    return [
        _OVERLAP_POSTGRESQL,
        _REFUSE_POSTGRESQL,
        _PUBLICATION_POSTGRESQL,
        *refusals,
        "CREATE OR REPLACE TRIGGER readouts_publication_guard "
        "BEFORE INSERT OR UPDATE ON readouts_publication "
        "FOR EACH ROW EXECUTE FUNCTION readouts_publication_guard()",
    ]
