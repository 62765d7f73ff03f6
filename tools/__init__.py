"""Tools that make what is handed to users; no part of the program itself."""
