"""The shape of a personal name: capitalised words, with particles between them."""

from __future__ import annotations

import re

# No weekday: "A Monday called on B".
_WORD = r"(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[^\W\d_a-z][\w'’.-]*|al-[\w'’-]+)"
_PARTICLE = (
    r"(?:de|da|do|dos|wa|ole|ag|zu|af|binti|bte|na|del|della|di|du|van|von|der|den|ter|la|le|el|al|"
    r"bin|bint|ibn|ben|of|ould|y|e)"
)
# One to eight capitalised words; a particle never ends a name.
NAME = re.compile(
    rf"(?:(?:von|van|de|der|den|della|di|du|da|dos|el|al|"
    rf"bin)\s+){{0,3}}{_WORD}(?:\s+(?:(?!of\b){_PARTICLE}\s+)*{_WORD}){{0,7}}(?:,\s+(?:Jr|"
    rf"Sr)\b\.?)?"
)
