"""Cases and outcomes in and out of files."""
