"""The frames of papers: their layouts, Word documents and PDF. What is in them comes from the exercise."""
