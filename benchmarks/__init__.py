"""Speed, measured: frozen specs, one row a run, dated results. Nothing here is a test."""
