"""The words of sentences that report an encounter, as parts of patterns: when and how, the
verbs of meeting, and what stands around the principal."""

import re

from readouts.archive.scrapes.kinds import KIND_WORDS
from readouts.archive.scrapes.names import NAME

ADVERBS = (
    r"(?:(?:also|then|later|subsequently|earlier|separately|jointly|briefly|again|today|yesterday|"
    r"has|had|have|just)\s+)*"
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?"
DATE = (
    rf"(?:\w+day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|"
    rf"th)?)"
    r"(?:,?\s+\d{4})?"
)
PART_OF_DAY = "(?:morning|afternoon|evening)"
TIME_OR_MEANS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?(?: \(\d[^)]{3,18}\))?|earlier today|"
    r"later today|today(?: \([^)]{3,20}\))?|yesterday(?: (?:morning|afternoon|evening))?|tonight|"
    r"this (?:morning|afternoon|evening)(?: \(\w+day\))?|"
    r"last (?:night|evening)|separately|jointly|briefly|"
    r"again|later|bilaterally|virtually|earlier|"
    r"(?:by|over the|on the|via) (?:tele)?phone|"
    r"(?:by|via) video(?:[ -]?(?:tele)?(?:conference|link|call))?|"
    rf"(?:late |early )?on (?:the {PART_OF_DAY} of )?(?:{DATE}|\w+day)(?: {PART_OF_DAY})?|"
    rf"[(\[]{DATE}[)\]]|{DATE}|(?:here|at (?:the )?(?:[A-Z]\w+ ){{1,3}}Headquarters)|in person)"
)
CAPITALS = r"[A-Z][\w.'’-]+(?:(?: of)?(?: the)?(?:,? )[A-Z][\w.'’-]+){0,4}"
_WHEN = rf"(?:,?\s+(?:{TIME_OR_MEANS}|(?:here )?(?:in|at) (?:the )?{CAPITALS}),?)*"
# "a warm and productive meeting"
ADJECTIVES = r"(?:[a-z][\w-]+,?\s+){0,4}?"
# "received at the Palace, in the presence of the Crown Prince, A"
_BEFORE_WITNESSES = r"(?:,?\s+in the presence of [^,;]+,)?"
# "a Malta-Kenya Foreign Ministers' meeting"
_OF_STATES = (
    r"(?:(?:[A-Z][\w.]*(?:-[A-Z][\w.]*)+|[A-Z][a-z]+an)\s+)?"
    r"(?:(?:Vice[- ])?(?:Foreign|Defen[cs]e)(?: and Defen[cs]e)? Minister(?:s['’]?|ial)\s+|"
    r"Leaders['’]\s+|Summit\s+)?"
)
MET = (
    rf"(?:met|spoke|talked|spoken|conferred){_WHEN}\s+(?:with|to)\s+|"
    rf"(?:met|received(?: in (?:private )?audience)?|telephoned|phoned){_WHEN}"
    rf"{_BEFORE_WITNESSES}\s+"
    r"(?=[A-Z]|(?:the|his|her|their|members|representatives|leaders|ambassadors) |"
    r"an? (?:[\w-]+ ){0,3}delegation )(?!\w+day\b)|"
    rf"discussed{_WHEN}\s+with\s+|"
    rf"hosted{_WHEN}\s+(?=[A-Z])|"
    rf"welcomed{_WHEN}\s+(?=(?:[^.]|\bM[rs]s?\.|\bDr\.|\bH\.|\bE\.)+?\s"
    r"(?:to (?:the )?[A-Z]|for (?:talks|an? |discussions)|at the |"
    r"in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? to (?:speak|talk|discuss|review|meet|exchange)\b))|"
    r"(?:was|were) received (?:in audience )?by\s+(?=[A-Z]|the )|"
    r"(?:began|opened|started|ended|concluded) (?:the|his|her) (?:day|visit|trip) (?:by )?"
    r"(?:meeting|speaking) with\s+|"
    rf"called{_WHEN}\s+(?=[A-Z])(?![A-Z][\w’']*\s+(?:an?|the)\b)|"
    rf"(?:held|had|has|hosted|received|made|placed|convened|conducted){_WHEN}\s+"
    rf"(?:(?:a|an|his|her|separate|number of|series of)\s+)*{ADJECTIVES}"
    rf"{_OF_STATES}(?P<noun>(?i:{KIND_WORDS}))(?:\s+as\s+[A-Z][\w-]+)?{_WHEN},?\s+(?:including )?"
    r"(?:with|for|to(?=\s+(?:[A-Z]|the\b|his\b|her\b|their\b|an?\b))|from|by|in honou?r of)\s+"
)
# The principal opens the sentence, or stands after words that only say when or where; in "the
# President recalled that he met with ..." somebody else is reporting.
OPENER = (
    r"(?:(?:[A-Z][a-z]+ing|With|Later|Earlier|Also|There|Here|On|In|At|After|Before|During|Today|Yesterday|This|Separately|Then|"
    r"Subsequently|Afterwards?|Following|Last|While|Tonight|The (?:following|next) day)\b"
    r"(?:[^.]|\b[ap]\.m\.|\b(?:Mr|Ms|Mrs|Dr|[A-Z])\.){0,160}?,?\s+)?"
)
# What the principal did first, in the same sentence: "visited Paris and met with A".
BEFORE_THAT = (
    r"(?:\s+(?:attended|visited|arrived in|took part in|participated in|joined|travell?ed to)\b"
    r"(?:[^.;]|\b[A-Z]\.){2,140}?,?\s+and|\s+(?:has\s+|have\s+)?met\s+and)?"
)
# Around the words for the principal: "OSCE Secretary General A", "the Prime Minister, B,".
BEFORE_SUBJECT = (
    r"(?:the\s+)?(?:(?!Deputy|Former|Special|Under|Assistant|Vice|First|Acting)"
    r"[A-Z][\w.’'-]*\s+){0,3}?"
)
AFTER_SUBJECT = (
    rf"(?:\s+\([A-Z]{{2,6}}\))?(?:,?\s+(?:H\.E\.\s+)?(?:M[rs]s?\.\s+)?{NAME.pattern},?)?"
)
# Others who took part on the principal's side: "the Secretary-General, the Chairperson of A, and
# the President of B met today with ...".
BESIDE = (
    r"(?:,?\s+(?:and\s+)?(?:the|H\.\s?E\.|President|Prime Minister)\s"
    r"(?:(?!\b(?:who|which|that|said|told|will|was|has|had|is)\b)(?:H\.\s?E\.|Mrs?\.|Ms\.|[^.;]))"
    r"{3,600}?)?"
)
# The guest is the subject: "A called on the President".
CALLED_ON = r"(?:called on|paid an? (?:courtesy call|courtesy visit|visit) (?:on|to))\s+"
# Those who met, told of together.
BOTH = (
    r"(?:the|both)(?: two)? (?:leaders|sides|men|women|ministers|presidents|officials|parties)|"
    r"both|the two"
)
TIMES = re.compile(rf",?\s+{TIME_OR_MEANS}(?![\w-])(?:\s+in (?:the )?{CAPITALS}(?=[,.;]|$))?,?")
