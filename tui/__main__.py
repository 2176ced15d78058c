"""``gangmu``, and ``python -m tui``."""

from __future__ import annotations

import gc
import sys

from tui.start import begin, end

RARELY = 100_000
"""New objects before the collector looks for garbage: starting makes many, and no garbage."""


def main() -> None:
    """Paint a first screen if a document is opened, run the command line, leave with its status."""
    gc.set_threshold(RARELY, 10, 10)
    begin(sys.argv[1:])
    try:
        from tui.commands import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    finally:
        end()
        # What is there goes with the process: Python need not look through it for garbage.
        gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
