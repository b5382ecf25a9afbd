"""What may go wrong and is foreseen."""


class Failure(Exception):
    """Its message is for people: it names the thing and the remedy. The command line shows no traceback."""
