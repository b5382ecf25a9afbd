"""The content: YAML in, a frozen Exhibition or problems out."""
