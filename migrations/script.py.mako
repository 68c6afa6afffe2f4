"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}

A version is frozen once it is released: it imports Alembic and SQLAlchemy only and writes every name out. A table that
is rebuilt (batch_alter_table) loses its triggers and may not be in use by a view meanwhile: drop the view ``said``
first and create it again at the end, with its text written out here. Rows are kept on the way up and on the way down.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision: str | None = ${repr(down_revision)}
branch_labels: str | None = ${repr(branch_labels)}
depends_on: str | None = ${repr(depends_on)}


def upgrade() -> None:
    """TELL what changes."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """TELL how rows find back."""
    ${downgrades if downgrades else "pass"}
