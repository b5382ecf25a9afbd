#!/bin/sh
# 开始展览 / begins the exhibition
exec "$(dirname "$(readlink -f "$0")")/kiosk" run --unattended "$@"
