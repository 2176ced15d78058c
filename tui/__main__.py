"""``gangmu``, and ``python -m tui``."""

from __future__ import annotations

import sys

from tui.start import begin, end, garbage


def main() -> None:
    """Paint a first screen if a document is opened, run the command line, leave with its status."""
    garbage.put_off()
    begin(sys.argv[1:])
    try:
        from tui.commands import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    finally:
        end()
        garbage.leave_it()
    sys.exit(status)


if __name__ == "__main__":
    main()
