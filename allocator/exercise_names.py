"""The names of the exercises; each has a folder of its own with everything that is its own."""

NAMES: tuple[str, ...] = ("competition", "rotation")
