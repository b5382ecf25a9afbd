"""What exhibition staff use."""
