"""The competitive rotation: its tables, rulebook, case and outcome."""
