"""Run before the program in the bundle: no other Qt's plugins or modules are looked for."""

import os

for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(name, None)
