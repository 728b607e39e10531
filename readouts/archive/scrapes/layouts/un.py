"""What the layouts of the United Nations share."""

ORGANIZATION = "United Nations"
ORGANIZATIONS = {
    "Secrétaire général": "Nations Unies",
    "Secretario General": "Naciones Unidas",
    "Secretário-Geral": "Nações Unidas",
    "Генеральный секретарь": "Организация Объединённых Наций",
    "الأمين العام": "الأمم المتحدة",
    "秘书长": "联合国",
}
OFFICES = {
    "Secretary-General": "Secretary-General",
    "UN Secretary-General": "Secretary-General",
    "United Nations Secretary-General": "Secretary-General",
    "Secretary-Generals": "Secretary-General",  # an apostrophe was lost
    "Secretary General": "Secretary-General",
    "Deputy Secretary-General": "Deputy Secretary-General",
    "SG": "Secretary-General",
    "DSG": "Deputy Secretary-General",
    "Secrétaire général": "Secrétaire général",
    "Secretario General": "Secretario General",
}
