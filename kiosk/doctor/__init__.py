"""Looks at a machine before visitors do, and says what to do."""
