"""Times are for the benches: here a slow minute must not turn a build red."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
