"""The words of the competition."""
