"""A version that is not released: two tables with children, a view and full text over them are rebuilt.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from alembic.util import CommandError

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def _view_away() -> str:
    """Drop the view and give the statement that makes it again: this test is about the rows below it."""
    statement: str = op.get_bind().scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'said'"))
    op.execute("DROP VIEW said")
    return statement


def upgrade() -> None:
    """Quotes get a note, a paragraph's rule may be unknown, and a trigger watches over deleted quotes."""
    said = _view_away()
    with op.batch_alter_table("quotes", recreate="always") as quotes:
        quotes.add_column(sa.Column("note", sa.Text()))
        quotes.create_check_constraint(op.f("ck_quotes_note"), "note <> ''")
    with op.batch_alter_table("paragraphs", recreate="always") as paragraphs:
        paragraphs.alter_column("rule", existing_type=sa.Text(), nullable=True)
    op.execute(said)
    op.execute("CREATE TRIGGER pieces_go_too BEFORE DELETE ON quotes BEGIN DELETE FROM quote_spans; END")


def downgrade() -> None:
    """A note has no place below: the way down is open only where there is none."""
    if op.get_bind().scalar(sa.text("SELECT 1 FROM quotes WHERE note IS NOT NULL")):
        raise CommandError("revision 0001 has no place for notes: going there would delete them")
    said = _view_away()
    op.execute("DROP TRIGGER pieces_go_too")
    with op.batch_alter_table("quotes", recreate="always") as quotes:
        quotes.drop_constraint(op.f("ck_quotes_note"), type_="check")
        quotes.drop_column("note")
    with op.batch_alter_table("paragraphs", recreate="always") as paragraphs:
        paragraphs.alter_column("rule", existing_type=sa.Text(), nullable=False)
    op.execute(said)
