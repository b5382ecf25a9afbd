"""An exhibition kiosk: a city's year, told by touch, from YAML that staff edit."""

__version__ = "0.1.0"
