"""The stamp of what the public reads differs after everything that changes it."""

import pytest

from readouts.public import freshness
from tests import make
from tests.public import archive

pytestmark = pytest.mark.django_db


def test_every_publishing_withdrawal_and_reinstatement_changes_the_stamp():
    approver = make.user("ada", "Approvers")
    readouts = [make.published(), make.published()]
    stamps = [freshness.stamp()]
    for readout in readouts:
        make.step(readout, "withdraw", approver, note="Issued in error.")
        stamps.append(freshness.stamp())
    make.step(readouts[0], "reinstate", approver, note="Right after all.")
    stamps.append(freshness.stamp())
    archive.published()
    stamps.append(freshness.stamp())
    assert len(set(stamps)) == len(stamps)


def test_a_draft_leaves_the_stamp_alone(django_assert_num_queries):
    make.published()
    with django_assert_num_queries(1):
        before = freshness.stamp()
    make.approved()
    assert freshness.stamp() == before
