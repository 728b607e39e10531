"""A machine that works in the office at random, and what must hold whatever it does."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from readouts.editorial import clearances, content, schedule, workflow
from readouts.editorial.log import Robot, broken_links
from readouts.editorial.workflow import TRANSITIONS, Refused, perform
from readouts.models.publication import Publication, PublicationOfficial
from readouts.models.readout import EDITABLE, Readout, State
from readouts.models.record import Clearance
from readouts.models.search import SearchEntry
from tests import make

FREE = {"superseded_at", "withdrawn_at", "withdrawal_reason", "text_removed"}
PEOPLE = {
    "wren": "Writers",
    "wanda": "Writers",
    "rhea": "Reviewers",
    "ada": "Approvers",
    "oren": "Approvers",
    "sue": "",
}
BODIES = ["<p>They spoke.</p>", "<p>They met.</p>", "<p>They <em>spoke</em>.</p>"]
HOURS = st.integers(min_value=0, max_value=48).map(lambda hours: datetime.timedelta(hours=hours))
people = st.sampled_from([*PEOPLE])
names = st.sampled_from([*PEOPLE, "robot"])
ENDING_AN_APPROVAL = {
    *("request_changes", "discard_correction", "discard_reissue", "withdraw", "start_correction")
}
steps = st.sampled_from([transition.name for transition in TRANSITIONS])
some = st.integers(0, 10_000)


class Office(RuleBasedStateMachine):
    """Two readouts, seven people and a clock. `wrote` and `approved` are the machine's own memory
    of who changed a text since its last approval and of what was approved: the rules are checked
    against it, not against themselves."""

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)
        super().teardown()

    @initialize()
    def open_the_office(self):
        self.people = {
            name: make.user(name, group, is_superuser=name == "sue")
            for name, group in PEOPLE.items()
        }
        every = frozenset(transition.name for transition in TRANSITIONS)
        self.people["robot"] = Robot("night porter", every - {"publish_urgently", "load_archive"})
        self.now = timezone.now()
        self.readouts = [make.draft(self.people["wren"]), make.draft(self.people["ada"])]
        self.wrote = [{"wren"}, {"ada"}]
        self.approved = [None, None]
        self.issued = {}
        self.kept = {}

    @rule(which=st.integers(0, 1), name=names, body=st.sampled_from(BODIES), note=st.booleans())
    def edit(self, which, name, body, note):
        words = {"body": body, "correction_note": "What was wrong." if note else ""}
        self._edit(which, name, words)

    def _edit(self, which, name, words):
        readout = self.fresh(which)
        before = self.digest(which)
        try:
            with transaction.atomic():
                make.edit(readout, self.people[name], **words)
        except Refused:
            assert readout.state not in EDITABLE
            return
        if self.digest(which) != before:
            self.wrote[which].add(name)
            self.approved[which] = None
            assert self.fresh(which).state in (State.DRAFT, State.IN_REVIEW)

    @rule(
        which=st.integers(0, 1),
        step=steps,
        name=names,
        ahead=HOURS,
        text_removed=st.booleans(),
        note=st.sampled_from(["As agreed.", "As agreed.", ""]),
    )
    def take_any_step(self, *, which, step, name, ahead, text_removed, note):
        """Mostly refused, and then without a trace."""
        self._take(which, step, name, ahead, note=note, text_removed=text_removed)

    @rule(which=st.integers(0, 1), name=names, choice=some, ahead=HOURS)
    def take_an_open_step(self, which, name, choice, ahead):
        offered = workflow.available(self.fresh(which), self.people[name])
        if open_steps := [step.transition.name for step in offered if step.is_open]:
            self._take(which, open_steps[choice % len(open_steps)], name, ahead)

    @rule(
        which=st.integers(0, 1),
        name=people,
        body=st.sampled_from(BODIES),
        last=st.sampled_from(["publish", "publish", "schedule", "hold"]),
        ahead=HOURS,
    )
    def work_to_the_end(self, which, name, body, last, ahead):
        """The usual path, so that the machine gets somewhere."""
        self._take(which, "start_correction", name, ahead)
        self._edit(which, name, {"body": body, "correction_note": "What was wrong."})
        for step, taker in (("submit", name), ("approve", "oren"), (last, "oren")):
            self._take(which, step, taker, ahead)

    def _take(self, which, step, name, ahead, *, note="As agreed.", text_removed=False):
        words = {"authority": note, "text_removed": text_removed, "due_at": self.now + ahead}
        try:
            perform(self.readouts[which], step, self.people[name], note=note, now=self.now, **words)
        except Refused:
            return
        self.remember(which, step, name)

    def remember(self, which, step, name):
        if step == "approve":
            assert name not in self.wrote[which], "a contributor approved"
            assert name != "robot"
            self.wrote[which] = set()
            self.approved[which] = self.digest(which)
        elif step in ENDING_AN_APPROVAL:
            self.approved[which] = None
        elif step in ("publish", "publish_urgently"):
            live = make.live(self.readouts[which])
            if step == "publish":
                assert live.digest == self.approved[which], "published without a live approval"
            self.issued[live.pk] = live.digest
        elif step == "review_afterwards":
            assert name not in self.wrote[which]

    @rule(which=st.integers(0, 1), ahead=HOURS, lifted=st.booleans())
    def set_an_embargo(self, which, ahead, lifted):
        if self.fresh(which).is_editable:
            until = None if lifted else self.now + ahead
            Readout.objects.filter(pk=self.readouts[which].pk).update(hold_until=until)

    @rule(ahead=HOURS)
    def let_time_pass(self, ahead):
        self.now += ahead
        due = {
            readout.reference: which
            for which, readout in enumerate(self.readouts)
            if self.fresh(which).due_at and self.fresh(which).due_at <= self.now
        }
        outcomes = schedule.publish_due(self.now)
        assert {outcome.reference for outcome in outcomes} == set(due)
        for outcome in outcomes:
            readout = self.fresh(due[outcome.reference])
            assert outcome.is_published == (readout.state == State.PUBLISHED)
            if outcome.is_published:
                assert readout.hold_until is None or readout.hold_until <= self.now
                self.remember(due[outcome.reference], "publish", "robot")
        again = schedule.publish_due(self.now)
        assert not any(outcome.is_published for outcome in again)

    @rule(which=st.integers(0, 1), asks=names, asked=st.sampled_from(["rhea", "oren", "group"]))
    def ask_for_a_clearance(self, which, asks, asked):
        if asks == "robot":
            return
        whom = (
            {"group": Group.objects.get(name="Reviewers")}
            if asked == "group"
            else {"person": self.people[asked]}
        )
        try:
            clearances.ask_clearance(self.readouts[which], self.people[asks], **whom)
        except clearances.ClearanceRefused:
            return

    @rule(name=st.sampled_from(["rhea", "oren"]), answer=st.sampled_from(Clearance.Answer.values))
    def answer_a_clearance(self, name, answer):
        pending = Clearance.objects.filter(answer="pending").first()
        if pending is None:
            return
        try:
            clearances.answer_clearance(pending, self.people[name], answer, remark="So it is.")
        except clearances.ClearanceRefused:
            return

    @rule(name=st.sampled_from(["Iria Solano", "Iria Solano Vega"]))
    def mend_the_register(self, name):
        official = make.appointment().official
        official.name = name
        official.save()

    # --- what must hold ---------------------------------------------------------------------------

    @invariant()
    def nothing_is_public_that_was_not_let_out(self):
        for publication in Publication.objects.all():
            assert self.issued[publication.pk] == publication.digest

    @invariant()
    def no_publication_ever_changes(self):
        for row in Publication.objects.values():
            frozen = {column: value for column, value in row.items() if column not in FREE}
            assert self.kept.setdefault(row["id"], frozen) == frozen
        assert Publication.objects.count() == len(self.kept)

    @invariant()
    def one_version_is_current_and_numbers_have_no_gaps(self):
        for readout in getattr(self, "readouts", []):
            versions = Publication.objects.filter(readout_id=readout.pk).order_by("number")
            assert [row.number for row in versions] == list(range(1, len(versions) + 1))
            current = [row.number for row in versions if row.superseded_at is None]
            assert current == ([len(versions)] if versions else [])

    @invariant()
    def only_what_stands_is_found(self):
        standing = set(Publication.objects.published().values_list("pk", flat=True))
        assert set(SearchEntry.objects.values_list("pk", flat=True)) == standing
        links = PublicationOfficial.objects.values_list("publication_id", flat=True)
        assert set(links) == standing

    @invariant()
    def the_desk_says_how_it_stands(self):
        for which in range(len(getattr(self, "readouts", []))):
            readout = self.fresh(which)
            live = workflow.live_publication(readout)
            assert broken_links(readout) == []
            assert (readout.due_at is not None) == (readout.state == State.SCHEDULED)
            if readout.state in (State.PUBLISHED, State.WITHDRAWN):
                assert live.digest == self.digest(which)
                assert (live.withdrawn_at is None) == (readout.state == State.PUBLISHED)
            if readout.state in (State.APPROVED, State.SCHEDULED, State.HELD):
                assert self.approved[which] == self.digest(which)

    def fresh(self, which):
        return Readout.objects.get(pk=self.readouts[which].pk)

    def digest(self, which):
        return content.digest(content.snapshot(self.fresh(which)))


@pytest.mark.django_db
def test_the_rules_hold_whatever_people_do():
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            suppress_health_check=list(HealthCheck),
            # Explaining a failure by many more runs costs minutes here.
            phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
        ),
    )
