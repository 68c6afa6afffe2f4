"""The diagram of the README is drawn from the models."""

from __future__ import annotations

import re

from onrecord.schema import Base
from onrecord.schema.diagram import mermaid


def test_every_table_column_and_reference_is_drawn() -> None:
    """Nothing of the models is missing, and nothing else is there."""
    tables: dict[str, list[str]] = {}
    references = set()
    for line in mermaid().splitlines()[1:]:
        if opened := re.fullmatch(r"    (\w+) \{", line):
            columns = tables[opened[1]] = []
        elif column := re.fullmatch(r'        (INTEGER|TEXT|REAL) (\w+)( (?:PK|FK|UK)(?:, (?:FK|UK))?)? "[^"]+"', line):
            columns.append(column[2])
        elif reference := re.fullmatch(r"    (\w+) (\|\||\|o)--o\{ (\w+) : (\w+)", line):
            references.add(reference.groups())
        else:
            assert line == "    }", line
    assert tables == {name: table.columns.keys() for name, table in Base.metadata.tables.items()}
    assert len(references) == sum(len(table.foreign_keys) for table in Base.metadata.tables.values())
    assert ("entities", "|o", "quotes", "speaker_id") in references
    assert ("articles", "||", "quotes", "article_id") in references


def test_labels_are_short_and_the_drawing_is_always_the_same() -> None:
    """A label is the first clause of the column's words; two runs draw the same."""
    assert 'TEXT attribution "How the speaker was found"' in mermaid()
    assert 'INTEGER end_char "Where it ends"' in mermaid()
    assert "mixed: some" in mermaid()
    assert mermaid() == mermaid()
