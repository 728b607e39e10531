"""Languages have names and directions; what is none has none."""

import pytest

from readouts import languages


@pytest.mark.parametrize(
    ("tag", "name", "own", "direction"),
    [
        ("en", "English", "English", "ltr"),
        ("fr", "French", "Français", "ltr"),
        ("fr-ch", "French", "Français", "ltr"),
        ("ar", "Arabic", "العربيّة", "rtl"),
        ("zh", "Chinese", "中文", "ltr"),
        ("zh-cn", "Simplified Chinese", "简体中文", "ltr"),
        ("klingon", "", "Klingon", "ltr"),
        ("", "", "", "ltr"),
    ],
)
def test_name_and_direction(tag, name, own, direction):
    assert languages.language_name(tag) == name
    assert languages.own_name(tag) == own
    assert languages.direction(tag) == direction
