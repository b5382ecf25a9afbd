"""`python -m kiosk`."""

import sys

from kiosk.cli import main

if __name__ == "__main__":
    if hasattr(sys, "frozen"):
        from multiprocessing import freeze_support

        freeze_support()  # the darkroom's process begins here, too
    sys.exit(main())
