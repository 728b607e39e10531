"""The Django project that serves the readouts office: settings and addresses."""
