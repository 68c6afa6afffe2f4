"""The same models describe a PostgreSQL database: what is sent there is its language, without SQLite's."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import CheckConstraint, Dialect, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

from onrecord.schema import Base

TABLES = Base.metadata.sorted_tables
# What CHECK constraints may be made of: column names aside, standard SQL that both know alike.
STANDARD = {"IN", "IS", "NULL", "AND", "BETWEEN", "length"}


@pytest.fixture
def dialect() -> Dialect:
    """PostgreSQL as SQLAlchemy writes it."""
    return make_url("postgresql://").get_dialect()()


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_table_compiles_for_postgresql(dialect: Dialect, table: str) -> None:
    """A table and its indexes are written in types PostgreSQL has, with whole coordinates, without SQLite's options."""
    described = Base.metadata.tables[table]
    statement = str(CreateTable(described).compile(dialect=dialect))
    types = {column.type.compile(dialect=dialect) for column in described.columns}
    assert types <= {"INTEGER", "TEXT", "DOUBLE PRECISION"}
    assert "STRICT" not in statement
    assert "ROWID" not in statement
    for index in described.indexes:
        assert str(CreateIndex(index).compile(dialect=dialect)).startswith("CREATE INDEX ix_")


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_check_is_standard_sql(table: str) -> None:
    """A CHECK uses column names, literals and words that SQLite and PostgreSQL understand alike."""
    described = Base.metadata.tables[table]
    for constraint in described.constraints:
        if isinstance(constraint, CheckConstraint):
            without_strings = re.sub(r"'[^']*'", "", str(constraint.sqltext))
            words = set(re.findall(r"[A-Za-z_]+", without_strings))
            assert words <= STANDARD | set(described.columns.keys())
