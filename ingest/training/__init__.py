"""Training the reader anew: from labelled articles to the files under ``data/models``.

Needs the extra ``train``; nothing here is imported when onrecord runs. ``python -m onrecord.ingest.training --help``.
"""
