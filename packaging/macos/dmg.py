"""Settings of dmgbuild, which runs this file with `defines` (its -D options) and its defaults as globals:

dmgbuild -s packaging/macos/dmg.py -D app=dist/NAME.app -D settings=build/hall.yaml "Luoyang Kiosk" OUT.dmg
"""

from pathlib import Path

options = defines  # noqa: F821
here = Path(options.get("here", "packaging/macos"))
icns = here.parent / "icons" / "kiosk.icns"
application = "Luoyang Kiosk.app"

format = "UDZO"  # noqa: A001
files = [
    (options["app"], application),
    (options["settings"], "hall.yaml"),
    (str(here / "set-up-hall"), "set-up-hall"),
    (str(here / "org.luoyang-kiosk.plist"), "org.luoyang-kiosk.plist"),
    (str(here / "README.md"), "README.md"),
]
symlinks = {"Applications": "/Applications"}
if icns.is_file():
    icon = str(icns)

window_rect = ((200, 200), (640, 420))
icon_size = 96
text_size = 13
icon_locations = {
    application: (170, 130),
    "Applications": (470, 130),
    "README.md": (110, 310),
    "set-up-hall": (250, 310),
    "hall.yaml": (390, 310),
    "org.luoyang-kiosk.plist": (530, 310),
}
