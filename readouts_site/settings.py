"""Settings of the readouts office. Every value that differs between machines is read from the
environment; the README lists each variable with its default.

Three ways to run: production (nothing set but the required variables), the demo
(READOUTS_DEMO=1: embedded SQLite, this machine only) and development (READOUTS_DEBUG=1).
"""

import secrets
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
DEBUG: bool = env.bool("READOUTS_DEBUG", default=False)
DEMO: bool = env.bool("READOUTS_DEMO", default=False)
LOCAL = DEBUG or DEMO


def refuse_demo_in_production() -> None:
    """The demo prints passwords of its accounts on a terminal: it must never meet the world."""
    for variable in ("READOUTS_SECRET_KEY", "READOUTS_ALLOWED_HOSTS", "DATABASE_URL"):
        if env.str(variable, default=""):
            raise ImproperlyConfigured(
                f"READOUTS_DEMO is set together with {variable}, which belongs to production. "
                f"Unset READOUTS_DEMO to run the real site, or unset {variable} to see the demo."
            )


def demo_secret_key() -> str:
    """A key of the demo's own, made once and kept, so that sign-ins outlive a restart."""
    path = VAR_DIR / "demo_secret_key"
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text()


if DEMO:
    refuse_demo_in_production()
    SECRET_KEY = demo_secret_key()
elif DEBUG:
    SECRET_KEY = env.str("READOUTS_SECRET_KEY", default=secrets.token_urlsafe(64))
else:
    SECRET_KEY = env.str("READOUTS_SECRET_KEY", default="")
    if not SECRET_KEY:
        raise ImproperlyConfigured(
            "READOUTS_SECRET_KEY is not set. Set it with the other variables of the real site "
            "(README, “For real”), or set READOUTS_DEMO=1 to run this on the demo."
        )

ALLOWED_HOSTS = env.list(
    "READOUTS_ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if LOCAL else []
)
CSRF_TRUSTED_ORIGINS = env.list("READOUTS_TRUSTED_ORIGINS", default=[])

# --- The office ---------------------------------------------------------------------------------

OFFICE_NAME = env.str(
    "READOUTS_OFFICE_NAME",
    default="Office of the Secretary-General of the Meridian Compact"
    if DEMO
    else "Readouts office",
)
# The office's clock: what "today" means on a form, and the zone times are shown in.
TIME_ZONE = env.str("READOUTS_TIME_ZONE", default="Europe/Malta" if DEMO else "UTC")
# Where `export_archive --nightly` leaves dumps, which the public site then offers; none if unset.
DUMPS_DIR = Path(_dumps) if (_dumps := env.str("READOUTS_DUMPS", default="")) else None
# The languages in which the office issues readouts, as language tags.
OFFICE_LANGUAGES = env.list("READOUTS_LANGUAGES", default=["en", "fr", "es", "ar", "ru", "zh"])

# --- Django -------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "readouts.apps.ReadoutsConfig",
    "readouts.apps.OfficeAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_countries",
    "django_filters",
    "django_prose_editor",
    "taggit",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "readouts_site.urls"
WSGI_APPLICATION = "readouts_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "readouts_site.office.context",
            ],
        },
    },
]

# --- Storage ------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'readouts.sqlite3'}")}
_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    Path(_database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    # Immediate transactions take the write lock at once, so that locking behaves as on PostgreSQL.
    # Up to 64 MiB of pages are kept: of 2, as SQLite would, a large load writes many pages twice.
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
        "PRAGMA cache_size=-65536;",
    }
elif _database["ENGINE"] == "django.db.backends.postgresql":
    _database["OPTIONS"] = {"pool": {"min_size": 1, "max_size": env.int("READOUTS_DB_POOL", 8)}}

if REDIS_URL := env.str("REDIS_URL", default=""):
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    }

# --- Languages and time -------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True

# --- Static files -------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "readouts_site" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = LOCAL

# --- People -------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# --- Security: on unless this is a local run ----------------------------------------------------

SECURE_SSL_REDIRECT = not LOCAL and env.bool("READOUTS_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 0 if LOCAL else env.int("READOUTS_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL
SECURE_HSTS_PRELOAD = not LOCAL
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = not LOCAL
CSRF_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_AGE = 12 * 60 * 60
X_FRAME_OPTIONS = "DENY"
if env.bool("READOUTS_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # The nonce is for one inline element only: the import map of the body editor.
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

# --- Logging: one line an event on standard error -----------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("READOUTS_LOG_LEVEL", default="INFO")},
    # It tells of every file of a package, twice.
    "loggers": {"bagit": {"level": "WARNING"}},
}

TAGGIT_CASE_INSENSITIVE = True
