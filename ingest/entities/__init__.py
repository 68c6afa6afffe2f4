"""Names become mentions, and mentions one entity for each person, organisation and place of the article.

``find_entities`` groups the names; ``name_speakers`` says who speaks each quote and adds the sources nobody names.
"""

from __future__ import annotations

from onrecord.ingest.entities.find import find_entities
from onrecord.ingest.entities.speakers import name_speakers

__all__ = ["find_entities", "name_speakers"]
