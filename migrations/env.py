"""Run by Alembic for every upgrade: which tables are ours, and the connection that the door or the command line gives.

The door (``onrecord.migrations``) hands in a connection that is already inside its one transaction. For whoever writes
a new version, this works from the root of the project, with any database at the newest revision:
``alembic -x db=FILE revision --autogenerate --rev-id 0002 -m "what changes"``.
"""

from __future__ import annotations

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.schema import SchemaItem

from onrecord.migrations.transaction import one_transaction
from onrecord.schema import Base, open_database
from onrecord.schema.fulltext import INDEXES


def is_ours(_item: SchemaItem, name: str | None, kind: str, *_: object) -> bool:
    """False for full-text tables and those FTS5 keeps behind them: no model has them, so Alembic would drop them."""
    return kind != "table" or not any((name or "").startswith(index) for index in INDEXES)


def run(connection: Connection) -> None:
    """Run what was asked for on this connection. A table is rebuilt where SQLite knows no ALTER for the change."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=is_ours,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    named = context.get_x_argument(as_dictionary=True).get("db")
    if not isinstance(named, str):
        raise CommandError("name a database to work with: alembic -x db=FILE ...")
    with one_transaction(open_database(named, for_writing=True)) as connection:
        run(connection)
