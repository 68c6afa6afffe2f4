"""The versions of the tables, one numbered file each. A version is frozen history: it knows no model, only itself."""
