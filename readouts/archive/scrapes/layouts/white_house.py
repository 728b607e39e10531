"""What the layouts of the White House share."""

ORGANIZATION = "United States"
OFFICES = {
    "President": "President",
    "Vice President": "Vice President",
    "President-elect": "President-elect",
    "Vice President-elect": "Vice President-elect",
    "First Lady": "First Lady",
    "National Security Advisor": "National Security Advisor",
    "National Security Adviser": "National Security Adviser",
    "APNSA": "National Security Advisor",
}
LEFT_OUT = (r"the white house$", r"_{3,}$", r"office of the (?:press secretary|vice president)\W*$")
