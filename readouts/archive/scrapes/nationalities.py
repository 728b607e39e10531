"""The adjectives of states before an office: "Russian Foreign Minister" is Russia's."""

from __future__ import annotations

import re
from functools import cache

# One entry a state: its adjectives, as offices print them. Two states share "Congolese" and
# "Korean", so those are left out, and "Indian" and "Georgian" are what a minister's office means.
_ADJECTIVES = {
    "AD": "Andorran", "AE": "Emirati", "AF": "Afghan", "AL": "Albanian", "AM": "Armenian",
    "AO": "Angolan", "AR": "Argentine Argentinian Argentinean", "AT": "Austrian",
    "AU": "Australian", "AZ": "Azerbaijani Azeri", "BA": "Bosnian", "BB": "Barbadian",
    "BD": "Bangladeshi", "BE": "Belgian", "BF": "Burkinabe Burkinabé", "BG": "Bulgarian",
    "BH": "Bahraini", "BI": "Burundian Burundi", "BJ": "Beninese", "BN": "Bruneian",
    "BO": "Bolivian", "BR": "Brazilian", "BS": "Bahamian", "BT": "Bhutanese",
    "BW": "Botswanan", "BY": "Belarusian Belarussian", "BZ": "Belizean", "CA": "Canadian",
    "CF": "Central-African", "CH": "Swiss", "CI": "Ivorian", "CL": "Chilean",
    "CM": "Cameroonian", "CN": "Chinese", "CO": "Colombian", "CR": "Costa-Rican",
    "CU": "Cuban", "CV": "Cape-Verdean Cabo-Verdean", "CY": "Cypriot", "CZ": "Czech",
    "DE": "German", "DJ": "Djiboutian", "DK": "Danish", "DM": "Dominican", "DZ": "Algerian",
    "EC": "Ecuadorian Ecuadorean", "EE": "Estonian", "EG": "Egyptian", "ER": "Eritrean",
    "ES": "Spanish", "ET": "Ethiopian", "FI": "Finnish", "FJ": "Fijian", "FR": "French",
    "GA": "Gabonese", "GB": "British", "GE": "Georgian", "GH": "Ghanaian", "GM": "Gambian",
    "GN": "Guinean", "GR": "Greek Hellenic", "GT": "Guatemalan", "GY": "Guyanese",
    "HN": "Honduran", "HR": "Croatian", "HT": "Haitian", "HU": "Hungarian", "ID": "Indonesian",
    "IE": "Irish", "IL": "Israeli", "IN": "Indian", "IQ": "Iraqi", "IR": "Iranian",
    "IS": "Icelandic", "IT": "Italian", "JM": "Jamaican", "JO": "Jordanian", "JP": "Japanese",
    "KE": "Kenyan", "KG": "Kyrgyz Kyrgyzstani", "KH": "Cambodian", "KM": "Comorian",
    "KR": "South-Korean",
    "KP": "North-Korean", "KW": "Kuwaiti", "KZ": "Kazakh Kazakhstani", "LA": "Lao Laotian",
    "LB": "Lebanese", "LI": "Liechtenstein", "LK": "Sri-Lankan", "LR": "Liberian",
    "LT": "Lithuanian", "LU": "Luxembourgish Luxembourgian", "LV": "Latvian", "LY": "Libyan",
    "MA": "Moroccan", "MC": "Monegasque", "MD": "Moldovan", "ME": "Montenegrin",
    "MG": "Malagasy", "MK": "Macedonian", "ML": "Malian", "MM": "Burmese", "MN": "Mongolian",
    "MR": "Mauritanian", "MT": "Maltese", "MU": "Mauritian", "MV": "Maldivian",
    "MW": "Malawian", "MX": "Mexican", "MY": "Malaysian", "MZ": "Mozambican", "NA": "Namibian",
    "NE": "Nigerien", "NG": "Nigerian", "NI": "Nicaraguan", "NL": "Dutch", "NO": "Norwegian",
    "NP": "Nepali Nepalese", "OM": "Omani", "PA": "Panamanian", "PE": "Peruvian",
    "PG": "Papua-New-Guinean", "PH": "Philippine Filipino", "PK": "Pakistani", "PL": "Polish",
    "PS": "Palestinian", "PT": "Portuguese", "PY": "Paraguayan", "QA": "Qatari",
    "RO": "Romanian", "RS": "Serbian", "RU": "Russian", "RW": "Rwandan", "SA": "Saudi",
    "SC": "Seychellois", "SD": "Sudanese", "SE": "Swedish", "SG": "Singaporean",
    "SI": "Slovenian Slovene", "SK": "Slovak", "SL": "Sierra-Leonean", "SN": "Senegalese",
    "SO": "Somali", "SR": "Surinamese", "SS": "South-Sudanese", "SV": "Salvadoran",
    "SY": "Syrian", "SZ": "Swazi", "TD": "Chadian", "TG": "Togolese", "TH": "Thai",
    "TJ": "Tajik Tajikistani", "TL": "Timorese", "TM": "Turkmen Turkmenistani",
    "TN": "Tunisian", "TO": "Tongan",
    "TR": "Turkish", "TT": "Trinidadian", "TZ": "Tanzanian", "UA": "Ukrainian",
    "UG": "Ugandan", "US": "American", "UY": "Uruguayan", "UZ": "Uzbek Uzbekistani",
    "VE": "Venezuelan",
    "VN": "Vietnamese", "VU": "Vanuatuan", "WS": "Samoan", "XK": "Kosovan Kosovar",
    "YE": "Yemeni", "ZA": "South-African", "ZM": "Zambian", "ZW": "Zimbabwean",
}  # fmt: skip
# Communities and older states, whose adjectives are not those of a state in the table.
_NO_STATE = (
    r"(?!\s+(?:Cypriot|Serb|Croat|Orthodox|Republic|Federation|Kurdi|Armenian|Arab|Nations?\b))"
)
# Country names that stand before an office as they are: "UK Foreign Secretary".
_BARE = (
    "United States", "U.S.", "US", "UK", "U.K.", "United Kingdom", "New Zealand", "South Africa",
    "UAE", "Saudi Arabia", "Hong Kong", "DPRK", "DRC", "ROK", "Kosovo", "Bahrain", "Qatar", "Japan",
    "Australia", "Canada", "India", "China", "Germany", "France", "Israel", "Ukraine", "Turkey",
    "Türkiye", "Iraq", "Kuwait", "Singapore", "Luxembourg", "Netherlands",
)  # fmt: skip


@cache
def state_adjective() -> re.Pattern[str]:
    """Return a pattern of an adjective or bare name of a state, up to the word after it."""
    words = [word for adjectives in _ADJECTIVES.values() for word in adjectives.split()]
    words = [word.replace("-", "[ -]") for word in words] + [re.escape(name) for name in _BARE]
    longest_first = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:[Tt]he\s+)?(?P<state>{longest_first})(?![\w-]){_NO_STATE}\s+")


@cache
def state_of_adjective(word: str) -> str:
    """Return the ISO code of the state of an adjective, "" for a word that is none."""
    return _codes().get(word.replace("-", " ").casefold(), "")


@cache
def _codes() -> dict[str, str]:
    return {
        word.replace("-", " ").casefold(): code
        for code, adjectives in _ADJECTIVES.items()
        for word in adjectives.split()
    }
