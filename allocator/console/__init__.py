"""What every command says and writes: language, pages, files, limits, faults, and a case opened for work."""
