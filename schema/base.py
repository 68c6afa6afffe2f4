"""What all tables share: constraint names by rule, three column types, STRICT, and words for every table and column.

``_id`` is a row number of this file, ``_key`` a stable identity made from content (the same on every machine),
``_at`` a UTC instant in ISO 8601, ``_count`` a number of things, ``is_`` a yes or no (1 or 0), ``_char`` a half-open
Unicode code point offset into the article's text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import REAL, CheckConstraint, Double, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.schema import SchemaItem

# "onrc" in ASCII: bytes 68 to 71 of the file (https://www.sqlite.org/fileformat.html), by which programs know it.
APPLICATION_ID = 0x6F6E7263


class Base(DeclarativeBase):
    """The root of all models."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    # STRICT tables know INTEGER, REAL, TEXT and BLOB only; PostgreSQL's REAL would cut a coordinate to six digits.
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own protocol
        int: Integer,
        str: Text,
        float: REAL().with_variant(Double(), "postgresql"),
    }

    def __repr__(self) -> str:
        """The row by its primary key and, where it has one, its stable key: short enough for a prompt."""
        columns = type(self).__table__.columns
        shown = [c.key for c in columns if c.primary_key or c.key.endswith("_key") or c.key in {"name", "kind"}]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def table(comment: str, *items: SchemaItem, with_rowid: bool = True) -> tuple[Any, ...]:
    """The ``__table_args__`` of a model.

    In: the table's words, its constraints and indexes, and whether SQLite keeps a hidden row number
    (``with_rowid=False`` suits narrow tables with a compound key).
    """
    return (*items, {"comment": comment, "sqlite_strict": True, "sqlite_with_rowid": with_rowid})


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A CHECK that ``column`` holds one of ``values`` (or NULL, where the column allows it)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def forward(prefix: str = "") -> CheckConstraint:
    """A CHECK that ``<prefix>start_char`` and ``<prefix>end_char`` make a half-open, non-empty span (or are NULL)."""
    start, end = f"{prefix}start_char", f"{prefix}end_char"
    return CheckConstraint(
        f"({start} IS NULL) = ({end} IS NULL) AND 0 <= {start} AND {start} < {end}", name=f"{prefix}span"
    )
