"""From files to rows.

Read top to bottom it is the flow: readers, segment, language, quotes, entities, resolve, store.
"""
