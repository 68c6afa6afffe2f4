"""Data that ships with onrecord: reviewed lists (reference) and the reader's weights (models). See README.md."""
