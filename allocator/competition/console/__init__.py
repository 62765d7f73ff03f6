"""What the command line says of the competition: outcomes, comparisons, explanations, papers."""
