"""The program of the hall, on Windows and macOS: no console; without arguments it shows the exhibition."""

import sys
from multiprocessing import freeze_support

from kiosk.cli import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main(sys.argv[1:] or ["run", "--unattended"]))
