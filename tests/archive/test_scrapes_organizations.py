"""Which organizations a body mentions, under which name."""

import pytest

from readouts.archive.scrapes.organizations import organizations_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "He praised the Organization for Quiet Rivers (OQR). The OQR meets in May.",
            ["Organization for Quiet Rivers"],
        ),
        (
            "The OIC will meet. The Organization of The Islamic Conference is old.",
            ["Organization of the Islamic Conference"],
        ),
        (
            "The Council of Foreign Ministers of the OIC meets.",
            ["OIC"],
        ),
        (
            "They met the African Union and the European Union in Brussels.",
            ["African Union", "European Union"],
        ),
        (
            "The United Nations Assistance Mission in Afghanistan (UNAMA) helps; UNAMA stays.",
            ["United Nations Assistance Mission in Afghanistan"],
        ),
        ("The United Nations and the UN welcomed the Government of Chad.", []),
        ("The Council of Ministers and the Parliament of Kenya agreed.", []),
        ("They spoke about HIV, the SDGs and the Summit in Astana.", []),
        (
            "The Chairperson of the Commission of the Economic Community of West African States.",
            ["Economic Community of West African States"],
        ),
        ("The Council of the European Union met.", ["Council of the European Union"]),
        ("وبحثا مع UNDP وUNHCR حفر الآبار", ["UNDP", "UNHCR"]),
        ("ECOWAS and NATO will meet.", ["ECOWAS", "NATO"]),
    ],
)
def test_organizations_are_found_in_order(text, names):
    assert organizations_in([text], own="United Nations") == names
