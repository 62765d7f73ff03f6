"""What the command line says of exchange and rotation: plans, comparisons, explanations."""
