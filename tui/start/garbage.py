"""When Python looks for garbage: not while the program starts, and then only among what is new."""

import gc

RARELY = 100_000
"""New objects before the collector looks while starting, which makes many, and no garbage."""
SOON = 2_000
"""The same once the app runs: what a closed dialog leaves, 1 MB, goes before the next opens."""


def put_off() -> None:
    """Let the start go on without looking for garbage."""
    gc.set_threshold(RARELY, 10, 10)


def look_among_new() -> None:
    """Leave alone what is there now (document, libraries, widgets): it stays to the end.

    Only where the start put it off: an app inside another program leaves its settings alone.
    """
    if gc.get_threshold()[0] == RARELY:
        gc.freeze()
        gc.set_threshold(SOON, 1, 1)


def leave_it() -> None:
    """Look for none at the end: what is there goes with the process."""
    gc.freeze()
