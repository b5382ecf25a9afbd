"""The hall: the machine it stands on, and what is set for it alone."""
